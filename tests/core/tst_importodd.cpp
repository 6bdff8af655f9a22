// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/importing.h"

#include "core/base/text.h"
#include "core/exchange/importrow.h"
#include "core/exchange/personname.h"

/// Lists as people keep them: what stands twice, what stands together in one cell, what looks like something else.
class TestImportOdd : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aTrackingTwiceInAFileSaysTheSameTheNextTime();
  void aRejectedStepLeavesItsNameToTheNextRow();
  void severalProvidersInACellAreARowEach_data();
  void severalProvidersInACellAreARowEach();
  void twoNamesWithOneNpiAreNotTakenForOne();
  void aTaskIsRelatedToAProviderOrAPractice();
  void aTrackingOfSeveralProvidersIsRejected();
  void oneNameWithSeparatorsStaysOne();
  void aCellBelowBetterHeadingsIsNoHeading();
  void nothingIsANumberToo();
  void licencesWithoutTheirTypeAreNoProviders();
  void columnsThatAreNotReadAreTold();
  void anNpiThatIsNotOnFileIsThatOfTheOneName();
  void aPoorerSpellingChangesNoName();
  void lettersWithAStrokeAreFoundWithout();
  void plainNumbersAreDaysOfTheirBook();
  void theDateInATasksNameIsItsFollowUp_data();
  void theDateInATasksNameIsItsFollowUp();
  void whatIsNotKeptIsNotReadAsSomethingElse();
};

namespace {

QStringList told(const Importing& office) { return {office.report.notices.begin(), office.report.notices.end()}; }

const QString providers = "NPI,Last name,First name\n1234567893,Marten,Lily\n,Roe,Ann\n,Ash,Bo\n";

} // namespace

void TestImportOdd::aTrackingTwiceInAFileSaysTheSameTheNextTime() {
  Importing office;
  office.run("providers.csv", providers);
  const QString list = "Tracking,Team,NPI,Type,Subtype,Started,Status\n"
                       "T1,Lakeside,1234567893,Payor,Initial,2026-01-05,Cancelled\n"
                       "T1,Harbor,1234567893,Payor,Initial,2026-01-05,New\n";
  QCOMPARE(office.run("trackings.csv", list), QString("trackings: 1/0/1/0"));
  QCOMPARE(told(office).filter("the earlier one counts").size(), 2);
  QCOMPARE(office.all("SELECT k.set_status || t.name FROM tracking k JOIN team t ON t.id = k.team_id"),
           QString("CancelledLakeside"));
  QCOMPARE(office.run("trackings.csv", list), QString("trackings: 0/0/2/0"));
}

void TestImportOdd::aRejectedStepLeavesItsNameToTheNextRow() {
  const QString tracking = "Tracking,NPI,Type,Subtype,Started\nT1,1234567893,Payor,Initial,2026-01-05\n";
  const QString steps = "Tracking,Step,Status,Completed\nT1,One,,\nT1,Two,Done,2026-02-30\nT1,Two,Done,2026-01-05\n";
  for (const bool together : {false, true}) {
    Importing office;
    office.run("templates.csv", "Type,Subtype,Step\nPayor,Initial,One\nPayor,Initial,Two\n");
    office.run("providers.csv", providers);
    office.write("in/trackings.csv", tracking);
    office.write("in/steps.csv", steps);
    if (!together)
      office.run(office.path("in/trackings.csv"));
    office.run(together ? office.path("in") : office.path("in/steps.csv"));
    for (int again = 0; again < 2; ++again) {
      QCOMPARE(office.all("SELECT name || ' ' || coalesce(completed, '') FROM step ORDER BY position"),
               QString("One  | Two 2026-01-05"));
      QCOMPARE(office.run(office.path("in/steps.csv")), QString("steps: 0/0/2/1"));
    }
  }
}

void TestImportOdd::severalProvidersInACellAreARowEach_data() {
  QTest::addColumn<QString>("cell");
  for (const char* cell : {"\"Roe, Ann; Ash, Bo\"", "Ann Roe & Bo Ash", "\"Roe, Ann and Ash, Bo\"", "Ann Roe / Bo Ash",
                           "\"Roe, Ann MD\nAsh, Bo\"", "\"Dr. Ann Roe;Dr. Bo Ash;\""})
    QTest::newRow(cell) << QString(cell);
}

