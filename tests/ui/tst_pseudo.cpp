// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/kinds.h"
#include "core/report/catalogue.h"
#include "core/report/options.h"
#include "core/report/review.h"
#include "sitting.h"
#include "support/walk.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace ui;

namespace {

const QChar opens(0x27E6), closes(0x27E7); // ⟦ and ⟧

/// Says everything in a language that nobody speaks: accents on all letters, two fifths longer, in brackets.
class Pseudo : public QTranslator {
public:
  bool isEmpty() const override { return false; }
  QString translate(const char*, const char* source, const char*, int n) const override {
    const QString text = QString::fromUtf8(source);
    QString said;
    bool inTag = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
      const QChar one = text[i];
      inTag = (inTag || one == QLatin1Char('<')) && one != QLatin1Char('>');
      if (one == QLatin1Char('%') && i + 1 < text.size()) { // %1, %L1, %n
        said += one;
        if (text[++i] == QLatin1Char('L') && i + 1 < text.size())
          said += text[i++];
        said += text[i];
        continue;
      }
      said += one;
      if (!inTag && one.isLetter())
        said += QChar(0x301);
    }
    if (n >= 0)
      said.replace(QStringLiteral("%n"), QString::number(n));
    // Longer words, not more of them, are what breaks a line.
    return opens + said + QString((text.size() * 2 + 4) / 5, QChar(0x00FE)) + closes;
  }
};

/// All that stands in the data file, and the headings and words of lists and files, which are an agreement with whoever
/// reads those: it is shown as it is.
QSet<QString> dataOf(db::Database& database) {
  QSet<QString> all;
  for (const report::Listing& listing : report::catalogue()) {
    all << listing.title;
    for (const report::Column& column : listing.columns)
      all << column.heading;
    if (const auto asked = report::requestFor(database, listing, {}, SampleFile::today()); asked.index() == 0)
      report::tableFor(database, std::get<report::Request>(asked)).rows([&](report::Cells cells) {
        for (const std::string_view cell : cells)
          all << QString::fromUtf8(cell.data(), qsizetype(cell.size())).simplified();
        return true;
      });
  }
  all << QString::fromLatin1(report::toDeal); // of a column that no report has unasked
  all << QStringLiteral("Portal vendor");     // on whom something waits, though nothing does today
  for (const exchange::KindColumns& kind : exchange::allKinds()) {
    QString name = kind.name;
    name[0] = name[0].toUpper();
    all << kind.name << name.replace(QLatin1Char('-'), QLatin1Char(' '));
    for (const exchange::Column& column : kind.columns)
      all << column.name;
  }
  const auto tables = database.all(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table'"), {},
                                   [](db::Row& row) { return row.text(); });
  for (const QString& table : tables)
    database.each(QStringLiteral("SELECT * FROM \"%1\"").arg(table), {}, [&](db::Row& row) {
      while (row.consumed() < row.columns())
        all << row.text().simplified();
    });
  return all;
}

} // namespace

/// The whole window in another language, longer than English and from right to left.
class TestPseudo : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void everyWordCanBeTranslated();
  void noLabelIsCut();

private:
  void look(const QString& place, const QWidget* shown);
  void say(const QString& place, const QWidget* where, const QString& text);
  bool isData(const QString& text) const;

  Pseudo m_pseudo;
  std::unique_ptr<Sitting> m_sitting;
  std::unique_ptr<MainWindow> m_window;
  QSet<QString> m_data, m_said;
  QStringList m_untranslated, m_cut;
  int m_seen = 0;
};

void TestPseudo::initTestCase() {
  m_sitting = std::make_unique<Sitting>();
  m_data = dataOf(*m_sitting->database);
  QCoreApplication::installTranslator(&m_pseudo);
  QGuiApplication::setLayoutDirection(Qt::RightToLeft);
  static Theme theme(*qApp);
  m_window = std::make_unique<MainWindow>(theme);
  new Desk(*m_sitting->session, *m_window);
  m_sitting->session->setMe({1});
  m_window->resize(1366, 768);
  m_window->show();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  Walk walk(*m_window, *m_sitting->session, [this](const QString& name, QWidget* shown) {
    ++m_seen;
    for (int i = 0; i < 3; ++i) // what came last is laid out
      QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    look(name, shown);
  });
  walk.all();
  QVERIFY2(m_seen > 60, qPrintable(QString::number(m_seen)));
}

