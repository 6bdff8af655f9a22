// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/importing.h"
#include "support/testdata.h"

#include "core/exchange/mappings.h"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

/// Files and folders as a whole: what they hold, what is handed back, and that all or nothing of them is there.
class TestImportFiles : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void rejectedRowsAreHandedBackWithTheirReasons();
  void aMendedFileIsImportedAndItsReasonsGo();
  void whyARowWasHandedBackIsNoReasonOfATracking();
  void rejectedRowsThatCannotBeKeptStopTheImport();
  void aWorkbookHasAKindASheet();
  void markedTemplatesAreChangedWhereTheyAreMarked();
  void templatesFollowTheOrderOfTheSheet();
  void aFolderIsReadInTheOrderItNeeds();
  void whatLiesBesideTheListsIsLeftOut();
  void kindAndMissingColumnsAreTold_data();
  void kindAndMissingColumnsAreTold();
  void aFileThatBreaksOffChangesNothing();
  void aDryRunTellsTheSameAndChangesNothing();
  void stoppingTakesEverythingBack();
  void killedInTheMiddleNothingIsThere();
  void rowsAreToldAsTheyBecome();
  void aMatchingIsRemembered();
  void aSheetMayBeLeftOut();
  void ofAFolderAFileMayBeLeftOutThoughAnotherHasTheSameSheet();
};

void TestImportFiles::rejectedRowsAreHandedBackWithTheirReasons() {
  Importing it;
  it.run("providers.csv",
         "Our list\n\nNPI;Last name;First name;Note\n1234567890;Marten;Lily;'=1+1\n1234567893;Heron;Hugo;x\n"
         ";Owl;;\"two\nlines\"\n");
  QCOMPARE(it.read("providers.rejected.csv"),
           "NPI,Last name,First name,Note,Reason\r\n"
           "1234567890,Marten,Lily,'=1+1,The NPI 1234567890 fails its check digit: one of its digits is wrong.\r\n"
           ",Owl,,\"two\nlines\",First name is missing.\r\n");
  QFile bytes(it.path("providers.rejected.csv"));
  QVERIFY(bytes.open(QIODevice::ReadOnly) && bytes.read(3) == "\xEF\xBB\xBF");
  QCOMPARE(it.report.rejectedFiles, QStringList{it.path("providers.rejected.csv")});
  QVERIFY(it.report.hasRejected());
  QCOMPARE(it.count("provider"), 1);
}

void TestImportFiles::aMendedFileIsImportedAndItsReasonsGo() {
  Importing it;
  it.run("providers.csv", "NPI,Last name,First name\n1234567890,Marten,Lily\n1234567890,Heron,Hugo\n");
  it.write("providers.rejected.csv", it.read("providers.rejected.csv").replace("1234567890,M", "1234567893,M"));
  QCOMPARE(it.run(it.path("providers.rejected.csv")), "providers: 1/0/0/1");
  QVERIFY(it.report.notices.empty());
  const QString again = it.read("providers.rejected.rejected.csv");
  QVERIFY2(again.startsWith("NPI,Last name,First name,Reason\r\n1234567890,Heron,Hugo,The NPI"), qPrintable(again));
  it.run("providers.csv", "NPI,Last name,First name\n1234567893,Marten,Lily\n");
  QVERIFY(!QFile::exists(it.path("providers.rejected.csv"))); // of the import before
}

void TestImportFiles::whyARowWasHandedBackIsNoReasonOfATracking() {
  Importing it;
  it.run("providers.csv", "NPI,Last name,First name\n1234567893,Marten,Lily\n");
  const QByteArray head = "Tracking,NPI,Type,Subtype,Started,Status";
  it.run("trackings.csv", head + ",Reason\nT1,1234567893,Payor,Initial,soon,On hold,on leave\n");
  const QString rejected = it.read("trackings.rejected.csv");
  QVERIFY2(rejected.startsWith(head + ",Reason,Reason\r\nT1,1234567893,Payor,Initial,soon,On hold,on leave,Started"),
           qPrintable(rejected));
  it.write("trackings.rejected.csv", QString(rejected).replace("soon", "2026-01-05"));
  QCOMPARE(it.run(it.path("trackings.rejected.csv")), "trackings: 1/0/0/0");
  QCOMPARE(it.all("SELECT reason FROM tracking"), "on leave");
  it.run("more.csv", head + "\nT2,1234567893,Payor,Initial,soon,On hold\n");
  it.write("more.rejected.csv", it.read("more.rejected.csv").replace("soon", "2026-01-05"));
  QCOMPARE(it.run(it.path("more.rejected.csv")), "trackings: 1/0/0/0");
  QCOMPARE(it.all("SELECT reason FROM tracking WHERE reference = 'T2'"), "");
}

