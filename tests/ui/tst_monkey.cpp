// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/account.h"
#include "sitting.h"
#include "support/figure.h"
#include "support/testdata.h"
#include "ui/shell/desk.h"
#include "ui/shell/stallwatch.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QDesktopServices>
#include <QDropEvent>
#include <QEventLoop>
#include <QFileDialog>
#include <QMenu>
#include <QMimeData>
#include <QNetworkProxy>
#include <QPushButton>
#include <QRandomGenerator>
#include <QTest>
#include <QTimer>
#include <QtPrintSupport/QPrintDialog>
#include <cstdio>

using namespace ui;

namespace {
QString nameOf(const QWidget* widget) {
  QString name = QLatin1String(widget->metaObject()->className());
  for (const QWidget* at = widget; at; at = at->parentWidget())
    if (!at->objectName().isEmpty() && !at->objectName().startsWith(QLatin1String("qt_")))
      return name + QLatin1Char(' ') + at->objectName();
  return name;
}

// Some minutes of one core; fewer where every access is checked.
#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
constexpr int usualEvents = 200'000;
constexpr bool isAtFullSpeed = true;
#else
constexpr int usualEvents = 4000;
constexpr bool isAtFullSpeed = false;
#endif
/// Of work within one event, in milliseconds: what hangs fails on any machine. A tenth of a second is the promise, and
/// what takes longer is told; beside other programs the same work takes up to three times as long.
constexpr qint64 mostWork = 10 * WatchedApplication::usualLimit;

/// Of what a platform without a screen can not do, Qt warns so often that it drops what is said after it.
void tell(const QString& line) { std::puts(qPrintable(line)); }

const char* const schemes[] = {"http", "https", "mailto", "file", "tel"};
} // namespace

/// Somebody who does not know what they do: keys, clicks, words and sizes by chance, over the real window, while files
/// to import are dropped on it, days begin and their mail goes out. Each key and each click is an event.
class TestMonkey : public QObject {
  Q_OBJECT
public Q_SLOTS:
  void openNothing(const QUrl&) {} // what would leave the program

private Q_SLOTS:
  void initTestCase();
  void whateverIsPressedTheDataFileStaysSound();

private:
  void act();
  void click(QWidget* widget);
  void type(QWidget* widget);
  void spell();
  void press(QWidget* on, Qt::Key key, Qt::KeyboardModifiers keys = Qt::NoModifier);
  void drop(QWidget* on);
  void beginDay();
  QWidget* target();
  int below(int most) { return int(m_random.bounded(most)); }

  QRandomGenerator m_random;
  std::unique_ptr<Sitting> m_sitting;
  std::unique_ptr<MainWindow> m_window;
  QEventLoop m_loop;
  QStringList m_stalls, m_long; ///< what kept the window, what did so by its own work
  QString m_last;               ///< what was pressed last, and on what
  QString m_word;               ///< what is still to be typed of one
  QStringList m_files;          ///< what is dropped
  std::atomic<int> m_day = 0;   ///< since the first one
  int m_dropped = 0;
  int m_left = 0; ///< events
  quint32 m_seed = 1;
};

void TestMonkey::initTestCase() {
  // Nothing goes out, whatever is typed into a form.
  qputenv("ALL_PROXY", "socks5://127.0.0.1:9");
  QNetworkProxy::setApplicationProxy({QNetworkProxy::Socks5Proxy, QStringLiteral("127.0.0.1"), 9});
  for (const char* scheme : schemes)
    QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "openNothing");
  m_sitting = std::make_unique<Sitting>();
  const auto clock = [this] { return tester().now.addDays(m_day); };
  m_sitting->session.reset();
  m_sitting->session = std::make_unique<Session>(*m_sitting->database, SampleFile::today(), clock);
  m_sitting->session->change(QStringLiteral("Account"), [](db::Transaction& transaction) {
    mail::Account account;
    account.host = QStringLiteral("127.0.0.1"); // where nobody takes mail: each is tried, and waits
    account.port = 9;
    account.from = {QStringLiteral("Office"), QStringLiteral("office@example.org")};
    account.store(transaction);
  });
  for (const QFileInfo& file : QDir(testData("office")).entryInfoList({QStringLiteral("*.csv")}))
    m_files << file.filePath();
  const QString many = m_sitting->dir.filePath(QStringLiteral("providers.csv")); // so that it takes a while
  QFile rows(many);
  QVERIFY(rows.open(QIODevice::WriteOnly));
  rows.write("Last Name,First Name,Team,Tags\n");
  for (int i = 0; i < 150; ++i)
    rows.write(QStringLiteral("Example %1,Robin,Lakeside,Tag %2\n").arg(i).arg(i % 7).toUtf8());
  rows.close();
  m_files << many << many << m_sitting->database->file(); // and what is no list at all
  QDir::setCurrent(m_sitting->dir.path());
  QGuiApplication::setQuitOnLastWindowClosed(false);
  static Theme theme(*qApp);
  m_window = std::make_unique<MainWindow>(theme);
  new Desk(*m_sitting->session, *m_window);
  m_sitting->session->setMe({1});
  m_window->resize(1366, 768);
  m_window->show();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

