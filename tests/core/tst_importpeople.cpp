// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/importing.h"

/// Whom a row means: by NPI, else by name and date of birth, else by name within the team when only one fits.
class TestImportPeople : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void namesAreTakenApart_data();
  void namesAreTakenApart();
  void aProviderWithoutNpiGetsTheOneOfTheRow();
  void anotherNpiIsAnotherProvider();
  void dateOfBirthTellsNamesakesApart();
  void middleNamesTellNamesakesApart();
  void twoThatFitAreRejectedAndBothNamed();
  void aNameIsLookedForInTheTeam();
  void aNumberThatIsNoneIsNoNpi();
  void aGroupNpiIsThePractice();
  void theNpiCountsWhereTheNameSaysOtherwise();
  void bracketsTellWho();
  void capitalsDoNotReplaceSmallLetters();
  void theRowsTeamGoesBeforeTheOneAskedFor();
};

void TestImportPeople::namesAreTakenApart_data() {
  QTest::addColumn<QString>("cell");
  for (const char* cell : {"Marten, Lily - MD", "\"Lily Marten, MD\"", "MARTEN LILY", "Dr. Lily Marten", "lily marten",
                           "\"Marten, Lily A.\"", "\"marten,lily\""})
    QTest::addRow("%s", cell) << (QString(cell).contains('"') ? QString(cell) : QString("\"%1\"").arg(cell));
}

void TestImportPeople::namesAreTakenApart() {
  QFETCH(QString, cell);
  Importing it;
  it.run("providers.csv", "Last name,First name\nMarten,Lily\n");
  QCOMPARE(it.run("tasks.csv", "Task,Provider\nCall," + cell + "\n"), "tasks: 1/0/0/0");
  QCOMPARE(it.count("provider"), 1);
  Importing fresh;
  QCOMPARE(fresh.run("providers.csv", "Provider\n" + cell + "\n"), "providers: 1/0/0/0");
  QCOMPARE(fresh.all("SELECT lower(last_name || ' ' || first_name) FROM provider"), "marten lily");
}

void TestImportPeople::aProviderWithoutNpiGetsTheOneOfTheRow() {
  Importing it;
  it.run("providers.csv", "Team,Last name,First name\nLakeside,Marten,Lily\n");
  QCOMPARE(it.run("providers.csv", "Team,NPI,Last name,First name\nLakeside,1234567893,Marten,Lily\n"),
           "providers: 0/1/0/0");
  QCOMPARE(it.all("SELECT npi FROM provider"), "1234567893");
}

void TestImportPeople::anotherNpiIsAnotherProvider() {
  Importing it;
  it.run("providers.csv", "NPI,Last name,First name\n1234567893,Marten,Lily\n");
  QCOMPARE(it.run("providers.csv", "NPI,Last name,First name\n1245319599,Marten,Lily\n,Marten,Lily\n"),
           "providers: 1/0/0/1");
}

void TestImportPeople::dateOfBirthTellsNamesakesApart() {
  Importing it;
  const QString file = "Team,Last name,First name,Date of birth,Phone\nLakeside,Marten,Lily,1980-04-07,1\n"
                       "Lakeside,Marten,Lily,1991-01-01,2\n";
  QCOMPARE(it.run("providers.csv", file), "providers: 2/0/0/0");
  QCOMPARE(it.run("providers.csv", file), "providers: 0/0/2/0");
  QCOMPARE(it.run("tasks.csv", "Task,Last name,First name,DOB\nCall,Marten,Lily,1/1/91\nCall,Marten,Lily,\n"),
           "tasks: 1/0/0/1");
  QCOMPARE(it.all("SELECT provider_id FROM task"), "2");
}

void TestImportPeople::middleNamesTellNamesakesApart() {
  Importing it;
  QCOMPARE(it.run("providers.csv", "Last name,First name,Middle name,Suffix\nSmith,John,Adam,\nSmith,John,Bert,Jr.\n"),
           "providers: 2/0/0/0");
  QCOMPARE(
      it.run("tasks.csv", "Task,Provider\nCall,\"Smith, John B.\"\nSign,\"John Smith, Jr.\"\nWrite,\"Smith, John\"\n"),
      "tasks: 2/0/0/1");
  QCOMPARE(it.all("SELECT provider_id FROM task"), "2 | 2");
}

