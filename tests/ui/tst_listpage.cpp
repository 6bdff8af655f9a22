// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listpage.h"

#include "fakerows.h"
#include "ui/list/headerview.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

class TestListPage : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup() { m_page.reset(); }
  void aChipNarrowsTheListAndItsCrossWidensIt();
  void switchesOfOneKeyTakeTurns();
  void chipsCountWhatTheyWouldShow();
  void aDropDownNarrowsByTypingAndEnter();
  void deleteClearsADropDown();
  void searchingNarrowsAndEscClears();
  void theStatusLineSaysWhatIsShownSelectedAndHidden();
  void emptyByFilterAndEmptyBecauseNewAreToldApart();
  void aHeadingSortsAndTurnsAround();
  void shiftAddsASecondKey();
  void widthsAreKeptWhateverTheSizeOfTheText();
  void columnsAreChosenAndKeptAndNeverAllHidden();
  void columnsShareTheRoomUntilSomebodySizesOne();
  void theFirstColumnStaysInSight_data();
  void theFirstColumnStaysInSight();
  void copyGivesTextAndHtmlOfTheShownColumnsWithIsoDates();
  void enterAndDoubleClickOpen();
  void theSelectionStaysWithItsRecordsWhenRowsMove();
  void theCursorGoesOnToTheNextRowWhenItsOwnIsGone();
  void aTextOfSeveralLinesReadsAsOne();
  void lettersOfANameAreNoCommands();
  void tabLeavesTheTable();
  void theScopeIsNoFilter();
  void aListThatCouldNotBeReadIsAskedForAgain();

private:
  FilterChip* chip(const char* name) const {
    return m_page->findChild<FilterChip*>(QStringLiteral("chip.") + QLatin1String(name));
  }
  QLineEdit* search() const { return m_page->findChild<QLineEdit*>(QStringLiteral("tracking.search")); }
  void make(int rows);

  std::shared_ptr<FakeRows> m_rows;
  std::unique_ptr<ListPage> m_page;
};

namespace {
const auto typed = [](const char* text) { return QString::fromUtf8(text); };

PageSpec trackings() {
  PageSpec spec;
  spec.key = QStringLiteral("tracking");
  spec.title = QStringLiteral("Tracking");
  spec.icon = QStringLiteral("inbox");
  spec.emptyTitle = QStringLiteral("No trackings yet");
  spec.emptyText = QStringLiteral("A tracking follows one enrollment from start to end.");
  spec.add = QStringLiteral("Add Tracking");
  spec.more = QStringLiteral("Reports");
  spec.chips = {{.key = typed("due"), .label = typed("Overdue"), .value = typed("overdue"), .icon = {}, .choices = {}},
                {.key = typed("due"), .label = typed("No date"), .value = typed("none"), .icon = {}, .choices = {}},
                {.key = typed("status"), .label = typed("Status"), .value = {}, .icon = {}, .choices = [] {
                   return std::vector<Choice>{{typed("New"), typed("New"), {}},
                                              {typed("Waiting"), typed("Waiting"), {}},
                                              {typed("Completed"), typed("Completed"), {}}};
                 }}};
  return spec;
}
} // namespace

void TestListPage::make(int rows) {
  m_rows = std::make_shared<FakeRows>(rows);
  m_page = std::make_unique<ListPage>(trackings(), m_rows, QDate(2026, 1, 15));
  m_page->resize(1200, 700);
  m_page->show();
  QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
  QTRY_VERIFY(m_page->model()->isComplete());
  QTRY_VERIFY(m_page->statusText().contains(QStringLiteral(" of ")));
}

void TestListPage::init() { make(1000); }

void TestListPage::aListThatCouldNotBeReadIsAskedForAgain() {
  m_rows = std::make_shared<FakeRows>(1000);
  m_rows->broken = true;
  m_page = std::make_unique<ListPage>(trackings(), m_rows, QDate(2026, 1, 15));
  m_page->show();
  m_page->refresh();
  m_rows->broken = false;
  m_page->refresh();
  QTRY_COMPARE(m_page->model()->rowCount(), 1000);
  QTRY_VERIFY(m_page->statusText().contains(QStringLiteral("1,000 of 1,000")));
}

