// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/businessdays.h"
#include "core/datafile/sample.h"
#include "core/exchange/exporter.h"
#include "core/exchange/importer.h"
#include "core/team/checks.h"
#include "core/team/identifiers.h"
#include "core/tracking/checks.h"
#include "support/freshfile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QDate today(2026, 3, 2);

} // namespace

class TestSample : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void thereIsAsMuchAsPromised();
  void everyStatusIsThere_data();
  void everyStatusIsThere();
  void everyStandingIsThere();
  void licencesEndOnEachRungOfTheirLadder();
  void requiredDocumentsAreMissingOfSomeActiveProviders();
  void aTrackedPayorHasOneEnrollment();
  void stepsFollowTheRules();
  void nothingIsWrittenInTheFuture();
  void tasksAreOverdueAndDueTodayAndWithoutADate();
  void namesComeInManyScripts();
  void recordsPassTheirChecks();
  void historyIsOneChangeMoreAndClean();
  void theSameDayMakesTheSameRows();
  void anyDayWillDo_data();
  void anyDayWillDo();
  void theWholeIsUndoneAsOne();
  void exportedAndReadAgainItIsTheSame();

private:
  qint64 count(const char* sql) { return m_file->value(QString::fromUtf8(sql)); }
  std::unique_ptr<db::Database> m_file;
};

void TestSample::initTestCase() {
  m_file = freshFile();
  makeSample(*m_file, tester(), today);
}

void TestSample::thereIsAsMuchAsPromised() {
  const std::pair<const char*, int> amounts[] = {{"team", 3},         {"coordinator", 6}, {"practice", 12},
                                                 {"provider", 60},    {"payor", 40},      {"facility", 10},
                                                 {"enrollment", 400}, {"tracking", 250},  {"template", 10}};
  for (const auto& [table, amount] : amounts)
    QCOMPARE(m_file->value(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table))), amount);
  QVERIFY(count("SELECT count(*) FROM note") > 300);
  QVERIFY(count("SELECT count(*) FROM task") > 50);
  QVERIFY(count("SELECT count(*) FROM affiliation") > 40);
}

void TestSample::everyStatusIsThere_data() {
  QTest::addColumn<QString>("missing");
  const auto add = [](const char* table, const char* column, std::initializer_list<const char*> values) {
    for (const char* value : values)
      QTest::addRow("%s %s", table, value)
          << QStringLiteral("SELECT count(*) FROM %1 WHERE %2 = '%3'")
                 .arg(QLatin1String(table), QLatin1String(column), QLatin1String(value));
  };
  add("enrollment", "status",
      {"Not started", "Gathering", "Waiting on provider", "Ready to submit", "Submitted", "Received", "In review",
       "Info requested", "Committee", "Contracting", "Approved, pending load", "Participating", "Non-participating",
       "Denied", "Appeal", "Panel closed", "On hold", "Withdrawn", "Terminated"});
  add("tracking", "status", {"New", "In progress", "On hold", "Completed", "Cancelled"});
  add("tracking", "priority", {"Normal", "High", "Fast-track"});
  add("step", "status", {"New", "In progress", "Waiting", "Completed", "Not needed"});
  add("task", "status", {"New", "In progress", "Waiting", "Completed", "Cancelled"});
  add("affiliation", "status", {"Not started", "Submitted", "In review", "Active", "Denied", "Terminated"});
  add("provider", "status", {"Onboarding", "Active", "Inactive", "Terminated"});
  add("note", "kind", {"Note", "Call", "Email", "Portal", "Fax", "Letter", "Meeting"});
  add("alert_action", "what", {"Acknowledged", "Snoozed", "Mailed", "Renewal started"});
}

void TestSample::everyStatusIsThere() {
  QFETCH(QString, missing);
  QVERIFY(m_file->value(missing) > 0);
}

void TestSample::everyStandingIsThere() {
  const auto of = [&](const char* condition) {
    return m_file->value(QStringLiteral("SELECT count(*) FROM credential c JOIN document_type t ON t.id = "
                                        "c.document_type_id WHERE %1")
                             .arg(QLatin1String(condition)));
  };
  QVERIFY(of("not_applicable = 0 AND expires < '2026-03-02'") > 5);
  QVERIFY(of("not_applicable = 0 AND expires BETWEEN '2026-03-02' AND date('2026-03-02', first_alert || ' days')") > 5);
  QVERIFY(of("not_applicable = 0 AND expires > date('2026-03-02', first_alert || ' days')") > 50);
  QVERIFY(of("not_applicable = 0 AND has_term = 1 AND expires IS NULL") > 2);
  QVERIFY(of("not_applicable = 0 AND has_term = 0 AND expires IS NULL") > 2);
  QVERIFY(of("not_applicable = 1") > 2);
}

