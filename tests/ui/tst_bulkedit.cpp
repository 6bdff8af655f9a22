// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payors/panel.h"
#include "core/payors/payor.h"
#include "core/tracking/step.h"
#include "named.h"
#include "sitting.h"
#include "ui/edit/cellinput.h"
#include "ui/edit/changedialog.h"
#include "ui/edit/linelist.h"
#include "ui/edit/paneldialogs.h"
#include "ui/edit/reassign.h"
#include "ui/edit/reassigndialog.h"
#include "ui/form/pickbox.h"
#include "ui/form/searchfield.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/theme/theme.h"
#include "ui/tracking/trackingpage.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace ui;

namespace {
QString u(const char* text) { return QString::fromUtf8(text); }
} // namespace

class TestBulkEdit : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void allRowsAreSelectedThoughNoneIsRead();
  void howLateIsReadableOfADayOfLastYearToo();
  void aFieldOfTheSelectionIsChangedAfterAPreview();
  void theDialogBeginsWithTheColumnOfTheCursor();
  void whatIsTypedWronglyIsRefusedForEachRow();
  void nothingIsRefusedBeforeAValueIsChosen();
  void anotherFieldHasItsOwnValue();
  void theArrowsGoFromFieldToField();
  void aFieldOfTheTrackingIsChangedFromItsSteps();
  void aLargeChangeIsUndoneAsideAndOthersWait();
  void aBlockIsPastedFromTheCursorOn();
  void rowsWithTheHeadingsOfAListAreNewRows_data();
  void rowsWithTheHeadingsOfAListAreNewRows();
  void aColumnOfDueDatesIsPasted();
  void whatWasCopiedIsPastedBackWithoutADifference();
  void aPastedCellThatCannotBeChangedIsRefused();
  void oneValueIsPastedIntoTheSelection();
  void everythingOfAColleagueIsDealtOver();
  void longItemsLeaveRoomForWhatTheyBecome();
  void statusesAreCopiedFromAnotherProvider();
  void theTeamsPayorsAreListedAndAdded();
  void everyControlHasAName();

private:
  TableView* table() const { return m_page->table(); }
  void select(int from, int to, const char* column = "Due") {
    const int at = m_page->model()->columnOf(QLatin1String(column));
    table()->setCurrentIndex(m_page->model()->index(from, at));
    QItemSelection rows;
    rows.select(m_page->model()->index(from, 0), m_page->model()->index(to, m_page->model()->columnCount() - 1));
    table()->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
  }
  template<class T>
  T* dialog() const {
    for (T* each : m_page->findChildren<T*>())
      if (each->isVisible())
        return each;
    return nullptr;
  }
  /// Waits until the dialog shows what was asked for last.
  void settled(PreviewDialog* of) { QVERIFY(QSignalSpy(of, &PreviewDialog::looked).wait(20000)); }
  static QString summary(const QDialog* of) { return of->findChild<QLabel*>(of->objectName() + u(".summary"))->text(); }
  static QPushButton* button(const QDialog* of, const char* name) {
    return of->findChild<QPushButton*>(of->objectName() + QLatin1Char('.') + QLatin1String(name));
  }
  void applied(QDialog* of) {
    QSignalSpy done(of, &QDialog::accepted);
    QTest::mouseClick(button(of, "apply"), Qt::LeftButton);
    QVERIFY(done.wait(20000));
  }
  ChangeDialog* change() {
    m_page->changeSelected();
    auto* opened = dialog<ChangeDialog>();
    settled(opened);
    return opened;
  }
  void write(ChangeDialog* into, const char* text) {
    auto* line = into->findChild<QLineEdit*>(u("cellInput"));
    line->setFocus();
    line->clear();
    QTest::keyClicks(line, u(text));
    settled(into);
  }
  std::vector<qint64> firstIds(int count) const {
    return {m_page->model()->ids().begin(), m_page->model()->ids().begin() + count};
  }
  Step step(qint64 id) const { return *db::load(*m_sitting->database, Id<Step>{id}); }
  qint64 changes() const { return m_sitting->database->value(u("SELECT count(*) FROM change")); }

  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<Sitting> m_sitting;
  std::unique_ptr<ListingPage> m_page;
};

