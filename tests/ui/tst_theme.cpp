// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testdata.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPalette>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QStyle>
#include <QTest>
#include <QVBoxLayout>

using namespace ui;

class TestTheme : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void everyPairOfWordsReadsAtFourAndAHalf_data();
  void everyPairOfWordsReadsAtFourAndAHalf();
  void focusStandsOutFromEveryGround_data();
  void focusStandsOutFromEveryGround();
  void theStyleSheetHasNoNameLeftOpen();
  void aModeChosenHoldsAndIconsFollowIt();
  void turningAsksTheStyleAsOftenHoweverDeepAWidgetLies();
  void turnedAndTurnedBackAllLooksAsBefore();
  void aPageThatIsNotSeenIsRestyledWhenItIs();
  void theMarkThatClearsAFieldIsOurOwn();
  void coloursStandInTheTokensAlone();
};

namespace {

/// Counts how often a widget is told that its style is another one.
class Restyled : public QObject {
public:
  explicit Restyled(QWidget* of) : QObject(of) { of->installEventFilter(this); }
  int times = 0;

protected:
  bool eventFilter(QObject*, QEvent* event) override {
    times += event->type() == QEvent::StyleChange;
    return false;
  }
};

} // namespace

void TestTheme::everyPairOfWordsReadsAtFourAndAHalf_data() {
  QTest::addColumn<QColor>("words");
  QTest::addColumn<QColor>("ground");
  for (const Tokens& t : {lightTokens(), darkTokens()}) {
    const QByteArray mode = t.dark ? "dark" : "light";
    const std::pair<const char*, QColor> grounds[]{
        {"window", t.window}, {"surface", t.surface}, {"raised", t.raised}, {"selected", t.selection}};
    const std::pair<const char*, QColor> words[]{{"text", t.text},
                                                 {"second and disabled", t.second},
                                                 {"accent", t.accent},
                                                 {"late", t.late.text},
                                                 {"soon", t.soon.text},
                                                 {"done", t.done.text},
                                                 {"waiting", t.waiting.text},
                                                 {"neutral", t.neutral.text}};
    for (const auto& [ground, back] : grounds)
      for (const auto& [name, text] : words)
        QTest::newRow((mode + ": " + name + " on " + ground).constData()) << text << back;
    for (const auto& [name, tone] : {std::pair{"neutral", Tone::Neutral},
                                     {"late", Tone::Late},
                                     {"soon", Tone::Soon},
                                     {"done", Tone::Done},
                                     {"waiting", Tone::Waiting}})
      QTest::newRow((mode + ": pill " + name).constData()) << t.pair(tone).text << t.pair(tone).back;
    QTest::newRow((mode + ": primary button").constData()) << t.onAccent << t.accent;
    QTest::newRow((mode + ": primary button under the pointer").constData()) << t.onAccent << t.pressed;
  }
}

void TestTheme::everyPairOfWordsReadsAtFourAndAHalf() {
  QFETCH(QColor, words);
  QFETCH(QColor, ground);
  const double ratio = contrast(words, ground);
  QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
}

void TestTheme::focusStandsOutFromEveryGround_data() {
  QTest::addColumn<QColor>("ground");
  QTest::addColumn<QColor>("focus");
  for (const Tokens& t : {lightTokens(), darkTokens()}) {
    const QByteArray mode = t.dark ? "dark " : "light ";
    QTest::newRow((mode + "window").constData()) << t.window << t.accent;
    QTest::newRow((mode + "surface").constData()) << t.surface << t.accent;
    QTest::newRow((mode + "selection").constData()) << t.selection << t.accent;
  }
}

void TestTheme::focusStandsOutFromEveryGround() {
  QFETCH(QColor, ground);
  QFETCH(QColor, focus);
  QVERIFY(contrast(focus, ground) >= 3);
}

void TestTheme::theStyleSheetHasNoNameLeftOpen() { QVERIFY(!styleSheetOf(lightTokens()).contains(QLatin1Char('@'))); }

void TestTheme::aModeChosenHoldsAndIconsFollowIt() {
  Theme theme(*qApp);
  theme.setMode(Theme::Mode::Light);
  const QIcon plus = icon(QStringLiteral("plus"));
  const auto darkest = [&plus] {
    const QImage image = plus.pixmap(16, 16).toImage();
    int value = 255;
    for (int x = 0; x < image.width(); ++x)
      if (const QColor pixel = image.pixelColor(x, image.height() / 2); pixel.alpha() > 200)
        value = qMin(value, pixel.lightness());
    return value;
  };
  QVERIFY(darkest() < 80);
  theme.setMode(Theme::Mode::Dark);
  QCOMPARE(qApp->palette().color(QPalette::Window), darkTokens().window);
  QVERIFY(darkest() > 180 && darkest() < 255);
}

void TestTheme::turningAsksTheStyleAsOftenHoweverDeepAWidgetLies() {
  Theme theme(*qApp);
  theme.setMode(Theme::Mode::Light);
  QWidget window;
  QWidget* in = &window;
  for (int i = 0; i < 10; ++i)
    in = new QWidget(in);
  window.show();
  const auto* shallow = new Restyled(&window);
  const auto* deep = new Restyled(in);
  theme.setMode(Theme::Mode::Dark);
  QVERIFY(shallow->times > 0);
  QCOMPARE(deep->times, shallow->times);
}

