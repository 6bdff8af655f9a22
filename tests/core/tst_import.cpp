// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/importing.h"

#include "core/db/history.h"

/// What becomes of the rows of each kind: created, updated, unchanged and rejected, in that order in the figures.
class TestImport : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void teamsAreFoundWithoutCaseAndMarks();
  void coordinatorsAreUpdatedAndTheirTeamsAreReplaced();
  void payorsFacilitiesAndTheirListsAreRead();
  void practicesAreFoundByGroupNpiElseByNameInTheTeam();
  void placesOfOneGroupNpiAreSeveralPractices();
  void providersAreCreatedUpdatedUnchangedAndRejected();
  void emptyCellsAndNoDateWordsNeverWipe();
  void aProviderOnSeveralRowsHasThePracticesOfAll();
  void anEarlierRowOfTheFileCounts();
  void enrollmentsAreFoundByAllTheirKeys();
  void missingKeyColumnsOfAnEnrollmentFitAny();
  void affiliationsNeedAProvider();
  void credentialsThatAreAlikeAreCounted();
  void anUnknownDocumentTypeIsAdded();
  void aTrackingStartsWithThePlannedStepsOfItsTemplate();
  void theStatusOfATrackingTellsHowFarItsStepsAre();
  void aTrackingNeedsNoTemplate();
  void stepsFindTheirNamesElseAreAdded();
  void importedDatesMoveNothing();
  void notesAreOnAStepOrATrackingOrWhomTheyAreAbout();
  void tasksTakeTheirFirstNote();
  void aTasksFirstNoteIsNotWrittenTwice();
  void sameFileAgainChangesNothing_data();
  void sameFileAgainChangesNothing();
  void unlikelyDatesAreKeptAndTold();
  void undoOfAnImportTakesAllBack();
};

void TestImport::teamsAreFoundWithoutCaseAndMarks() {
  Importing it;
  QCOMPARE(it.run("teams.csv", "Team\nLakeside\nCañón Clinics\n"), "teams: 2/0/0/0");
  QCOMPARE(it.run("teams.csv", "Team\nLAKESIDE\ncanon  clinics\nNorth\n"), "teams: 1/0/2/0");
  QCOMPARE(it.all("SELECT name FROM team ORDER BY id"), "Lakeside | Cañón Clinics | North");
}

void TestImport::coordinatorsAreUpdatedAndTheirTeamsAreReplaced() {
  Importing it;
  const QString teams = "SELECT t.name FROM coordinator_team c JOIN team t ON t.id = c.team_id ORDER BY t.name";
  QCOMPARE(it.run("coordinators.csv", "Coordinator,Email,Role,Teams,Active\n"
                                      "Anna M.,anna@example.org,full,Lakeside; North,yes\n"
                                      "Ben,,Chief,,\n"),
           "coordinators: 1/0/0/1");
  QCOMPARE(it.all(teams), "Lakeside | North");
  QCOMPARE(it.run("coordinators.csv", "Coordinator,Role,Teams,Active\nanna m.,Auditor,North; South,no\n"),
           "coordinators: 0/1/0/0");
  QCOMPARE(it.all(teams), "North | South");
  QCOMPARE(it.all("SELECT name || role || active || email FROM coordinator"), "Anna M.Auditor0anna@example.org");
  QCOMPARE(it.run("coordinators.csv", "Coordinator,Teams\nAnna M.,\n"), "coordinators: 0/0/1/0");
  QCOMPARE(it.all(teams), "North | South");
}

