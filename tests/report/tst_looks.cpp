// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/slowcount.h"

#include "core/report/views.h"
#include "core/team/coordinator.h"

#include <map>
#include <set>

namespace {

using Ids = std::vector<qint64>;

/// An office by chance in which some steps name whose they are, some only their tracking does, and some nobody.
struct Office : World {
  explicit Office(quint32 seed) : World(seed), random(seed + 1000) {
    const db::Actor actor{"Test", QDateTime(today, QTime(9, 0), Qt::UTC)};
    db::Transaction transaction(*database, actor, "People");
    for (const char* name : {"Ana", "Ben", "Cleo"}) {
      Coordinator person;
      person.name = name;
      people.push_back(db::save(transaction, person));
    }
    for (Tracking& one : trackings) {
      one.assignee = anybody();
      one.priority = random.bounded(3) == 0 ? "High" : "Normal";
      one.started = today.addDays(-int(random.bounded(60)));
      db::save(transaction, one);
    }
    for (Step& one : steps) {
      one.assignee = anybody();
      db::save(transaction, one);
    }
    transaction.commit();
  }

  Id<Coordinator> anybody() {
    const auto at = random.bounded(int(people.size()) + 2);
    return at < int(people.size()) ? people[size_t(at)] : Id<Coordinator>();
  }
  const Tracking& of(const Step& step) const { return *get(trackings, step.tracking); }

  Ids ids(const report::Request& request) const {
    const report::Query sql = report::idsQuery(request);
    return database->all(sql.sql, sql.arguments, [](db::Row& row) { return row.number(); });
  }
  static Ids sorted(Ids ids) {
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  QRandomGenerator random;
  std::vector<Id<Coordinator>> people;
};

} // namespace

/// What lists on screen ask for, against a slow count over offices made by chance.
class TestLooks : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void chipsFindTheStepsACountFinds_data() { offices(); }
  void chipsFindTheStepsACountFinds();
  void meHasWhatNobodyIsNamedForInMyTrackings_data() { offices(); }
  void meHasWhatNobodyIsNamedForInMyTrackings();
  void groupsAreWholeAndInOrder_data() { offices(4); }
  void groupsAreWholeAndInOrder();
  void theFirstRowsAreTheFirstOfAll_data() { offices(3); }
  void theFirstRowsAreTheFirstOfAll();
  void runningTrackingsAreThoseNeitherCompletedNorCancelled_data() { offices(); }
  void runningTrackingsAreThoseNeitherCompletedNorCancelled();
  void aViewIsReadAsItWasKept();
  void aFileOfAViewNamesWhatItAsksFor();
  void aBadFileIsASentence_data();
  void aBadFileIsASentence();
  void aViewIsAReport();
  void viewsKeepTheirPlaces();

private:
  static void offices(quint32 many = 8) {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= many; ++seed)
      QTest::addRow("office %u", seed) << seed;
  }
};

