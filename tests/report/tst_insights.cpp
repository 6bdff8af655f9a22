// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/slowcount.h"

#include "core/report/insights.h"
#include "core/team/coordinator.h"

using report::Figures;
using report::Insight;

namespace {

using Rows = World::Rows;

/// Borders of weeks and months, near the world's records and far from them.
const QDate days[]{{2026, 1, 15}, {2026, 1, 18}, {2026, 1, 19}, {2026, 1, 31},
                   {2026, 2, 1},  {2026, 6, 30}, {2025, 12, 7}};

QDate mondayBefore(QDate day) { return day.addDays(1 - day.dayOfWeek()); }
QDate firstOfMonth(QDate day) { return {day.year(), day.month(), 1}; }

int businessDays(QDate from, QDate to) {
  static const QSet<QDate> holidays{QDate(2025, 12, 25), QDate(2026, 1, 1), QDate(2026, 1, 19)};
  int all = 0;
  for (QDate day = from.addDays(1); day <= to; day = day.addDays(1))
    all += day.dayOfWeek() <= 5 && !holidays.contains(day);
  return all;
}

bool isOpenStep(const Step& step) { return step.status != "Completed" && step.status != "Not needed"; }

QStringList cells(std::initializer_list<int> numbers) {
  QStringList all;
  for (const int number : numbers)
    all << QString::number(number);
  return all;
}

report::Asked of(QString report::Asked::*word, const QString& name) {
  report::Asked asked;
  asked.*word = name;
  return asked;
}

const Insight& insight(const char* listing) {
  for (const Insight& one : report::insights())
    if (one.listing == listing)
      return one;
  qFatal("no such insight");
}

Figures figures(std::vector<QString> headings, Rows rows) { return {std::move(headings), std::move(rows)}; }

} // namespace

/// Figures against a slow count over offices made by chance, on days at all borders; and what is said of them.
class TestInsights : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void throughputCountsEachStepInItsWeek_data() { worlds(); }
  void throughputCountsEachStepInItsWeek();
  void onTimeIsNoMoreBusinessDaysThanTheTat_data() { worlds(); }
  void onTimeIsNoMoreBusinessDaysThanTheTat();
  void ageIsTheDaysSinceTheStart_data() { worlds(); }
  void ageIsTheDaysSinceTheStart();
  void turnaroundIsTheMedianAndEightiethOfOwnCases_data() { worlds(); }
  void turnaroundIsTheMedianAndEightiethOfOwnCases();
  void loadIsWhatIsOverdueAndDueInEightWeeks_data() { worlds(); }
  void loadIsWhatIsOverdueAndDueInEightWeeks();
  void expirablesAreCountedInTheirMonth_data() { worlds(); }
  void expirablesAreCountedInTheirMonth();
  void aFilterNarrowsWhatIsSummedAndEveryRowStays();
  void theLoadIsOnesOwnOrThatOfOnesTrackings();
  void whatLiesBehindHasAsManyRowsAsWereCounted();
  void eachIsSaidInASentenceAndTooLittleIsTold();

private:
  World& office(quint32 seed) {
    std::unique_ptr<World>& one = m_made[seed];
    if (!one)
      one = std::make_unique<World>(seed);
    return *one;
  }
  static void worlds() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 4; ++seed)
      QTest::addRow("office %u", seed) << seed;
  }

  std::map<quint32, std::unique_ptr<World>> m_made;
};

