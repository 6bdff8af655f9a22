// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/provider.h"
#include "sitting.h"
#include "support/walk.h"
#include "ui/form/drafts.h"
#include "ui/form/formdialog.h"
#include "ui/import/importdialog.h"
#include "ui/lock/lock.h"
#include "ui/palette/palette.h"
#include "ui/shell/infodialog.h"
#include "ui/team/providerform.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

using namespace ui;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

/// Of "tulip meadow", with the least limits that libsodium has: tst_passphrase looks at real ones.
const QString quickHash =
    u("$argon2id$v=19$m=8,t=1,p=1$4oFpEN3MTU+/gTnPw92hYg$1NecuZtA9hE5ckJ9cx1S1nIlz9mqMfD92xGuFWqyEZs");
constexpr qint64 second = 1000, minute = 60 * second;

/// The texts that a screen reader finds in what is on the screen.
void readAloud(QAccessibleInterface* face, QStringList& texts) {
  if (!face || !face->isValid() || face->state().invisible)
    return;
  for (const auto part : {QAccessible::Name, QAccessible::Value, QAccessible::Description})
    if (const QString text = face->text(part); !text.isEmpty())
      texts << text;
  for (int i = 0; i < face->childCount(); ++i)
    readAloud(face->child(i), texts);
}

} // namespace

/// A locked window shows and does nothing until the pass phrase is typed, and is then as it was.
class TestLock : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void whatIsOpenIsHiddenAndComesBackAsItWas();
  void itsKeyLocksOverAForm();
  void nothingBehindItCanBeRead();
  void everyScreenAndDialogIsLockedOver();
  void keysCommandsAndDroppedFilesReachNothing();
  void whatOpensMeanwhileWaits();
  void eachWrongPhraseWaitsLonger();
  void aRestartGivesNoNewTries();
  void aWindowThatNobodyTouchesLocks();
  void whoComesBackAfterTheMachineSleptMeetsTheLock();
  void aFileWithAPhraseOpensLocked();
  void theFormSetsChangesAndRemovesThePhrase();
  void withoutAPhraseTheKeyAsksForOne();

private:
  void open();
  void protect() { QVERIFY(m_lock->change({quickHash, 10, 0})); }
  QLineEdit* phrase() const { return m_window->findChild<QLineEdit*>(u("lock.phrase")); }
  QString problem() const { return m_window->findChild<QLabel*>(u("lock.problem"))->text(); }
  void type(const QString& text) {
    QTest::keyClicks(phrase(), text);
    QTest::keyClick(phrase(), Qt::Key_Return);
  }
  void unlock() {
    type(u("tulip meadow"));
    QTRY_VERIFY(!m_lock->isLocked());
  }
  QWidgetList shownWindows() const;
  FormDialog* openForm();

  std::unique_ptr<Sitting> m_sitting;
  std::unique_ptr<MainWindow> m_window;
  Lock* m_lock = nullptr;
  qint64 m_now = 0;
};

void TestLock::init() {
  m_sitting = std::make_unique<Sitting>();
  m_now = 1000 * minute;
  open();
}

void TestLock::open() {
  static Theme theme(*qApp);
  m_window = std::make_unique<MainWindow>(theme);
  m_lock = nullptr;
  auto* desk = new Desk(*m_sitting->session, *m_window);
  Q_UNUSED(desk)
  m_lock = new Lock(*m_sitting->session, *m_window, [this] { return m_now; });
  m_window->resize(1200, 760);
  m_window->show();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestLock::cleanup() {
  closeDialogs();
  m_window.reset();
  m_sitting.reset();
}

QWidgetList TestLock::shownWindows() const {
  QWidgetList all;
  for (QWidget* window : QApplication::topLevelWidgets())
    if (window->isVisible())
      all << window;
  return all;
}

FormDialog* TestLock::openForm() {
  openProviderForm(*m_sitting->session, {}, m_window.get(), [](Id<Provider>) {});
  auto* form = m_window->findChild<FormDialog*>();
  QTest::keyClicks(form->findChild<QLineEdit*>(u("lastName")), u("Quillfeather"));
  return form;
}

void TestLock::whatIsOpenIsHiddenAndComesBackAsItWas() {
  protect();
  FormDialog* form = openForm();
  auto* name = form->findChild<QLineEdit*>(u("lastName"));
  name->setFocus();
  QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(name));
  name->setCursorPosition(3);
  QSignalSpy finished(form, &QDialog::finished);
  m_lock->lock();
  QVERIFY(m_lock->isLocked());
  QCOMPARE(shownWindows(), QWidgetList{m_window.get()});
  unlock();
  QVERIFY(finished.isEmpty());
  QVERIFY(form->isVisible());
  QVERIFY(form->isModal());
  QCOMPARE(name->text(), u("Quillfeather"));
  QCOMPARE(name->cursorPosition(), 3);
  QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(name));
  QTest::keyClicks(name, u("x"));
  QCOMPARE(name->text(), u("Quixllfeather"));
  QVERIFY(m_window->menuBar()->isVisible() && m_window->menuBar()->isEnabled());
}