void TestListPage::aChipNarrowsTheListAndItsCrossWidensIt() {
  QTest::mouseClick(chip("due.overdue"), Qt::LeftButton);
  QTRY_VERIFY(m_page->model()->isComplete() && m_page->model()->rowCount() < 1000);
  QVERIFY(chip("due.overdue")->isChecked());
  for (int row = 0; row < 20; ++row)
    QVERIFY(!m_page->model()->index(row, 5).data().toString().isEmpty());
  QTest::mouseClick(chip("due.overdue"), Qt::LeftButton);
  QTRY_COMPARE(m_page->model()->rowCount(), 1000);
  QVERIFY(!chip("due.overdue")->isChecked());
}

void TestListPage::switchesOfOneKeyTakeTurns() {
  QTest::mouseClick(chip("due.overdue"), Qt::LeftButton);
  QTest::mouseClick(chip("due.none"), Qt::LeftButton);
  QVERIFY(!chip("due.overdue")->isChecked());
  QVERIFY(chip("due.none")->isChecked());
  QCOMPARE(m_page->query().filters.value(typed("due")), QStringList{typed("none")});
}

void TestListPage::chipsCountWhatTheyWouldShow() {
  QTRY_COMPARE(chip("due.none")->accessibleDescription(), QStringLiteral("112"));
  chip("status")->setFocus();
  m_page->setQuery({.text = {}, .filters = {{typed("status"), {typed("New")}}}, .teams = {}, .sort = {}});
  QTRY_COMPARE(chip("due.none")->accessibleDescription(), QStringLiteral("28"));
}

void TestListPage::aDropDownNarrowsByTypingAndEnter() {
  QTest::mouseClick(chip("status"), Qt::LeftButton, {}, QPoint(5, 10));
  auto* popup = m_page->findChild<ChoicePopup*>();
  QVERIFY(popup);
  auto* field = popup->findChild<QLineEdit*>();
  QTest::keyClicks(field, QStringLiteral("compl"));
  QTest::keyClick(field, Qt::Key_Return);
  QCOMPARE(m_page->query().filters.value(typed("status")), QStringList{typed("Completed")});
  QTRY_COMPARE(m_page->model()->rowCount(), 250);
  field->clear();
  QTest::keyClick(field, Qt::Key_Space);
  QTRY_COMPARE(m_page->model()->rowCount(), 500);
  QTest::keyClick(popup, Qt::Key_Escape);
  QTRY_VERIFY(!m_page->findChild<ChoicePopup*>());
}

void TestListPage::deleteClearsADropDown() {
  m_page->setQuery({.text = {}, .filters = {{typed("status"), {typed("New")}}}, .teams = {}, .sort = {}});
  QCOMPARE(chip("status")->values(), QStringList{typed("New")});
  QTest::keyClick(chip("status"), Qt::Key_Delete);
  QVERIFY(m_page->query().filters.isEmpty());
  m_page->setQuery({.text = {}, .filters = {{typed("status"), {typed("New")}}}, .teams = {}, .sort = {}});
  QTest::mouseClick(chip("status"), Qt::LeftButton, {}, QPoint(chip("status")->width() - 12, 10));
  QVERIFY(m_page->query().filters.isEmpty());
}

void TestListPage::searchingNarrowsAndEscClears() {
  m_page->find();
  QCOMPARE(QApplication::focusWidget(), search());
  QTest::keyClicks(search(), QStringLiteral("nguyen"));
  QTRY_COMPARE(m_page->model()->rowCount(), 200);
  QTest::keyClick(search(), Qt::Key_Escape);
  QTRY_COMPARE(m_page->model()->rowCount(), 1000);
  QVERIFY(search()->text().isEmpty());
  QTest::keyClick(search(), Qt::Key_Down);
  QCOMPARE(QApplication::focusWidget(), m_page->table());
  QCOMPARE(m_page->table()->currentIndex().row(), 0);
}