void TestImportFiles::rejectedRowsThatCannotBeKeptStopTheImport() {
  Importing it;
  QDir().mkpath(it.path("providers.rejected.csv/in the way"));
  QVERIFY(it.run("providers.csv", "NPI,Last name,First name\n1234567890,Marten,Lily\n,Heron,Hugo\n")
              .startsWith("<The rejected rows could not be kept, so nothing was imported."));
  QCOMPARE(it.count("provider"), 0);
}

void TestImportFiles::aWorkbookHasAKindASheet() {
  Importing it;
  QFile::copy(testData("office.xlsx"), it.path("office.xlsx"));
  QCOMPARE(it.run(it.path("office.xlsx")), "providers: 2/0/0/1; enrollments: 2/0/0/0");
  QCOMPARE(it.all("SELECT last_name || degree || npi || date_of_birth || status || team_id FROM provider ORDER BY id"),
           "MartenMD12345678931980-04-07Active1 | Heron1975-12-31Inactive1");
  QCOMPARE(
      it.all(
          "SELECT status || state || coalesce(effective, '-') || coalesce(follow_up, '-') FROM enrollment ORDER BY id"),
      "ParticipatingIL2024-01-01- | In reviewIL-2026-04-01");
  QCOMPARE(it.count("task"), 0); // that sheet is hidden
  const bool told = std::any_of(it.report.notices.begin(), it.report.notices.end(),
                                [](const QString& one) { return one.contains("Read me"); });
  QVERIFY(told);
  QCOMPARE(it.report.rejectedFiles, QStringList{it.path("office.rejected.csv")}); // no other sheet has any
  QCOMPARE(it.read("office.rejected.csv"),
           "Team,Provider Name,NPI #,DOB,Group,Status,Reason\r\nLakeside,\"Owl, Zoë\",1234567890,,West,,"
           "The NPI 1234567890 fails its check digit: one of its digits is wrong.\r\n");
}

namespace {

const QString fourSteps =
    "Type,Subtype,Step,Description,TAT\nRelocation,Initial,Ask,Why,1\nRelocation,Initial,Send,,2\n"
    "Relocation,Initial,Wait,,10\nRelocation,Initial,Tell,,1\n";
const QString stepList =
    "SELECT name || ' ' || description || ' ' || coalesce(tat, '-') FROM template_step ORDER BY position";

} // namespace

void TestImportFiles::markedTemplatesAreChangedWhereTheyAreMarked() {
  Importing it;
  it.run("templates.csv",
         "Type,Subtype,Step,Description,TAT\nRelocation,Initial,Ask,Why,1\nRelocation,Initial,Post,,2\n"
         "Relocation,Initial,Wait,,10\nRelocation,Initial,Tell,,1\n");
  QCOMPARE(it.run(testData("templates-marked.xlsx")), "templates: 1/2/2/0");
  // "Ask" and "Tell" differ too, but nothing asks for it
  QCOMPARE(it.all(stepList), "Ask Why 1 | Post  5 | Wait longer  10 | Check New step 2 | Tell  1");
  QCOMPARE(it.report.notices.size(), size_t(4));
}

void TestImportFiles::templatesFollowTheOrderOfTheSheet() {
  Importing it;
  it.run("templates.csv", fourSteps);
  QCOMPARE(it.run("templates.csv", fourSteps), "templates: 0/0/4/0");
  const QString other =
      "Type,Subtype,Step,Description,TAT\nRelocation,Initial,Begin,,\nRelocation,Initial,Ask,,3 days\n"
      "Relocation,Initial,Tell,,\nRelocation,Initial,Wait,,\nRelocation,Initial,,,\n";
  QCOMPARE(it.run("templates.csv", other), "templates: 1/2/1/1");
  QCOMPARE(it.all(stepList), "Begin  - | Ask Why 3 | Send  2 | Tell  1 | Wait  10");
  QCOMPARE(it.run("templates.csv", other), "templates: 0/0/4/1");
}