void TestBulkEdit::init() {
  if (!m_theme)
    m_theme = std::make_unique<Theme>(*qApp);
  m_sitting = std::make_unique<Sitting>();
  m_page.reset(makeTrackingPage(*m_sitting->session));
  m_page->resize(1300, 700);
  m_page->show();
  QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
  QTRY_VERIFY(m_page->model()->isComplete());
}

void TestBulkEdit::cleanup() {
  m_page.reset();
  m_sitting.reset();
}

void TestBulkEdit::howLateIsReadableOfADayOfLastYearToo() {
  const int wide = QFontMetrics(fontOf(Face::Body)).horizontalAdvance(u("25 Sep 2025 · 108 late"));
  QVERIFY2(table()->columnWidth(m_page->model()->columnOf(u("Due"))) >= wide + px(size::cell) + px(size::gap),
           qPrintable(QString::number(wide)));
}

void TestBulkEdit::allRowsAreSelectedThoughNoneIsRead() {
  QVERIFY(m_page->model()->rowCount() > ListModel::pageRows);
  table()->selectAll();
  QCOMPARE(table()->selectedRows(), m_page->model()->rowCount());
  QCOMPARE(table()->selectedIds(), m_page->model()->ids());
  // Before all ids are known they are taken as soon as they are.
  Query query = m_page->query();
  query.sort = {{u("Follow-up"), true}};
  m_page->setQuery(query);
  QVERIFY(!m_page->model()->isComplete());
  table()->selectAll();
  QTRY_VERIFY(m_page->model()->isComplete());
  QCOMPARE(table()->selectedRows(), m_page->model()->rowCount());
}

void TestBulkEdit::aFieldOfTheSelectionIsChangedAfterAPreview() {
  const auto ids = firstIds(37);
  int same = 0;
  for (int i = 0; i < 34; ++i) { // 3 differ
    db::Transaction transaction(*m_sitting->database, tester(), u("Before"));
    Step one = step(ids[size_t(i)]);
    one.followUp = QDate(2026, 3, 9);
    db::save(transaction, one);
    transaction.commit();
    ++same;
  }
  for (int i = 34; i < 37; ++i)
    same += step(ids[size_t(i)]).followUp == QDate(2026, 3, 9);
  select(0, 36, "Follow-up");
  const qint64 before = changes();
  ChangeDialog* opened = change();
  write(opened, "+7");
  QCOMPARE(summary(opened), same == 34 ? u("37 rows, 3 differ") : u("37 rows, %1 differ").arg(37 - same));
  QCOMPARE(opened->findChild<TableView*>(u("changes"))->model()->rowCount(), 37 - same);
  QCOMPARE(changes(), before);
  applied(opened);
  for (const qint64 id : ids)
    QCOMPARE(step(id).followUp, QDate(2026, 3, 9));
  QCOMPARE(changes(), before + 1);
  QCOMPARE(m_sitting->session->undoName(), u("Changed Follow-up of 3 steps"));
  m_sitting->session->undoLast();
  QCOMPARE(m_sitting->session->redoName(), u("Changed Follow-up of 3 steps"));
}

void TestBulkEdit::theDialogBeginsWithTheColumnOfTheCursor() {
  select(0, 2, "Assignee");
  ChangeDialog* opened = change();
  auto* field = opened->findChild<PickBox*>(u("change.field"));
  QCOMPARE(field->currentText(), u("Assignee"));
  QStringList offered;
  for (int i = 0; i < field->count(); ++i)
    offered << field->itemText(i);
  QCOMPARE(offered.mid(0, 5), QStringList({u("Waiting on"), u("Due"), u("Status"), u("Assignee"), u("Follow-up")}));
  QVERIFY(offered.contains(u("Priority")));
  QVERIFY(!offered.contains(u("Provider")));
}