void TestListPage::theStatusLineSaysWhatIsShownSelectedAndHidden() {
  QCOMPARE(m_page->statusText(), QStringLiteral("1,000 of 1,000"));
  QCOMPARE(m_page->hiddenRows(), 0);
  m_page->setQuery({.text = typed("nguyen"), .filters = {}, .teams = {}, .sort = {}});
  QTRY_COMPARE(m_page->hiddenRows(), 800);
  m_page->table()->selectRow(2);
  QCOMPARE(m_page->statusText(), QStringLiteral("200 of 1,000 · 1 selected"));
  m_page->clearFilter();
  QTRY_COMPARE(m_page->statusText(), QStringLiteral("1,000 of 1,000 · 1 selected"));
}

void TestListPage::emptyByFilterAndEmptyBecauseNewAreToldApart() {
  const auto title = [this] { return m_page->findChild<QLabel*>(QStringLiteral("emptyTitle")); };
  const auto step = [this] { return m_page->findChild<QPushButton*>(QStringLiteral("emptyStep")); };
  QVERIFY(!title()->isVisible());
  m_page->setQuery({.text = typed("nobody of this name"), .filters = {}, .teams = {}, .sort = {}});
  QTRY_VERIFY(title()->isVisible());
  QCOMPARE(title()->text(), QStringLiteral("1,000 hidden by the filter"));
  QTest::mouseClick(step(), Qt::LeftButton);
  QTRY_COMPARE(m_page->model()->rowCount(), 1000);
  QVERIFY(!title()->isVisible());

  make(0);
  QTRY_VERIFY(title()->isVisible());
  QCOMPARE(title()->text(), QStringLiteral("No trackings yet"));
  QSignalSpy add(m_page.get(), &ListPage::addAsked);
  QTest::mouseClick(step(), Qt::LeftButton);
  QCOMPARE(add.count(), 1);
}

void TestListPage::aHeadingSortsAndTurnsAround() {
  auto* headings = m_page->table()->headings();
  const auto click = [&](Qt::KeyboardModifiers keys) {
    QTest::mouseClick(headings->viewport(), Qt::LeftButton, keys,
                      QPoint(headings->sectionViewportPosition(0) + 40, 10));
  };
  click({});
  QCOMPARE(m_page->query().sort, (std::vector<SortKey>{{typed("provider"), false}}));
  QTRY_COMPARE(m_page->model()->index(0, 0).data().toString(), QStringLiteral("Marten, Lily MD"));
  click({});
  QCOMPARE(m_page->query().sort, (std::vector<SortKey>{{typed("provider"), true}}));
  QTRY_VERIFY(m_page->model()->index(0, 0).data().toString().startsWith(typed("李")));
}

void TestListPage::shiftAddsASecondKey() {
  QSignalSpy asked(m_page->table()->headings(), &HeaderView::sortAsked);
  auto* headings = m_page->table()->headings();
  QTest::mouseClick(headings->viewport(), Qt::LeftButton, {}, QPoint(headings->sectionViewportPosition(3) + 40, 10));
  QTest::keyPress(headings, Qt::Key_Shift, Qt::ShiftModifier);
  QTest::mouseClick(headings->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                    QPoint(headings->sectionViewportPosition(1) + 40, 10));
  QTest::keyRelease(headings, Qt::Key_Shift);
  QCOMPARE(m_page->query().sort, (std::vector<SortKey>{{typed("status"), false}, {typed("about"), false}}));
}

void TestListPage::widthsAreKeptWhateverTheSizeOfTheText() {
  Theme theme(*qApp);
  const auto atTwice = [&](bool isSized) {
    theme.setZoom(2);
    make(20);
    if (isSized)
      m_page->table()->setColumnWidth(1, 444);
    const QByteArray state = m_page->table()->columnState();
    theme.setZoom(1);
    return state;
  };
  const QByteArray sized = atTwice(true);
  make(20);
  const QByteArray before = m_page->table()->columnState();
  m_page->table()->setColumnState(sized);
  QCOMPARE(m_page->table()->columnWidth(1), 222);
  QCOMPARE(atTwice(false), before);
}