void TestLock::itsKeyLocksOverAForm() {
  protect();
  FormDialog* form = openForm();
  auto* name = form->findChild<QLineEdit*>(u("lastName"));
  name->setFocus();
  QTest::keyClick(name, Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
  QVERIFY(m_lock->isLocked());
  QVERIFY(!form->isVisible());
  unlock();
  QTRY_VERIFY(form->isVisible());
  QCOMPARE(name->text(), u("Quillfeather"));
}

void TestLock::nothingBehindItCanBeRead() {
  protect();
  openForm();
  QStringList before, after;
  for (QWidget* window : shownWindows())
    readAloud(QAccessible::queryAccessibleInterface(window), before);
  QVERIFY(before.contains(u("Quillfeather")));
  m_lock->lock();
  for (QWidget* window : shownWindows())
    readAloud(QAccessible::queryAccessibleInterface(window), after);
  after.removeAll(m_window->windowTitle());
  QVERIFY2(after.size() < 12, qPrintable(after.join(u'\n')));
  for (const QString& text : after)
    QVERIFY2(text.contains(u("Credenza is locked")) || text.contains(u("Pass phrase")) || text == u("Unlock") ||
                 text.startsWith(u("All that was open")),
             qPrintable(text));
  // Nor be seen: the screen is the same over any page.
  const QImage one = m_window->grab().toImage();
  unlock();
  closeDialogs();
  m_window->showPage(u("alerts"));
  m_lock->lock();
  QCOMPARE(m_window->grab().toImage(), one);
}

void TestLock::everyScreenAndDialogIsLockedOver() {
  protect();
  int seen = 0;
  Walk(*m_window, *m_sitting->session, [&](const QString& name, QWidget* shown) {
    if (shown->windowType() == Qt::Popup)
      return; // it closes, as popups do
    ++seen;
    const QWidgetList before = shownWindows();
    m_lock->lock();
    QVERIFY2(m_lock->isLocked(), qPrintable(name));
    QVERIFY2(shownWindows() == QWidgetList{m_window.get()}, qPrintable(name));
    unlock();
    QWidgetList after = shownWindows();
    for (QWidget* window : before)
      QVERIFY2(after.contains(window) || window->windowType() == Qt::ToolTip, qPrintable(name));
  }).all();
  QVERIFY(seen > 40);
}

void TestLock::keysCommandsAndDroppedFilesReachNothing() {
  protect();
  m_lock->lock();
  const QWidget* page = m_window->page();
  for (const int key : {Qt::Key_K, Qt::Key_I, Qt::Key_R, Qt::Key_Slash, Qt::Key_E, Qt::Key_Z, Qt::Key_F, Qt::Key_M}) {
    QTest::keyClick(m_window.get(), Qt::Key(key), Qt::ControlModifier);
    QTest::keyClick(phrase(), Qt::Key(key), Qt::ControlModifier);
  }
  for (const int key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_F})
    QTest::keyClick(phrase(), Qt::Key(key), Qt::AltModifier);
  for (const auto key : {Qt::Key_Escape, Qt::Key_F1, Qt::Key_F5, Qt::Key_F10, Qt::Key_Delete})
    QTest::keyClick(phrase(), key);
  QTest::qWait(0);
  QCOMPARE(shownWindows(), QWidgetList{m_window.get()});
  QCOMPARE(m_window->page(), page);
  QVERIFY(!m_window->findChild<Palette*>() || !m_window->findChild<Palette*>()->isVisible());
  // The cursor stays between the field and its button.
  for (int i = 0; i < 5; ++i) {
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(m_window->findChild<QWidget*>(u("lock"))->isAncestorOf(QApplication::focusWidget()));
  }
  QMimeData file;
  file.setUrls({QUrl::fromLocalFile(m_sitting->database->file())});
  QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(m_window.get(), &enter);
  QVERIFY(!enter.isAccepted());
  QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(m_window.get(), &drop);
  QVERIFY(!m_window->findChild<ImportDialog*>());
  // What wakes the window (a second start) shows the lock.
  m_window->show();
  m_window->raise();
  m_window->activateWindow();
  QVERIFY(m_lock->isLocked());
  QVERIFY(!m_window->centralWidget()->isVisible());
  phrase()->clear();
  unlock();
  QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
  QVERIFY(m_window->findChild<Palette*>()->isVisible());
}

void TestLock::whatOpensMeanwhileWaits() {
  protect();
  m_lock->lock();
  auto* dialog = new InfoDialog(u("Marten, Lily"), u("Her mail did not go."), {}, m_window.get());
  dialog->open();
  QTest::qWait(0);
  QVERIFY(!dialog->isVisible());
  QTest::keyClicks(phrase(), u("tulip"));
  QCOMPARE(phrase()->text(), u("tulip")); // and stands in nobody's way
  phrase()->clear();
  unlock();
  QVERIFY(dialog->isVisible());
  QVERIFY(!dialog->testAttribute(Qt::WA_DontShowOnScreen));
}

