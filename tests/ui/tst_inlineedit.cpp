// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/trackings.h"
#include "sitting.h"
#include "ui/edit/celleditor.h"
#include "ui/edit/choiceline.h"
#include "ui/form/datefield.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/theme/theme.h"
#include "ui/tracking/trackingpage.h"

#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

namespace {
QString u(const char* text) { return QString::fromUtf8(text); }
} // namespace

/// Cells of the tracking list changed where they stand, by keys alone.
class TestInlineEdit : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void f2OpensTheDateAndEnterSavesAndMovesDown();
  void typingBeginsWithWhatWasTyped();
  void tabMovesToTheNextCellThatCanBeChanged();
  void escLeavesAllAsItWas();
  void whatCannotBeIsSaidAtTheCellAndTheTextStays();
  void leavingTheFieldSaves();
  void aWordIsChosenFromThoseThatFit();
  void aChoiceIsTakenByAClick();
  void aListThatClosesWhileItIsClickedTakesNothing();
  void aMoveThatMayNotBeIsSaidAndNothingIsWritten();
  void completingAStepStartsTheNextOne();
  void theRowStaysWhereItIsWhileOneTypes();
  void aSavedCellIsShownAtOnceAndCanBeUndone();
  void anUnchangedCellWritesNothing();
  void aCellThatCannotBeChangedOpensNothing();
  void oneCopiedCellIsPastedIntoTheEditor();
  void everyControlOfTheEditorHasAName();

private:
  QModelIndex cell(int row, const char* column) const {
    return m_page->model()->index(row, m_page->model()->columnOf(QLatin1String(column)));
  }
  void go(int row, const char* column) {
    table()->setFocus();
    table()->setCurrentIndex(cell(row, column));
  }
  TableView* table() const { return m_page->table(); }
  CellEditor* editor() const {
    for (CellEditor* each : table()->viewport()->findChildren<CellEditor*>())
      if (each->isVisible())
        return each;
    return nullptr;
  }
  QLineEdit* line() const { return editor()->findChild<QLineEdit*>(u("cellInput")); }
  void key(Qt::Key which, Qt::KeyboardModifiers with = Qt::NoModifier) {
    QTest::keyClick(QApplication::focusWidget(), which, with);
  }
  void type(const char* text) {
    for (const QChar c : u(text)) // the first one may bring the cursor into an editor
      QTest::keyClicks(QApplication::focusWidget(), QString(c));
  }
  QString problem() const {
    auto* label = table()->viewport()->findChild<QLabel*>(u("cellEditor.problem"));
    return label && label->isVisible() ? label->text() : QString();
  }
  Step step(qint64 id) const { return *db::load(*m_sitting->database, Id<Step>{id}); }
  qint64 changes() const { return m_sitting->database->value(u("SELECT count(*) FROM change")); }

  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<Sitting> m_sitting;
  std::unique_ptr<ListingPage> m_page;
};

void TestInlineEdit::init() {
  if (!m_theme)
    m_theme = std::make_unique<Theme>(*qApp);
  m_sitting = std::make_unique<Sitting>();
  m_page.reset(makeTrackingPage(*m_sitting->session));
  m_page->resize(1300, 700);
  m_page->show();
  QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
  QTRY_VERIFY(m_page->model()->isComplete());
  QVERIFY(m_page->model()->rowCount() > 20);
}

void TestInlineEdit::cleanup() {
  m_page.reset();
  m_sitting.reset();
}

void TestInlineEdit::f2OpensTheDateAndEnterSavesAndMovesDown() {
  const qint64 id = m_page->model()->idAt(3), next = m_page->model()->idAt(4);
  go(3, "Follow-up");
  key(Qt::Key_F2);
  QVERIFY(qobject_cast<DateField*>(line()));
  QVERIFY(line()->hasFocus());
  line()->selectAll();
  type("3b");
  key(Qt::Key_Return);
  QVERIFY(!editor());
  QCOMPARE(step(id).followUp, QDate(2026, 3, 5));
  QCOMPARE(table()->currentId(), next);
  QVERIFY(table()->hasFocus());
}

void TestInlineEdit::typingBeginsWithWhatWasTyped() {
  const qint64 id = m_page->model()->idAt(2);
  go(2, "Follow-up");
  type("+7");
  QCOMPARE(line()->text(), u("+7"));
  key(Qt::Key_Return);
  QCOMPARE(step(id).followUp, QDate(2026, 3, 9));
}

