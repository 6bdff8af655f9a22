// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listmodel.h"

#include "fakerows.h"
#include "ui/list/cellface.h"
#include "ui/list/tableview.h"
#include "ui/shell/reader.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <numeric>

using namespace ui;

class TestListModel : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void theFirstPageIsThereAtOnceAndAllRowsSoonAfter();
  void whatFollowsAShorterListIsReadWhole();
  void aShortListNeedsNoWaiting();
  void anyRowIsReadWhenLookedAtAndNoMoreThanItsPage();
  void aNewQuestionTakesTheOldOnesPlace();
  void whatTakesTimeToFindTakesTheOldOnesPlaceWhenItIsFound();
  void refreshKeepsRowsUntilTheNewAnswerIsThere();
  void countsComeInTheOrderAsked();
  void headingsStandOverGroups();
  void aClosedGroupIsLeftOutAndComesBack();
  void groupsAreThereBeforeAllRowsAre();
  void aRecordThatIsGoneIsBlank();
  void whatBreaksWhileReadingNeverLeavesACell();
  void whatIsStillReadWhenTheListGoesIsEnded();
  void whatIsEndedBetweenTwoQuestionsAsksNoOther();
  void allRowsGrowAtOnceWhenTheWindowIsZoomed();
  void aColourIsSaidInWordsWithTheValueFirst();
  void aFollowUpIsColouredFromItsDayOnWhileItIsOpen();
  void everyStatusWordHasItsIcon();
};

namespace {
const QDate today(2026, 1, 15);
constexpr int many = 100000;
} // namespace

void TestListModel::theFirstPageIsThereAtOnceAndAllRowsSoonAfter() {
  ListModel model(std::make_shared<FakeRows>(many), today);
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  QSignalSpy completed(&model, &ListModel::completed);
  model.ask({});
  QCOMPARE(model.rowCount(), ListModel::pageRows);
  QVERIFY(!model.isComplete());
  QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Marten, Lily MD"));
  QVERIFY(completed.wait());
  QCOMPARE(model.rowCount(), many);
  QVERIFY(model.isComplete());
  QCOMPARE(model.index(many - 1, 0).data().toString(), QStringLiteral("李, Wei MD %1").arg(many - 1));
}

void TestListModel::whatFollowsAShorterListIsReadWhole() {
  for (const char* before : {"Nobody", "Marten"}) { // none, and the first of three
    auto rows = std::make_shared<FakeRows>(3);
    ListModel model(rows, today);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Query query;
    query.text = QString::fromLatin1(before);
    model.ask(query);
    QTRY_VERIFY(model.isComplete());
    for (int row = 0; row < model.rowCount(); ++row)
      QVERIFY(!model.index(row, 0).data().toString().isEmpty());
    rows->takeTime = true;
    model.ask({});
    QTRY_COMPARE(model.rowCount(), 3);
    for (int row = 0; row < 3; ++row)
      QVERIFY2(!model.index(row, 0).data().toString().isEmpty(), qPrintable(QString::number(row)));
  }
}

void TestListModel::aShortListNeedsNoWaiting() {
  ListModel model(std::make_shared<FakeRows>(12), today);
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  QSignalSpy completed(&model, &ListModel::completed);
  model.ask({});
  QCOMPARE(completed.count(), 1);
  QCOMPARE(model.rowCount(), 12);
}

void TestListModel::anyRowIsReadWhenLookedAtAndNoMoreThanItsPage() {
  auto rows = std::make_shared<FakeRows>(many);
  ListModel model(rows, today);
  model.ask({});
  QTRY_VERIFY(model.isComplete());
  rows->pagesRead = 0;
  const int row = 50000;
  for (int i = row; i < row + 20; ++i)
    QVERIFY(model.index(i, 0).data().toString().endsWith(QString::number(i)));
  QVERIFY(rows->pagesRead <= 2);
  for (int i = 0; i < many; i += ListModel::pageRows) // further pages push it out, and it comes back
    QVERIFY(model.index(i, 1).data().isValid());
  QVERIFY(model.index(row, 0).data().toString().endsWith(QString::number(row)));
}

void TestListModel::aNewQuestionTakesTheOldOnesPlace() {
  ListModel model(std::make_shared<FakeRows>(many), today);
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.ask({});
  Query query;
  query.filters[QStringLiteral("status")] = QStringList{QStringLiteral("New")};
  query.sort = {{QStringLiteral("provider"), true}};
  model.ask(query);
  QTRY_VERIFY(model.isComplete());
  QCOMPARE(model.rowCount(), many / 4);
  for (int row : {0, 200, many / 4 - 1})
    QCOMPARE(model.index(row, 3).data().toString(), QStringLiteral("New"));
  QVERIFY(model.index(0, 0).data().toString() > model.index(1, 0).data().toString());
}