void TestListPage::columnsAreChosenAndKeptAndNeverAllHidden() {
  TableView* table = m_page->table();
  QVERIFY(table->isColumnHidden(6));
  table->setColumnShown(typed("notes"), true);
  table->setColumnShown(typed("step"), false);
  table->horizontalHeader()->moveSection(4, 0);
  table->setColumnWidth(0, 222);
  const QByteArray state = table->columnState();
  const auto shown = table->shownColumns();
  QCOMPARE(shown, (std::vector<int>{4, 0, 1, 3, 5, 6}));
  table->resetColumns();
  QCOMPARE(table->shownColumns(), (std::vector<int>{0, 1, 2, 3, 4, 5}));
  table->setColumnState(state);
  QCOMPARE(table->shownColumns(), shown);
  QCOMPARE(table->columnWidth(0), 222);
  for (const Column& column : m_rows->columns())
    table->setColumnShown(column.key, false);
  QCOMPARE(table->shownColumns().size(), size_t(1));
  table->setColumnState("[{\"key\":\"of another version\",\"shown\":false}]");
  QCOMPARE(table->shownColumns().size(), size_t(1));
}

void TestListPage::columnsShareTheRoomUntilSomebodySizesOne() {
  TableView* table = m_page->table();
  const auto widths = [&] {
    std::vector<int> all;
    for (const int column : table->shownColumns())
      all.push_back(table->columnWidth(column));
    return all;
  };
  const auto isWhole = [&](int column) {
    return table->itemDelegate()->sizeHint({}, m_page->model()->index(0, column)).width() <= table->columnWidth(column);
  };
  const auto end = [&] { return table->columnViewportPosition(5) + table->columnWidth(5); };
  QCOMPARE(end(), table->viewport()->width());
  const std::vector<int> before = widths();

  // A long name has room where others leave it, without one beyond the end; short cells stay whole.
  m_rows->change(1, 0, QStringLiteral("Wolfeschlegelsteinhausenbergerdorff, Hubert Blaine MD"));
  m_page->refresh();
  QTRY_VERIFY(table->columnWidth(0) > before[0]);
  for (int column = 0; column < 6; ++column)
    QVERIFY2(isWhole(column), qPrintable(m_rows->columns()[size_t(column)].key));
  QCOMPARE(end(), table->viewport()->width());

  // In a narrow list what is long is cut before what is short, and columns keep to the page as long as they can.
  m_page->resize(1000, 700);
  QTRY_COMPARE(end(), table->viewport()->width());
  for (int column = 1; column < 6; ++column)
    QVERIFY2(isWhole(column), qPrintable(m_rows->columns()[size_t(column)].key));
  m_page->resize(850, 700); // not even the long name's first part has room, but all the others have theirs
  QTRY_COMPARE(end(), table->viewport()->width());
  for (int column = 1; column < 6; ++column)
    QVERIFY2(isWhole(column), qPrintable(m_rows->columns()[size_t(column)].key));
  m_page->resize(1000, 700);
  QTRY_COMPARE(end(), table->viewport()->width());
  m_rows->change(1, 1, QString(300, QLatin1Char('x')));
  m_page->refresh();
  QTRY_VERIFY(!isWhole(1));
  QVERIFY(isWhole(2) && isWhole(3) && isWhole(4) && isWhole(5));

  // Whoever sizes one has chosen: only the last one goes with the window.
  table->setColumnWidth(2, 240);
  std::vector<int> chosen = widths();
  m_page->resize(1500, 700);
  QTRY_COMPARE(end(), table->viewport()->width());
  std::vector<int> now = widths();
  chosen.pop_back();
  now.pop_back();
  QCOMPARE(now, chosen);
  table->resetColumns();
  QVERIFY(table->columnWidth(2) != 240);
}

void TestListPage::theFirstColumnStaysInSight_data() {
  QTest::addColumn<Qt::LayoutDirection>("direction");
  QTest::newRow("left to right") << Qt::LeftToRight;
  QTest::newRow("right to left") << Qt::RightToLeft;
}