void TestBulkEdit::whatIsTypedWronglyIsRefusedForEachRow() {
  select(0, 4);
  ChangeDialog* opened = change();
  write(opened, "never");
  QCOMPARE(summary(opened), u("5 rows, 0 differ, 5 cannot be changed"));
  QVERIFY(!button(opened, "apply")->isEnabled());
  auto* list = opened->findChild<TableView*>(u("changes"));
  QVERIFY(list->model()->index(0, 5).data().toString().startsWith(u("“never” is no date.")));
}

void TestBulkEdit::nothingIsRefusedBeforeAValueIsChosen() {
  select(0, 4, "Status"); // which cannot be empty
  ChangeDialog* opened = change();
  QCOMPARE(summary(opened), u("5 rows: choose or type the new value."));
  QCOMPARE(opened->findChild<TableView*>(u("changes"))->model()->rowCount(), 0);
  QVERIFY(!button(opened, "apply")->isEnabled());
}

void TestBulkEdit::anotherFieldHasItsOwnValue() {
  select(0, 4);
  ChangeDialog* opened = change();
  auto* field = opened->findChild<PickBox*>(u("change.field"));
  field->setCurrentText(u("Waiting on"));
  settled(opened);
  write(opened, "fac");
  applied(opened);
  for (const qint64 id : firstIds(5))
    QCOMPARE(step(id).waitingOn, u("Facility"));
}

void TestBulkEdit::theArrowsGoFromFieldToField() {
  select(0, 4);
  ChangeDialog* opened = change();
  auto* field = opened->findChild<PickBox*>(u("change.field"));
  field->setCurrentIndex(0);
  field->setFocus();
  QTRY_VERIFY(field->hasFocus());
  QTest::keyClick(field, Qt::Key_Down);
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
  QCOMPARE(field->currentIndex(), 2);
  settled(opened);
  QTest::keyClick(field, Qt::Key_Tab); // and on to the value of that field
  QCOMPARE(QApplication::focusWidget()->objectName(), u("cellInput"));
}

void TestBulkEdit::aFieldOfTheTrackingIsChangedFromItsSteps() {
  select(0, 9);
  ChangeDialog* opened = change();
  opened->findChild<PickBox*>(u("change.field"))->setCurrentText(u("Priority"));
  settled(opened);
  write(opened, "high");
  applied(opened);
  for (const qint64 id : firstIds(10))
    QCOMPARE(db::load(*m_sitting->database, step(id).tracking)->priority, u("High"));
}

void TestBulkEdit::aLargeChangeIsUndoneAsideAndOthersWait() {
  table()->selectAll();
  const qint64 open = m_page->model()->rowCount();
  QVERIFY(open > 500);
  table()->selectionModel()->setCurrentIndex(m_page->model()->index(0, m_page->model()->columnOf(u("Follow-up"))),
                                             QItemSelectionModel::NoUpdate);
  ChangeDialog* opened = change();
  write(opened, "6/1");
  applied(opened);
  const auto count = [this] {
    return m_sitting->database->value(u("SELECT count(*) FROM step WHERE follow_up = '2026-06-01'"));
  };
  QCOMPARE(count(), open);

  Session& session = *m_sitting->session;
  QSignalSpy busy(&session, &Session::busyWith), told(&session, &Session::changed);
  session.undoLast();
  QVERIFY(session.isBusy());
  QCOMPARE(busy.takeFirst().front().toString(), u("Undoing “Changed Follow-up of %L1 steps”").arg(open));
  const Problems problems = session.tryChange(u("Meanwhile"), [](db::Transaction&) { return Problems{}; });
  QCOMPARE(problems.size(), size_t(1));
  QVERIFY(problems.front().sentence.contains(u("try again")));
  QTRY_VERIFY_WITH_TIMEOUT(!session.isBusy(), 20000);
  QCOMPARE(told.takeLast().front().toString(), u("Undone: Changed Follow-up of %L1 steps").arg(open));
  QCOMPARE(count(), 0);
  session.redoLast();
  QTRY_VERIFY_WITH_TIMEOUT(!session.isBusy(), 20000);
  QCOMPARE(count(), open);
}