void TestImportOdd::severalProvidersInACellAreARowEach() {
  QFETCH(QString, cell);
  Importing office;
  QCOMPARE(office.run("providers.csv", "Provider\n" + cell + "\n"), QString("providers: 2/0/0/0"));
  QCOMPARE(office.run("enrollments.csv", "Provider,Payor,State\n" + cell + ",Aetna,TX\n"),
           QString("enrollments: 2/0/0/0"));
  QCOMPARE(office.run("credentials.csv", "Provider,Document type\n" + cell + ",DEA\n"),
           QString("credentials: 2/0/0/0"));
  QCOMPARE(office.run("tasks.csv", "Task,Provider\nCall," + cell + "\n"), QString("tasks: 2/0/0/0"));
  QCOMPARE(office.all("SELECT p.last_name || p.first_name || p.middle_name FROM enrollment e JOIN provider p ON p.id = "
                      "e.provider_id ORDER BY e.id"),
           QString("RoeAnn | AshBo"));
  QCOMPARE(office.run("enrollments.csv", "Provider,Payor,State\n" + cell + ",Aetna,TX\n"),
           QString("enrollments: 0/0/2/0"));
  // The one who is not on file is handed back, by that name alone.
  QCOMPARE(office.run("more.csv", "Provider,Payor,State\n\"Roe, Ann; Oak, Ida\",Aetna,TX\n"),
           QString("enrollments: 0/0/1/1"));
  QVERIFY(office.read("more.rejected.csv").contains("\"Oak, Ida\",Aetna,TX,"));
  QVERIFY(!office.read("more.rejected.csv").contains("Roe"));
}

void TestImportOdd::twoNamesWithOneNpiAreNotTakenForOne() {
  Importing office;
  QCOMPARE(office.run("providers.csv", "Provider,NPI\n\"Roe, Ann DO / Ash, Bo NP\",1234567893\n"),
           QString("providers: 0/0/0/1"));
  QVERIFY(office.read("providers.rejected.csv").contains("2 providers are named"));
}

void TestImportOdd::aTaskIsRelatedToAProviderOrAPractice() {
  Importing office;
  office.run("providers.csv", "Team,Provider\nLakeside,\"Roe, Ann\"\n");
  office.run("practices.csv", "Team,Practice\nLakeside,Harbor North\n");
  const QString tasks = "Task Name,Due Date,Related To\nCall,2026-03-09,\"Roe, Ann\"\nMail,2026-03-09,Harbor North\n"
                        "File,2026-03-09,\n";
  QCOMPARE(office.run("tasks.csv", tasks), QString("tasks: 3/0/0/0"));
  QCOMPARE(office.all("SELECT t.name || ' ' || coalesce(p.last_name, '') || ' ' || coalesce(r.name, '') FROM task t "
                      "LEFT JOIN provider p ON p.id = t.provider_id LEFT JOIN practice r ON r.id = t.practice_id "
                      "ORDER BY t.id"),
           QString("Call Roe  | Mail  Harbor North | File  "));
  QCOMPARE(office.run("tasks.csv", tasks), QString("tasks: 0/0/3/0"));
}

void TestImportOdd::aTrackingOfSeveralProvidersIsRejected() {
  Importing office;
  office.run("providers.csv", providers);
  QCOMPARE(office.run("trackings.csv", "Tracking,Provider,Type,Subtype,Started\n"
                                       "T1,\"Roe, Ann; Ash, Bo\",Payor,Initial,2026-01-05\n"),
           QString("trackings: 0/0/0/2"));
  QVERIFY(office.read("trackings.rejected.csv").contains("about one provider"));
}

void TestImportOdd::oneNameWithSeparatorsStaysOne() {
  for (const char* cell : {"Marten, Lily; MD", "Marten; Lily", "Lily and Bo Ash", "Lily Marten / MD",
                           "Marten, Lily MD/PhD", "Marten, Lily; Jr., MD"})
    QCOMPARE(exchange::splitPeople(cell), QStringList{cell});
}

void TestImportOdd::aCellBelowBetterHeadingsIsNoHeading() {
  Importing office;
  QCOMPARE(office.run("payors.csv", "Type,Subtype,Step,Description,TAT\nPayor,Initial,One,,2\nPayor,Initial,Two,,3\n"),
           QString("templates: 2/0/0/0"));
  QCOMPARE(office.count("payor"), 0);
  QCOMPARE(office.run("payors.csv", "Payors of the year\n\nPayor,Class\nAetna,Commercial\n"),
           QString("payors: 1/0/0/0"));
}

void TestImportOdd::nothingIsANumberToo() {
  Importing office;
  office.run("templates.csv", "Type,Subtype,Step,TAT\nPayor,Fast,Zero,0\nPayor,Fast,None,\nPayor,Fast,Dash,-\n");
  QCOMPARE(office.all("SELECT coalesce(s.tat, '?') FROM template_step s JOIN template t ON t.id = s.template_id WHERE "
                      "t.subtype = 'Fast' ORDER BY s.position"),
           QString("0 | ? | ?"));
}

void TestImportOdd::licencesWithoutTheirTypeAreNoProviders() {
  Importing office;
  office.run("providers.csv", providers);
  const QString answer =
      office.run("licenses.csv", "Provider,License Number,State,Expiration Date\n\"Roe, Ann\",A1,TX,2027-01-01\n");
  QVERIFY2(answer.startsWith('<') && answer.contains("Document type"), qPrintable(answer));
}

void TestImportOdd::columnsThatAreNotReadAreTold() {
  Importing office;
  office.run("payors.csv", "Payor,Class,Hair,Portal,Shoes\nAetna,Commercial,,,\n");
  QCOMPARE(told(office).join('\n'), QString("payors.csv was read as payors; these columns were not: Hair, Shoes."));
  office.run("payors.csv", "Payor,Class,Portal\nAetna,Commercial,\n");
  QCOMPARE(told(office).size(), 0);
}