void TestListModel::whatTakesTimeToFindTakesTheOldOnesPlaceWhenItIsFound() {
  auto rows = std::make_shared<FakeRows>(many);
  ListModel model(rows, today);
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.ask({});
  QTRY_VERIFY(model.isComplete());
  rows->takeTime = true;
  Query query;
  query.filters[QStringLiteral("status")] = QStringList{QStringLiteral("New")};
  model.ask(query);
  QVERIFY(!model.isComplete());
  QCOMPARE(model.rowCount(), many);
  QTRY_VERIFY(model.isComplete());
  QCOMPARE(model.rowCount(), many / 4);
  QCOMPARE(model.index(0, 3).data().toString(), QStringLiteral("New"));
  model.ask({});
  QTRY_COMPARE(model.rowCount(), many);
}

void TestListModel::refreshKeepsRowsUntilTheNewAnswerIsThere() {
  auto rows = std::make_shared<FakeRows>(1000);
  ListModel model(rows, today);
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.ask({});
  QTRY_VERIFY(model.isComplete());
  rows->change(1, 1, QStringLiteral("Humana · TX"));
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  model.refresh();
  QCOMPARE(model.rowCount(), 1000);
  QVERIFY(changed.wait());
  QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("Humana · TX"));
  rows->remove(2);
  QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
  model.refresh();
  QVERIFY(reset.wait());
  QCOMPARE(model.rowCount(), 999);
  QCOMPARE(model.idAt(1), 3);
}

void TestListModel::countsComeInTheOrderAsked() {
  ListModel model(std::make_shared<FakeRows>(1000), today);
  Query done;
  done.filters[QStringLiteral("status")] = QStringList{QStringLiteral("Completed")};
  std::vector<qint64> counts;
  connect(&model, &ListModel::counted, this, [&counts](const std::vector<qint64>& all) { counts = all; });
  model.ask(done, {Query(), done});
  QTRY_COMPARE(counts.size(), size_t(2));
  QCOMPARE(counts[0], 1000);
  QCOMPARE(counts[1], 250);
}

namespace {

Query byStatus() {
  Query query;
  query.group = QStringLiteral("status");
  return query;
}

/// Each group as it should stand: heading, then its rows.
QStringList laidOut(const ListModel& model) {
  QStringList lines;
  for (int row = 0; row < model.rowCount(); ++row)
    lines << (model.isHeading(row) ? QStringLiteral("# ") + model.index(row, 0).data().toString()
                                   : model.index(row, 3).data().toString());
  return lines;
}

QStringList wantedLines(const QStringList& closed = {}) {
  QStringList lines;
  for (const char* word : {"Completed", "In progress", "New", "Waiting"}) {
    lines << QStringLiteral("# %1, 250").arg(QLatin1String(word));
    for (int i = 0; i < 250 && !closed.contains(QLatin1String(word)); ++i)
      lines << QLatin1String(word);
  }
  return lines;
}

} // namespace

void TestListModel::headingsStandOverGroups() {
  ListModel model(std::make_shared<FakeRows>(1000), today);
  model.ask(byStatus());
  QTRY_VERIFY(model.isComplete());
  QCOMPARE(laidOut(model), wantedLines());
  QCOMPARE(model.found(), 1000);
  QCOMPARE(model.idAt(0), 0);
  QVERIFY(model.idAt(1) > 0);
  QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsSelectable));
  QCOMPARE(model.rowNear(0), 1);
  QCOMPARE(model.headingsWithin(0, model.rowCount() - 1), 4);
  model.ask({});
  QTRY_VERIFY(model.isComplete());
  QCOMPARE(model.rowCount(), 1000);
  QVERIFY(!model.isHeading(0));
}