void TestBulkEdit::aBlockIsPastedFromTheCursorOn() {
  const QString name =
      m_sitting->database->text(u("SELECT name FROM coordinator WHERE active = 1 ORDER BY id LIMIT 1"));
  QGuiApplication::clipboard()->setText(u("%1\t+1\r\n\t+2\r\n%1\t\r\n").arg(name));
  select(1, 1, "Assignee");
  table()->setFocus();
  QTest::keyClick(table(), Qt::Key_V, Qt::ControlModifier);
  auto* opened = dialog<ChangeDialog>();
  QVERIFY(opened);
  QCOMPARE(opened->windowTitle(), u("Paste 3 × 2 cells"));
  settled(opened);
  QCOMPARE(opened->focusWidget()->objectName(), u("change.apply")); // Enter takes what is shown
  const auto ids = m_page->model()->ids();
  applied(opened);
  QVERIFY(step(ids[1]).assignee.isValid());
  QCOMPARE(step(ids[1]).followUp, QDate(2026, 3, 3));
  QVERIFY(!step(ids[2]).assignee.isValid());
  QCOMPARE(step(ids[2]).followUp, QDate(2026, 3, 4));
  QVERIFY(!step(ids[3]).followUp.isValid());
}

void TestBulkEdit::rowsWithTheHeadingsOfAListAreNewRows_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<bool>("areNew");
  QTest::newRow("providers") << u("NPI\tLast name\tFirst name\r\n1679576722\tOwl\tOlga\r\n") << true;
  QTest::newRow("odd names") << u("Surname\tGiven name\tShirt\tNPI #\nOwl\tOlga\tL\t1679576722\n") << true;
  QTest::newRow("without a row") << u("NPI\tLast name\tFirst name\r\n") << false;
  QTest::newRow("one column") << u("Payor\r\nBlue Harbor\r\n") << false;
  QTest::newRow("a value that is a heading's word") << u("Payor\tInitial\tWest\r\nPayor\tInitial\tEast\r\n") << false;
  QTest::newRow("values") << u("+1\t3/1\r\n+2\t3/2\r\n") << false;
  QTest::newRow("the columns from here") << u("Due\tFollow-up\r\n3/1\t3/2\r\n") << false;
}

void TestBulkEdit::rowsWithTheHeadingsOfAListAreNewRows() {
  QFETCH(const QString, text);
  QFETCH(const bool, areNew);
  QGuiApplication::clipboard()->setText(text);
  select(1, 1, "Due");
  table()->setFocus();
  QSignalSpy pasted(m_sitting->session.get(), &Session::rowsPasted);
  QTest::keyClick(table(), Qt::Key_V, Qt::ControlModifier);
  QCOMPARE(pasted.size(), areNew ? 1 : 0);
  if (areNew)
    QCOMPARE(pasted.front().front().toString(), text);
  QCOMPARE(dialog<ChangeDialog>() != nullptr, !areNew);
}

void TestBulkEdit::aColumnOfDueDatesIsPasted() {
  QGuiApplication::clipboard()->setText(u("4/1\r\n4/2\r\n4/3\r\n"));
  select(1, 1, "Due");
  table()->setFocus();
  QTest::keyClick(table(), Qt::Key_V, Qt::ControlModifier);
  auto* opened = dialog<ChangeDialog>();
  QVERIFY(opened);
  settled(opened);
  const auto ids = m_page->model()->ids();
  applied(opened);
  QCOMPARE(step(ids[1]).due, QDate(2026, 4, 1));
  QCOMPARE(step(ids[2]).due, QDate(2026, 4, 2));
  QCOMPARE(step(ids[3]).due, QDate(2026, 4, 3));
}