void TestImport::payorsFacilitiesAndTheirListsAreRead() {
  Importing it;
  QCOMPARE(it.run("payors.csv", "Payor,Payor ID,Class,States,Usual days,Recredentialing months,Phone,Portal\n"
                                "Aetna,60054,commercial,\"Illinois, wi\",60 days,36,312-555-0100,aetna.example\n"
                                "Medicare,,Medicare,,x,,,\n"),
           "payors: 1/0/0/1");
  QCOMPARE(it.all("SELECT name || '|' || class || '|' || states || '|' || usual_days FROM payor"),
           "Aetna|Commercial|IL; WI|60");
  QCOMPARE(it.run("payors.csv", "Payor,Usual days\naetna,45\n"), "payors: 0/1/0/0");
  QCOMPARE(it.run("facilities.csv", "Facility,City,State,Phone\nSt. Mary,Peoria,Illinois,\n"), "facilities: 1/0/0/0");
  QCOMPARE(it.run("facilities.csv", "Facility,City,State,Phone\nST. MARY,Peoria,IL,309-555-0100\n"),
           "facilities: 0/1/0/0");
}

void TestImport::practicesAreFoundByGroupNpiElseByNameInTheTeam() {
  Importing it;
  QCOMPARE(it.run("practices.csv", "Team,Practice,Group NPI,TIN,ZIP\n"
                                   "Lakeside,Main Clinic,1234567893,123456789,2108\n"
                                   "North,Main Clinic,,,60601-1234\n"
                                   "North,Bad,1234567890,,\n"),
           "practices: 2/0/0/1");
  QCOMPARE(it.all("SELECT tin || '|' || zip FROM practice ORDER BY id"), "12-3456789|02108 | |60601-1234");
  // its new name, found by the NPI
  QCOMPARE(it.run("practices.csv", "Team,Practice,Group NPI\nLakeside,Main Street Clinic,1234567893\n"),
           "practices: 0/1/0/0");
  QCOMPARE(it.all("SELECT name FROM practice ORDER BY id"), "Main Street Clinic | Main Clinic");
  // found by its name, which gets the NPI
  QCOMPARE(it.run("practices.csv", "Team,Practice,Group NPI\nNorth,MAIN CLINIC,1245319599\n"), "practices: 0/1/0/0");
  QCOMPARE(it.run("practices.csv", "Team,Practice,Group NPI\nNorth,Main Clinic,1234567893\n"), "practices: 0/0/0/1");
}

void TestImport::placesOfOneGroupNpiAreSeveralPractices() {
  Importing it;
  const QString file =
      "Team,Practice,Group NPI,City\nLakeside,Main,1234567893,Peoria\nLakeside,West,1234567893,Pekin\n";
  QCOMPARE(it.run("practices.csv", file), "practices: 2/0/0/0");
  QCOMPARE(it.run("practices.csv", file), "practices: 0/0/2/0");
}

void TestImport::providersAreCreatedUpdatedUnchangedAndRejected() {
  Importing it;
  QCOMPARE(it.run("providers.csv", "Team,NPI,Last name,First name,Degree,Date of birth,Status,Practices,Tags,Assignee\n"
                                   "Lakeside,1234567893,Marten,Lily,MD,4/7/1980,active,Main; West,new;  locum,Anna\n"
                                   "Lakeside,1234567890,Heron,Hugo,DO,,,,,\n"
                                   "Lakeside,,Heron,,DO,,,,,\n"
                                   "Lakeside,,Heron,Hugo,DO,,Sleeping,,,\n"
                                   "Lakeside,,Heron,Hugo,DO,32/7/1980,,,,\n"),
           "providers: 1/0/0/4");
  QCOMPARE(it.all("SELECT last_name || first_name || date_of_birth || status || tags FROM provider"),
           "MartenLily1980-04-07Activenew; locum");
  QCOMPARE(it.all("SELECT name FROM practice ORDER BY id"), "Main | West");
  QCOMPARE(it.all("SELECT c.name FROM provider p JOIN coordinator c ON c.id = p.assignee_id"), "Anna");
  QCOMPARE(it.run("providers.csv", "NPI,Last name,First name,Degree\n1234567893,Marten-Smith,Lily,MD\n"
                                   "1234567893,Marten-Smith,Lily,MD\n"),
           "providers: 0/1/1/0");
  const QString rejected = it.read("providers.rejected.csv");
  QVERIFY2(rejected.isEmpty(), qPrintable(rejected));
}

