// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/savedview.h"
#include "sitting.h"
#include "ui/list/board.h"
#include "ui/list/boardcolumn.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/theme/theme.h"
#include "ui/tracking/trackingpage.h"
#include "ui/views/views.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

/// Groups, saved views and the board of a list, with keys.
class TestViews : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void groupsOpenAndCloseByKey();
  void aHeadingIsNoRowToSelectOrChange();
  void whatIsExportedHasTheGroupAsAColumn();
  void aViewBringsBackFilterOrderGroupsAndColumns();
  void aViewIsRenamedDeletedAndUndone();
  void aListWithoutViewsOffersNoneOfItsOwn();
  void aCardMovesByKeyAndUndoTakesItBack();
  void aColumnIsThereWithoutACard();
  void onABoardByStepACardBringsItsTrackingThere();
  void aCardThatCannotGoThereIsToldWhy();
  void theListKnowsThatAnotherDayHasBegun();

private:
  TableView* table() const { return m_page->table(); }
  void group(const char* by) {
    Query query = m_page->query();
    query.group = QLatin1String(by);
    m_page->setQuery(query);
    QTRY_VERIFY(m_page->model()->isComplete());
  }
  QAction* entry(QMenu& menu, const char* text) const {
    for (QAction* action : menu.actions())
      if (action->text().remove(u'&').startsWith(QLatin1String(text)))
        return action;
    return nullptr;
  }
  BoardColumn* column(const char* value) const {
    for (BoardColumn* each : m_board->columns())
      if (each->value() == QLatin1String(value) && !each->isHidden())
        return each;
    return nullptr;
  }
  SavedView saved(const char* name) {
    SavedView view;
    view.list = m_page->objectName();
    view.name = QLatin1String(name);
    report::View look;
    look.name = view.name;
    look.list = view.list;
    look.report = QStringLiteral("open-items");
    look.wide = QStringLiteral("all-items");
    look.look = m_page->query();
    look.columns = QJsonDocument::fromJson(table()->columnState()).array();
    view.look = QString::fromUtf8(report::kept(look));
    m_sitting->session->change(QStringLiteral("Saved"),
                               [&](db::Transaction& transaction) { view.id = db::save(transaction, view); });
    return view;
  }

  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<Sitting> m_sitting;
  std::unique_ptr<ListingPage> m_page;
  Board* m_board = nullptr;
  Views* m_views = nullptr;
};

void TestViews::init() {
  if (!m_theme)
    m_theme = std::make_unique<Theme>(*qApp);
  m_sitting = std::make_unique<Sitting>();
  m_page.reset(makeTrackingPage(*m_sitting->session));
  m_board = new Board(*m_page);
  m_views = new Views(*m_sitting->session, m_page.get(), [](ListingPage*) {});
  m_views->add(m_page.get());
  m_page->resize(1300, 700);
  m_page->show();
  QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
  QTRY_VERIFY(m_page->model()->isComplete());
  QVERIFY(m_page->model()->rowCount() > 20);
}

void TestViews::cleanup() {
  m_page.reset();
  m_sitting.reset();
}

void TestViews::groupsOpenAndCloseByKey() {
  const qint64 all = m_page->model()->found();
  group("Payor");
  QCOMPARE(m_page->model()->found(), all);
  QVERIFY(m_page->model()->isHeading(0));
  const int rows = m_page->model()->rowCount();
  const int first = int(m_page->model()->groupAt(0).rows);
  table()->setFocus();
  table()->setCurrentIndex(m_page->model()->index(0, table()->shownColumns().front()));
  QTest::keyClick(table(), Qt::Key_Return);
  QCOMPARE(m_page->model()->rowCount(), rows - first);
  QTest::keyClick(table(), Qt::Key_Right);
  QCOMPARE(m_page->model()->rowCount(), rows);
  QTest::keyClick(table(), Qt::Key_Left);
  QCOMPARE(m_page->model()->rowCount(), rows - first);
  const QPoint second(60, table()->rowViewportPosition(1) + 5);
  QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, second);
  QCOMPARE(m_page->model()->rowCount(), rows - first - int(m_page->model()->groupAt(1).rows));
}