void TestLooks::chipsFindTheStepsACountFinds() {
  QFETCH(quint32, seed);
  Office office(seed);
  const Count count(office);
  const report::Listing& open = *report::find("open-items");
  const report::Listing& all = *report::find("all-items");
  for (int round = 0; round < 60; ++round) {
    report::Look look;
    const auto maybe = [&](int percent) { return int(office.random.bounded(100)) < percent; };
    const bool wide = maybe(30);
    if (wide)
      look.filters["wide"] = {"all"};
    QStringList who, due, waiting;
    if (maybe(50))
      who = maybe(30) ? QStringList{"0"} : maybe(50) ? QStringList{"me"} : QStringList{"me", "0"};
    if (maybe(50))
      due = QStringList{QStringList{"overdue", "today", "week", "days:7", "none"}[int(office.random.bounded(5))]};
    if (maybe(30))
      waiting = QStringList{"Payor"};
    const bool high = maybe(20), untouched = maybe(30);
    if (!who.isEmpty())
      look.filters["assignee"] = who;
    if (!due.isEmpty())
      look.filters["due"] = due;
    if (!waiting.isEmpty())
      look.filters["waiting-on"] = waiting;
    if (high)
      look.filters["priority"] = {"High"};
    if (untouched)
      look.filters["untouched"] = {"30"};
    const Id<Coordinator> me = office.people.front();
    const QDate sunday = office.today.addDays(7 - office.today.dayOfWeek());
    Ids wanted;
    for (const Step& step : office.steps) {
      const Tracking& tracking = office.of(step);
      const bool isOpen = step.status != "Completed" && step.status != "Not needed" && count.isOpen(tracking);
      const Id<Coordinator> whose = step.assignee.isValid() ? step.assignee : tracking.assignee;
      bool fits = (wide || isOpen) && (!high || tracking.priority == "High");
      if (!who.isEmpty())
        fits = fits && ((who.contains("me") && whose == me) || (who.contains("0") && !whose.isValid()));
      if (!waiting.isEmpty())
        fits = fits && step.waitingOn == "Payor";
      if (!due.isEmpty()) {
        const QString word = due.front();
        const QDate d = step.due;
        fits = fits &&
               (word == "none" ? !d.isValid()
                               : d.isValid() && (word == "overdue" ? d < office.today
                                                 : word == "today" ? d == office.today
                                                 : word == "week"  ? d >= office.today && d <= sunday
                                                                  : d >= office.today && d <= office.today.addDays(7)));
      }
      if (untouched) {
        const QDate since = office.today.addDays(-30);
        fits = fits && tracking.started < since;
        for (const Note& note : office.notes)
          fits =
              fits && !(note.tracking == tracking.id && QDate::fromString(note.written.left(10), Qt::ISODate) >= since);
      }
      if (fits)
        wanted.push_back(step.id.value);
    }
    const report::Request request = report::onScreen(report::requestOf(look, open, &all, office.today, me));
    QCOMPARE(Office::sorted(office.ids(request)), Office::sorted(wanted));
    const report::Query counted = report::countQuery(request);
    QCOMPARE(office.database->value(counted.sql, counted.arguments), qint64(wanted.size()));
  }
}

void TestLooks::meHasWhatNobodyIsNamedForInMyTrackings() {
  QFETCH(quint32, seed);
  Office office(seed);
  const report::Listing& open = *report::find("open-items");
  report::Look look;
  look.filters["assignee"] = {"me"};
  size_t inherited = 0;
  for (const qint64 id : office.ids(report::requestOf(look, open, nullptr, office.today, office.people[1]))) {
    const Step& step = *office.get(office.steps, Id<Step>{id});
    inherited += !step.assignee.isValid();
    QVERIFY((step.assignee.isValid() ? step.assignee : office.of(step).assignee) == office.people[1]);
  }
  // A report by --assignee has only steps that name them.
  report::Asked asked;
  asked.assignee = "Ben";
  const auto strict = report::requestFor(*office.database, open, asked, office.today);
  const Ids named = office.ids(std::get<report::Request>(strict));
  QCOMPARE(named.size() + inherited,
           office.ids(report::requestOf(look, open, nullptr, office.today, office.people[1])).size());
  // Nobody sits here yet: nothing is mine, not what is nobody's.
  QVERIFY(office.ids(report::requestOf(look, open, nullptr, office.today, {})).empty());
}

void TestLooks::groupsAreWholeAndInOrder() {
  QFETCH(quint32, seed);
  Office office(seed);
  for (const char* name :
       {"open-items", "all-items", "running-trackings", "tracking", "tasks", "payors", "providers"}) {
    const report::Listing& listing = *report::find(name);
    for (const report::Column& column : listing.columns) {
      report::Look look, plain;
      look.group = column.heading;
      const report::Request request =
          report::onScreen(report::requestOf(look, listing, nullptr, office.today, office.people.front()));
      // The value of each row as its own cell has it.
      report::Request cells = report::onScreen(report::requestOf(plain, listing, nullptr, office.today, {}));
      const Ids all = office.ids(cells);
      cells.columns = {listing.columnAt(column.heading)};
      std::map<qint64, QString> values;
      const report::Query byId = report::rowsByIdQuery(cells, all);
      office.database->each(byId.sql, byId.arguments, [&](db::Row& row) {
        const qint64 id = row.number();
        values[id] = row.text();
      });
      Ids ids;
      std::vector<std::pair<QString, int>> groups;
      const report::Query grouped = report::groupedIdsQuery(request);
      office.database->each(grouped.sql, grouped.arguments, [&](db::Row& row) {
        ids.push_back(row.number());
        const QString value = row.text();
        QCOMPARE(value, values.at(ids.back()));
        if (groups.empty() || groups.back().first != value)
          groups.push_back({value, 0});
        ++groups.back().second;
      });
      QCOMPARE(Office::sorted(ids), Office::sorted(all));
      std::set<QString> once;
      for (const auto& [value, rows] : groups) {
        QVERIFY2(once.insert(value).second,
                 qPrintable(QString("%1: “%2” stands twice by %3").arg(name, value, column.heading)));
        QCOMPARE(qint64(rows), qint64(std::count_if(values.begin(), values.end(),
                                                    [&](const auto& one) { return one.second == value; })));
      }
    }
  }
}