void TestImport::emptyCellsAndNoDateWordsNeverWipe() {
  Importing it;
  it.run("providers.csv", "NPI,Last name,First name,Email,Start date,Practices,Tags\n"
                          "1234567893,Marten,Lily,lily@example.org,2020-01-02,Main,new\n");
  QCOMPARE(it.run("providers.csv", "NPI,Last name,First name,Email,Start date,Practices,Tags\n"
                                   "1234567893,Marten,Lily,,N/A,,\n1234567893,Marten,Lily,  ,TBD,,\n"),
           "providers: 0/0/2/0");
  QCOMPARE(it.all("SELECT email || start_date || tags FROM provider"), "lily@example.org2020-01-02new");
  QCOMPARE(it.count("provider_practice"), 1);
}

void TestImport::aProviderOnSeveralRowsHasThePracticesOfAll() {
  Importing it;
  const QString file = "NPI,Last name,First name,Practices\n1234567893,Marten,Lily,Main\n1234567893,Marten,Lily,West\n";
  QCOMPARE(it.run("providers.csv", file), "providers: 1/0/1/0");
  QCOMPARE(it.count("provider_practice"), 2);
  QCOMPARE(it.run("providers.csv", file), "providers: 0/0/2/0");
  // a cell is the whole set
  QCOMPARE(it.run("providers.csv", "NPI,Last name,First name,Practices\n1234567893,Marten,Lily,West; East\n"),
           "providers: 0/1/0/0");
  QCOMPARE(it.all("SELECT r.name FROM provider_practice p JOIN practice r ON r.id = p.practice_id ORDER BY r.name"),
           "East | West");
}

void TestImport::anEarlierRowOfTheFileCounts() {
  Importing it;
  const QString file =
      "NPI,Last name,First name,Phone,Email\n1234567893,Marten,Lily,1,\n1234567893,Marten,Lily,2,a@b.example\n";
  QCOMPARE(it.run("providers.csv", file), "providers: 1/1/0/0");
  QCOMPARE(it.all("SELECT phone || email FROM provider"), "1a@b.example");
  QCOMPARE(it.report.notices.size(), size_t(1));
  QVERIFY(it.report.notices.front().startsWith("providers.csv, row 3: Phone"));
  QCOMPARE(it.run("providers.csv", file), "providers: 0/0/2/0");
}

namespace {

const QString lily = "Team,NPI,Last name,First name\nLakeside,1234567893,Marten,Lily\n";

} // namespace

void TestImport::enrollmentsAreFoundByAllTheirKeys() {
  Importing it;
  it.run("providers.csv", lily);
  const QString head = "NPI,Practice,Payor,State,Line of business,Status,Effective,End,Waiting on\n";
  QCOMPARE(it.run("enrollments.csv", head + "1234567893,,Aetna,IL,,par,2025-01-01,2028-01-01,\n"
                                            "1234567893,Main,Aetna,IL,,pending,,,payer\n"
                                            "1234567893,,Aetna,Wisconsin,HMO,submitted,,,\n"
                                            ",Main,Aetna,IL,,pending,,,\n"
                                            "1245319599,,Aetna,IL,,,,,\n"
                                            ",,Aetna,IL,,,,,\n"
                                            "1234567893,,Aetna,MN,,dancing,,,\n"),
           "enrollments: 4/0/0/3");
  QCOMPARE(it.all("SELECT status || waiting_on FROM enrollment ORDER BY id"),
           "Participating | In reviewPayor | Submitted | In review");
  QCOMPARE(it.count("provider"), 1); // nobody is made of an enrollment's row
  QVERIFY(it.read("enrollments.rejected.csv").contains("No provider with NPI 1245319599 is on file."));
  QCOMPARE(it.run("enrollments.csv", head + "1234567893,,AETNA,il,,terminated,,,\n1234567893,,Aetna,IL,PPO,par,,,\n"),
           "enrollments: 1/1/0/0");
  QCOMPARE(it.all("SELECT status || effective FROM enrollment WHERE id = 1"), "Terminated2025-01-01");
}