void TestSample::licencesEndOnEachRungOfTheirLadder() {
  for (const int rung : {120, 90, 60, 30, 14, 7, 0})
    QVERIFY(m_file->value(QStringLiteral("SELECT count(*) FROM credential c JOIN document_type t ON t.id = "
                                         "c.document_type_id WHERE t.name = 'State licence' AND expires = ?"),
                          {today.addDays(rung)}) > 0);
}

void TestSample::requiredDocumentsAreMissingOfSomeActiveProviders() {
  for (const char* type : {"State licence", "Malpractice insurance"})
    QVERIFY(m_file->value(QStringLiteral("SELECT count(*) FROM provider p WHERE status = 'Active' AND NOT EXISTS "
                                         "(SELECT 1 FROM credential c JOIN document_type t ON t.id = "
                                         "c.document_type_id WHERE c.provider_id = p.id AND t.name = ?)"),
                          {QString::fromLatin1(type)}) > 0);
}

void TestSample::aTrackedPayorHasOneEnrollment() {
  QCOMPARE(count("SELECT count(*) FROM tracking t LEFT JOIN enrollment e ON e.id = t.enrollment_id WHERE t.payor_id IS "
                 "NOT NULL AND (e.payor_id IS NOT t.payor_id OR e.provider_id IS NOT t.provider_id OR e.state IS NOT "
                 "t.state)"),
           0);
  QCOMPARE(count("SELECT count(*) FROM tracking t LEFT JOIN affiliation a ON a.id = t.affiliation_id WHERE "
                 "t.facility_id IS NOT NULL AND (a.facility_id IS NOT t.facility_id OR a.provider_id IS NOT "
                 "t.provider_id)"),
           0);
  QCOMPARE(count("SELECT count(*) FROM (SELECT 1 FROM enrollment GROUP BY provider_id, practice_id, payor_id, state "
                 "HAVING count(*) > 1)"),
           0);
  QCOMPARE(count("SELECT count(*) FROM (SELECT 1 FROM affiliation GROUP BY provider_id, facility_id HAVING count(*) > "
                 "1)"),
           0);
  QVERIFY(count("SELECT count(*) FROM enrollment e WHERE NOT EXISTS (SELECT 1 FROM tracking WHERE enrollment_id = "
                "e.id)") > 100);
}

void TestSample::stepsFollowTheRules() {
  // A step that follows a completed one began that day; nothing comes before what it follows.
  QCOMPARE(
      count("SELECT count(*) FROM step s JOIN step b ON b.tracking_id = s.tracking_id AND b.position = s.position - "
            "1 WHERE b.status = 'Completed' AND s.status <> 'New' AND s.started IS NOT b.completed AND s.status <> "
            "'Not needed'"),
      0);
  QCOMPARE(count("SELECT count(*) FROM step WHERE (status = 'Completed') <> (completed IS NOT NULL)"), 0);
  QCOMPARE(count("SELECT count(*) FROM step WHERE status IN ('In progress', 'Waiting', 'Completed') AND started IS "
                 "NULL"),
           0);
  QCOMPARE(count("SELECT count(*) FROM step WHERE due IS NULL"), 0);
  QCOMPARE(count("SELECT count(*) FROM step WHERE completed < started"), 0);
  for (const Step& step : db::allWhere<Step>(*m_file, QStringLiteral("due_pinned = 0")))
    QVERIFY(isBusinessDay(step.due));
  for (const Tracking& tracking : db::allWhere<Tracking>(*m_file, QStringLiteral("1")))
    QVERIFY(isBusinessDay(tracking.started));
  QCOMPARE(count("SELECT count(*) FROM step WHERE follow_up < started"), 0);
  QVERIFY(count("SELECT count(*) FROM step WHERE due < '2026-03-02' AND status IN ('New', 'In progress', 'Waiting')") >
          20);
  QVERIFY(count("SELECT count(*) FROM step WHERE due_pinned = 1") > 3);
}

void TestSample::nothingIsWrittenInTheFuture() {
  QCOMPARE(count("SELECT count(*) FROM tracking WHERE started > '2026-03-02'"), 0);
  QCOMPARE(count("SELECT count(*) FROM step WHERE started > '2026-03-02' OR completed > '2026-03-02'"), 0);
  QCOMPARE(count("SELECT count(*) FROM note WHERE written > '2026-03-02~'"), 0);
  QCOMPARE(count("SELECT count(*) FROM task WHERE created > '2026-03-02' OR completed > '2026-03-02'"), 0);
  QCOMPARE(count("SELECT count(*) FROM credential WHERE verified > '2026-03-02'"), 0);
  QCOMPARE(count("SELECT count(*) FROM enrollment WHERE submitted > '2026-03-02'"), 0);
}

void TestSample::tasksAreOverdueAndDueTodayAndWithoutADate() {
  const auto open = QStringLiteral("SELECT count(*) FROM task WHERE status IN ('New', 'In progress', 'Waiting') AND ");
  for (const char* condition :
       {"due < '2026-03-02'", "due = '2026-03-02'", "due > '2026-03-02'", "due IS NULL",
        "assigned_provider_id IS NOT NULL", "practice_id IS NOT NULL", "tracking_id IS NOT NULL"})
    QVERIFY2(m_file->value(open + QLatin1String(condition)) > 0, condition);
}