void TestLooks::theFirstRowsAreTheFirstOfAll() {
  QFETCH(quint32, seed);
  Office office(seed);
  const auto read = [&](const report::Query& sql) {
    std::vector<std::pair<qint64, QStringList>> rows;
    office.database->each(sql.sql, sql.arguments, [&](db::Row& row) {
      rows.push_back({row.number(), {}});
      while (row.consumed() < row.columns())
        rows.back().second << row.text();
    });
    return rows;
  };
  const QStringList tabs{"open-items", "all-items", "running-trackings", "tasks", "alerts", "providers"};
  for (const report::Listing& listing : report::catalogue()) {
    // What is scrolled all day in every way, the others as they are sorted.
    const bool isTab = tabs.contains(listing.name);
    if (!isTab && seed != 1)
      continue;
    for (const report::Column& column : listing.columns)
      for (const char* how : {"rising", "as it opens", "falling", "grouped", "grouped and falling", "of mine"}) {
        report::Look look;
        const QString way = how;
        if (way == "as it opens" ? &column != &listing.columns.front() : !isTab && way != "rising")
          continue;
        if (way.startsWith("grouped"))
          look.group = column.heading;
        if (way == "grouped and falling")
          look.sort = {{listing.columns[1].heading, true}};
        else if (!way.startsWith("grouped") && way != "as it opens")
          look.sort = {{column.heading, way == "falling"}};
        if (way == "of mine" && listing.filters.contains("assignee"))
          look.filters["assignee"] = {"me"};
        const report::Request request =
            report::onScreen(report::requestOf(look, listing, nullptr, office.today, office.people.front()));
        const Ids all = office.ids(request);
        for (const int limit : isTab ? std::vector{1, 7, 400} : std::vector{7}) {
          auto rows = read(report::rowsWithIdQuery(request, limit));
          const QString what = QString("%1 by %2, %3").arg(listing.name, column.heading, way);
          Ids first;
          for (const auto& row : rows)
            first.push_back(row.first);
          const Ids wanted(all.begin(), all.begin() + std::min<std::ptrdiff_t>(limit, std::ptrdiff_t(all.size())));
          QVERIFY2(first == wanted, qPrintable(what));
          if (first.empty())
            continue;
          auto byKey = read(report::rowsByIdQuery(request, first));
          std::sort(rows.begin(), rows.end());
          std::sort(byKey.begin(), byKey.end());
          QVERIFY2(rows == byKey, qPrintable(what));
        }
      }
  }
}