void TestImport::missingKeyColumnsOfAnEnrollmentFitAny() {
  Importing it;
  it.run("providers.csv", lily);
  it.run("enrollments.csv", "NPI,Payor,State\n1234567893,Aetna,IL\n1234567893,Cigna,IL\n1234567893,Cigna,WI\n");
  QCOMPARE(it.run("enrollments.csv",
                  "NPI,Payor,Status\n1234567893,Aetna,par\n1234567893,Cigna,par\n1234567893,Humana,par\n"),
           "enrollments: 1/1/0/1");
}

void TestImport::affiliationsNeedAProvider() {
  Importing it;
  it.run("providers.csv", lily);
  it.run("practices.csv", "Practice,Group NPI\nMain,1245319599\n");
  const QString head = "NPI,Provider,Facility,Category,Status,Appointed,Reappointment due\n";
  QCOMPARE(it.run("affiliations.csv", head + "1234567893,,St. Mary,Active staff,active,2024-01-01,2026-01-01\n"
                                             ",\"Marten, Lily\",Mercy,,pending,,\n"
                                             "1245319599,,Mercy,,,,\n"
                                             ",\"Heron, Hugo\",Mercy,,,,\n"),
           "affiliations: 2/0/0/2");
  QCOMPARE(it.run("affiliations.csv", head + "1234567893,,st. mary,Courtesy,,,\n1234567893,,Mercy,,in review,,\n"),
           "affiliations: 0/1/1/0");
}

void TestImport::credentialsThatAreAlikeAreCounted() {
  Importing it;
  it.run("providers.csv", lily);
  const QString head = "NPI,Document type,Number,State,Expires,Not applicable\n";
  const QString two = "1234567893,License,A1,IL,2027-01-01,\n1234567893,State licence,A1,IL,2028-01-01,\n";
  QCOMPARE(it.run("credentials.csv", head + two), "credentials: 2/0/0/0");
  QCOMPARE(it.run("credentials.csv", head + two), "credentials: 0/0/2/0");
  QCOMPARE(it.run("credentials.csv", head + two + "1234567893,Medical License,A1,IL,2029-01-01,no\n"),
           "credentials: 1/0/2/0");
  QCOMPARE(it.run("credentials.csv", "NPI,Document type,Expires\n1234567893,State licence,2030-01-01\n"),
           "credentials: 0/1/0/0");
  QCOMPARE(it.all("SELECT expires FROM credential ORDER BY id"), "2030-01-01 | 2028-01-01 | 2029-01-01");
}

void TestImport::anUnknownDocumentTypeIsAdded() {
  Importing it;
  it.run("providers.csv", lily);
  const qint64 before = it.count("document_type");
  QCOMPARE(it.run("credentials.csv", "NPI,Document type,Expires\n1234567893,Fire training,2027-01-01\n"),
           "credentials: 1/0/0/0");
  QCOMPARE(it.count("document_type"), before + 1);
  QCOMPARE(it.all("SELECT ladder FROM document_type WHERE name = 'Fire training'"), "60/30/14/7/0");
  QCOMPARE(it.report.notices.size(), size_t(1));
}

namespace {

const QString fourSteps =
    "Type,Subtype,Step,Description,TAT\nRelocation,Initial,Ask,Why,1\nRelocation,Initial,Send,,2\n"
    "Relocation,Initial,Wait,,10\nRelocation,Initial,Tell,,1\n";
const QString trackingHead = "Tracking,NPI,Type,Subtype,Payor,Facility,State,Assignee,Priority,Started,Status\n";

} // namespace