void TestInlineEdit::tabMovesToTheNextCellThatCanBeChanged() {
  go(2, "Due");
  const qint64 id = m_page->model()->idAt(2);
  type("4/1");
  key(Qt::Key_Tab);
  QVERIFY(!editor());
  QCOMPARE(step(id).due, QDate(2026, 4, 1));
  QVERIFY(step(id).duePinned);
  QCOMPARE(table()->currentId(), id);
  QCOMPARE(table()->currentIndex().column(), m_page->model()->columnOf(u("Status")));
  key(Qt::Key_F2); // a letter moves the step
  QVERIFY(editor());
  key(Qt::Key_Escape);
  go(2, "Due");
  key(Qt::Key_F2);
  key(Qt::Key_Backtab, Qt::ShiftModifier);
  QCOMPARE(table()->currentIndex().column(), m_page->model()->columnOf(u("Waiting on")));
}

void TestInlineEdit::escLeavesAllAsItWas() {
  const qint64 before = changes();
  go(1, "Due");
  type("+9");
  key(Qt::Key_Escape);
  QVERIFY(!editor());
  QCOMPARE(changes(), before);
  QVERIFY(table()->hasFocus());
}

void TestInlineEdit::whatCannotBeIsSaidAtTheCellAndTheTextStays() {
  const qint64 before = changes();
  go(1, "Due");
  type("someday");
  key(Qt::Key_Return);
  QVERIFY(editor());
  QCOMPARE(line()->text(), u("someday"));
  QVERIFY(problem().startsWith(u("“someday” is no date.")));
  QCOMPARE(line()->accessibleDescription(), problem());
  QCOMPARE(changes(), before);
  type("x");
  QCOMPARE(problem(), QString()); // until it is tried again
  line()->selectAll();
  type("+1");
  key(Qt::Key_Return);
  QVERIFY(!editor());
  QCOMPARE(changes(), before + 1);
}

void TestInlineEdit::leavingTheFieldSaves() {
  const qint64 id = m_page->model()->idAt(1);
  go(1, "Follow-up");
  type("+2");
  QTest::mouseClick(table()->viewport(), Qt::LeftButton, Qt::NoModifier,
                    table()->visualRect(cell(5, "Provider")).center());
  table()->setFocus(Qt::MouseFocusReason); // as a click does where the platform has focus
  QTRY_VERIFY(!editor());
  QCOMPARE(step(id).followUp, QDate(2026, 3, 4));
}

void TestInlineEdit::aWordIsChosenFromThoseThatFit() {
  int row = 0;
  while (step(m_page->model()->idAt(row)).waitingOn == u("Payor"))
    ++row;
  const qint64 id = m_page->model()->idAt(row);
  go(row, "Waiting on");
  type("p");
  auto* list = m_page->findChild<QListWidget*>(u("cellChoices"));
  QVERIFY(list && list->isVisible());
  QStringList offered;
  for (int i = 0; i < list->count(); ++i)
    offered << list->item(i)->text();
  QCOMPARE(offered, QStringList({u("Provider"), u("Payor"), u("Portal vendor")}));
  key(Qt::Key_Down);
  key(Qt::Key_Return);
  QVERIFY(!editor());
  QCOMPARE(step(id).waitingOn, u("Payor"));
  QCOMPARE(step(id).waitingSince, Sitting::today());
}

void TestInlineEdit::aChoiceIsTakenByAClick() {
  const qint64 id = m_page->model()->idAt(1);
  go(1, "Waiting on");
  key(Qt::Key_F2);
  QTest::mouseClick(line(), Qt::LeftButton);
  auto* list = m_page->findChild<QListWidget*>(u("cellChoices"));
  QVERIFY(list);
  const auto found = list->findItems(u("Facility"), Qt::MatchExactly);
  QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier, list->visualItemRect(found.front()).center());
  QTRY_VERIFY(!editor());
  QCOMPARE(step(id).waitingOn, u("Facility"));
}

void TestInlineEdit::aListThatClosesWhileItIsClickedTakesNothing() {
  go(1, "Waiting on");
  type("p");
  auto* list = m_page->findChild<QListWidget*>(u("cellChoices"));
  QVERIFY(list);
  const QPoint there = list->visualItemRect(list->item(0)).center();
  QTest::mousePress(list->viewport(), Qt::LeftButton, Qt::NoModifier, there);
  key(Qt::Key_Backspace); // another list takes its place
  const QString before = line()->text();
  QTest::mouseRelease(list->viewport(), Qt::LeftButton, Qt::NoModifier, there);
  QVERIFY(editor());
  QCOMPARE(line()->text(), before);
}

void TestInlineEdit::aMoveThatMayNotBeIsSaidAndNothingIsWritten() {
  const qint64 before = changes();
  go(1, "Status");
  type("done");
  key(Qt::Key_Return);
  QVERIFY(problem().contains(u("is none of these: New, In progress")));
  QCOMPARE(changes(), before);
}

