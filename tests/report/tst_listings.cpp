// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/businessdays.h"
#include "core/credentials/credential.h"
#include "core/credentials/documenttype.h"
#include "core/datafile/datafile.h"
#include "core/datafile/sample.h"
#include "core/facilities/affiliation.h"
#include "core/facilities/facility.h"
#include "core/notes/note.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/report/catalogue.h"
#include "core/report/options.h"
#include "core/tasks/task.h"
#include "core/team/coordinator.h"
#include "core/team/practice.h"
#include "core/team/provider.h"
#include "core/team/team.h"
#include "core/tracking/step.h"
#include "core/tracking/tracking.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QDate today(2026, 1, 15);
const db::Actor actor{QStringLiteral("Test"), QDateTime(today, QTime(9, 0), Qt::UTC)};

QString s(const char* text) { return QString::fromUtf8(text); }

using Rows = std::vector<QStringList>;

Rows read(const report::Table& table) {
  Rows rows;
  table.rows([&](report::Cells cells) {
    QStringList row;
    for (std::string_view cell : cells)
      row << QString::fromUtf8(cell.data(), qsizetype(cell.size()));
    rows.push_back(row);
    return true;
  });
  return rows;
}

/// A small office in a file, as reports read it.
struct Office {
  QTemporaryDir folder;
  std::unique_ptr<db::Database> database = datafile::open(folder.filePath(s("office.db")), actor);
  db::Transaction transaction{*database, actor, s("Office")};

  template<class R>
  Id<R> add(const R& record) {
    return db::save(transaction, record);
  }

  Rows report(const char* name, const report::Asked& asked = {}, QDate day = today) {
    const auto request = report::requestFor(*database, *report::find(s(name)), asked, day);
    if (const auto* problem = std::get_if<report::AskedProblem>(&request)) {
      qWarning() << problem->sentence;
      return {};
    }
    return read(report::tableFor(*database, std::get<report::Request>(request)));
  }
};

Step step(Id<Tracking> tracking, int position, const char* name, const char* status, QDate due) {
  Step it;
  it.tracking = tracking;
  it.position = position;
  it.name = s(name);
  it.status = s(status);
  it.due = due;
  return it;
}

Tracking tracking(const char* reference, Id<Team> team, Id<Provider> provider) {
  Tracking it;
  it.reference = s(reference);
  it.team = team;
  it.provider = provider;
  it.type = s("Payor");
  it.subtype = s("Initial");
  it.started = QDate(2026, 1, 2);
  return it;
}

Provider provider(Id<Team> team, const char* last, const char* first, const char* npi) {
  Provider it;
  it.team = team;
  it.lastName = s(last);
  it.firstName = s(first);
  it.npi = s(npi);
  return it;
}

Note noteOn(Id<Tracking> tracking, Id<Step> step, const char* written, const char* text) {
  Note it;
  it.tracking = tracking;
  it.step = step;
  it.written = s(written);
  it.author = s("Anna");
  it.text = s(text);
  return it;
}

/// The slow way, one day after the other, on purpose without the program's own calendar sums.
int countedDaysLate(QDate due, QDate until, const QSet<QDate>& closed) {
  int late = 0;
  for (QDate day = due.addDays(1); day <= until; day = day.addDays(1))
    if (day.dayOfWeek() <= 5 && !closed.contains(day))
      ++late;
  return late;
}

} // namespace

class TestListings : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void openItemsHaveEachColumnAsTheRulesSay();
  void openItemsLeaveOutWhatIsDone();
  void daysLateAreTheBusinessDaysCountedOneByOne();
  void theNewestNoteIsByWrittenThenById();
  void anEnrollmentsLastNoteIsItsOwnOrItsTrackings();
  void payorsTellWaitingClaimsAndDaysToEnd();
  void trackingShowsItsFirstOpenStepElseItsLast();
  void notesComeNewestFirstAndOnlyFromTrackings();
  void tasksShowBothKindsOfAssignee();
  void alertsHaveEveryStandingOnceAndNobodyWhoLeft();
  void everyFilterNarrows();
  void unknownNamesAndColumnsAreTold();
  void groupAndSortLeadTheOrder();
  void everyColumnOfEveryListingCanBeSortedBy();
  void idsRowsAndCountAgree();
  void alertsOnScreenAreThoseOfTheReportInEveryOrder();
};