void TestImport::aTrackingStartsWithThePlannedStepsOfItsTemplate() {
  Importing it;
  it.run("providers.csv", lily);
  QCOMPARE(it.run("templates.csv", fourSteps), "templates: 4/0/0/0");
  QCOMPARE(it.run("trackings.csv",
                  trackingHead + "T-1,1234567893,relocation,initial,Aetna,St. Mary,IL,Anna,urgent,2026-01-14,\n"),
           "trackings: 1/0/0/0");
  // Monday 19 January 2026 is a holiday
  QCOMPARE(it.all("SELECT name || due || status FROM step ORDER BY position"),
           "Ask2026-01-15New | Send2026-01-20New | Wait2026-02-03New | Tell2026-02-04New");
  // Anna has the tracking; who does a step only rows of kind steps say.
  QCOMPARE(it.all("SELECT count(*) FROM step WHERE assignee_id IS NOT NULL"), "0");
  QCOMPARE(it.all("SELECT status || state FROM enrollment"), "Not startedIL");
  QCOMPARE(it.all("SELECT status FROM affiliation"), "Not started");
  QCOMPARE(it.all("SELECT priority || status || (enrollment_id = 1) || (team_id = 1) FROM tracking"),
           "Fast-trackNew11");
}

void TestImport::theStatusOfATrackingTellsHowFarItsStepsAre() {
  Importing it;
  it.run("providers.csv", lily);
  it.run("templates.csv", fourSteps);
  const QString file = trackingHead + "A,1234567893,Relocation,Initial,,,,,,2026-01-14,Completed\n"
                                      "B,1234567893,Relocation,Initial,,,,,,2026-01-14,WIP\n"
                                      "C,1234567893,Relocation,Initial,,,,,,2026-01-14,On hold\n"
                                      "D,1234567893,Other,Initial,,,,,,2026-01-14,Completed\n"
                                      "E,1234567893,Other,Initial,,,,,,TBD,\n";
  QCOMPARE(it.run("trackings.csv", file), "trackings: 4/0/0/1");
  const QString statuses = "SELECT reference || ' ' || status FROM tracking ORDER BY id";
  QCOMPARE(it.all(statuses), "A Completed | B In progress | C On hold | D Completed");
  QCOMPARE(
      it.all("SELECT s.status || coalesce(s.started, '') FROM step s JOIN tracking t ON t.id = s.tracking_id WHERE "
             "reference = 'B' ORDER BY position"),
      "In progress | New | New | New");
  QCOMPARE(it.run("trackings.csv", file), "trackings: 0/0/4/1");
  QCOMPARE(it.run("trackings.csv", trackingHead + "C,1234567893,Relocation,Initial,,,,,,2026-01-14,New\n"
                                                  "D,1234567893,Other,Initial,,,,,,2026-01-14,Cancelled\n"
                                                  "A,1234567893,Relocation,Initial,,,,,High,2026-01-14,New\n"),
           "trackings: 0/3/0/0");
  QCOMPARE(it.all(statuses), "A Completed | B In progress | C New | D Cancelled");
}

void TestImport::aTrackingNeedsNoTemplate() {
  Importing it;
  it.run("providers.csv", lily);
  QCOMPARE(it.run("trackings.csv", trackingHead + "T-1,1234567893,Anything,New,,,,,,2026-01-14,\n"
                                                  "T-2,,Anything,New,,,,,,2026-01-14,\n"
                                                  "T-3,1234567893,,New,,,,,,2026-01-14,\n"),
           "trackings: 1/0/0/2");
  QCOMPARE(it.count("step"), 0);
}