void TestLooks::runningTrackingsAreThoseNeitherCompletedNorCancelled() {
  QFETCH(quint32, seed);
  Office office(seed);
  const Count count(office);
  const report::Listing& listing = *report::find("running-trackings");
  const report::Request request =
      report::onScreen(report::requestOf({}, listing, nullptr, office.today, office.people.front()));
  Ids wanted;
  for (const Tracking& one : office.trackings)
    if (count.isOpen(one))
      wanted.push_back(one.id.value);
  const Ids ids = office.ids(request);
  QCOMPARE(Office::sorted(ids), wanted);
  // Each with its first open step, in the order of their dates, none last.
  std::vector<QDate> dues;
  for (const qint64 id : ids) {
    const Step* first = nullptr;
    for (const Step& step : office.steps)
      if (step.tracking.value == id && step.status != "Completed" && step.status != "Not needed" &&
          (!first || step.position < first->position))
        first = &step;
    dues.push_back(first ? first->due : QDate());
  }
  QVERIFY(std::is_sorted(dues.begin(), dues.end(),
                         [](QDate a, QDate b) { return std::tuple(!a.isValid(), a) < std::tuple(!b.isValid(), b); }));
  const report::Query first = report::rowsWithIdQuery(request, 5);
  Ids top;
  office.database->each(first.sql, first.arguments, [&](db::Row& row) {
    top.push_back(row.number());
    while (row.consumed() < row.columns())
      row.text();
  });
  QCOMPARE(top, Ids(ids.begin(), ids.begin() + std::min<std::ptrdiff_t>(5, std::ptrdiff_t(ids.size()))));
  // The same rows whether they are walked by their dates or found by what they are about.
  for (const auto& [key, value] : std::vector<std::pair<QString, QString>>{{"assignee", "me"},
                                                                           {"assignee", "0"},
                                                                           {"provider", "1"},
                                                                           {"payor", "1"},
                                                                           {"due", "overdue"},
                                                                           {"due", "days:7"},
                                                                           {"due", "none"},
                                                                           {"priority", "High"}}) {
    report::Look byDate, byType;
    byDate.filters[key] = {value};
    byType.filters[key] = {value};
    byType.sort = {{"Type", false}};
    const auto asked = [&](const report::Look& look) {
      return report::onScreen(report::requestOf(look, listing, nullptr, office.today, office.people.front()));
    };
    const Ids found = office.ids(asked(byDate));
    QCOMPARE(Office::sorted(found), Office::sorted(office.ids(asked(byType))));
    const report::Query counted = report::countQuery(asked(byDate));
    QCOMPARE(office.database->value(counted.sql, counted.arguments), qint64(found.size()));
    Ids expected;
    for (size_t i = 0; i < ids.size(); ++i)
      if ((key == "due" && value == "none" && !dues[i].isValid()) ||
          (key == "due" && value == "overdue" && dues[i].isValid() && dues[i] < office.today) ||
          (key == "due" && value == "days:7" && dues[i] >= office.today && dues[i] <= office.today.addDays(7)))
        expected.push_back(ids[i]);
    if (key == "due")
      QCOMPARE(Office::sorted(found), Office::sorted(expected));
  }
}

namespace {

report::View example(qint64 payor) {
  report::View view;
  view.name = "Late with Payor 1";
  view.list = "tracking";
  view.report = "open-items";
  view.wide = "all-items";
  view.look.text = "initial";
  view.look.filters = {{"payor", {QString::number(payor)}}, {"assignee", {"me", "0"}}, {"due", {"overdue"}}};
  view.look.sort = {{"Due", true}, {"Provider", false}};
  view.look.group = "Waiting on";
  view.columns = {QJsonObject{{"key", "Provider"}, {"shown", true}, {"width", 150}},
                  QJsonObject{{"key", "Step"}, {"shown", true}, {"width", 90}},
                  QJsonObject{{"key", "NPI"}, {"shown", false}}};
  view.isBoard = true;
  return view;
}

} // namespace

void TestLooks::aViewIsReadAsItWasKept() {
  const report::View view = example(3);
  const auto read = report::viewFrom(report::kept(view));
  QVERIFY(read.isOk());
  QVERIFY(read->look == view.look);
  QCOMPARE(read->columns, view.columns);
  QCOMPARE(QStringList({read->name, read->list, read->report, read->wide}),
           QStringList({view.name, view.list, view.report, view.wide}));
  QVERIFY(read->isBoard);
}

void TestLooks::aFileOfAViewNamesWhatItAsksFor() {
  Office office(1);
  const report::View view = example(office.payors[1].id.value);
  const QByteArray file = report::viewFile(*office.database, view);
  QVERIFY(file.contains(office.payors[1].name.toUtf8()));
  const auto read = report::viewFromFile(*office.database, file);
  QVERIFY(read.isOk());
  QVERIFY(read->look == view.look);
  const auto missing =
      report::viewFromFile(*office.database, QByteArray(file).replace(office.payors[1].name.toUtf8(), "Other payor"));
  QVERIFY(!missing.isOk());
  QVERIFY(missing.problems().front().sentence.contains("Other payor"));
}