void TestListings::openItemsHaveEachColumnAsTheRulesSay() {
  Office office;
  const auto team = office.add(Team{{}, s("Lakeside")});
  const auto anna = office.add(Coordinator{{}, s("Anna M."), {}, s("Full access"), true});
  const auto lily = office.add(provider(team, "Marten", "Lily", "1234567893"));
  Practice practice;
  practice.name = s("Lakeside Dallas");
  practice.team = team;
  const auto dallas = office.add(practice);
  Payor payor;
  payor.name = s("Aetna");
  const auto aetna = office.add(payor);
  Tracking run = tracking("T-1", team, lily);
  run.practice = dallas;
  run.payor = aetna;
  run.state = s("TX");
  const auto id = office.add(run);
  Step first = step(id, 1, "Submit", "Completed", QDate(2026, 1, 5));
  first.completed = QDate(2026, 1, 6);
  first.waitingOn = s("Us");
  office.add(first);
  Step second = step(id, 2, "Confirm receipt", "Waiting", QDate(2026, 1, 12));
  second.assignee = anna;
  second.started = QDate(2026, 1, 6);
  second.followUp = QDate(2026, 1, 20);
  second.waitingOn = s("Payor");
  const auto confirm = office.add(second);
  office.add(noteOn(id, confirm, "2026-01-09 14:30", "Rep Dana: received"));
  office.transaction.commit();

  const QStringList open{s("Lakeside"),   s("Marten, Lily"), s("1234567893"), s("Lakeside Dallas"),   s("Payor"),
                         s("Initial"),    s("Aetna · TX"),   s("2"),          s("Confirm receipt"),   s("Waiting"),
                         s("Payor"),      s("Anna M."),      s("2026-01-06"), s("2026-01-12"),        s("3"),
                         s("2026-01-20"), s("2026-01-09"),   s("Anna"),       s("Rep Dana: received")};
  QCOMPARE(office.report("open-items"), Rows{open});

  const Rows all = office.report("all-items");
  QCOMPARE(all.size(), size_t(2));
  const QStringList done{s("Lakeside"),   s("Marten, Lily"),
                         s("1234567893"), s("Lakeside Dallas"),
                         s("Payor"),      s("Initial"),
                         s("Aetna · TX"), s("1"),
                         s("Submit"),     s("Completed"),
                         s(""),           s(""),
                         s(""),           s("2026-01-05"),
                         s(""),           s(""),
                         s("2026-01-06"), s(""),
                         s(""),           s("")};
  QCOMPARE(all[0], done);
}

void TestListings::openItemsLeaveOutWhatIsDone() {
  Office office;
  const auto team = office.add(Team{{}, s("Lakeside")});
  const auto lily = office.add(provider(team, "Marten", "Lily", "1234567893"));
  Tracking cancelled = tracking("T-1", team, lily);
  cancelled.setStatus = s("Cancelled");
  const auto one = office.add(cancelled);
  office.add(step(one, 1, "Never", "New", today.addDays(-30)));
  Tracking held = tracking("T-2", team, lily);
  held.setStatus = s("On hold");
  const auto two = office.add(held);
  office.add(step(two, 1, "Later", "New", today.addDays(30)));
  const auto three = office.add(tracking("T-3", team, lily));
  office.add(step(three, 1, "Done", "Completed", today));
  office.add(step(three, 2, "Skipped", "Not needed", today));
  office.transaction.commit();
  const Rows open = office.report("open-items");
  QCOMPARE(open.size(), size_t(1));
  QCOMPARE(open[0][8], s("Later"));
  // A cancelled tracking's step is late no more.
  const Rows all = office.report("all-items");
  QCOMPARE(all.size(), size_t(4));
  for (const QStringList& row : all)
    QCOMPARE(row[14], s(""));
  const Rows trackings = office.report("tracking");
  QStringList statuses;
  for (const QStringList& row : trackings)
    statuses << row[7];
  statuses.sort();
  QCOMPARE(statuses, QStringList({s("Cancelled"), s("Completed"), s("On hold")}));
}