void TestImport::stepsFindTheirNamesElseAreAdded() {
  Importing it;
  it.run("providers.csv", lily);
  it.run("templates.csv", fourSteps);
  it.run("trackings.csv", trackingHead + "T-1,1234567893,Relocation,Initial,,,,,,2026-01-14,\n");
  const QString file = "Tracking,Step,Status,Assignee,Started,Due,Completed,Follow-up,Waiting on\n"
                       "T-1,ask,done,Anna,2026-01-14,,2026-01-16,,\n"
                       "T-1,Celebrate,,,,2026-05-01,,,\n"
                       "T-1,Celebrate,,,,,2026-05-02,,\n"
                       "T-9,Ask,,,,,,,\n";
  QCOMPARE(it.run("steps.csv", file), "steps: 2/1/0/1");
  QCOMPARE(it.all("SELECT position || name || status || due_pinned FROM step ORDER BY position"),
           "1AskCompleted0 | 2SendNew0 | 3WaitNew0 | 4TellNew0 | 5CelebrateNew1 | 6CelebrateCompleted0");
  QCOMPARE(it.run("steps.csv", file), "steps: 0/0/3/1");

  // the same with the tracking in one import
  Importing together;
  together.write("all/providers.csv", lily);
  together.write("all/templates.csv", fourSteps);
  together.write("all/trackings.csv", trackingHead + "T-1,1234567893,Relocation,Initial,,,,,,2026-01-14,\n"
                                                     "T-2,1234567893,Relocation,Initial,,,,,,2026-01-14,Completed\n");
  together.write("all/steps.csv", file);
  QCOMPARE(together.run(together.path("all")),
           "providers: 1/0/0/0; templates: 4/0/0/0; trackings: 2/0/0/0; steps: 2/1/0/1");
  QCOMPARE(
      together.all("SELECT position || name || status || due_pinned FROM step WHERE tracking_id = 1 ORDER BY position"),
      "1AskCompleted0 | 2SendNew0 | 3WaitNew0 | 4TellNew0 | 5CelebrateNew1 | 6CelebrateCompleted0");
  QCOMPARE(together.all("SELECT name || status FROM step WHERE tracking_id = 2 ORDER BY position"),
           "AskCompleted | SendCompleted | WaitCompleted | TellCompleted");
  QCOMPARE(together.run(together.path("all")),
           "providers: 0/0/1/0; templates: 0/0/4/0; trackings: 0/0/2/0; steps: 0/0/3/1");
}

void TestImport::importedDatesMoveNothing() {
  Importing it;
  it.run("providers.csv", lily);
  it.run("templates.csv", fourSteps);
  it.run("trackings.csv", trackingHead + "T-1,1234567893,Relocation,Initial,,,,,,2026-01-14,\n");
  it.run("steps.csv", "Tracking,Step,Status,Due,Completed\nT-1,Ask,Completed,2026-01-20,2026-03-01\n");
  QCOMPARE(it.all("SELECT name || due || due_pinned || status FROM step ORDER BY position"),
           "Ask2026-01-201Completed | Send2026-01-200New | Wait2026-02-030New | Tell2026-02-040New");
  QCOMPARE(it.all("SELECT status FROM tracking"), "In progress");
}