void TestListModel::aClosedGroupIsLeftOutAndComesBack() {
  ListModel model(std::make_shared<FakeRows>(1000), today);
  model.ask(byStatus());
  QTRY_VERIFY(model.isComplete());
  const QAbstractItemModelTester tester(&model);
  model.setOpen(251, false);
  QCOMPARE(laidOut(model), wantedLines({QStringLiteral("In progress")}));
  QCOMPARE(model.found(), 1000);
  model.setOpen(0, false);
  QCOMPARE(laidOut(model), wantedLines({QStringLiteral("In progress"), QStringLiteral("Completed")}));
  // What is read again stays closed.
  QSignalSpy read(&model, &ListModel::completed);
  model.refresh();
  QVERIFY(read.wait());
  QCOMPARE(laidOut(model), wantedLines({QStringLiteral("In progress"), QStringLiteral("Completed")}));
  model.setOpen(1, true);
  QCOMPARE(laidOut(model), wantedLines({QStringLiteral("Completed")}));
  model.setAllOpen(false);
  QCOMPARE(model.rowCount(), 4);
  QCOMPARE(model.rowNear(0), -1);
  model.setAllOpen(true);
  QCOMPARE(laidOut(model), wantedLines());
}

void TestListModel::groupsAreThereBeforeAllRowsAre() {
  ListModel model(std::make_shared<FakeRows>(1000), today);
  model.ask(byStatus());
  QVERIFY(!model.isComplete());
  QVERIFY(model.isHeading(0));
  QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Completed")); // not counted yet
  QCOMPARE(model.rowCount(), ListModel::pageRows + 1);
  const qint64 first = model.idAt(1);
  QTRY_VERIFY(model.isComplete());
  QCOMPARE(model.idAt(1), first);
  QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Completed, 250"));
}

void TestListModel::aRecordThatIsGoneIsBlank() {
  auto rows = std::make_shared<FakeRows>(1000);
  ListModel model(rows, today);
  model.ask({});
  QTRY_VERIFY(model.isComplete());
  rows->remove(901);
  QVERIFY(!model.index(900, 0).data().isValid());
  QVERIFY(model.index(901, 0).data().isValid());
}

void TestListModel::whatBreaksWhileReadingNeverLeavesACell() {
  auto rows = std::make_shared<FakeRows>(1000);
  ListModel model(rows, today);
  model.ask({});
  QTRY_VERIFY(model.isComplete());
  rows->broken = true;
  QVERIFY(!model.index(900, 0).data().isValid());
  QTRY_VERIFY(qApp->topLevelWidgets().size() > 0);
  QWidget* dialog = nullptr;
  for (QWidget* widget : QApplication::topLevelWidgets())
    if (widget->objectName() == QLatin1String("trouble"))
      dialog = widget;
  QVERIFY(dialog);
  dialog->close();
  QVERIFY_THROWS_EXCEPTION(std::runtime_error, model.ask({}));
}

namespace {

/// Rows that nobody lives to see.
struct EndlessRows : FakeRows {
  explicit EndlessRows(QString path) : FakeRows(0), file(std::move(path)) { takeTime = true; }
  ui::Found allIds(const ui::Query&, const std::atomic_bool&) override {
    Reader reader(file);
    isReading = true;
    reader.value(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) "
                                "FROM n"));
    return {};
  }
  QString file;
  std::atomic_bool isReading = false;
};

} // namespace

void TestListModel::whatIsStillReadWhenTheListGoesIsEnded() {
  const QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("office.db"));
  db::Database(file).run(QStringLiteral("CREATE TABLE anything (id INTEGER)"));
  auto rows = std::make_shared<EndlessRows>(file);
  auto model = std::make_unique<ListModel>(rows, today);
  model->ask({});
  QTRY_VERIFY(rows->isReading);
  model.reset();
}

void TestListModel::whatIsEndedBetweenTwoQuestionsAsksNoOther() {
  const QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("office.db"));
  db::Database(file).run(QStringLiteral("CREATE TABLE anything (id INTEGER)"));
  Reader reader(file);
  const QString question = QStringLiteral("SELECT count(*) FROM anything");
  QCOMPARE(reader.value(question), 0);
  reader.interrupt();
  QVERIFY_THROWS_EXCEPTION(db::Error, reader.value(question));
}

namespace {

/// More rows than could each be walked to.
struct ManyRows : FakeRows {
  static constexpr int many = 2'000'000;
  ManyRows() : FakeRows(0) { takeTime = true; }
  ui::Found allIds(const ui::Query&, const std::atomic_bool&) override {
    std::vector<qint64> ids(many);
    std::iota(ids.begin(), ids.end(), 1);
    return {std::move(ids), {}};
  }
};

} // namespace