void TestListings::daysLateAreTheBusinessDaysCountedOneByOne() {
  Office office;
  const auto team = office.add(Team{{}, s("Lakeside")});
  const auto lily = office.add(provider(team, "Marten", "Lily", "1234567893"));
  const auto id = office.add(tracking("T-1", team, lily));
  // The federal days around this winter, written down by hand from the calendar, and two of the team's own, one of
  // which falls on a Saturday and one on a federal day.
  QSet<QDate> closed{QDate(2025, 9, 1),   QDate(2025, 10, 13), QDate(2025, 11, 11), QDate(2025, 11, 27),
                     QDate(2025, 12, 25), QDate(2026, 1, 1),   QDate(2026, 1, 19)};
  for (QDate own : {QDate(2025, 12, 24), QDate(2025, 11, 28), QDate(2025, 12, 20), QDate(2025, 12, 25)}) {
    office.add(ClosedDay{{}, team, own, {}});
    closed << own;
  }
  std::vector<QDate> dues;
  for (QDate due(2025, 8, 25); due < QDate(2026, 2, 10); due = due.addDays(1)) {
    dues.push_back(due);
    office.add(step(id, int(dues.size()), "Step", "New", due));
  }
  office.transaction.commit();
  for (QDate day : {QDate(2026, 1, 15), QDate(2026, 1, 18), QDate(2025, 12, 25), QDate(2026, 1, 20)}) {
    const Rows rows = office.report("open-items", {}, day);
    QCOMPARE(rows.size(), dues.size());
    for (size_t i = 0; i < dues.size(); ++i) {
      const int late = countedDaysLate(dues[i], day, closed);
      QCOMPARE(rows[i][14], late > 0 ? QString::number(late) : QString());
    }
  }
}

void TestListings::theNewestNoteIsByWrittenThenById() {
  Office office;
  const auto team = office.add(Team{{}, s("Lakeside")});
  const auto lily = office.add(provider(team, "Marten", "Lily", "1234567893"));
  QRandomGenerator random(7);
  std::vector<std::pair<QString, int>> newest; // written, number of the note
  int number = 0;
  for (int i = 0; i < 40; ++i) {
    const auto id = office.add(tracking(qPrintable(QStringLiteral("T-%1").arg(i)), team, lily));
    const auto at = office.add(step(id, 1, "Step", "New", today.addDays(i)));
    std::pair<QString, int> best{QString(), -1};
    for (int n = random.bounded(6); n > 0; --n) {
      const QString day = QDate(2026, 1, 1 + random.bounded(4)).toString(Qt::ISODate);
      const QString written = random.bounded(2) ? day : day + QStringLiteral(" 1%1:00").arg(random.bounded(3));
      office.add(noteOn(id, at, qPrintable(written), qPrintable(QString::number(number))));
      if (best.second < 0 || written >= best.first)
        best = {written, number};
      ++number;
    }
    newest.push_back(best);
  }
  office.transaction.commit();
  const Rows rows = office.report("open-items");
  QCOMPARE(rows.size(), newest.size());
  for (size_t i = 0; i < newest.size(); ++i) {
    QCOMPARE(rows[i][18], newest[i].second < 0 ? QString() : QString::number(newest[i].second));
    QCOMPARE(rows[i][16], newest[i].first.left(10));
  }
}