void TestImport::notesAreOnAStepOrATrackingOrWhomTheyAreAbout() {
  Importing it;
  it.run("providers.csv", lily);
  it.run("templates.csv", fourSteps);
  it.run("trackings.csv", trackingHead + "T-1,1234567893,Relocation,Initial,,,,,,2026-01-14,\n");
  const QString file = "Tracking,Step,NPI,Practice,Payor,Task,Written,Author,Kind,Reference,Note\n"
                       "T-1,send,,,,,2026-01-20 14:30,Anna,phone,R1,Called\n"
                       "T-1,,,,,,1/21/2026 2:05 PM,,,,Still open\n"
                       ",,1234567893,,Aetna,,2026-01-22,,Email,,Wrote\n"
                       ",,,Main,,,2026-01-22,,,,About the place\n"
                       "T-1,Dance,,,,,2026-01-20,,,,x\n"
                       "T-2,,,,,,2026-01-20,,,,x\n"
                       ",,,,,,2026-01-20,,,,x\n"
                       "T-1,,1234567890,,,,2026-01-20,,,,x\n"
                       "T-1,,,,,,,,,,x\n"
                       "T-1,,,,,,2026-01-20,,,,\n"
                       ",,,,,Unknown,2026-01-20,,,,x\n";
  QCOMPARE(it.run("notes.csv", file), "notes: 4/0/0/7");
  QCOMPARE(it.all("SELECT written || author || kind || reference || text FROM note ORDER BY id"),
           "2026-01-20 14:30AnnaCallR1Called | 2026-01-21 14:05NoteStill open | 2026-01-22EmailWrote | "
           "2026-01-22NoteAbout the place");
  QCOMPARE(it.all("SELECT coalesce(tracking_id, '-') || coalesce(step_id, '-') || coalesce(provider_id, '-') || "
                  "coalesce(practice_id, '-') || coalesce(payor_id, '-') FROM note ORDER BY id"),
           "12--- | 1---- | --1-1 | ---1-");
  // two that say the same are two
  const QString twice = "Tracking,Written,Note\nT-1,2026-02-01,Same\nT-1,2026-02-01,Same\n";
  QCOMPARE(it.run("notes.csv", twice), "notes: 2/0/0/0");
  QCOMPARE(it.run("notes.csv", twice + "T-1,2026-02-01,Same\n"), "notes: 1/0/2/0");
}

void TestImport::tasksTakeTheirFirstNote() {
  Importing it;
  it.run("providers.csv", lily);
  it.run("coordinators.csv", "Coordinator\nAnna\n");
  const QString file = "Team,Task,NPI,Practice,Assigned to,Due,Status,Notify,Note\n"
                       ",Call back,1234567893,,anna,2026-03-09,new,no,Ask for Joe\n"
                       "Lakeside,Sign,1234567893,,\"Marten, Lily\",,done,yes,\n"
                       ",Sign,,Main,Cleo,,,,\n"
                       ",Sign,,,,,,,\n"
                       ",Sign,1245319599,,,,,,\n";
  QCOMPARE(it.run("tasks.csv", file), "tasks: 4/0/0/1");
  QCOMPARE(it.all("SELECT text || written || task_id FROM note"), "Ask for Joe2026-03-021");
  QCOMPARE(
      it.all("SELECT coalesce(team_id, '-') || coalesce(assignee_id, '-') || coalesce(assigned_provider_id, '-') || "
             "status || notify || created FROM task ORDER BY id"),
      "11-New02026-03-02 | 1-1Completed12026-03-02 | -2-New12026-03-02 | ---New12026-03-02");
  QCOMPARE(it.run("tasks.csv", file), "tasks: 0/0/4/1");
  QCOMPARE(it.run("notes.csv", "Task,NPI,Written,Note\nCall back,,2026-03-03,Joe is away\nSign,,2026-03-03,which?\n"
                               "Sign,1234567893,2026-03-03,done\n"),
           "notes: 3/0/0/0");
  QCOMPARE(it.all("SELECT task_id || text FROM note ORDER BY id"), "1Ask for Joe | 1Joe is away | 4which? | 2done");
}

void TestImport::aTasksFirstNoteIsNotWrittenTwice() {
  const QString tasks = "Task,Note\nCall back,Ask for Joe\n";
  const QString notes =
      "Task,Written,Author,Note\nCall back,2026-01-05 10:00,Anna,Ask for Joe\nCall back,2026-01-06,,Away\n";
  Importing together;
  together.write("all/tasks.csv", tasks);
  together.write("all/notes.csv", notes);
  QCOMPARE(together.run(together.path("all")), "tasks: 1/0/0/0; notes: 2/0/0/0");
  Importing apart;
  apart.run("tasks.csv", tasks);
  QCOMPARE(apart.run("notes.csv", notes), "notes: 1/1/0/0");
  for (Importing* it : {&together, &apart}) {
    QCOMPARE(it->all("SELECT written || author || text FROM note ORDER BY id"),
             "2026-01-05 10:00AnnaAsk for Joe | 2026-01-06Away");
    QCOMPARE(it->run("tasks.csv", tasks), "tasks: 0/0/1/0");
    QCOMPARE(it->run("notes.csv", notes), "notes: 0/0/2/0");
  }
}