void TestLock::eachWrongPhraseWaitsLonger() {
  protect();
  m_lock->lock();
  QCOMPARE(problem(), QString());
  for (const qint64 seconds : {1, 2, 4, 8}) {
    type(u("tulip"));
    QTRY_VERIFY(problem().startsWith(u("That was not the pass phrase.")));
    QVERIFY(!phrase()->isEnabled());
    QVERIFY(phrase()->text().isEmpty());
    m_now += seconds * second - 1;
    m_lock->look();
    QVERIFY(!phrase()->isEnabled());
    m_now += 1;
    m_lock->look();
    QVERIFY(phrase()->isEnabled());
  }
  unlock();
  QCOMPARE(m_lock->setting().failures, 0);
  QCOMPARE(lock::Setting::stored(*m_sitting->database).failures, 0);
}

void TestLock::aRestartGivesNoNewTries() {
  protect();
  m_lock->lock();
  type(u("tulip"));
  QTRY_VERIFY(!problem().isEmpty() && !problem().startsWith(u("Looking")));
  m_now += minute;
  m_lock->look();
  type(u("tulip again"));
  QTRY_COMPARE(lock::Setting::stored(*m_sitting->database).failures, 2);
  const Lock after(*m_sitting->session, *m_window, [this] { return m_now; });
  QVERIFY(after.isLocked());
  QCOMPARE(after.setting().failures, 2);
  QVERIFY(!m_window->findChildren<QLineEdit*>(u("lock.phrase")).back()->isEnabled());
}

void TestLock::aWindowThatNobodyTouchesLocks() {
  m_now += 60 * minute;
  m_lock->look();
  QVERIFY(!m_lock->isLocked()); // without a pass phrase never
  protect();
  m_now += 9 * minute;
  m_lock->look();
  QVERIFY(!m_lock->isLocked());
  QTest::keyClick(m_window.get(), Qt::Key_Shift);
  m_now += 10 * minute - 1;
  m_lock->look();
  QVERIFY(!m_lock->isLocked());
  m_now += 1;
  m_lock->look();
  QVERIFY(m_lock->isLocked());
}

void TestLock::whoComesBackAfterTheMachineSleptMeetsTheLock() {
  protect();
  FormDialog* form = openForm();
  m_now += 11 * minute;
  QTest::keyClick(form->findChild<QLineEdit*>(u("lastName")), Qt::Key_X);
  QVERIFY(m_lock->isLocked());
  unlock();
  QCOMPARE(form->findChild<QLineEdit*>(u("lastName"))->text(), u("Quillfeather"));
}

void TestLock::aFileWithAPhraseOpensLocked() {
  protect();
  delete m_lock;
  m_window.reset();
  open();
  // Both the desk's own and ours are locked, before anything was shown.
  QVERIFY(m_lock->isLocked());
  QVERIFY(!m_window->centralWidget()->isVisible());
  QVERIFY(m_window->findChildren<Lock*>().front()->isLocked());
}

void TestLock::theFormSetsChangesAndRemovesThePhrase() {
  const auto form = [this] { return m_window->findChild<FormDialog*>(u("lockForm")); };
  const auto write = [&](const char* key, const char* text) {
    form()->findChild<QLineEdit*>(QLatin1String(key))->setText(u(text));
  };
  const auto said = [&](const char* key) {
    return form()->findChild<QLabel*>(QLatin1String(key) + u(".problem"))->text();
  };
  m_lock->openSettings();
  form()->accept();
  QVERIFY(!said("fresh").isEmpty());
  write("fresh", "tulip");
  form()->accept();
  QVERIFY(said("fresh").contains(u("8")));
  write("fresh", "tulip meadow");
  write("again", "tulip meadows");
  form()->accept();
  QVERIFY(!said("again").isEmpty());
  write("again", "tulip meadow");
  write("minutes", "0");
  form()->accept();
  QVERIFY(!said("minutes").isEmpty());
  write("minutes", "3");
  form()->accept();
  QTRY_VERIFY_WITH_TIMEOUT(!form(), 30000);
  QVERIFY(m_lock->isSet());
  QCOMPARE(m_lock->setting().minutes, 3);
  const QString hash = lock::Setting::stored(*m_sitting->database).hash;
  QVERIFY(hash.startsWith(u("$argon2id$")));
  // Whoever finds the window open cannot change it.
  m_lock->openSettings();
  write("current", "tulips");
  write("minutes", "240");
  form()->accept();
  QTRY_VERIFY_WITH_TIMEOUT(!said("current").isEmpty(), 30000);
  QCOMPARE(m_lock->setting().minutes, 3);
  write("current", "tulip meadow");
  form()->findChild<QAbstractButton*>(u("removes"))->click();
  form()->accept();
  QTRY_VERIFY_WITH_TIMEOUT(!form(), 30000);
  QVERIFY(!m_lock->isSet());
  QVERIFY(!lock::Setting::stored(*m_sitting->database).isSet());
}

void TestLock::withoutAPhraseTheKeyAsksForOne() {
  m_lock->lock();
  QVERIFY(!m_lock->isLocked());
  QVERIFY(m_window->findChild<FormDialog*>(u("lockForm")));
}

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  QCoreApplication::setOrganizationName(u("credenza-test"));
  TestLock test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_lock.moc"