void TestInlineEdit::completingAStepStartsTheNextOne() {
  int row = -1;
  for (int i = 0; i < m_page->model()->rowCount() && row < 0; ++i) {
    const Step one = step(m_page->model()->idAt(i));
    const auto all = stepsOf(*m_sitting->database, one.tracking);
    if (one.status == u("In progress") && all.back().id != one.id && all.back().status == u("New"))
      row = i;
  }
  QVERIFY(row >= 0);
  const Step before = step(m_page->model()->idAt(row));
  go(row, "Status");
  type("comp");
  key(Qt::Key_Return);
  QVERIFY(!editor());
  const auto all = stepsOf(*m_sitting->database, before.tracking);
  bool isStarted = false;
  for (const Step& one : all) {
    if (one.id == before.id)
      QCOMPARE(one.completed, Sitting::today());
    isStarted = isStarted || (one.position > before.position && one.started == Sitting::today());
  }
  QVERIFY(isStarted);
}

void TestInlineEdit::theRowStaysWhereItIsWhileOneTypes() {
  const qint64 id = m_page->model()->idAt(1);
  go(1, "Due");
  type("12/3");
  QVERIFY(m_sitting->session->change(u("Changed elsewhere"), [&](db::Transaction& transaction) {
    Trackings(transaction).setDue(Id<Step>{id}, QDate(2027, 5, 1)); // to the end of the list
  }));
  QTest::qWait(0);
  QCOMPARE(m_page->model()->idAt(1), id);
  QCOMPARE(line()->text(), u("12/3"));
  key(Qt::Key_Return);
  QCOMPARE(step(id).due, QDate(2026, 12, 3));
  QTRY_VERIFY(m_page->model()->idAt(1) != id); // and goes where it belongs when it is through
}

void TestInlineEdit::aSavedCellIsShownAtOnceAndCanBeUndone() {
  QSignalSpy told(m_sitting->session.get(), &Session::changed);
  const qint64 id = m_page->model()->idAt(3);
  const Step before = step(id);
  go(3, "Follow-up");
  type("+30");
  key(Qt::Key_Return);
  QCOMPARE(told.count(), 1);
  QCOMPARE(told.front().front().toString(), u("Changed Follow-up of a step"));
  QTRY_COMPARE(cell(3, "Follow-up").data(ListModel::RawRole).toString(), u("2026-04-01"));
  QCOMPARE(m_sitting->session->undoName(), u("Changed Follow-up of a step"));
  m_sitting->session->undoLast();
  QVERIFY(step(id).values() == before.values());
  QCOMPARE(m_sitting->session->redoName(), u("Changed Follow-up of a step"));
  m_sitting->session->redoLast();
  QCOMPARE(step(id).followUp, QDate(2026, 4, 1));
  QCOMPARE(m_sitting->database->text(u("SELECT what FROM change ORDER BY id DESC LIMIT 1")),
           u("Redo: Changed Follow-up of a step"));
  m_sitting->session->undoLast();
  QVERIFY(step(id).values() == before.values());
  QCOMPARE(m_sitting->database->text(u("SELECT what FROM change ORDER BY id DESC LIMIT 1")),
           u("Undo: Changed Follow-up of a step"));
}

void TestInlineEdit::anUnchangedCellWritesNothing() {
  const qint64 before = changes();
  for (const char* column : {"Due", "Status", "Assignee", "Waiting on", "Follow-up"}) {
    go(2, column);
    key(Qt::Key_F2);
    QVERIFY2(editor(), column);
    key(Qt::Key_Return);
    QVERIFY2(!editor(), column);
  }
  QCOMPARE(changes(), before);
}

void TestInlineEdit::aCellThatCannotBeChangedOpensNothing() {
  go(2, "Provider");
  key(Qt::Key_F2);
  QVERIFY(!editor());
}

void TestInlineEdit::oneCopiedCellIsPastedIntoTheEditor() {
  const qint64 id = m_page->model()->idAt(2);
  QGuiApplication::clipboard()->setText(u("3/20/2026\r\n"));
  go(2, "Due");
  key(Qt::Key_V, Qt::ControlModifier);
  QVERIFY(editor());
  QCOMPARE(line()->text(), u("3/20/2026"));
  key(Qt::Key_Return);
  QCOMPARE(step(id).due, QDate(2026, 3, 20));
}

void TestInlineEdit::everyControlOfTheEditorHasAName() {
  for (const char* column : {"Due", "Assignee"}) {
    go(2, column);
    key(Qt::Key_F2);
    QCOMPARE(line()->accessibleName(), u(column));
    key(Qt::Key_Escape);
  }
}

QTEST_MAIN(TestInlineEdit)
#include "tst_inlineedit.moc"