void TestListings::anEnrollmentsLastNoteIsItsOwnOrItsTrackings() {
  Office office;
  const auto team = office.add(Team{{}, s("Lakeside")});
  const auto lily = office.add(provider(team, "Marten", "Lily", "1234567893"));
  Payor payor;
  payor.name = s("Aetna");
  const auto aetna = office.add(payor);
  Enrollment enrollment;
  enrollment.provider = lily;
  enrollment.payor = aetna;
  enrollment.state = s("TX");
  const auto at = office.add(enrollment);
  Tracking run = tracking("T-1", team, lily);
  run.payor = aetna;
  run.enrollment = at;
  const auto id = office.add(run);
  const auto first = office.add(step(id, 1, "Submit", "New", today));
  office.add(noteOn(id, first, "2026-01-03", "on the step"));
  Note own;
  own.provider = lily;
  own.payor = aetna;
  own.written = s("2026-01-04");
  own.text = s("on the enrollment");
  office.add(own);
  own.payor = {};
  own.written = s("2026-01-09");
  own.text = s("on the provider alone");
  office.add(own);
  office.transaction.commit();
  QCOMPARE(office.report("payors")[0].back(), s("on the enrollment"));
  db::Transaction more(*office.database, actor, s("more"));
  db::save(more, noteOn(id, {}, "2026-01-05 08:00", "on the tracking"));
  more.commit();
  QCOMPARE(office.report("payors")[0].back(), s("on the tracking"));
}

void TestListings::payorsTellWaitingClaimsAndDaysToEnd() {
  Office office;
  const auto team = office.add(Team{{}, s("Lakeside")});
  const auto lily = office.add(provider(team, "Marten", "Lily", "1234567893"));
  Practice practice;
  practice.team = team;
  practice.name = s("Lakeside Dallas");
  const auto dallas = office.add(practice);
  Payor payor;
  payor.name = s("Aetna");
  const auto aetna = office.add(payor);
  Enrollment enrollment;
  enrollment.provider = lily;
  enrollment.payor = aetna;
  enrollment.status = s("Participating");
  enrollment.end = today.addDays(-3);
  office.add(enrollment);
  enrollment.provider = {};
  enrollment.practice = dallas;
  enrollment.status = s("In review");
  enrollment.waitingOn = s("Us");
  enrollment.end = {};
  office.add(enrollment);
  office.transaction.commit();
  const Rows rows = office.report("payors");
  QCOMPARE(rows.size(), size_t(2));
  // A practice's row has no provider and no NPI, and stands before names.
  QCOMPARE(rows[0].mid(0, 5), QStringList({s("Lakeside"), s(""), s(""), s("Lakeside Dallas"), s("Aetna")}));
  QCOMPARE(rows[0].mid(7, 3), QStringList({s("In review"), s("Us"), s("Hold")}));
  QCOMPARE(rows[0][14], s(""));
  QCOMPARE(rows[1].mid(7, 3), QStringList({s("Participating"), s("Nobody"), s("Bill")}));
  QCOMPARE(rows[1][14], s("-3"));
}

void TestListings::trackingShowsItsFirstOpenStepElseItsLast() {
  Office office;
  const auto team = office.add(Team{{}, s("Lakeside")});
  const auto lily = office.add(provider(team, "Marten", "Lily", "1234567893"));
  const auto running = office.add(tracking("T-1", team, lily));
  office.add(step(running, 1, "One", "Completed", QDate(2026, 1, 5)));
  office.add(step(running, 2, "Two", "Waiting", QDate(2026, 1, 14)));
  office.add(step(running, 3, "Three", "New", QDate(2026, 1, 20)));
  const auto done = office.add(tracking("T-2", team, lily));
  office.add(step(done, 1, "One", "Completed", QDate(2026, 1, 5)));
  office.add(step(done, 2, "Two", "Not needed", QDate(2026, 1, 6)));
  office.add(tracking("T-3", team, lily));
  office.transaction.commit();
  const Rows rows = office.report("tracking");
  // Status, Steps done, Steps, Step, Step status … Due, Days late
  QCOMPARE(rows[0].mid(7, 5), QStringList({s("Completed"), s("2"), s("2"), s("Two"), s("Not needed")}));
  QCOMPARE(rows[0][16], s(""));
  QCOMPARE(rows[1].mid(7, 5), QStringList({s("In progress"), s("1"), s("3"), s("Two"), s("Waiting")}));
  QCOMPARE(rows[1].mid(15, 2), QStringList({s("2026-01-14"), s("1")}));
  QCOMPARE(rows[2].mid(7, 5), QStringList({s("New"), s("0"), s("0"), s(""), s("")}));
}