void TestBulkEdit::whatWasCopiedIsPastedBackWithoutADifference() {
  select(0, 9, "Provider");
  for (const Headings headings : {Headings::No, Headings::Yes}) {
    table()->copy(headings);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_V, Qt::ControlModifier);
    auto* opened = dialog<ChangeDialog>();
    QVERIFY(opened);
    settled(opened);
    QCOMPARE(summary(opened), u("10 rows, 0 cells differ"));
    opened->reject();
    QTRY_VERIFY(!dialog<ChangeDialog>());
  }
}

void TestBulkEdit::aPastedCellThatCannotBeChangedIsRefused() {
  QGuiApplication::clipboard()->setText(u("Somebody, Else\r\nSomebody, Else\r\n"));
  select(0, 0, "Provider");
  table()->setFocus();
  QTest::keyClick(table(), Qt::Key_V, Qt::ControlModifier);
  auto* opened = dialog<ChangeDialog>();
  settled(opened);
  QCOMPARE(summary(opened), u("2 rows, 0 differ, 2 cannot be changed"));
}

void TestBulkEdit::oneValueIsPastedIntoTheSelection() {
  QGuiApplication::clipboard()->setText(u("2026-05-05\r\n"));
  select(2, 6, "Follow-up");
  table()->setFocus();
  QTest::keyClick(table(), Qt::Key_V, Qt::ControlModifier);
  auto* opened = dialog<ChangeDialog>();
  QCOMPARE(opened->windowTitle(), u("Paste into 5 rows"));
  settled(opened);
  const auto ids = m_page->model()->ids();
  applied(opened);
  for (size_t i = 2; i <= 6; ++i)
    QCOMPARE(step(ids[i]).followUp, QDate(2026, 5, 5));
}

void TestBulkEdit::everythingOfAColleagueIsDealtOver() {
  openReassign(*m_sitting->session, {}, m_page.get());
  auto* opened = dialog<ReassignDialog>();
  QVERIFY(opened);
  auto* to = opened->findChild<QTableWidget*>(u("reassign.to"));
  QTRY_VERIFY(to->rowCount() > 1);
  QTRY_COMPARE(summary(opened), u("Tick who takes it over."));
  QVERIFY(!button(opened, "apply")->isEnabled());
  const QString from = opened->findChild<PickBox*>(u("reassign.from"))->currentText();
  to->item(0, 0)->setCheckState(Qt::Checked);
  to->item(1, 0)->setCheckState(Qt::Checked);
  QTRY_VERIFY(button(opened, "apply")->isEnabled());
  QTRY_VERIFY(summary(opened).endsWith(u("go to 2 people")));
  bool grows = false;
  for (int column = 1; column < to->columnCount(); ++column)
    grows = grows || to->item(0, column)->text().contains(u(" → "));
  QVERIFY(grows);
  applied(opened);
  QCOMPARE(
      m_sitting->database->value(u("SELECT count(*) FROM enrollment WHERE assignee_id = (SELECT id FROM coordinator "
                                   "WHERE name = ?)"),
                                 {from}),
      0);
  QVERIFY(m_sitting->session->undoName().endsWith(u("to 2 people")));
}

void TestBulkEdit::longItemsLeaveRoomForWhatTheyBecome() {
  LineList list(u("Item"), QDate(2026, 3, 2));
  list.resize(660, 400);
  list.QWidget::show();
  QVERIFY(QTest::qWaitForWindowExposed(&list));
  list.show(
      std::vector<ChangeLine>(40, {u("Answer the payor's request for the DEA copy · Eastlake, Samuel · Dana Whitfield"),
                                   {},
                                   u("Tue 24 Feb"),
                                   u("Wed 4 Mar"),
                                   {}}));
  auto* lines = list.findChild<TableView*>();
  QTRY_VERIFY(lines->isVisible() && lines->horizontalScrollBar()->maximum() == 0);
  QCOMPARE(lines->columnViewportPosition(3) + lines->columnWidth(3), lines->viewport()->width());
}