void TestListPage::theFirstColumnStaysInSight() {
  QFETCH(Qt::LayoutDirection, direction);
  m_page->setLayoutDirection(direction);
  TableView* table = m_page->table();
  HeaderView* headings = table->headings();
  for (int column = 0; column < 6; ++column)
    table->setColumnWidth(column, 350);
  const auto index = [&](int row, int column) { return m_page->model()->index(row, column); };
  QScrollBar* sideways = table->horizontalScrollBar();
  QTRY_VERIFY(sideways->maximum() > 700);
  const QRect place = table->visualRect(index(2, 0));
  QVERIFY(place.left() >= 0 && place.right() < table->viewport()->width());
  const auto looks = [&](QWidget* on, QRect part) { return on->grab(part.adjusted(2, 0, -2, 0)).toImage(); };
  const QRect heading(place.left(), 0, place.width(), headings->height());
  const QImage cell = looks(table->viewport(), place);
  const QImage title = looks(headings->viewport(), heading);

  sideways->setValue(sideways->maximum());
  QCOMPARE(table->visualRect(index(2, 0)), place);
  QCOMPARE(looks(table->viewport(), place), cell);
  if (direction == Qt::LeftToRight) // the other way Qt moves the word by a pixel
    QCOMPARE(looks(headings->viewport(), heading), title);
  QCOMPARE(table->indexAt(place.center()), index(2, 0));

  // It can be clicked there, row and heading.
  QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place.center());
  QCOMPARE(table->currentIndex(), index(2, 0));
  QTest::keyClick(table, Qt::Key_Down);
  QCOMPARE(table->currentIndex(), index(3, 0));
  QCOMPARE(sideways->value(), sideways->maximum());
  QSignalSpy asked(headings, &HeaderView::sortAsked);
  QTest::mouseClick(headings->viewport(), Qt::LeftButton, {}, heading.center());
  QCOMPARE(m_page->query().sort.front().column, typed("provider"));
  QCOMPARE(asked.size(), 1);

  // Going back, cell by cell, none ends behind it.
  QTRY_VERIFY(m_page->model()->isComplete());
  table->setCurrentIndex(index(2, 4));
  for (int column = 3; column >= 1; --column) {
    QTest::keyClick(table, direction == Qt::LeftToRight ? Qt::Key_Left : Qt::Key_Right);
    QCOMPARE(table->currentIndex().column(), column);
    QVERIFY(!table->visualRect(table->currentIndex()).intersects(table->visualRect(index(2, 0))));
  }
  QVERIFY(sideways->value() < sideways->maximum());
}

void TestListPage::copyGivesTextAndHtmlOfTheShownColumnsWithIsoDates() {
  m_rows->change(2, 1, QStringLiteral("a \"b\"\n<c>"));
  m_page->setQuery({});
  TableView* table = m_page->table();
  for (const char* key : {"step", "status", "late"})
    table->setColumnShown(typed(key), false);
  table->selectRow(1);
  table->setFocus();
  QCOMPARE(table->selectedIds(), std::vector<qint64>{2});
  QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
  QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Nguyen, Thi DO\t\"a \"\"b\"\"\n<c>\"\t2026-01-02\r\n"));
  QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
  const QMimeData* mime = QApplication::clipboard()->mimeData();
  QVERIFY(mime->text().startsWith(QStringLiteral("Provider\tAbout\tDue\r\nNguyen")));
  QVERIFY(mime->html().contains(QStringLiteral("<tr><th>Provider</th><th>About</th><th>Due</th></tr>")));
  QVERIFY(mime->html().contains(QStringLiteral("<td>a &quot;b&quot;<br>&lt;c&gt;</td>")));
}

void TestListPage::enterAndDoubleClickOpen() {
  QSignalSpy open(m_page.get(), &ListPage::openAsked);
  m_page->table()->select(3);
  m_page->table()->setFocus();
  QTest::keyClick(m_page->table(), Qt::Key_Return);
  QCOMPARE(open.count(), 1);
  QCOMPARE(open.first().first().toLongLong(), 3);
  const QPoint row = m_page->table()->visualRect(m_page->model()->index(4, 0)).center();
  QTest::mouseClick(m_page->table()->viewport(), Qt::LeftButton, {}, row);
  QTest::mouseDClick(m_page->table()->viewport(), Qt::LeftButton, {}, row);
  QCOMPARE(open.count(), 2);
  QCOMPARE(open.last().first().toLongLong(), 5);
}