void TestListings::notesComeNewestFirstAndOnlyFromTrackings() {
  Office office;
  const auto team = office.add(Team{{}, s("Lakeside")});
  const auto lily = office.add(provider(team, "Marten", "Lily", "1234567893"));
  const auto id = office.add(tracking("T-1", team, lily));
  const auto at = office.add(step(id, 1, "Submit", "New", today));
  office.add(noteOn(id, at, "2026-01-03", "old"));
  office.add(noteOn(id, {}, "2026-01-05 10:00", "whole"));
  office.add(noteOn(id, at, "2026-01-05", "that day"));
  Note stray;
  stray.provider = lily;
  stray.written = s("2026-01-09");
  stray.text = s("stray");
  office.add(stray);
  office.transaction.commit();
  const auto texts = [](const Rows& rows) {
    QStringList all;
    for (const QStringList& row : rows)
      all << row.back();
    return all;
  };
  QCOMPARE(texts(office.report("notes")), QStringList({s("whole"), s("that day"), s("old")}));
  // A day includes all its hours.
  report::Asked asked;
  asked.from = asked.to = s("2026-01-05");
  QCOMPARE(texts(office.report("notes", asked)), QStringList({s("whole"), s("that day")}));
}

void TestListings::tasksShowBothKindsOfAssignee() {
  Office office;
  const auto team = office.add(Team{{}, s("Lakeside")});
  const auto anna = office.add(Coordinator{{}, s("Anna M."), {}, s("Full access"), true});
  const auto lily = office.add(provider(team, "Marten", "Lily", "1234567893"));
  Task task;
  task.team = team;
  task.name = s("Send the new COI");
  task.provider = lily;
  task.assignedProvider = lily;
  task.due = QDate(2026, 1, 9);
  task.created = QDate(2026, 1, 2);
  office.add(task);
  task.name = s("Call Aetna");
  task.assignedProvider = {};
  task.assignee = anna;
  task.status = s("Completed");
  task.notify = false;
  office.add(task);
  office.transaction.commit();
  const Rows rows = office.report("tasks");
  QCOMPARE(rows[0].mid(1, 11),
           QStringList({s("Send the new COI"), s("Marten, Lily"), s("1234567893"), s(""), s("Marten, Lily"), s("New"),
                        s("2026-01-09"), s("4"), s(""), s("yes"), s("2026-01-02")}));
  QCOMPARE(rows[1].mid(5, 6), QStringList({s("Anna M."), s("Completed"), s("2026-01-09"), s(""), s(""), s("no")}));
}