void TestSample::namesComeInManyScripts() {
  QSet<QChar::Script> scripts;
  for (const Provider& provider : db::allWhere<Provider>(*m_file, QStringLiteral("1")))
    for (const QChar c : provider.lastName)
      scripts << c.script();
  QVERIFY(scripts.size() >= 7);
}

void TestSample::recordsPassTheirChecks() {
  QSet<QString> npis;
  for (const Provider& provider : db::allWhere<Provider>(*m_file, QStringLiteral("1"))) {
    const Problems problems = check(provider, *m_file);
    QVERIFY2(problems.empty(), problems.empty() ? "" : qPrintable(problems.front().sentence));
    QVERIFY(provider.npi.isEmpty() || provider.npi.startsWith(QLatin1Char('2')));
  }
  for (const Practice& practice : db::allWhere<Practice>(*m_file, QStringLiteral("1")))
    QVERIFY(check(practice, *m_file).empty() && warnings(practice, *m_file).empty());
  for (const QString& dea : m_file->all(QStringLiteral("SELECT number FROM credential c JOIN document_type t ON t.id = "
                                                       "c.document_type_id WHERE t.name = 'DEA registration'"),
                                        {}, [](db::Row& row) { return row.text(); }))
    QVERIFY2(deaProblem(dea).isEmpty(), qPrintable(dea));
}

void TestSample::historyIsOneChangeMoreAndClean() {
  QCOMPARE(count("SELECT count(*) FROM change WHERE what = 'Sample data'"), 1);
  QCOMPARE(count("SELECT count(*) FROM change"), 2);
  QCOMPARE(datafile::check(*m_file), std::vector<QString>());
}

void TestSample::theSameDayMakesTheSameRows() {
  const auto again = freshFile();
  makeSample(*again, tester(), today);
  QCOMPARE(db::history::head(*again), db::history::head(*m_file));
}

void TestSample::anyDayWillDo_data() {
  QTest::addColumn<QDate>("day");
  for (const QDate day : {QDate(2026, 12, 25), QDate(2028, 2, 29), QDate(2027, 8, 1), QDate(2026, 3, 7)})
    QTest::newRow(qPrintable(day.toString(Qt::ISODate))) << day;
}

void TestSample::anyDayWillDo() {
  QFETCH(QDate, day);
  const auto file = freshFile();
  makeSample(*file, tester(), day);
  QCOMPARE(file->value(QStringLiteral("SELECT count(*) FROM tracking")), 250);
  QCOMPARE(file->value(QStringLiteral("SELECT count(*) FROM enrollment")), 400);
  QCOMPARE(file->value(QStringLiteral("SELECT count(*) FROM step WHERE started > ? OR completed > ?"), {day, day}), 0);
  QCOMPARE(file->value(QStringLiteral("SELECT count(*) FROM tracking WHERE started > ?"), {day}), 0);
  QCOMPARE(datafile::check(*file), std::vector<QString>());
}

void TestSample::theWholeIsUndoneAsOne() {
  const auto file = freshFile();
  makeSample(*file, tester(), today);
  const auto undone = db::history::undo(*file, tester(), 2);
  QVERIFY(undone.isOk());
  QCOMPARE(file->value(QStringLiteral("SELECT count(*) FROM team")), 0);
  QCOMPARE(datafile::check(*file), std::vector<QString>());
}

void TestSample::exportedAndReadAgainItIsTheSame() {
  const QTemporaryDir folder;
  const QString first = folder.filePath(QStringLiteral("first")), second = folder.filePath(QStringLiteral("second"));
  QVERIFY(exchange::exportTo(*m_file, first, today).isOk());
  const auto other = datafile::open(QStringLiteral(":memory:"), tester());
  exchange::ImportOptions asked;
  asked.today = today;
  const auto imported = exchange::importFile(*other, tester(), first, asked, {});
  QVERIFY(imported.isOk());
  for (const exchange::KindResult& kind : imported->kinds)
    QCOMPARE(kind.rejected, 0);
  QVERIFY(exchange::exportTo(*other, second, today).isOk());
  const QStringList files = QDir(first).entryList(QDir::Files);
  QVERIFY(files.size() > 18);
  QCOMPARE(QDir(second).entryList(QDir::Files), files);
  for (const QString& name : files) {
    QFile one(first + QLatin1Char('/') + name), again(second + QLatin1Char('/') + name);
    QVERIFY(one.open(QIODevice::ReadOnly) && again.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = one.readAll().split('\n'), linesAgain = again.readAll().split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i)
      QVERIFY2(linesAgain.value(i) == lines[i], lines[i].constData());
  }
}

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