void TestViews::aHeadingIsNoRowToSelectOrChange() {
  group("Status");
  table()->selectAll();
  QCOMPARE(table()->selectedRows(), int(m_page->model()->found()));
  QCOMPARE(qint64(table()->selectedIds().size()), m_page->model()->found());
  QSignalSpy opened(table(), &TableView::opened);
  QSignalSpy asked(table(), &TableView::editAsked);
  table()->setCurrentIndex(m_page->model()->index(0, m_page->model()->columnOf(QStringLiteral("Due"))));
  QTest::keyClick(table(), Qt::Key_F2);
  QTest::keyClick(table(), Qt::Key_5);
  QTest::keyClick(table(), Qt::Key_Return);
  QCOMPARE(opened.count(), 0);
  QCOMPARE(asked.count(), 0);
}

void TestViews::whatIsExportedHasTheGroupAsAColumn() {
  group("Payor");
  const report::Request request = m_page->shown();
  QVERIFY(request.group >= 0);
  QCOMPARE(request.columns.front(), request.group);
}

void TestViews::aViewBringsBackFilterOrderGroupsAndColumns() {
  Query query;
  query.filters[QStringLiteral("waiting-on")] = {QStringLiteral("Payor")};
  query.sort = {{QStringLiteral("Provider"), true}};
  query.group = QStringLiteral("Assignee");
  m_page->setQuery(query);
  table()->setColumnShown(QStringLiteral("Type"), false);
  table()->setColumnShown(QStringLiteral("NPI"), true);
  const auto columns = table()->shownColumns();
  const SavedView view = saved("Payors by people");
  m_page->setQuery({});
  table()->resetColumns();
  QTest::keyClick(m_page.get(), Qt::Key_1, Qt::ControlModifier);
  QVERIFY(m_page->query() == query);
  QCOMPARE(table()->shownColumns(), columns);
  auto* button = m_page->findChild<QPushButton*>(QStringLiteral("tracking.views"));
  QCOMPARE(button->text(), view.name);
  m_page->clearFilter();
  QVERIFY(button->text() != view.name); // it says that it is not that view any more
}

void TestViews::aViewIsRenamedDeletedAndUndone() {
  const SavedView view = saved("Mine");
  m_views->open(view);
  QMenu menu;
  m_views->fill(menu, m_page.get());
  QVERIFY(entry(menu, "Mine"));
  QVERIFY(entry(menu, "Save as a view"));
  QVERIFY(entry(menu, "Rename or share it"));
  QVERIFY(entry(menu, "Write it to a file"));
  QVERIFY(entry(menu, "Read a view from a file"));
  entry(menu, "Delete it")->trigger();
  QVERIFY(!db::load(*m_sitting->database, view.id));
  auto* button = m_page->findChild<QPushButton*>(QStringLiteral("tracking.views"));
  QCOMPARE(button->text(), QStringLiteral("Views"));
  m_sitting->session->undoLast();
  QVERIFY(db::load(*m_sitting->database, view.id));
}

void TestViews::aListWithoutViewsOffersNoneOfItsOwn() {
  saved("Mine");
  const std::unique_ptr<ListingPage> other(makeTrackingPage(*m_sitting->session));
  QMenu menu;
  m_views->fill(menu, other.get());
  QVERIFY(entry(menu, "Mine"));
  QVERIFY(entry(menu, "Read a view from a file"));
  QVERIFY(!entry(menu, "Save as a view"));
}