void TestImportOdd::anNpiThatIsNotOnFileIsThatOfTheOneName() {
  Importing office;
  office.run("providers.csv", providers);
  QCOMPARE(office.run("enrollments.csv", "NPI,Provider,Payor,State\n1245319599,\"Roe, Ann\",Aetna,TX\n"),
           QString("enrollments: 1/0/0/0"));
  QCOMPARE(told(office).filter("1245319599").size(), 1);
  // Who has another NPI is somebody else.
  QCOMPARE(office.run("enrollments.csv", "NPI,Provider,Payor,State\n1245319599,\"Marten, Lily\",Aetna,TX\n"),
           QString("enrollments: 0/0/0/1"));
}

void TestImportOdd::aPoorerSpellingChangesNoName() {
  Importing office;
  office.run("providers.csv", "Last name,First name\nMüller,José\nMcDonald,Jane\n");
  for (const char* row : {"Muller,Jose", "MÜLLER,JOSÉ", "müller,josé", "MCDONALD,jane", "mcdonald,Jane"})
    QCOMPARE(office.run("providers.csv", QString("Last name,First name\n%1\n").arg(row)),
             QString("providers: 0/0/1/0"));
  QCOMPARE(office.run("providers.csv", "Last name,First name\nMcdonald,Janë\n"), QString("providers: 0/1/0/0"));
  office.run("practices.csv", "Practice\nLake Clinic\n");
  for (const char* name : {"LAKE CLINIC", "lake clinic"})
    QCOMPARE(office.run("practices.csv", QString("Practice\n%1\n").arg(name)), QString("practices: 0/0/1/0"));
  QCOMPARE(office.run("practices.csv", "Practice\nLake clinic\n"), QString("practices: 0/1/0/0"));
}

void TestImportOdd::lettersWithAStrokeAreFoundWithout() {
  QCOMPARE(folded("Łukasz Ørsted Đặng Æbelø Þórr"), QString("lukasz orsted dang aebelo thorr"));
  Importing office;
  QCOMPARE(office.run("providers.csv", "Last name,First name\nŁukasiewicz,Żaneta\nLUKASIEWICZ,ZANETA\n"),
           QString("providers: 1/0/1/0"));
}

void TestImportOdd::plainNumbersAreDaysOfTheirBook() {
  for (const bool from1904 : {false, true}) {
    exchange::HeaderMatch match;
    match.headings = {"Date of birth"};
    exchange::RowCells cells;
    cells.start(2);
    cells.setFrom1904(from1904);
    cells.add("27805");
    exchange::ImportRow row(match, false);
    row.begin(cells);
    QCOMPARE(row.date(0), from1904 ? QDate(1980, 2, 16) : QDate(1976, 2, 15));
    QVERIFY(!row.isRejected());
  }
}

void TestImportOdd::theDateInATasksNameIsItsFollowUp_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("followUp");
  QTest::newRow("behind") << "Call Aetna F/U 3/5/2026"
                          << "2026-03-05";
  QTest::newRow("in front") << "f/u 3/6/26 Aetna"
                            << "2026-03-06";
  QTest::newRow("in brackets") << "Call Zed (F/U 3/7/26)"
                               << "2026-03-07";
  QTest::newRow("in words") << "Follow up 2026-03-08: Aetna"
                            << "2026-03-08";
  QTest::newRow("another date") << "Rates of 3/9/2026"
                                << "";
}

void TestImportOdd::theDateInATasksNameIsItsFollowUp() {
  QFETCH(QString, name);
  QFETCH(QString, followUp);
  Importing office;
  const QString list = "Task,Status\n" + name + ",New\n";
  QCOMPARE(office.run("tasks.csv", list), "tasks: 1/0/0/0");
  QCOMPARE(office.all("SELECT name || '|' || coalesce(follow_up, '') FROM task"), name + "|" + followUp);
  QCOMPARE(told(office).filter("was taken from its name").size(), followUp.isEmpty() ? 0 : 1);
  QCOMPARE(office.run("tasks.csv", list), "tasks: 0/0/1/0"); // found by its whole name
  Importing other;
  other.run("tasks.csv", "Task,Follow-up\n" + name + ",2026-04-01\n"); // its own column says more
  QCOMPARE(other.all("SELECT follow_up FROM task"), "2026-04-01");
}

void TestImportOdd::whatIsNotKeptIsNotReadAsSomethingElse() {
  Importing office;
  const QString list = "Payor,Portal\nAetna,https://payor1.example.com\n";
  QVERIFY(office.run("portals.csv", list).startsWith("<Lists of portals are not kept"));
  QCOMPARE(office.count("payor"), 0);
  QCOMPARE(office.run("portals of payors.csv", list), "payors: 1/0/0/0");
}

QTEST_GUILESS_MAIN(TestImportOdd)
#include "tst_importodd.moc"