void TestImport::sameFileAgainChangesNothing_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("text");
  const auto row = [](const char* name, const QString& text) {
    QTest::addRow("%s", name) << QString::fromLatin1(name) + ".csv" << text;
  };
  row("providers", "Provider,Phone\n\"Heron, Hugo - MD\",1\n\"Dr. Zoë Owl\",2\nMARTEN LILY,3\n");
  row("credentials", "Provider,Document Type,Exp Date\n\"Marten, Lily\",DEA,N/A\n\"Marten, Lily\",DEA,N/A\n");
  row("enrollments", "Provider Name,Insurance,State,Eff. Date,Recred Due\n\"Lily Marten, MD\",Aetna,IL,1/5/26,\n");
  row("tasks", "Task,Owner,Due Date,Note\nCall,Anna,1/5/26,x\nCall,Anna,1/5/26,x\n");
}

void TestImport::sameFileAgainChangesNothing() {
  QFETCH(QString, name);
  QFETCH(QString, text);
  Importing it;
  it.run("providers.csv", lily);
  const QString first = it.run(name, text);
  QVERIFY2(first.endsWith("/0") && !first.contains(": 0/"), qPrintable(first));
  const qint64 changes = it.count("change");
  const QString second = it.run(name, text);
  QVERIFY2(second.contains(": 0/0/"), qPrintable(second));
  QCOMPARE(it.count("change"), changes);
}

void TestImport::unlikelyDatesAreKeptAndTold() {
  Importing it;
  it.run("providers.csv", lily);
  QCOMPARE(it.run("enrollments.csv", "NPI,Payor,Effective,End\n1234567893,Aetna,1900-01-01,2026-01-01\n"
                                     "1234567893,Cigna,2026-01-01,2025-01-01\n"),
           "enrollments: 2/0/0/0");
  QCOMPARE(it.all("SELECT effective || ' ' || end FROM enrollment ORDER BY id"),
           "1900-01-01 2026-01-01 | 2026-01-01 2025-01-01");
  QStringList about;
  for (const QString& notice : it.report.notices)
    if (notice.contains("kept"))
      about += notice.section(':', 0, 0);
  QCOMPARE(about.join(";"), "enrollments.csv, row 2;enrollments.csv, row 3");
  it.run("notes.csv", "NPI,Written,Note\n1234567893,1900-01-01 10:00,One\n1234567893,2026-01-01 10:00,Two\n");
  QCOMPARE(it.report.notices, std::vector<QString>{"notes.csv, row 2: Written 1900-01-01 is unlikely; it was kept."});
}

void TestImport::undoOfAnImportTakesAllBack() {
  Importing it;
  it.run("templates.csv", fourSteps);
  it.write("all/providers.csv", lily);
  it.write("all/trackings.csv", trackingHead + "T-1,1234567893,Relocation,Initial,Aetna,,IL,Anna,,2026-01-14,\n");
  it.write("all/notes.csv", "Tracking,Written,Note\nT-1,2026-02-01,Same\n");
  it.run(it.path("all"));
  QVERIFY(it.report.changeId > 0);
  QCOMPARE(it.database->text("SELECT what FROM change WHERE id = ?", {it.report.changeId}), "Imported all");
  QVERIFY(db::history::undo(*it.database, tester(), it.report.changeId).isOk());
  for (const char* table : {"team", "provider", "tracking", "step", "note", "payor", "enrollment", "coordinator"})
    QCOMPARE(it.count(table), 0);
  QCOMPARE(it.count("template_step"), 4);
  QVERIFY(datafile::check(*it.database).empty());
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