void TestViews::aCardMovesByKeyAndUndoTakesItBack() {
  QTest::keyClick(m_page.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(m_page->isSecondLook() && m_page->model()->isComplete());
  QCOMPARE(m_page->query().group, QStringLiteral("Waiting on"));
  QTRY_VERIFY(column("Payor") && column("Payor")->cards()->rowCount() > 0);
  const auto& columns = m_board->columns();
  const auto at = std::find(columns.begin(), columns.end(), column("Payor"));
  BoardColumn* next = *(at + 1);
  BoardColumn* from = *at;
  from->setFocus();
  from->setCurrentIndex(from->cards()->index(0));
  const qint64 id = from->currentId();
  QVERIFY(id > 0);
  QTest::keyClick(from, Qt::Key_Right, Qt::ControlModifier);
  const QString to = next->value();
  QCOMPARE(db::load(*m_sitting->database, Id<Step>{id})->waitingOn, to);
  QTRY_COMPARE(next->currentId(), id);
  QTRY_VERIFY(next->hasFocus());
  m_sitting->session->undoLast();
  QCOMPARE(db::load(*m_sitting->database, Id<Step>{id})->waitingOn, QStringLiteral("Payor"));
}

void TestViews::aColumnIsThereWithoutACard() {
  QTest::keyClick(m_page.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(column("Payor"));
  for (const char* word : {"Us", "Provider", "Payor", "Facility", "Portal vendor", "Nobody"})
    QVERIFY2(column(word), word);
  int cards = 0;
  for (BoardColumn* each : m_board->columns())
    cards += each->isHidden() ? 0 : each->cards()->rowCount();
  QCOMPARE(qint64(cards), m_page->model()->found());
}

void TestViews::onABoardByStepACardBringsItsTrackingThere() {
  group("Step");
  QTest::keyClick(m_page.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(m_page->isSecondLook() && m_page->model()->isComplete());
  // Any tracking of a template with a step further on than the one in hand.
  const auto ids = m_sitting->database->all(
      QStringLiteral("SELECT s.id, n.id FROM step s JOIN tracking t ON t.id = s.tracking_id AND t.status = 'In "
                     "progress' JOIN step n ON n.tracking_id = t.id AND n.position = s.position + 2 AND n.status = "
                     "'New' WHERE s.status = 'In progress' AND NOT EXISTS (SELECT 1 FROM step o WHERE o.tracking_id = "
                     "t.id AND o.position < s.position AND o.status IN ('New', 'In progress', 'Waiting')) LIMIT 1"),
      {}, [](db::Row& row) {
        const Id<Step> from{row.number()};
        return std::pair(from, Id<Step>{row.number()});
      });
  QCOMPARE(ids.size(), size_t{1});
  const Step to = *db::load(*m_sitting->database, ids[0].second);
  m_board->moveCard(ids[0].first.value, to.name);
  QCOMPARE(db::load(*m_sitting->database, ids[0].first)->status, QStringLiteral("Completed"));
  QCOMPARE(db::load(*m_sitting->database, to.id)->status, QStringLiteral("In progress"));
  m_sitting->session->undoLast();
  QCOMPARE(db::load(*m_sitting->database, ids[0].first)->status, QStringLiteral("In progress"));
  QCOMPARE(db::load(*m_sitting->database, to.id)->status, QStringLiteral("New"));
}

void TestViews::aCardThatCannotGoThereIsToldWhy() {
  QSignalSpy said(m_board, &Board::said);
  group("Step");
  QTest::keyClick(m_page.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(m_page->isSecondLook() && m_page->model()->isComplete());
  const qint64 id = m_page->model()->ids()[1];
  m_board->moveCard(id, QStringLiteral("No such step"));
  QVERIFY(said.back()[0].toString().contains(QStringLiteral("no step “No such step”")));
  group("Provider");
  m_board->moveCard(id, QStringLiteral("Somebody"));
  QVERIFY(said.back()[0].toString().contains(QStringLiteral("Provider")));
}

void TestViews::theListKnowsThatAnotherDayHasBegun() {
  QDateTime now = tester().now;
  Session session(*m_sitting->database, SampleFile::today(), [&now] { return now; });
  QSignalSpy began(&session, &Session::dayBegan);
  const std::unique_ptr<ListingPage> page(makeTrackingPage(session));
  Query query;
  query.filters[QStringLiteral("due")] = {QStringLiteral("overdue")};
  page->resize(1300, 700);
  page->show();
  page->setQuery(query);
  QTRY_VERIFY(page->model()->isComplete());
  const qint64 late = page->model()->found();
  session.noticeDay();
  QCOMPARE(began.count(), 0);
  now = now.addDays(1);
  session.noticeDay();
  QCOMPARE(began.count(), 1);
  QCOMPARE(session.today(), SampleFile::today().addDays(1));
  const qint64 dueToday = m_sitting->database->value(
      QStringLiteral("SELECT count(*) FROM step s JOIN tracking t ON t.id = s.tracking_id WHERE s.due = ? AND s.status "
                     "IN ('New', 'In progress', 'Waiting') AND t.status NOT IN ('Completed', 'Cancelled')"),
      {SampleFile::today()});
  QTRY_COMPARE(page->model()->found(), late + dueToday);
  QVERIFY(dueToday > 0);
}

QTEST_MAIN(TestViews)
#include "tst_views.moc"