void TestListPage::theSelectionStaysWithItsRecordsWhenRowsMove() {
  TableView* table = m_page->table();
  table->select(700);
  table->selectionModel()->select(m_page->model()->index(3, 0),
                                  QItemSelectionModel::Select | QItemSelectionModel::Rows);
  QCOMPARE(table->selectedIds(), (std::vector<qint64>{4, 700}));
  m_rows->remove(1);
  QSignalSpy reset(m_page->model(), &QAbstractItemModel::modelReset);
  m_page->refresh();
  QVERIFY(reset.wait());
  QTRY_COMPARE(table->selectedIds(), (std::vector<qint64>{4, 700}));
  QCOMPARE(table->currentId(), 700);
  m_page->setQuery({.text = {}, .filters = {}, .teams = {}, .sort = {{typed("provider"), true}}});
  QTRY_COMPARE(table->currentId(), 700);
  auto ids = table->selectedIds();
  std::sort(ids.begin(), ids.end());
  QCOMPARE(ids, (std::vector<qint64>{4, 700}));
}

void TestListPage::theCursorGoesOnToTheNextRowWhenItsOwnIsGone() {
  TableView* table = m_page->table();
  const auto gone = [&](std::initializer_list<qint64> ids) {
    for (const qint64 id : ids)
      m_rows->remove(id);
    QSignalSpy completed(m_page->model(), &ListModel::completed);
    m_page->refresh();
    QVERIFY(completed.wait());
  };
  table->select(700);
  gone({700});
  QCOMPARE(table->currentId(), 701);
  QCOMPARE(table->selectedIds(), std::vector<qint64>{701}); // it was all that was selected
  for (int row = 701; row <= 703; ++row)
    table->selectionModel()->select(m_page->model()->index(row - 2, 0),
                                    QItemSelectionModel::Select | QItemSelectionModel::Rows);
  gone({700, 701, 702, 704, 5});
  QCOMPARE(table->currentId(), 703);
  QCOMPARE(table->selectedIds(), std::vector<qint64>{703});
  table->select(1000);
  gone({1000});
  QCOMPARE(table->currentId(), 999);
  // of another question all rows are others
  m_page->setQuery({.text = {}, .filters = {{typed("status"), {typed("New")}}}, .teams = {}, .sort = {}});
  QTRY_VERIFY(m_page->model()->isComplete() && m_page->model()->rowCount() < 300);
  QCOMPARE(table->currentId(), 0);
}

void TestListPage::aTextOfSeveralLinesReadsAsOne() {
  const auto cell = [this](const char* text) {
    m_rows->change(2, 2, typed(text));
    QSignalSpy completed(m_page->model(), &ListModel::completed);
    m_page->refresh();
    completed.wait();
    return m_page->table()->viewport()->grab(m_page->table()->visualRect(m_page->model()->index(1, 2))).toImage();
  };
  const QImage apart = cell("for us:\n\n- a copy");
  QCOMPARE(apart, cell("for us: - a copy"));
  QVERIFY(apart != cell("for us:- a copy"));
}

void TestListPage::lettersOfANameAreNoCommands() {
  int done = 0;
  QAction acknowledge;
  acknowledge.setShortcut(Qt::Key_A);
  connect(&acknowledge, &QAction::triggered, this, [&] { ++done; });
  m_page->addAction(&acknowledge);
  TableView* table = m_page->table();
  table->setFocus();
  table->setCurrentIndex(m_page->model()->index(0, 0));
  QTest::keyClick(table, Qt::Key_A);
  QCOMPARE(done, 1);
  QTest::keyClicks(table, QStringLiteral("ma"));
  QCOMPARE(done, 1);
  QVERIFY(table->currentIndex().data().toString().startsWith(QLatin1String("Ma")));
}

void TestListPage::tabLeavesTheTable() {
  m_page->table()->setFocus();
  QTest::keyClick(m_page->table(), Qt::Key_Tab);
  QVERIFY(QApplication::focusWidget() != m_page->table());
}

void TestListPage::theScopeIsNoFilter() {
  m_page->setTeams({typed("Lakeside Medical")});
  QTRY_VERIFY(m_page->model()->isComplete());
  QCOMPARE(m_page->model()->query().teams, QStringList{typed("Lakeside Medical")});
  QVERIFY(!m_page->query().isNarrowed());
}

QTEST_MAIN(TestListPage)
#include "tst_listpage.moc"