void TestInsights::throughputCountsEachStepInItsWeek() {
  QFETCH(quint32, seed);
  World& world = office(seed);
  const Count count(world);
  for (const QDate today : days) {
    Rows wanted;
    for (int back = 25; back >= 0; --back) {
      const QDate monday = mondayBefore(today).addDays(-7 * back);
      int steps = 0, trackings = 0;
      const auto isCounted = [&](const Step& step) {
        return step.status == "Completed" && step.completed.isValid() && step.completed <= today &&
               mondayBefore(step.completed) == monday;
      };
      for (const Step& step : world.steps)
        steps += isCounted(step);
      for (const Tracking& t : world.trackings) {
        const Step* last = nullptr;
        for (const Step& step : world.steps)
          if (step.tracking == t.id && step.status == "Completed" && step.completed.isValid() &&
              (!last || step.completed >= last->completed))
            last = &step;
        trackings += count.statusOf(t) == "Completed" && last && isCounted(*last);
      }
      wanted.push_back(QStringList{iso(monday)} + cells({steps, trackings}));
    }
    QCOMPARE(world.report("throughput", {}, today), wanted);
  }
}

void TestInsights::onTimeIsNoMoreBusinessDaysThanTheTat() {
  QFETCH(quint32, seed);
  World& world = office(seed);
  for (const QDate today : days) {
    Rows wanted;
    for (int back = 11; back >= 0; --back) {
      const QDate month = firstOfMonth(today).addMonths(-back);
      int steps = 0, kept = 0;
      for (const Step& step : world.steps)
        if (step.status == "Completed" && step.tat && step.started.isValid() && step.completed.isValid() &&
            step.started <= step.completed && step.completed <= today && firstOfMonth(step.completed) == month) {
          ++steps;
          kept += businessDays(step.started, step.completed) <= *step.tat;
        }
      wanted.push_back(QStringList{month.toString("yyyy-MM")} + cells({steps, kept}) +
                       QStringList{steps == 0 ? QString() : QString::number(std::lround(100.0 * kept / steps))});
    }
    QCOMPARE(world.report("on-time", {}, today), wanted);
  }
}

void TestInsights::ageIsTheDaysSinceTheStart() {
  QFETCH(quint32, seed);
  World& world = office(seed);
  const Count count(world);
  for (const QDate today : days) {
    Rows wanted;
    const std::tuple<const char*, int, int> bands[]{{"Up to 30 days", -10000, 30}, {"31–60 days", 31, 60},
                                                    {"61–90 days", 61, 90},        {"91–120 days", 91, 120},
                                                    {"121–180 days", 121, 180},    {"Over 180 days", 181, 10000}};
    for (const auto& [name, from, to] : bands) {
      int trackings = 0, late = 0;
      for (const Tracking& t : world.trackings) {
        const qint64 age = t.started.daysTo(today);
        if (!count.isOpen(t) || age < from || age > to)
          continue;
        ++trackings;
        late += std::any_of(world.steps.begin(), world.steps.end(), [&](const Step& step) {
          return step.tracking == t.id && isOpenStep(step) && step.due.isValid() && step.due < today;
        });
      }
      wanted.push_back(QStringList{name} + cells({trackings, late}));
    }
    QCOMPARE(world.report("open-by-age", {}, today), wanted);
  }
}

void TestInsights::turnaroundIsTheMedianAndEightiethOfOwnCases() {
  QFETCH(quint32, seed);
  World& world = office(seed);
  std::vector<std::tuple<int, int, QString, QStringList>> lines;
  for (const Payor& payor : world.payors) {
    std::vector<int> took;
    for (const Enrollment& e : world.enrollments)
      if (e.payor == payor.id && e.submitted.isValid() && e.effective.isValid() && e.effective >= e.submitted)
        took.push_back(int(e.submitted.daysTo(e.effective)));
    if (took.size() < 5)
      continue;
    std::sort(took.begin(), took.end());
    const int median = took[size_t(std::ceil(double(took.size()) * 0.5)) - 1];
    const int eightieth = took[size_t(std::ceil(double(took.size()) * 0.8)) - 1];
    lines.emplace_back(-median, -eightieth, payor.name,
                       QStringList{payor.name} + cells({int(took.size()), median, eightieth}) +
                           QStringList{payor.usualDays ? QString::number(*payor.usualDays) : QString()});
  }
  std::sort(lines.begin(), lines.end());
  Rows wanted;
  for (const auto& line : lines)
    wanted.push_back(std::get<QStringList>(line));
  QVERIFY(!wanted.empty());
  QCOMPARE(world.report("turnaround"), wanted);
}