void TestImportFiles::aFolderIsReadInTheOrderItNeeds() {
  Importing it;
  it.write("all/a notes.csv", "Tracking,Step,Written,Note\nT-1,Ask,2026-01-20,x\n");
  it.write("all/b steps.csv", "Tracking,Step\nT-1,Ask\n");
  it.write("all/c trackings.tsv",
           "Tracking\tNPI\tType\tSubtype\tStarted\nT-1\t1234567893\tRelocation\tInitial\t2026-01-14\n");
  it.write("all/d providers.csv", "NPI,Last name,First name\n1234567893,Marten,Lily\n");
  it.write("all/e providers.csv", "NPI,Last name,First name\n1245319599,Heron,Hugo\n");
  it.write("all/d providers.rejected.csv", "NPI,Last name,First name,Reason\n1234567890,Marten,Lily,old\n");
  it.write("all/photo.png", "x");
  QCOMPARE(it.run(it.path("all")), "providers: 2/0/0/0; trackings: 1/0/0/0; steps: 1/0/0/0; notes: 1/0/0/0");
  QCOMPARE(it.report.notices.size(), size_t(1));    // the photo
  QCOMPARE(it.count("change"), it.report.changeId); // one change
}

void TestImportFiles::whatLiesBesideTheListsIsLeftOut() {
  Importing it;
  it.write("all/teams.csv", "Team\nLakeside\n");
  it.write("all/read me.txt", "How these lists came about\n");
  it.write("all/shapes.csv", "Colour,Shape\nred,round\n");
  QCOMPARE(it.run(it.path("all")), "teams: 1/0/0/0");
  QCOMPARE(it.report.notices.size(), size_t(2));
  QVERIFY(it.report.notices[0].startsWith("read me.txt was left out"));
  // A list that says what it is and can not be read is none of them.
  it.write("all/providers.csv", "Colour,Shape\nred,round\n");
  QVERIFY(it.run(it.path("all")).startsWith('<'));
  it.write("none/shapes.csv", "Colour,Shape\nred,round\n");
  const QString told = it.run(it.path("none"));
  QVERIFY2(told.startsWith("<The folder") && told.contains("shapes.csv was left out"), qPrintable(told));
}

void TestImportFiles::kindAndMissingColumnsAreTold_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("kind");
  QTest::addColumn<QString>("part");
  QTest::newRow("no kind") << "list.csv"
                           << "Colour,Shape\nred,round\n"
                           << ""
                           << "cannot be told";
  QTest::newRow("no needed column") << "enrollments.csv"
                                    << "NPI,State\n1234567893,IL\n"
                                    << ""
                                    << "Payor";
  QTest::newRow("unknown kind") << "a.csv"
                                << "Team\nLakeside\n"
                                << "spoons"
                                << "There is no kind";
  QTest::newRow("not that kind") << "a.csv"
                                 << "Team\nLakeside\n"
                                 << "steps"
                                 << "Tracking";
  QTest::newRow("empty") << "a.csv"
                         << ""
                         << ""
                         << "empty";
  QTest::newRow("no JSON") << "a.json"
                           << "{oops"
                           << ""
                           << "no answers";
}

void TestImportFiles::kindAndMissingColumnsAreTold() {
  QFETCH(QString, name);
  QFETCH(QString, text);
  QFETCH(QString, kind);
  QFETCH(QString, part);
  Importing it;
  it.options.kind = kind;
  const QString told = it.run(name, text);
  QVERIFY2(told.startsWith('<') && told.contains(part), qPrintable(told));
  QCOMPARE(it.run(it.path("nowhere.csv")), QString("<There is no file %1.>").arg(it.path("nowhere.csv")));
}

void TestImportFiles::aFileThatBreaksOffChangesNothing() {
  Importing it;
  QString file = "Team\n";
  for (int i = 0; i < 100; ++i)
    file += QString("Team %1\n").arg(i);
  const QString told = it.run("teams.csv", file + "\"North\nSouth\n");
  QVERIFY2(told.startsWith("<teams.csv: The quotation mark that opens in line 102"), qPrintable(told));
  QCOMPARE(it.count("team"), 0);
}

void TestImportFiles::aDryRunTellsTheSameAndChangesNothing() {
  Importing it;
  it.run("providers.csv", "NPI,Last name,First name\n1234567893,Marten,Lily\n");
  const qint64 changes = it.count("change");
  it.options.dryRun = true;
  const QString file = "NPI,Last name,First name,Practices\n1234567893,Marten,Lilian,Main\n,Heron,Hugo,\n1,x,y,\n";
  const QString told = it.run("providers.csv", file);
  QCOMPARE(told, "providers: 1/1/0/1");
  QCOMPARE(it.count("provider") + it.count("practice"), 1);
  QCOMPARE(it.count("change"), changes);
  QVERIFY(!QFile::exists(it.path("providers.rejected.csv")));
  it.options.dryRun = false;
  QCOMPARE(it.run("providers.csv", file), told);
}