void TestBulkEdit::statusesAreCopiedFromAnotherProvider() {
  const auto ids =
      m_sitting->database->all(u("SELECT provider_id FROM enrollment WHERE provider_id IS NOT NULL GROUP BY "
                                 "provider_id ORDER BY count(*) DESC, provider_id LIMIT 2"),
                               {}, [](db::Row& row) { return row.number(); });
  const PanelOwner from{.provider = {ids[0]}}, to{.provider = {ids[1]}};
  openCopyEnrollments(*m_sitting->session, to, m_page.get());
  auto* opened = dialog<PreviewDialog>();
  QTRY_COMPARE(summary(opened), u("Choose whose statuses to copy."));
  opened->findChild<SearchField*>(u("copyEnrollments.from"))->setValue(u("provider/%1").arg(ids[0]));
  settled(opened);
  const auto expected = copiedStatuses(*m_sitting->database, from, to, true, Sitting::today());
  QVERIFY(!expected.empty());
  QTRY_COMPARE(opened->findChild<TableView*>(u("changes"))->model()->rowCount(), int(expected.size()));
  applied(opened);
  QVERIFY(copiedStatuses(*m_sitting->database, from, to, true, Sitting::today()).empty());
}

void TestBulkEdit::theTeamsPayorsAreListedAndAdded() {
  const qint64 provider = m_sitting->database->value(u("SELECT min(id) FROM provider"));
  const PanelOwner owner{.provider = {provider}};
  const Id<Team> team = teamOf(*m_sitting->database, owner);
  openTeamPayorList(*m_sitting->session, team, m_page.get());
  QDialog* list = nullptr;
  for (auto* each : m_page->findChildren<QDialog*>(u("teamPayors")))
    list = each;
  QVERIFY(list);
  const auto line = [&](const char* name) {
    return list->findChild<QLineEdit*>(u("teamPayors.") + QLatin1String(name));
  };
  QTest::mouseClick(list->findChild<QPushButton*>(u("teamPayors.add")), Qt::LeftButton);
  QCOMPARE(list->findChild<QLabel*>(u("teamPayors.problem"))->text(), u("Choose a payor."));
  const QString payor = m_sitting->database->text(u("SELECT name FROM payor ORDER BY sort_name LIMIT 1"));
  line("payor")->setFocus();
  QTest::keyClicks(line("payor"), payor);
  QTest::keyClicks(line("state"), u("alaska"));
  QTest::keyClick(line("state"), Qt::Key_Return);
  QCOMPARE(list->findChild<QTableWidget*>(u("teamPayors.list"))->rowCount(), 1);
  QCOMPARE(list->findChild<QTableWidget*>(u("teamPayors.list"))->item(0, 1)->text(), u("AK"));
  QTest::mouseClick(list->findChild<QPushButton*>(u("teamPayors.save")), Qt::LeftButton);
  QCOMPARE(panelOf(*m_sitting->database, team).size(), size_t(1));

  openAddTeamPayors(*m_sitting->session, owner, m_page.get());
  auto* opened = dialog<PreviewDialog>();
  settled(opened);
  const auto missing = missingOfTeam(*m_sitting->database, owner);
  QVERIFY(!missing.empty());
  applied(opened);
  QVERIFY(missingOfTeam(*m_sitting->database, owner).empty());
}

void TestBulkEdit::everyControlHasAName() {
  select(0, 4);
  QCOMPARE(unnamedControls(change()).join(u(", ")), QString());
  dialog<ChangeDialog>()->reject();
  openReassign(*m_sitting->session, {}, m_page.get());
  auto* opened = dialog<ReassignDialog>();
  QTRY_VERIFY(summary(opened).startsWith(u("Tick")));
  QCOMPARE(unnamedControls(opened).join(u(", ")), QString());
}

QTEST_MAIN(TestBulkEdit)
#include "tst_bulkedit.moc"