void TestListings::alertsHaveEveryStandingOnceAndNobodyWhoLeft() {
  Office office;
  const auto team = office.add(Team{{}, s("Lakeside")});
  const auto type = [&](const char* name) {
    return db::allWhere<DocumentType>(*office.database, s("name = ?"), {s(name)}).at(0).id;
  };
  const auto give = [&](Id<Provider> to, const char* name, QDate expires, bool notApplicable = false) {
    Credential credential;
    credential.provider = to;
    credential.documentType = type(name);
    credential.expires = expires;
    credential.notApplicable = notApplicable;
    office.add(credential);
  };
  const auto lily = office.add(provider(team, "Marten", "Lily", "1234567893"));
  give(lily, "State licence", today.addDays(-1));        // expired
  give(lily, "DEA registration", today.addDays(90));     // expiring: its ladder begins at 90
  give(lily, "Board certification", today.addDays(181)); // current: not yet
  give(lily, "BLS", {});                                 // no date
  give(lily, "Passport", {});                            // may lack one
  give(lily, "ACLS", today.addDays(-9), true);           // not applicable
  Provider left = provider(team, "Left", "Long", "");
  left.status = s("Terminated");
  give(office.add(left), "State licence", today.addDays(-1));
  Provider coming = provider(team, "Coming", "Soon", "");
  coming.status = s("Onboarding");
  give(office.add(coming), "DEA registration", today); // today is expiring, and nothing is required of her yet
  Payor payor;
  payor.name = s("Aetna");
  Enrollment enrollment;
  enrollment.provider = lily;
  enrollment.payor = office.add(payor);
  enrollment.status = s("Participating");
  enrollment.end = today.addDays(180);
  office.add(enrollment);
  enrollment.status = s("In review"); // not participating: no expirable
  office.add(enrollment);
  Facility facility;
  facility.name = s("Mercy Hospital");
  Affiliation affiliation;
  affiliation.provider = lily;
  affiliation.facility = office.add(facility);
  affiliation.status = s("Active");
  office.add(affiliation); // no reappointment date
  office.transaction.commit();
  QStringList seen;
  for (const QStringList& row : office.report("alerts"))
    seen << QStringList{row[1], row[4], row[7], row[8], row[9]}.join(QLatin1Char('|'));
  const QStringList wanted{s("Coming, Soon|DEA registration|2026-01-15|0|Expiring"),
                           s("Marten, Lily|State licence|2026-01-14|-1|Expired"),
                           s("Marten, Lily|DEA registration|2026-04-15|90|Expiring"),
                           s("Marten, Lily|Payor recredentialing|2026-07-14|180|Expiring"),
                           s("Marten, Lily|BLS|||No date"),
                           s("Marten, Lily|Hospital reappointment|||No date"),
                           s("Marten, Lily|Malpractice insurance|||Missing")};
  seen.sort();
  QStringList sorted = wanted;
  sorted.sort();
  QCOMPARE(seen, sorted);
}

void TestListings::everyFilterNarrows() {
  Office office;
  const auto north = office.add(Team{{}, s("North")}), south = office.add(Team{{}, s("South")});
  const auto anna = office.add(Coordinator{{}, s("Anna M."), {}, s("Full access"), true});
  Payor payor;
  payor.name = s("Aetna");
  const auto aetna = office.add(payor);
  const auto lily = office.add(provider(north, "Nuñez", "Zoë", "1234567893"));
  const auto jan = office.add(provider(south, "Brandt", "Jan", "1679576722"));
  Tracking one = tracking("T-1", north, lily);
  one.payor = aetna;
  one.state = s("TX");
  Step first = step(office.add(one), 1, "One", "New", QDate(2026, 1, 10));
  first.assignee = anna;
  office.add(first);
  office.add(step(office.add(tracking("T-2", south, jan)), 1, "Two", "New", QDate(2026, 2, 10)));
  office.add(step(office.add(tracking("T-3", south, jan)), 1, "Three", "New", {}));
  office.transaction.commit();
  const auto names = [&](const report::Asked& asked) {
    QStringList all;
    for (const QStringList& row : office.report("open-items", asked))
      all << row[8];
    return all.join(QLatin1Char(' '));
  };
  QCOMPARE(names({}), s("One Two Three"));
  report::Asked asked;
  asked.team = s("south");
  QCOMPARE(names(asked), s("Two Three"));
  asked = {};
  asked.assignee = s("ANNA M.");
  QCOMPARE(names(asked), s("One"));
  asked = {};
  asked.provider = s("1679576722");
  QCOMPARE(names(asked), s("Two Three"));
  asked.provider = s("nunez, zoe");
  QCOMPARE(names(asked), s("One"));
  asked = {};
  asked.payor = s("aetna");
  QCOMPARE(names(asked), s("One"));
  asked = {};
  for (const char* texas : {"tx", "Texas"}) {
    asked.state = s(texas);
    QCOMPARE(names(asked), s("One"));
  }
  asked = {};
  asked.from = s("2026-01-11");
  QCOMPARE(names(asked), s("Two"));
  asked = {};
  asked.to = s("2026-01-10");
  QCOMPARE(names(asked), s("One"));
}