bool TestPseudo::isData(const QString& text) const {
  static const QRegularExpression between(QStringLiteral("\\s*[·,;:→()|/–]\\s*| - | {2,}")),
      dates(QStringLiteral("^((Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\\d{1,2} "
                           "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)( \\d{4})?$")),
      keys(QStringLiteral("^((Ctrl|Alt|Shift|Meta)\\+)*(F\\d+|[A-Z]|\\W|Esc|Return|Enter|Space|Left|Right|Up|Down|Del|"
                          "Backspace|Menu|Home|End|PgUp|PgDown)?$")),
      letters(QStringLiteral("[A-Za-z]{2}"));
  if (m_data.contains(text.simplified()) || m_data.contains(QString(text).remove(QChar(0x2026)).simplified()))
    return true;
  const auto isKnown = [&](const QString& part) {
    return !letters.match(part).hasMatch() || m_data.contains(part.simplified()) || dates.match(part).hasMatch() ||
           keys.match(part).hasMatch();
  };
  for (const QString& line : text.split(QLatin1Char('\n')))
    if (line != text && !isData(line))
      return false;
  if (text.contains(QLatin1Char('\n')))
    return true;
  for (const QString& part : text.split(between, Qt::SkipEmptyParts))
    if (const QStringList words = part.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        !isKnown(part) && !std::all_of(words.begin(), words.end(), isKnown)) // "Lily Marten", of two cells
      return false;
  return true;
}

void TestPseudo::say(const QString& place, const QWidget* where, const QString& text) {
  if (text.contains(opens) || text.contains(closes) || m_said.contains(text) || isData(text))
    return;
  m_said << text;
  m_untranslated << QStringLiteral("%1 (%2 %3): %4")
                        .arg(place, QLatin1String(where->metaObject()->className()), where->objectName(),
                             text.left(80));
}

void TestPseudo::look(const QString& place, const QWidget* shown) {
  say(place, shown, shown->windowTitle().section(QStringLiteral(" — "), 0, 0));
  QList<const QWidget*> all{shown};
  for (const QWidget* one : shown->findChildren<QWidget*>())
    all << one;
  for (const QWidget* widget : all) {
    if (!widget->isVisible() || widget->visibleRegion().isEmpty())
      continue;
    if (place.startsWith(QLatin1String("import")) && widget->inherits("ui::ElidedLabel"))
      continue; // words of the file, all of them in the tool tip where they are cut
    say(place, widget, widget->toolTip());
    say(place, widget, widget->accessibleName());
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
      say(place, label, label->text());
      if (!label->wordWrap() && !label->text().isEmpty() && !label->inherits("ui::ElidedLabel") &&
          label->minimumWidth() != label->maximumWidth() && label->sizeHint().width() > label->width() + 1)
        m_cut << place + QStringLiteral(": ") + label->text().left(60);
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
      say(place, button, button->text());
      // With the focus the outline of the first choice is wider.
      if (!button->text().isEmpty() && !button->inherits("QLineEditIconButton") &&
          button->minimumSizeHint().width() > button->width() + 3)
        m_cut << place + QStringLiteral(": ") + button->text().left(60);
    } else if (const auto* line = qobject_cast<const QLineEdit*>(widget)) {
      say(place, line, line->placeholderText());
    } else if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
      for (int i = 0; i < qMin(box->count(), 200); ++i)
        say(place, box, box->itemText(i));
    } else if (const auto* menu = qobject_cast<const QMenu*>(widget)) {
      for (const QAction* action : menu->actions())
        say(place, menu, action->text().section(QLatin1Char('\t'), 0, 0));
    } else if (const auto* table = qobject_cast<const QTableView*>(widget)) {
      for (int i = 0; table->model() && i < table->model()->columnCount(); ++i)
        say(place, table, table->model()->headerData(i, Qt::Horizontal).toString());
    }
  }
}

void TestPseudo::everyWordCanBeTranslated() {
  for (const QString& one : m_untranslated)
    qWarning().noquote() << one;
  QCOMPARE(m_untranslated.size(), 0);
}

void TestPseudo::noLabelIsCut() {
  m_cut.removeDuplicates();
  for (const QString& one : m_cut)
    qWarning().noquote() << one;
  QCOMPARE(m_cut.size(), 0);
}

QTEST_MAIN(TestPseudo)
#include "tst_pseudo.moc"