void TestListModel::allRowsGrowAtOnceWhenTheWindowIsZoomed() {
  Theme theme(*qApp);
  ListModel model(std::make_shared<ManyRows>(), today);
  TableView table(&model);
  table.show();
  model.ask({});
  QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), ManyRows::many, 60'000);
  const int before = table.rowHeight(ManyRows::many - 1);
  theme.setZoom(1.5); // row by row this would not end before the test is given up
  QVERIFY(table.rowHeight(0) > before);
  QCOMPARE(table.rowHeight(ManyRows::many - 1), table.rowHeight(0));
  theme.setZoom(1);
  QCOMPARE(table.rowHeight(ManyRows::many - 1), before);
}

void TestListModel::aColourIsSaidInWordsWithTheValueFirst() {
  auto rows = std::make_shared<FakeRows>(0);
  const auto row = [&](qint64 id, const char* status, const char* due, const char* late) {
    rows->add({id, {{}, {}, {}, QString::fromLatin1(status), QString::fromLatin1(due), QString::fromLatin1(late), {}}});
  };
  row(1, "Waiting", "2026-01-12", "3");
  row(2, "New", "2026-01-15", "");
  row(3, "New", "2026-01-22", "");
  row(4, "New", "2026-01-23", "");
  row(5, "Completed", "2026-01-12", "");
  row(6, "New", "", "");
  ListModel model(rows, today);
  model.ask({});
  const auto cell = [&model](int at, int role) { return model.index(at, 4).data(role).toString(); };
  QCOMPARE(cell(0, Qt::DisplayRole), QStringLiteral("Mon 12 Jan · 3 late"));
  QCOMPARE(cell(0, Qt::AccessibleTextRole), QStringLiteral("2026-01-12, 3 business days late"));
  QCOMPARE(cell(1, Qt::DisplayRole), QStringLiteral("Today"));
  QCOMPARE(cell(1, Qt::AccessibleTextRole), QStringLiteral("2026-01-15, due soon"));
  QCOMPARE(cell(2, Qt::AccessibleTextRole), QStringLiteral("2026-01-22, due soon"));
  QCOMPARE(cell(3, Qt::AccessibleTextRole), QStringLiteral("Fri 23 Jan"));
  QCOMPARE(cell(4, Qt::AccessibleTextRole), QStringLiteral("Mon 12 Jan"));
  QCOMPARE(cell(5, Qt::DisplayRole), QStringLiteral("No date"));
}

void TestListModel::aFollowUpIsColouredFromItsDayOnWhileItIsOpen() {
  Column followUp{QStringLiteral("f"), QStringLiteral("Follow-up"), CellKind::FollowUp};
  followUp.status = 1;
  const auto face = [&](QDate day, const char* status) {
    return cellFace({followUp, {}}, {1, {day.toString(Qt::ISODate), QString::fromLatin1(status)}}, 0, today);
  };
  QCOMPARE(face(today.addDays(-1), "Waiting").ink, Ink::Late);
  QCOMPARE(face(today.addDays(-1), "Waiting").spoken, QStringLiteral("2026-01-14, to be followed up"));
  QCOMPARE(face(today, "New").ink, Ink::Soon);
  QCOMPARE(face(today.addDays(1), "New").ink, Ink::Text);
  QCOMPARE(face(today.addDays(-1), "Completed").ink, Ink::Text);
  QCOMPARE(face({}, "New").text, QString());
}

void TestListModel::everyStatusWordHasItsIcon() {
  for (const char* word : {"New",
                           "In progress",
                           "Waiting",
                           "Completed",
                           "Not needed",
                           "On hold",
                           "Cancelled",
                           "Expired",
                           "Expiring",
                           "Current",
                           "No date",
                           "Missing",
                           "Not applicable",
                           "Participating",
                           "Denied",
                           "Us",
                           "Payor",
                           "Provider",
                           "Facility",
                           "Nobody",
                           "Onboarding",
                           "Active",
                           "Inactive",
                           "Terminated",
                           "Low",
                           "Normal",
                           "High",
                           "Fast-track",
                           "Not started",
                           "Gathering",
                           "Waiting on provider",
                           "Ready to submit",
                           "Submitted",
                           "Received",
                           "In review",
                           "Info requested",
                           "Committee",
                           "Contracting",
                           "Approved, pending load",
                           "Non-participating",
                           "Appeal",
                           "Panel closed",
                           "Withdrawn",
                           "anything else"}) {
    const StatusLook look = statusLook(QString::fromLatin1(word));
    QVERIFY2(!iconPixmap(look.icon, tokens().text, 16, 1).isNull(), word);
  }
  QCOMPARE(statusLook(QStringLiteral("Expired")).tone, Tone::Late);
}

QTEST_MAIN(TestListModel)
#include "tst_listmodel.moc"