void TestListings::unknownNamesAndColumnsAreTold() {
  Office office;
  office.transaction.commit();
  const auto fault = [&](const report::Asked& asked) {
    const auto request = report::requestFor(*office.database, *report::find(s("open-items")), asked, today);
    const auto* problem = std::get_if<report::AskedProblem>(&request);
    return problem ? int(problem->fault) : -1;
  };
  QCOMPARE(fault({}), -1);
  for (QString report::Asked::*name : {&report::Asked::team, &report::Asked::assignee, &report::Asked::provider,
                                       &report::Asked::practice, &report::Asked::payor}) {
    report::Asked asked;
    asked.*name = s("Nobody knows");
    QCOMPARE(fault(asked), int(report::Fault::Unknown));
  }
  for (QString report::Asked::*name : {&report::Asked::columns, &report::Asked::sort, &report::Asked::group,
                                       &report::Asked::from, &report::Asked::to}) {
    report::Asked asked;
    asked.*name = s("Colour");
    QCOMPARE(fault(asked), int(report::Fault::WrongUsage));
  }
}

void TestListings::groupAndSortLeadTheOrder() {
  Office office;
  const auto team = office.add(Team{{}, s("Lakeside")});
  const auto lily = office.add(provider(team, "Marten", "Lily", "1234567893"));
  const auto id = office.add(tracking("T-1", team, lily));
  office.add(step(id, 1, "B", "New", QDate(2026, 1, 10)));
  office.add(step(id, 2, "A", "Waiting", QDate(2026, 1, 12)));
  office.add(step(id, 3, "C", "New", {}));
  office.transaction.commit();
  const auto names = [&](const report::Asked& asked) {
    QStringList all;
    for (const QStringList& row : office.report("open-items", asked))
      all << row[8];
    return all.join(QString());
  };
  report::Asked asked;
  asked.sort = s("Step");
  QCOMPARE(names(asked), s("ABC"));
  asked.sort = s("due:desc"); // what has no date comes last either way
  QCOMPARE(names(asked), s("ABC"));
  asked.sort = s("Due");
  QCOMPARE(names(asked), s("BAC"));
  asked.group = s("Status");
  QCOMPARE(names(asked), s("BCA"));
}

void TestListings::everyColumnOfEveryListingCanBeSortedBy() {
  Office office;
  office.transaction.commit();
  for (const report::Listing& listing : report::catalogue())
    for (size_t column = 0; column < listing.columns.size(); ++column) {
      report::Request request{&listing, today, {}};
      request.filter.text = s("marten 100%_");
      request.sort = {{int(column), column % 2 == 0}};
      request.columns = {int(column)};
      QVERIFY(read(report::tableFor(*office.database, request)).empty());
      for (const auto& [key, expression] : listing.filters) {
        request.filter.is = {{key, {db::Value(0), db::Value(s("x"))}}};
        const report::Query query = report::countQuery(request);
        QCOMPARE(office.database->value(query.sql, query.arguments), 0);
      }
    }
}

void TestListings::idsRowsAndCountAgree() {
  Office office;
  const auto team = office.add(Team{{}, s("Lakeside")});
  const auto lily = office.add(provider(team, "Marten", "Lily", "1234567893"));
  const auto id = office.add(tracking("T-1", team, lily));
  for (int i = 0; i < 30; ++i)
    office.add(step(id, i + 1, qPrintable(QString::number(i)), "New", today.addDays((i * 7) % 13)));
  office.transaction.commit();
  const report::Listing* listing = report::find(s("open-items"));
  report::Request request{listing, today, {}};
  request.columns = {listing->columnAt(s("Step"))};
  request.sort = {{listing->date, true}};
  request.plainTies = true;
  const auto idsOf = [&](const report::Query& query) {
    return office.database->all(query.sql, query.arguments, [](db::Row& row) { return row.number(); });
  };
  const auto pairsOf = [&](const report::Query& query) {
    return office.database->all(query.sql, query.arguments, [](db::Row& row) {
      return std::pair<qint64, QString>{row.number(), row.text()};
    });
  };
  const auto ids = idsOf(report::idsQuery(request));
  QCOMPARE(ids.size(), size_t(30));
  const report::Query count = report::countQuery(request);
  QCOMPARE(office.database->value(count.sql, count.arguments), 30);
  const auto first = pairsOf(report::rowsWithIdQuery(request, 10));
  QCOMPARE(first.size(), size_t(10));
  for (size_t i = 0; i < first.size(); ++i)
    QCOMPARE(first[i].first, ids[i]);
  const auto some = pairsOf(report::rowsByIdQuery(request, {ids[29], ids[0]}));
  QCOMPARE(some.size(), size_t(2));
}