void TestImportFiles::stoppingTakesEverythingBack() {
  Importing it;
  QString file = "Team\n";
  for (int i = 0; i < 5000; ++i)
    file += QString("Team %1\n").arg(i);
  int asked = 0;
  it.callbacks.progress = [&](qint64 done, qint64 all) { return done <= all && ++asked < 3; };
  QCOMPARE(it.run("teams.csv", file), "<The import was stopped; nothing was changed.>");
  QCOMPARE(it.count("team"), 0);
}

void TestImportFiles::killedInTheMiddleNothingIsThere() {
  Importing it;
  QString file = "Team\n";
  for (int i = 0; i < 20000; ++i)
    file += QString("Team %1\n").arg(i);
  const QString path = it.write("teams.csv", file), data = it.path("data.credenza");
  datafile::open(data, tester());
  const pid_t child = fork();
  if (child == 0) {
    const auto database = datafile::open(data, tester());
    exchange::ImportCallbacks callbacks;
    callbacks.progress = [](qint64, qint64) {
      static int asked = 0;
      if (++asked == 10)
        ::kill(::getpid(), SIGKILL);
      return true;
    };
    (void)exchange::importFile(*database, tester(), path, it.options, callbacks);
    ::_exit(0);
  }
  int status = 0;
  QCOMPARE(waitpid(child, &status, 0), child);
  QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
  const auto database = datafile::open(data, tester());
  QCOMPARE(database->value("SELECT count(*) FROM team"), 0);
  QVERIFY(datafile::check(*database).empty());
  QVERIFY(exchange::importFile(*database, tester(), path, it.options).isOk());
  QCOMPARE(database->value("SELECT count(*) FROM team"), 20000);
}

void TestImportFiles::rowsAreToldAsTheyBecome() {
  Importing it;
  it.run("providers.csv", "NPI,Last name,First name,Practices\n1234567893,Marten,Lily,Main\n");
  QStringList told;
  it.callbacks.row = [&](const exchange::RowOutcome& row) {
    QString line = QString("%1 %2").arg(row.row).arg(int(row.outcome));
    for (const exchange::CellChange& change : row.changes)
      line += QString(" %1: %2→%3").arg(change.heading, change.before, change.after);
    told += line + row.reason;
  };
  it.run("providers.csv", "NPI,Surname,First name,Practices,Phone\n1234567893,Marten-Smith,Lily,Main,1\n,Owl,,,\n"
                          ",Heron,Hugo,,\n1234567893,,Lily,West,\n");
  QCOMPARE(told.join('\n'),
           "2 1 Surname: Marten→Marten-Smith Phone: →1\n3 3First name is missing.\n4 0\n5 3Last name is missing.");
  told.clear();
  it.run("providers.csv", "NPI,Last name,First name,Practices\n1234567893,Marten-Smith,Lily,West\n");
  QCOMPARE(told.join('\n'), "2 2\n2 1 Practices: Main→West");
}

void TestImportFiles::aMatchingIsRemembered() {
  Importing it;
  const QString file = "Who,Where\nAnna,x\n";
  QVERIFY(it.run("list.csv", file).startsWith('<'));
  exchange::HeaderMatch match = exchange::matchHeadings(exchange::Kind::Coordinators, {"Who", "Where"});
  match.row = 1;
  match.columnAt[0] = 0;
  it.options.matches["list"] = match;
  QCOMPARE(it.run("list.csv", file), "coordinators: 1/0/0/0");
  exchange::rememberMatch(*it.database, match);
  it.options.matches.clear();
  QCOMPARE(it.run("other.csv", "WHO;where\nBen;x\n"), "coordinators: 1/0/0/0");
}

void TestImportFiles::aSheetMayBeLeftOut() {
  Importing it;
  QFile::copy(testData("office.xlsx"), it.path("office.xlsx"));
  it.options.matches["Payer enrollments"] = {};
  QCOMPARE(it.run(it.path("office.xlsx")), "providers: 2/0/0/1");
}

void TestImportFiles::ofAFolderAFileMayBeLeftOutThoughAnotherHasTheSameSheet() {
  Importing it;
  it.write("in/payors.csv", "Payor\nBlue Harbor\n");
  it.write("in/providers.csv", "NPI,Last name,First name\n1679576722,Owl,Olga\n");
  QFile::copy(testData("office.xlsx"), it.path("in/office.xlsx"));
  QFile::copy(testData("office.xlsx"), it.path("in/second.xlsx"));
  for (const char* left : {"payors.csv", "second.xlsx, Providers", "second.xlsx, Payer enrollments"})
    it.options.matches[left] = {};
  QCOMPARE(it.run(it.path("in")), "providers: 3/0/0/1; enrollments: 2/0/0/0");
}

QTEST_GUILESS_MAIN(TestImportFiles)
#include "tst_importfiles.moc"