void TestTheme::turnedAndTurnedBackAllLooksAsBefore() {
  Theme theme(*qApp);
  theme.setMode(Theme::Mode::Light);
  QWidget window;
  auto* layout = new QVBoxLayout(&window);
  auto* title = new QLabel(QStringLiteral("Title"), &window);
  setFace(title, Face::Title);
  auto* line = new QLineEdit(&window);
  line->setPlaceholderText(QStringLiteral("Words"));
  auto* primary = new QPushButton(QStringLiteral("Save"), &window);
  primary->setProperty("primary", true);
  auto* off = new QPushButton(QStringLiteral("Off"), &window);
  off->setEnabled(false);
  auto* box = new QComboBox(&window);
  box->addItem(QStringLiteral("One"));
  auto* list = new QListWidget(&window);
  list->addItem(QStringLiteral("Row"));
  auto* check = new QCheckBox(QStringLiteral("Tick"), &window);
  for (QWidget* one : std::initializer_list<QWidget*>{title, line, primary, off, box, list, check})
    layout->addWidget(one);
  window.show();
  const QImage light = window.grab().toImage();
  theme.setMode(Theme::Mode::Dark);
  const QImage dark = window.grab().toImage();
  QVERIFY(dark != light);
  theme.setMode(Theme::Mode::Light);
  QCOMPARE(window.grab().toImage(), light);
  theme.setMode(Theme::Mode::Dark);
  QCOMPARE(window.grab().toImage(), dark);
}

void TestTheme::aPageThatIsNotSeenIsRestyledWhenItIs() {
  Theme theme(*qApp);
  theme.setMode(Theme::Mode::Light);
  QStackedWidget pages;
  pages.setFocusPolicy(Qt::NoFocus);
  std::vector<QWidget*> all;
  for (int i = 0; i < 2; ++i) {
    auto* page = new QWidget(&pages);
    auto* layout = new QVBoxLayout(page);
    auto* field = new QLineEdit(page);
    auto* line = new QLabel(QStringLiteral("Ground"), page);
    line->setProperty("bubble", true);
    auto* list = new QListWidget(page);
    list->setProperty("plain", true);
    list->addItems({QStringLiteral("One"), QStringLiteral("Two")});
    auto* box = new QComboBox(page);
    box->addItem(QStringLiteral("Three"));
    auto* press = new QPushButton(QStringLiteral("Four"), page);
    press->setProperty("primary", true);
    for (QWidget* one : std::initializer_list<QWidget*>{field, line, list, box, press}) {
      one->setFocusPolicy(Qt::NoFocus);
      layout->addWidget(one);
    }
    pages.addWidget(page);
    all.push_back(page);
  }
  pages.resize(300, 300);
  pages.show();
  const auto seen = [&](int page) {
    pages.setCurrentIndex(page);
    QCoreApplication::processEvents();
    return all[size_t(page)]->grab().toImage();
  };
  const QImage light = seen(0);
  QCOMPARE(seen(1), light);
  const auto* front = new Restyled(all[1]->findChild<QLineEdit*>());
  const auto* behind = new Restyled(all[0]->findChild<QLineEdit*>());
  theme.setMode(Theme::Mode::Dark);
  QCOMPARE(front->times, 1);
  QCOMPARE(behind->times, 0);
  const QImage dark = seen(1);
  QVERIFY(dark != light);
  QCOMPARE(seen(0), dark);
  QCOMPARE(behind->times, 1);
  theme.setMode(Theme::Mode::Light); // the other one lies behind, and more than once
  theme.setMode(Theme::Mode::Dark);
  theme.setMode(Theme::Mode::Light);
  QCOMPARE(seen(1), light);
  QCOMPARE(seen(0), light);
}

void TestTheme::theMarkThatClearsAFieldIsOurOwn() {
  Theme theme(*qApp); // of the desktop's themes each is looked through for it, for each field
  const QIcon mark = QApplication::style()->standardIcon(QStyle::SP_LineEditClearButton);
  QCOMPARE(mark.pixmap(16).toImage(), icon(QStringLiteral("x"), Ink::Second).pixmap(16).toImage());
}

void TestTheme::coloursStandInTheTokensAlone() {
  const QRegularExpression literal(
      QStringLiteral("QColor\\(|#[0-9A-Fa-f]{6}\\b|setPointSize\\w*\\(\\d|Qt::(red|black|white|gray)"));
  QDirIterator files(QDir::cleanPath(testData("../../ui")), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                     QDir::Files, QDirIterator::Subdirectories);
  int read = 0;
  while (files.hasNext()) {
    QFile file(files.next());
    if (file.fileName().endsWith(QLatin1String("theme/tokens.h")))
      continue;
    QVERIFY(file.open(QIODevice::ReadOnly));
    ++read;
    QVERIFY2(!literal.match(QString::fromUtf8(file.readAll())).hasMatch(), qPrintable(file.fileName()));
  }
  QVERIFY(read > 3);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