void TestLooks::aBadFileIsASentence_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::newRow("nothing") << QByteArray();
  QTest::newRow("no JSON") << QByteArray("PK\x03\x04 spreadsheet");
  QTest::newRow("other JSON") << QByteArray("{\"version\": 1}");
  QTest::newRow("a list") << QByteArray("[1, 2]");
  QTest::newRow("newer") << report::kept(example(1)).replace("\"version\":1", "\"version\":2");
  QTest::newRow("unknown report") << report::kept(example(1)).replace("open-items", "shut-items");
  QTest::newRow("unknown filter") << report::kept(example(1)).replace("\"assignee\"", "\"1=1; --\"");
}

void TestLooks::aBadFileIsASentence() {
  QFETCH(QByteArray, text);
  const auto read = report::viewFrom(text);
  QVERIFY(!read.isOk());
  QVERIFY(read.problems().front().sentence.contains("Nothing was changed"));
}

void TestLooks::aViewIsAReport() {
  Office office(2);
  report::View view = example(office.payors[0].id.value);
  view.look.text.clear();
  SavedView saved;
  saved.list = view.list;
  saved.name = "Spät dran";
  saved.look = QString::fromUtf8(report::kept(view));
  db::Transaction transaction(*office.database, {"Test", QDateTime(office.today, QTime(9, 0), Qt::UTC)}, "View");
  QVERIFY(check(saved, *office.database).empty());
  db::save(transaction, saved);
  transaction.commit();
  QVERIFY(!report::findView(*office.database, "nothing of this name"));
  const auto found = report::findView(*office.database, "SPAT DRAN");
  QVERIFY(found);
  report::Asked asked;
  const auto nobody = report::requestForView(*office.database, *found, asked, office.today);
  QVERIFY(std::get<report::AskedProblem>(nobody).sentence.contains("--assignee"));
  asked.assignee = "Ana";
  const auto request = report::requestForView(*office.database, *found, asked, office.today);
  const auto& mine = std::get<report::Request>(request);
  QCOMPARE(mine.shown().size(), size_t(3)); // what it is grouped by, and two columns
  const report::Request screen =
      report::requestOf(view.look, *report::find("open-items"), nullptr, office.today, office.people.front());
  QCOMPARE(Office::sorted(office.ids(mine)), Office::sorted(office.ids(screen)));
  asked.columns = "Provider,Nonsense";
  QCOMPARE(
      int(std::get<report::AskedProblem>(report::requestForView(*office.database, *found, asked, office.today)).fault),
      int(report::Fault::WrongUsage));
}

void TestLooks::viewsKeepTheirPlaces() {
  Office office(3);
  db::Transaction transaction(*office.database, {"Test", QDateTime(office.today, QTime(9, 0), Qt::UTC)}, "Views");
  std::vector<Id<SavedView>> ids;
  for (const char* name : {"One", "Two", "Three", "Hers"}) {
    SavedView view;
    view.list = "tracking";
    view.name = name;
    view.position = int(ids.size());
    view.look = "{}";
    if (view.name == "Hers")
      view.coordinator = office.people[1];
    else if (view.name == "Two")
      view.coordinator = office.people[0];
    ids.push_back(db::save(transaction, view));
  }
  const auto names = [&](size_t who) {
    QStringList all;
    for (const SavedView& view : viewsOf(*office.database, office.people[who]))
      all << view.name;
    return all;
  };
  QCOMPARE(names(0), QStringList({"One", "Two", "Three"}));
  QCOMPARE(names(1), QStringList({"One", "Three", "Hers"}));
  moveView(transaction, ids[2], office.people[0], 0);
  QCOMPARE(names(0), QStringList({"Three", "One", "Two"}));
  SavedView again;
  again.list = "tracking";
  again.name = "one ";
  again.look = "{}";
  again.coordinator = office.people[2];
  QVERIFY(!check(again, *office.database).empty()); // everybody's has that name
  again.name = "Two";
  QVERIFY(check(again, *office.database).empty()); // somebody else's has
  transaction.commit();
}

QTEST_GUILESS_MAIN(TestLooks)
#include "tst_looks.moc"