/// What a person could reach now: a menu that is open, else the dialog on top, else the window.
QWidget* TestMonkey::target() {
  QWidget* top = QApplication::activePopupWidget();
  if (!top)
    top = QApplication::activeModalWidget();
  if (!top)
    top = m_window.get();
  if (qobject_cast<QFileDialog*>(top) || qobject_cast<QPrintDialog*>(top)) { // the system's own
    static_cast<QDialog*>(top)->reject();
    return nullptr;
  }
  return top;
}

void TestMonkey::click(QWidget* widget) {
  const QPoint at(below(qMax(1, widget->width())), below(qMax(1, widget->height())));
  QWidget* under = widget->childAt(at);
  QWidget* hit = under ? under : widget;
  const QPoint there = hit->mapFrom(widget, at);
  m_last = QStringLiteral("click on ") + nameOf(hit);
  const auto button = below(8) ? Qt::LeftButton : Qt::RightButton;
  const QPointer<QWidget> alive = hit;
  const Qt::KeyboardModifiers keys = below(6) ? Qt::NoModifier : below(2) ? Qt::ControlModifier : Qt::ShiftModifier;
  --m_left;
  QTest::mouseClick(hit, button, keys, there);
  if (button == Qt::RightButton && alive) {
    QContextMenuEvent menu(QContextMenuEvent::Mouse, there, hit->mapToGlobal(there));
    QApplication::sendEvent(hit, &menu);
  } else if (alive && below(12) == 0) {
    --m_left;
    QTest::mouseDClick(hit, Qt::LeftButton, Qt::NoModifier, there);
  }
}

void TestMonkey::press(QWidget* on, Qt::Key key, Qt::KeyboardModifiers keys) {
  --m_left;
  QTest::keyClick(on, key, keys);
}