void TestInsights::loadIsWhatIsOverdueAndDueInEightWeeks() {
  QFETCH(quint32, seed);
  World& world = office(seed);
  const Count count(world);
  for (const QDate today : days) {
    std::vector<int> numbers(10);
    for (const Step& step : world.steps) {
      const qint64 week = step.due.isValid() ? mondayBefore(today).daysTo(mondayBefore(step.due)) / 7 : 99;
      if (!isOpenStep(step) || !count.isOpen(*world.get(world.trackings, step.tracking)) || week > 7)
        continue;
      ++numbers[step.due < today ? 0 : size_t(week) + 1];
      ++numbers[9];
    }
    Rows wanted;
    if (numbers[9] > 0) {
      wanted.push_back({"Nobody"});
      for (const int number : numbers)
        wanted.back() << QString::number(number);
    }
    QCOMPARE(world.report("due-load", {}, today), wanted);
  }
}

void TestInsights::expirablesAreCountedInTheirMonth() {
  QFETCH(quint32, seed);
  World& world = office(seed);
  const auto hasLeft = [&](Id<Provider> id) {
    const Provider* provider = world.get(world.providers, id);
    return provider && (provider->status == "Inactive" || provider->status == "Terminated");
  };
  for (const QDate today : days) {
    Rows wanted;
    for (int ahead = 0; ahead < 12; ++ahead) {
      const QDate month = firstOfMonth(today).addMonths(ahead);
      const auto isIn = [&](QDate end) { return end.isValid() && end >= today && firstOfMonth(end) == month; };
      int credentials = 0, enrollments = 0, affiliations = 0;
      for (const Credential& one : world.credentials)
        credentials += !one.notApplicable && !one.renewedBy.isValid() && isIn(one.expires) && !hasLeft(one.provider);
      for (const Enrollment& one : world.enrollments)
        enrollments += one.status == "Participating" && isIn(one.end) && !hasLeft(one.provider);
      for (const Affiliation& one : world.affiliations)
        affiliations += one.status == "Active" && isIn(one.reappointmentDue) && !hasLeft(one.provider);
      wanted.push_back(QStringList{month.toString("yyyy-MM")} +
                       cells({credentials, enrollments, affiliations, credentials + enrollments + affiliations}));
    }
    QCOMPARE(world.report("expirables-by-month", {}, today), wanted);
  }
}

void TestInsights::aFilterNarrowsWhatIsSummedAndEveryRowStays() {
  World& world = office(1);
  for (const char* name : {"throughput", "on-time", "open-by-age", "expirables-by-month"}) {
    const Rows all = world.report(name), north = world.report(name, of(&report::Asked::team, "North")),
               south = world.report(name, of(&report::Asked::team, "South"));
    QCOMPARE(north.size(), all.size());
    for (size_t row = 0; row < all.size(); ++row) {
      QCOMPARE(north[row][0], all[row][0]);
      QCOMPARE(north[row][1].toInt() + south[row][1].toInt(), all[row][1].toInt());
    }
  }
  QVERIFY(world.report("open-by-age", of(&report::Asked::team, "North")) != world.report("open-by-age"));
}

