// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // mostly text

#include "core/mail/account.h"
#include "core/mail/outgoing.h"
#include "core/report/rundue.h"
#include "support/samplefile.h"

#include <QRandomGenerator>
#include <QTest>

namespace {

QDateTime at(const char* text) { return civil(QString(text)); }

Schedule weekly() {
  Schedule one;
  one.name = "Monday list";
  one.report = "open-items";
  one.format = "csv";
  one.since = at("2026-02-18 09:00"); // a Wednesday
  return one;
}

QByteArray contents(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Reports that make themselves: when, what, where to, and what was written down of it.
class TestRunDue : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void mondaysAtSevenAreDueFromSevenOn();
  void theFirstWednesdayIsTheFirstOne();
  void everyRhythmIsThatOfADayByDayCount();
  void whatWasMissedRunsOnce();
  void aFileIsThatOfTheReport();
  void mailsAreQueuedWithTheFileOnce();
  void aBadFolderIsToldAndTheRestStillRuns();
  void withoutAMailAccountNothingIsQueuedAndItStaysDue();
  void aReportThatIsGoneIsTold();
  void whatIsAskedSurvivesBeingKept();
  void undoAndCheckHold();

private:
  Id<Schedule> add(SampleFile& file, const Schedule& schedule);
  static void setUpMail(SampleFile& file);
};

Id<Schedule> TestRunDue::add(SampleFile& file, const Schedule& schedule) {
  db::Transaction transaction(*file.database, tester(), "Schedule");
  const auto id = db::save(transaction, schedule);
  transaction.commit();
  return id;
}

void TestRunDue::setUpMail(SampleFile& file) {
  db::Transaction transaction(*file.database, tester(), "Mail");
  mail::Account account;
  account.host = "smtp.example.org";
  account.from = {"Office", "office@example.org"};
  account.store(transaction);
  transaction.commit();
}

void TestRunDue::mondaysAtSevenAreDueFromSevenOn() {
  const Schedule one = weekly();
  QCOMPARE(lastDue(one, at("2026-02-23 06:59")), QDateTime());
  QCOMPARE(lastDue(one, at("2026-02-23 07:00")), at("2026-02-23 07:00"));
  QCOMPARE(lastDue(one, at("2026-03-01 23:00")), at("2026-02-23 07:00"));
  QCOMPARE(nextDue(one, at("2026-02-23 07:00")), at("2026-03-02 07:00"));
  QCOMPARE(nextDue(one, at("2026-02-23 06:00")), at("2026-02-23 07:00"));
}

void TestRunDue::theFirstWednesdayIsTheFirstOne() {
  Schedule one = weekly();
  one.rhythm = "Monthly";
  one.weekday = 3;
  one.week = 1;
  QCOMPARE(nextDue(one, at("2026-02-23 07:00")), at("2026-03-04 07:00"));
  QCOMPARE(nextDue(one, at("2026-03-04 07:00")), at("2026-04-01 07:00"));
  one.week = 5; // the last, whether it is the fourth or the fifth
  QCOMPARE(nextDue(one, at("2026-03-04 07:00")), at("2026-03-25 07:00"));
  QCOMPARE(nextDue(one, at("2026-04-01 07:00")), at("2026-04-29 07:00"));
}

void TestRunDue::everyRhythmIsThatOfADayByDayCount() {
  QRandomGenerator random(7);
  for (int i = 0; i < 300; ++i) {
    Schedule one = weekly();
    one.rhythm = QStringList{"Daily", "Weekly", "Monthly"}[int(random.bounded(3))];
    one.every = 1 + int(random.bounded(10));
    one.weekday = 1 + int(random.bounded(7));
    one.week = 1 + int(random.bounded(5));
    one.at = QTime(int(random.bounded(24)), 30);
    const QDateTime now(QDate(2026, 2, 10).addDays(int(random.bounded(120))), QTime(int(random.bounded(24)), 0),
                        Qt::UTC);
    QDateTime last, next;
    for (QDate day(2026, 1, 1); day < QDate(2027, 3, 1); day = day.addDays(1)) {
      int before = 0, all = 0; // such weekdays of the month up to this day, and in all
      for (QDate other(day.year(), day.month(), 1); other.month() == day.month(); other = other.addDays(1))
        if (other.dayOfWeek() == day.dayOfWeek()) {
          before += other <= day;
          ++all;
        }
      const bool isDay = one.rhythm == "Daily" ? (QDate(2026, 2, 18).daysTo(day) + 1000 * one.every) % one.every == 0
                         : one.rhythm == "Weekly"
                             ? day.dayOfWeek() == one.weekday
                             : day.dayOfWeek() == one.weekday && (one.week == 5 ? before == all : before == one.week);
      const QDateTime due(day, one.at, Qt::UTC);
      if (!isDay || due <= one.since)
        continue;
      if (due <= now)
        last = due;
      else if (!next.isValid())
        next = due;
    }
    QCOMPARE(lastDue(one, now), last);
    QCOMPARE(nextDue(one, now), next);
  }
}

void TestRunDue::whatWasMissedRunsOnce() {
  SampleFile file;
  Schedule one = weekly();
  one.folder = file.dir.path();
  add(file, one);
  QVERIFY(report::dueReports(*file.database, at("2026-02-20 12:00")).empty());
  auto due = report::dueReports(*file.database, at("2026-03-12 12:00")); // three Mondays later
  QCOMPARE(due.size(), size_t(1));
  QCOMPARE(due[0].due, at("2026-03-09 07:00"));
  QVERIFY(report::runReport(*file.database, due[0], tester(), {2026, 3, 12}).front().done);
  QVERIFY(report::dueReports(*file.database, at("2026-03-12 13:00")).empty());
  QCOMPARE(report::dueReports(*file.database, at("2026-03-16 07:00")).size(), size_t(1));
}

void TestRunDue::aFileIsThatOfTheReport() {
  SampleFile file;
  for (const char* format : {"csv", "pdf", "xlsx"}) {
    Schedule one = weekly();
    one.format = format;
    one.folder = file.dir.path();
    one.asked = "payor=Aetna\ngroup=Assignee";
    one.id = add(file, one);
    const auto runs =
        report::runReport(*file.database, {one, at("2026-03-02 07:00"), true, {}}, tester(), {2026, 3, 2});
    QCOMPARE(runs.size(), size_t(1));
    QVERIFY2(runs[0].done, qPrintable(runs[0].words));
    QVERIFY(runs[0].rows > 0);
    const QString path = file.dir.filePath(QString("Monday list 2026-03-02.%1").arg(format));
    QVERIFY(QFileInfo(path).size() > 0);
    if (one.format == "csv")
      QCOMPARE(contents(path).count('\n'), qsizetype(runs[0].rows + 1));
  }
}

void TestRunDue::mailsAreQueuedWithTheFileOnce() {
  SampleFile file;
  setUpMail(file);
  Schedule one = weekly();
  one.recipients = "board@example.org, manager@example.org";
  add(file, one);
  auto due = report::dueReports(*file.database, at("2026-03-02 07:00"));
  QCOMPARE(due.size(), size_t(1));
  const auto runs = report::runReport(*file.database, due[0], tester(), {2026, 3, 2});
  QCOMPARE(runs.size(), size_t(2));
  const auto mails =
      db::allWhere<Outgoing>(*file.database, "status = 'Waiting' AND subject LIKE 'Monday list%' ORDER BY id");
  QCOMPARE(mails.size(), size_t(2));
  QCOMPARE(mails[1].recipient, QString("manager@example.org"));
  QCOMPARE(runs[1].mail, mails[1].id);
  const auto files = db::allWhere<OutgoingAttachment>(*file.database, "outbox_id = ?", {mails[0].id});
  QCOMPARE(files.size(), size_t(1));
  QCOMPARE(files[0].name, QString("Monday list 2026-03-02.csv"));
  Document kept;
  kept.hash = files[0].hash;
  kept.size = files[0].size;
  const auto bytes = DocumentStore(file.database->file()).bytes(kept);
  QVERIFY(bytes.isOk() && bytes->contains("Provider"));
  QVERIFY(report::dueReports(*file.database, at("2026-03-02 08:00")).empty());
}

void TestRunDue::aBadFolderIsToldAndTheRestStillRuns() {
  SampleFile file;
  setUpMail(file);
  Schedule one = weekly();
  one.folder = file.dir.filePath("not there");
  one.recipients = "board@example.org";
  add(file, one);
  const QDateTime now = at("2026-03-02 07:00");
  auto due = report::dueReports(*file.database, now);
  auto runs = report::runReport(*file.database, due[0], tester(), {2026, 3, 2});
  QCOMPARE(runs.size(), size_t(2));
  QVERIFY(!runs[0].done && runs[0].words.contains("There is no folder"));
  QVERIFY(runs[1].done);
  due = report::dueReports(*file.database, now); // the file alone, until the folder is there
  QCOMPARE(due.size(), size_t(1));
  QVERIFY(due[0].toFolder && due[0].addresses.isEmpty());
  report::runReport(*file.database, due[0], tester(), {2026, 3, 2});
  QCOMPARE(file.database->value("SELECT count(*) FROM schedule_run"), 2); // the same failure is written down once
  QDir().mkpath(one.folder);
  QVERIFY(report::runReport(*file.database, due[0], tester(), {2026, 3, 2}).front().done);
  QVERIFY(report::dueReports(*file.database, now).empty());
}

void TestRunDue::withoutAMailAccountNothingIsQueuedAndItStaysDue() {
  SampleFile file;
  Schedule one = weekly();
  one.recipients = "board@example.org";
  add(file, one);
  const auto due = report::dueReports(*file.database, at("2026-03-02 07:00"));
  const qint64 before = file.database->value("SELECT count(*) FROM outbox");
  const auto runs = report::runReport(*file.database, due[0], tester(), {2026, 3, 2});
  QVERIFY(!runs[0].done && runs[0].words.contains("No mail account"));
  QCOMPARE(file.database->value("SELECT count(*) FROM outbox"), before);
  QCOMPARE(report::dueReports(*file.database, at("2026-03-02 07:00")).size(), size_t(1));
}

void TestRunDue::aReportThatIsGoneIsTold() {
  SampleFile file;
  Schedule one = weekly();
  one.folder = file.dir.path();
  for (const auto& [report, asked] : {std::pair{"no-such", ""}, {"open-items", "payor=Nobody"}}) {
    one.report = report;
    one.asked = asked;
    one.id = add(file, one);
    const auto runs =
        report::runReport(*file.database, {one, at("2026-03-02 07:00"), true, {}}, tester(), {2026, 3, 2});
    QVERIFY(!runs[0].done && runs[0].words.startsWith("There is no "));
  }
}

void TestRunDue::whatIsAskedSurvivesBeingKept() {
  report::Asked asked;
  asked.team = "A = B";
  asked.columns = "Provider,Step";
  asked.sort = "Due:desc";
  asked.from = "2026-01-01";
  const report::Asked again = report::askedOf(report::toText(asked));
  QCOMPARE(again.team, asked.team);
  QCOMPARE(again.columns, asked.columns);
  QCOMPARE(again.sort, asked.sort);
  QCOMPARE(again.from, asked.from);
  QCOMPARE(report::toText(again), report::toText(asked));
}

void TestRunDue::undoAndCheckHold() {
  SampleFile file;
  Schedule one = weekly();
  one.folder = file.dir.path();
  one.id = add(file, one);
  report::runReport(*file.database, {one, at("2026-03-02 07:00"), true, {}}, tester(), {2026, 3, 2});
  QCOMPARE(datafile::check(*file.database), std::vector<QString>());
  const auto read = db::load(*file.database, one.id);
  QVERIFY(read && read->values() == one.values());
}

QTEST_MAIN(TestRunDue)
#include "tst_rundue.moc"