void TestMonkey::drop(QWidget* on) {
  m_last = QStringLiteral("file dropped on ") + nameOf(on);
  --m_left;
  ++m_dropped;
  QMimeData file;
  file.setUrls({QUrl::fromLocalFile(m_files[below(int(m_files.size()))])});
  const QPointer<QWidget> alive = on;
  QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(on, &enter);
  QDropEvent event(QPointF(9, 9), Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
  if (alive)
    QApplication::sendEvent(on, &event);
}

/// Alerts are told, lists read again; by the key that it has, the mail of the day goes out.
void TestMonkey::beginDay() {
  m_last = QStringLiteral("day began");
  ++m_day;
  m_sitting->session->noticeDay();
  press(m_window.get(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
}

/// The next letter of a word, into what has the focus by now.
void TestMonkey::spell() {
  const QChar one = m_word.front();
  m_word.remove(0, 1);
  --m_left;
  if (QWidget* on = QApplication::focusWidget() ? QApplication::focusWidget() : target())
    QTest::sendKeyEvent(QTest::Click, on, one.unicode() < 128 ? QTest::asciiToKey(one.toLatin1()) : Qt::Key_unknown,
                        QString(one), Qt::NoModifier);
}

void TestMonkey::type(QWidget* widget) {
  static const Qt::Key keys[] = {Qt::Key_Tab,  Qt::Key_Backtab,  Qt::Key_Return, Qt::Key_Escape, Qt::Key_Space,
                                 Qt::Key_Up,   Qt::Key_Down,     Qt::Key_Left,   Qt::Key_Right,  Qt::Key_PageDown,
                                 Qt::Key_Home, Qt::Key_End,      Qt::Key_Delete, Qt::Key_F2,     Qt::Key_F5,
                                 Qt::Key_Menu, Qt::Key_Backspace};
  static const char* const words[] = {"Marten",
                                      "+7",
                                      "3b",
                                      "1/12",
                                      "aetna",
                                      "2026-02-30",
                                      "'; DROP TABLE note;--",
                                      "\xc3\x85str\xc3\xb6m \xe4\xbd\x90\xe3\x80\x85\xe6\x9c\xa8",
                                      "=1+1",
                                      "9999999999"};
  QWidget* to = QApplication::focusWidget() ? QApplication::focusWidget() : widget;
  m_last = QStringLiteral("key in ") + nameOf(to);
  switch (below(4)) {
  case 0:
    m_last = QStringLiteral("word into ") + nameOf(to);
    m_word = QString::fromUtf8(words[below(int(std::size(words)))]);
    break;
  case 1: { // a command, but the one that ends the program
    const int key = Qt::Key_A + below(26);
    m_last += QStringLiteral(", Ctrl+") + QChar(key);
    if (key != Qt::Key_Q)
      press(to, Qt::Key(key), below(3) ? Qt::ControlModifier : Qt::ControlModifier | Qt::ShiftModifier);
    break;
  }
  case 2:
    press(to, Qt::Key(Qt::Key_A + below(26)));
    break;
  default:
    press(to, keys[below(int(std::size(keys)))], below(5) ? Qt::NoModifier : Qt::AltModifier);
  }
}

void TestMonkey::act() {
  if (m_left <= 0) {
    for (QWidget* top : QApplication::topLevelWidgets())
      if (top != m_window.get() && top->isVisible())
        top->close();
    m_loop.quit();
    return;
  }
  // First, so that it goes on within a menu that waits.
  QTimer::singleShot(0, this, [this] { act(); });
  if (!m_window->isVisible())
    m_window->show();
  if (!m_word.isEmpty())
    return spell();
  QWidget* on = target();
  if (!on)
    return;
  const int what = below(100);
  // Who drops a file mostly means it; by chance alone hardly one would be imported.
  auto* next = on->findChild<QPushButton*>(QStringLiteral("import.next"));
  if (what < 20 && next && next->isVisible() && next->isEnabled())
    click(next);
  else if (what < 55)
    click(on);
  else if (what < 97)
    type(on);
  else if (below(40) == 0)
    below(2) ? drop(on) : beginDay();
  else if (--m_left; what < 99)
    m_window->resize(900 + below(900), 600 + below(600));
  else if (QDialog* dialog = qobject_cast<QDialog*>(on))
    dialog->reject();
}

void TestMonkey::whateverIsPressedTheDataFileStaysSound() {
  m_left = figure("CREDENZA_EVENTS", usualEvents, usualEvents);
  m_seed = quint32(qMax(1, qEnvironmentVariableIntValue("CREDENZA_SEED")));
  m_random.seed(m_seed);
  tell(QStringLiteral("seed %1, %2 events").arg(m_seed).arg(m_left));
  auto& application = static_cast<WatchedApplication&>(*qApp);
  application.watch([this](const QString& what, qint64 took, qint64 worked) {
    const QString told =
        QStringLiteral("%1 ms, %2 of them work: %3, after a %4").arg(took).arg(worked).arg(what, m_last);
    (worked > mostWork ? m_long : m_stalls) << told;
  });
  const qint64 before = m_sitting->database->value(QStringLiteral("SELECT max(id) FROM change"));
  QTimer::singleShot(0, this, [this] { act(); });
  m_loop.exec();
  application.watch({});
  for (const char* scheme : schemes)
    QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
  QTRY_VERIFY(!m_sitting->session->isBusy());
  QCOMPARE(datafile::check(*m_sitting->database), std::vector<QString>());
  const auto counted = [this](const char* sql) { return m_sitting->database->value(QLatin1String(sql)); };
  tell(QStringLiteral("%1 changes, %2 of them imports, over %3 days; %4 files dropped, %5 mails, %6 providers")
           .arg(counted("SELECT max(id) FROM change") - before)
           .arg(counted("SELECT count(*) FROM change WHERE what LIKE 'Imported %'"))
           .arg(m_day)
           .arg(m_dropped)
           .arg(counted("SELECT count(*) FROM outbox"))
           .arg(counted("SELECT count(*) FROM provider")));
  for (const QString& one : m_stalls + m_long)
    tell(QStringLiteral("kept the window waiting, ") + one);
  // What it waited for is told only: where much else runs, a disk or a thread is late.
  if (isAtFullSpeed)
    QVERIFY2(m_long.isEmpty(), qPrintable(m_long.join(QLatin1Char('\n'))));
}

int main(int argc, char** argv) {
  WatchedApplication app(argc, argv);
  if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
    qputenv("QTEST_FUNCTION_TIMEOUT", "86400000"); // milliseconds: Qt would end what is long after five minutes
  TestMonkey test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_monkey.moc"