void TestInsights::theLoadIsOnesOwnOrThatOfOnesTrackings() {
  World world(9);
  const db::Actor actor{"Test", QDateTime(world.today, QTime(9, 0), Qt::UTC)};
  db::Transaction transaction(*world.database, actor, "Load");
  const auto anna = db::save(transaction, Coordinator{{}, "Anna", {}, "Full access", true});
  const auto jo = db::save(transaction, Coordinator{{}, "Jo", {}, "Full access", true});
  for (Step step : world.steps) {
    step.status = "Not needed";
    db::save(transaction, step);
  }
  Tracking run;
  run.reference = "T-9000";
  run.type = "Payor";
  run.subtype = "Initial";
  run.provider = world.providers.front().id;
  run.started = world.today;
  run.assignee = jo;
  run.id = db::save(transaction, run);
  const auto add = [&](Id<Coordinator> of, QDate due) {
    Step step;
    step.tracking = run.id;
    step.name = "Step";
    step.assignee = of;
    step.due = due;
    db::save(transaction, step);
  };
  add(anna, {2026, 1, 14}); // yesterday, of this week
  add(anna, {2026, 1, 15});
  add(anna, {2026, 3, 8}); // Sunday of the eighth week
  add(anna, {2026, 3, 9}); // too late
  add({}, {2026, 1, 19});  // Jo's, since the tracking is
  transaction.commit();
  QCOMPARE(world.report("due-load"), (Rows{{"Anna", "1", "1", "0", "0", "0", "0", "0", "0", "1", "3"},
                                           {"Jo", "0", "0", "1", "0", "0", "0", "0", "0", "0", "1"}}));
  QCOMPARE(world.report("due-load", of(&report::Asked::assignee, "Jo")).size(), size_t(1));
}

void TestInsights::whatLiesBehindHasAsManyRowsAsWereCounted() {
  World& world = office(2);
  const auto read = [&](const char* name) {
    const report::Request request{report::find(name), world.today, {}};
    return report::figuresOf(report::tableFor(*world.database, request));
  };
  const auto rowsBehind = [&](const Insight& one, const Figures& counted, std::optional<size_t> row) {
    const report::Behind behind = report::behind(one, counted, row, world.today);
    return double(world.report(qPrintable(behind.listing), behind.asked).size());
  };
  for (const auto& [name, heading] : {std::pair{"throughput", "Steps"}, {"expirables-by-month", "All"}}) {
    const Figures counted = read(name);
    QVERIFY(counted.sum(heading) > 0);
    QCOMPARE(rowsBehind(insight(name), counted, {}), counted.sum(heading));
    for (size_t row = 0; row < counted.rows.size(); ++row)
      QCOMPARE(rowsBehind(insight(name), counted, row), *counted.number(row, heading));
  }
  const Figures load = read("due-load");
  QCOMPARE(rowsBehind(insight("due-load"), load, {}), load.sum("All"));
  const Figures ages = read("open-by-age");
  QCOMPARE(rowsBehind(insight("open-by-age"), ages, {}), ages.sum("Trackings"));
}

void TestInsights::eachIsSaidInASentenceAndTooLittleIsTold() {
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  const Figures months = figures({"Month", "Steps", "On time", "On time %"},
                                 {{"2026-01", "1240", "1017", "82"}, {"2026-02", "0", "0", ""}});
  QCOMPARE(report::said(insight("on-time"), months), "On time: 82 % of 1,240 steps in twelve months.");
  const Figures ages = figures({"Age", "Trackings", "Overdue"}, {{"Up to 30 days", "5", "1"},
                                                                 {"31–60 days", "2", "0"},
                                                                 {"61–90 days", "1", "1"},
                                                                 {"91–120 days", "1", "1"},
                                                                 {"121–180 days", "1", "0"},
                                                                 {"Over 180 days", "0", "0"}});
  QCOMPARE(report::said(insight("open-by-age"), ages),
           "10 trackings are open, 2 of them (20 %) for more than 90 days; 3 have an overdue step.");
  const Figures payors =
      figures({"Payor", "Cases", "Median days", "80th percentile", "Usual days"}, {{"Aetna", "42", "63", "88", ""}});
  QCOMPARE(report::said(insight("turnaround"), payors),
           "Slowest: Aetna. Half of its 42 enrollments became effective within 63 days, four of five within 88.");
  for (const Insight& one : report::insights())
    QCOMPARE(report::said(one, {}), one.lacking);
}

QTEST_GUILESS_MAIN(TestInsights)
#include "tst_insights.moc"