void TestImportPeople::twoThatFitAreRejectedAndBothNamed() {
  Importing it;
  it.run("providers.csv",
         "Team,NPI,Last name,First name\nLakeside,1234567893,Marten,Lily\nNorth,1245319599,Marten,Lily\n");
  const QString file = "Provider,Payor\n\"Marten, Lily\",Aetna\n";
  QCOMPARE(it.run("enrollments.csv", file), "enrollments: 0/0/0/1");
  const QString rejected = it.read("enrollments.rejected.csv");
  QVERIFY2(rejected.contains("1234567893") && rejected.contains("1245319599"), qPrintable(rejected));
  QVERIFY2(rejected.contains("is ambiguous"), qPrintable(rejected));
  QCOMPARE(it.count("payor"), 0); // a rejected row makes nothing by the way
  it.options.team = "North";
  QCOMPARE(it.run("enrollments.csv", file), "enrollments: 1/0/0/0");
  QCOMPARE(it.all("SELECT provider_id FROM enrollment"), "2");
}

void TestImportPeople::aNameIsLookedForInTheTeam() {
  Importing it;
  it.run("providers.csv", "Team,Last name,First name\nLakeside,Marten,Lily\n");
  QCOMPARE(it.run("providers.csv", "Team,Last name,First name\nNorth,Marten,Lily\n"), "providers: 1/0/0/0");
  QCOMPARE(it.run("tasks.csv", "Team,Task,Provider\nSouth,Call,\"Marten, Lily\"\nNorth,Call,\"Marten, Lily\"\n"),
           "tasks: 1/0/0/1");
  QCOMPARE(it.all("SELECT coalesce(provider_id, '-') FROM task"), "2");
}

void TestImportPeople::aNumberThatIsNoneIsNoNpi() {
  Importing it;
  QCOMPARE(it.run("providers.csv", "NPI,Last name,First name\nN/A,Marten,Lily\nTBD,Heron,Hugo\n123-456-7893,Owl,Zoë\n"
                                   "123456789,Kite,Kim\n"),
           "providers: 3/0/0/1");
  QCOMPARE(it.all("SELECT npi FROM provider ORDER BY id"), " |  | 1234567893");
}

void TestImportPeople::aGroupNpiIsThePractice() {
  Importing it;
  it.run("practices.csv", "Team,Practice,Group NPI\nLakeside,Main,1234567893\nLakeside,West,1245319599\n"
                          "Lakeside,East,1245319599\n");
  QCOMPARE(
      it.run("enrollments.csv", "NPI,Practice,Payor\n1234567893,,Aetna\n1245319599,East,Aetna\n1245319599,,Aetna\n"),
      "enrollments: 2/0/0/1");
  QCOMPARE(it.all("SELECT practice_id || coalesce(provider_id, '-') FROM enrollment ORDER BY id"), "1- | 3-");
}

void TestImportPeople::theNpiCountsWhereTheNameSaysOtherwise() {
  Importing it;
  it.run("providers.csv", "NPI,Last name,First name\n1234567893,Marten,Lily\n");
  QCOMPARE(it.run("tasks.csv", "Task,NPI,Provider\nCall,1234567893,Lily Marten\nSign,1234567893,\"Heron, Hugo\"\n"),
           "tasks: 2/0/0/0");
  QCOMPARE(it.report.notices.size(), size_t(1));
  QVERIFY(it.report.notices.front().contains("Heron, Hugo"));
}

void TestImportPeople::bracketsTellWho() {
  Importing it;
  it.run("providers.csv", "Team,NPI,Last name,First name,Date of birth\nLakeside,1234567893,Marten,Lily,\n"
                          "North,,Marten,Lily,1980-04-07\nSouth,,Marten,Lily,1981-05-08\n");
  QCOMPARE(it.run("tasks.csv", "Task,Provider\na,\"Marten, Lily (1234567893)\"\nb,\"Marten, Lily (1980-04-07)\"\n"
                               "c,\"Marten, Lily (South)\"\nd,\"Marten, Lily (Mars)\"\n"),
           "tasks: 3/0/0/1");
  QCOMPARE(it.all("SELECT provider_id FROM task ORDER BY id"), "1 | 2 | 3");
}

void TestImportPeople::capitalsDoNotReplaceSmallLetters() {
  Importing it;
  it.run("providers.csv", "NPI,Last name,First name\n1234567893,Nuñez,Lily\n");
  QCOMPARE(it.run("providers.csv", "NPI,Last name,First name\n1234567893,NUNEZ,LILY\n"), "providers: 0/0/1/0");
  QCOMPARE(it.run("providers.csv", "NPI,Last name,First name\n1234567893,Núñez,Lily\n"), "providers: 0/1/0/0");
}

void TestImportPeople::theRowsTeamGoesBeforeTheOneAskedFor() {
  Importing it;
  it.options.team = "North";
  QCOMPARE(it.run("providers.csv", "Team,NPI,Last name,First name\n,1234567893,Marten,Lily\nSouth,,Heron,Hugo\n"),
           "providers: 2/0/0/0");
  QCOMPARE(it.all("SELECT t.name FROM provider p JOIN team t ON t.id = p.team_id ORDER BY p.id"), "North | South");
}

QTEST_GUILESS_MAIN(TestImportPeople)
#include "tst_importpeople.moc"