/// On screen the parts of this listing are sorted for themselves and merged; the report asks for all of them at once.
void TestListings::alertsOnScreenAreThoseOfTheReportInEveryOrder() {
  QTemporaryDir folder;
  const auto file = datafile::open(folder.filePath(s("office.db")), actor);
  db::Database& database = *file;
  makeSample(database, actor, today);
  const report::Listing* listing = report::find(s("alerts"));
  report::Request request{listing, today, {}};
  const auto standing = size_t(listing->columnAt(s("Standing")));
  for (size_t i = 0; i < listing->columns.size(); ++i)
    request.columns.push_back(int(i));
  using Rows = std::vector<std::pair<qint64, QStringList>>;
  const auto rowsOf = [&](const report::Query& query) -> Rows {
    return database.all(query.sql, query.arguments, [&](db::Row& row) {
      std::pair<qint64, QStringList> read{row.number(), {}};
      for (size_t i = 0; i < listing->columns.size(); ++i)
        read.second << row.text();
      return read;
    });
  };
  Rows all = rowsOf(report::rowsWithIdQuery(request, 0));
  for (const char* word : {"Expired", "Expiring", "Missing", "No date"})
    QVERIFY(std::any_of(all.begin(), all.end(),
                        [&](const auto& row) { return row.second[qsizetype(standing)] == s(word); }));
  request.plainTies = true;
  for (const char* word : {"", "Expired", "Expiring", "Missing", "No date"}) {
    Rows wanted = all;
    if (*word) {
      request.filter.is = {{s("status"), {s(word)}}};
      std::erase_if(wanted, [&](const auto& row) { return row.second[qsizetype(standing)] != s(word); });
    }
    const report::Query count = report::countQuery(request);
    QCOMPARE(database.value(count.sql, count.arguments), qint64(wanted.size()));
    for (size_t column = 0; column < listing->columns.size(); ++column)
      for (const bool falling : {false, true}) {
        if (*word && int(column) != listing->date)
          continue;
        request.sort = {{int(column), falling}};
        const report::Query ids = report::idsQuery(request);
        const auto keys = database.all(ids.sql, ids.arguments, [](db::Row& row) { return row.number(); });
        const Rows first = rowsOf(report::rowsWithIdQuery(request, 20));
        QCOMPARE(first.size(), std::min(wanted.size(), size_t(20)));
        for (size_t i = 0; i < first.size(); ++i)
          QCOMPARE(first[i].first, keys[i]);
        if (int(column) == listing->date) { // the others sort by what they do not show
          std::sort(wanted.begin(), wanted.end(), [&](const auto& a, const auto& b) {
            const QString &x = a.second[listing->date], &y = b.second[listing->date];
            if (x.isEmpty() != y.isEmpty())
              return y.isEmpty();
            return falling ? std::tie(y, b.first) < std::tie(x, a.first) : std::tie(x, a.first) < std::tie(y, b.first);
          });
          QVERIFY(std::equal(wanted.begin(), wanted.end(), keys.begin(), keys.end(),
                             [](const auto& row, qint64 key) { return row.first == key; }));
          QVERIFY(std::equal(first.begin(), first.end(), wanted.begin()));
        }
        Rows byKey = rowsOf(report::rowsByIdQuery(request, keys)), sorted = wanted;
        std::sort(byKey.begin(), byKey.end());
        std::sort(sorted.begin(), sorted.end());
        QVERIFY(byKey == sorted);
      }
  }
}

QTEST_GUILESS_MAIN(TestListings)
#include "tst_listings.moc"
