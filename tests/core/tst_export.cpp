// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/importing.h"

#include "core/credentials/credential.h"
#include "core/credentials/documentstore.h"
#include "core/credentials/documenttypes.h"
#include "core/credentials/renewal.h"
#include "core/exchange/exporter.h"
#include "core/exchange/kinds.h"
#include "core/facilities/affiliation.h"
#include "core/facilities/facility.h"
#include "core/history/labels.h"
#include "core/mail/template.h"
#include "core/notes/note.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/payors/teampayor.h"
#include "core/tasks/repeat.h"
#include "core/team/practice.h"
#include "core/team/profile.h"
#include "core/team/provider.h"
#include "core/team/team.h"
#include "core/tracking/step.h"
#include "core/tracking/template.h"
#include "core/tracking/tracking.h"

using exchange::exportTo;

/// What is written out is read in again as the same records, byte for byte when it is written once more.
class TestExport : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void everyKindIsAFileWithItsColumns();
  void stepsWhoseDatesFollowTheRulesAreExported();
  void aFolderComesBackTheSame();
  void ofAnOlderExportNoRowStays();
  void aWorkbookComesBackTheSame();
  void eachFileByItselfComesBackTheSame();
  void namesakesComeBackAsThemselves();
  void stepsAreThoseOfTheTrackingAndNotOfItsTemplate();
  void importingItsOwnExportChangesNothing();
  void whatCannotBeWrittenIsToldAndLeavesNothing();
  void stoppingWritesNothing();
  void aWholeProfileComesBackTheSame_data();
  void aWholeProfileComesBackTheSame();
  void documentsComeAlongWithTheirFiles();
  void aListWithoutRenewalsIsAboutTheNewestVersions();
  void whatOnlyTheProgramKnowsComesBackTheSame();
  void aTaskMadeOnTheDayOfTheExportKeepsThatDay();
};

namespace {

/// An office with something of every kind, and what is awkward: other scripts, formulas, lists, line breaks,
/// semicolons.
void fill(Importing& it) {
  it.write("in/teams.csv", "Team\nLakeside; Group\nCañón Valley\n");
  it.write("in/coordinators.csv",
           "Coordinator,Email,Role,Teams,Active\nAnna M.,a@example.org,,\"\"\"Lakeside; Group\"\"; Cañón Valley\",\n"
           "李伟,,Viewer,,no\n");
  it.write("in/practices.csv",
           "Team,Practice,Group NPI,TIN,Address,City,State,ZIP,Phone,Email\n"
           "Cañón Valley,Main,1245319599,123456789,\"1 Main St, Floor 2\",Peoria,IL,616021234,-555,m@example.org\n"
           "Lakeside; Group,Main,,,,,,,,\n,Anywhere,,,,,,,,\n");
  it.write(
      "in/providers.csv",
      "Team,NPI,Last name,First name,Middle name,Suffix,Degree,Specialty,Taxonomy,Email,Phone,Date of birth,CAQH ID,"
      "Status,Start date,Practices,Tags,Assignee\n"
      "Cañón Valley,1234567893,Nuñez,Lily,Ann,Jr.,\"MD, PhD\",Cardiology,207Q00000X,l@example.org,+1 "
      "555,1980-04-07,12345678,"
      "onboarding,2025-01-02,\"Main; \"\"Main (Lakeside; Group)\"\"; Anywhere\",=new; @tag,Anna M.\n"
      ",,李,伟,,,,,,,,,,,,,,\n");
  it.write("in/payors.csv",
           "Payor,Payor ID,Class,States,Usual days,Recredentialing months,Phone,Portal\n"
           "Aetna,60054,Commercial,IL; WI,60,36,555,\"https://a.example/?x=1,2\"\nMedicare,,medicare,,0,,,\n");
  it.write("in/facilities.csv", "Facility,City,State,Phone\nSt. Mary,Peoria,IL,555\n");
  it.write("in/enrollments.csv",
           "Team,NPI,Provider,Practice,Payor,State,Line of business,Status,Provider number,Submitted,Effective,End,"
           "Follow-up,Waiting on,Assignee\n"
           "Cañón "
           "Valley,1234567893,,Main,Aetna,IL,HMO,Participating,PN'1,2024-01-01,2024-02-01,2027-02-01,2026-05-01,Payor,"
           "Anna M.\n"
           ",1234567893,,Anywhere,Aetna,IL,HMO,approved,,,,,,,\n,1234567893,,,Aetna,IL,,Info requested,,,,,,us,\n"
           "Cañón Valley,,,Main,Medicare,IL,,Submitted,,,,,,,\n,,\"李, 伟\",,Aetna,WI,,,,,,,,,\n");
  it.write("in/affiliations.csv", "NPI,Facility,Category,Status,Appointed,Reappointment due,Assignee\n"
                                  "1234567893,St. Mary,Active staff,Active,2024-01-01,2026-01-01,李伟\n");
  it.write("in/credentials.csv",
           "NPI,Practice,Document type,Number,State,Issuer,Issued,Expires,Verified,Source,Not applicable\n"
           "1234567893,,State licence,'=036,IL,IDFPR,2024-01-01,2027-01-01,2026-01-01,board site,no\n"
           "1234567893,,State licence,'=036,IL,IDFPR,2024-01-01,2030-01-01,,,\n"
           "1234567893,,Fire training,,,,,,,,yes\n,Anywhere,CLIA,14D,,,,2027-01-01,,,\n");
  it.write("in/templates.csv",
           "Type,Subtype,Step,Description,TAT\nRelocation,Initial,Ask,\"Two\nlines\",1\n"
           "Relocation,Initial,Follow up,,2\nRelocation,Initial,Follow up,again,\nBase,Other,One,,5\n");
  it.write("in/trackings.csv",
           "Tracking,Team,NPI,Provider,Practice,Type,Subtype,Payor,Facility,State,Assignee,Priority,Started,Status\n"
           "T-1,,1234567893,,Main,Relocation,Initial,Aetna,St. Mary,IL,Anna M.,High,2026-01-14,\n"
           "T-2,Lakeside; Group,1234567893,,,Relocation,Initial,Medicare,,,,,2026-01-14,On hold\n"
           "=T/3,,,,Anywhere,Relocation,Initial,,,,,Low,2026-01-14,WIP\n"
           "T-4,,1234567893,,,Nothing,Known,,,,,,2026-01-14,Cancelled\n"
           "T-5,,1234567893,,,Nothing,Known,,,,,,2026-01-14,Completed\n");
  it.write("in/steps.csv", "Tracking,Step,Status,Assignee,Started,Due,Completed,Follow-up,Waiting on\n"
                           "T-1,Follow up,Completed,李伟,2026-01-15,2026-01-16,2026-01-17,,\n"
                           "T-1,Follow up,Waiting,,,,,2026-02-01,Payor\nT-1,More,Not needed,,,,,,\n"
                           "T-4,Only,In progress,,,2026-03-01,,,\n");
  it.write("in/tasks.csv", "Team,Task,NPI,Provider,Practice,Assigned to,Due,Follow-up,Status,Notify,Note\n"
                           "Cañón Valley,Call,1234567893,,,Anna M.,2026-03-01,2026-03-02,Waiting,no,First\n"
                           "Cañón Valley,Call,1234567893,,,\"Nuñez, "
                           "Lily\",2026-03-01,,Completed,,\n,Call,,,Anywhere,,,,,,\n,Call,,,,,,,,,-x\n");
  it.write("in/notes.csv",
           "Tracking,Step,NPI,Practice,Payor,Task,Written,Author,Kind,Reference,Note\n"
           "T-1,Follow up,,,,,2026-01-20 14:30,Anna M.,Call,R1,\"Said \"\"yes\"\",\r\nthen\nno\"\n"
           "T-1,Follow up #2,,,,,2026-01-20 14:30:15,,Fax,,=1+1\nT-1,,,,,,2026-01-21,,,,whole\n"
           ",,1234567893,,Aetna,,2026-01-22,,Email,,Wrote\n,,1234567893,Main,,,2026-01-22,,Email,,Wrote\n"
           ",,,Anywhere,,,2026-01-22,,,,here\n,,,,Medicare,,2026-01-22,,Portal,,portal\n"
           ",,1234567893,,,Call #2,2026-01-23,李伟,Letter,,on the second\n"
           "T-1,,,,,,2026-01-21,,,,whole\n,,1234567893,,,Call,2026-01-02 08:00,Anna M.,Note,,First\n");
  const QString told = it.run(it.path("in"));
  QVERIFY2(!it.report.hasRejected() && !told.startsWith('<'), qPrintable(told));
}

QMap<QString, QByteArray> filesIn(const QString& folder) {
  QMap<QString, QByteArray> files;
  for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Files)) {
    QFile file(info.filePath());
    if (file.open(QIODevice::ReadOnly))
      files[info.fileName()] = file.readAll();
  }
  return files;
}

void compareFiles(const QString& one, const QString& other) {
  const auto a = filesIn(one), b = filesIn(other);
  QCOMPARE(a.keys(), b.keys());
  for (auto file = a.begin(); file != a.end(); ++file)
    QVERIFY2(*file == b[file.key()],
             qPrintable(file.key() + "\n" + QString::fromUtf8(*file) + "\n" + QString::fromUtf8(b[file.key()])));
}

/// Exports to a folder, into a new data file, and out again.
void goRound(Importing& first, const QString& exported) {
  QVERIFY(exportTo(*first.database, first.path("out"), QDate(2026, 3, 2)).isOk());
  const QString details =
      "SELECT reference || s.name || s.position || s.description || coalesce(s.tat, '-') || s.due_pinned FROM "
      "step s JOIN tracking k ON k.id = s.tracking_id ORDER BY k.id, s.position";
  Importing second;
  const QString told = second.run(exported);
  QVERIFY2(!second.report.hasRejected() && !told.startsWith('<'),
           qPrintable(told + first.read("out/notes.rejected.csv") + first.read("out/enrollments.rejected.csv")));
  QVERIFY(exportTo(*second.database, first.path("again"), QDate(2026, 3, 2)).isOk());
  compareFiles(first.path("out"), first.path("again"));
  QCOMPARE(second.all(details), first.all(details)); // what the template says of them, which no column does
}

} // namespace

void TestExport::stepsWhoseDatesFollowTheRulesAreExported() {
  Importing it;
  it.write("in/providers.csv", "NPI,Last name,First name\n1234567893,Marten,Lily\n");
  it.write("in/templates.csv", "Type,Subtype,Step,Description,TAT\nPayor,Initial,Ask,,2\nPayor,Initial,Send,,3\n");
  it.write("in/trackings.csv", "Tracking,NPI,Type,Subtype,Started\nT-1,1234567893,Payor,Initial,2026-01-05\n");
  it.run(it.path("in"));
  QVERIFY(exportTo(*it.database, it.path("out"), QDate(2026, 3, 2)).isOk());
  QCOMPARE(it.read("out/steps.csv"), "Tracking,Step,Status,Assignee,Started,Due,Completed,Follow-up,Waiting on\r\n"
                                     "T-1,Ask,New,,,2026-01-07,,,\r\nT-1,Send,New,,,2026-01-12,,,\r\n");
}

void TestExport::everyKindIsAFileWithItsColumns() {
  Importing it;
  fill(it);
  const auto written = exportTo(*it.database, it.path("out"), QDate(2026, 3, 2));
  QVERIFY(written.isOk() && *written > 40);
  QCOMPARE(filesIn(it.path("out")).size(), 14);
  for (const exchange::KindColumns& kind : exchange::allKinds()) {
    if (!kind.always)
      continue; // has no rows
    QStringList columns;
    for (const exchange::Column& column : kind.columns)
      if (column.written && !column.extra)
        columns += column.name;
    const QString text = it.read("out/" + QString(kind.name) + ".csv");
    QVERIFY2(text.startsWith(columns.join(',') + "\r\n"), qPrintable(text));
  }
  QCOMPARE(it.read("out/practices.csv").section("\r\n", 1, 1),
           "Cañón Valley,Main,1245319599,12-3456789,\"1 Main St, Floor 2\",Peoria,IL,61602-1234,'-555,m@example.org");
  QCOMPARE(it.read("out/tasks.csv").section("\r\n", 1, 2),
           "Cañón Valley,Call,1234567893,\"Nuñez, Lily\",,Anna M.,2026-03-01,2026-03-02,Waiting,no,First\r\n"
           "Cañón Valley,Call,1234567893,\"Nuñez, Lily\",,\"Nuñez, Lily\",2026-03-01,,Completed,yes,on the second");
  QCOMPARE(it.read("out/steps.csv").count("T-1,"), 4);
}

void TestExport::aFolderComesBackTheSame() {
  Importing it;
  fill(it);
  goRound(it, it.path("out"));
}

void TestExport::ofAnOlderExportNoRowStays() {
  Importing older, it;
  const QString out = it.path("out");
  older.run("closed days.csv", "Team,Closed day\nNorth,2026-03-04\n");
  QVERIFY(exportTo(*older.database, out, QDate(2026, 3, 2)).isOk());
  QVERIFY(it.read("out/closed days.csv").contains("2026-03-04"));
  it.write("out/mine.csv", "x");
  QVERIFY(exportTo(*it.database, out, QDate(2026, 3, 2)).isOk());
  QCOMPARE(it.read("out/closed days.csv"), "Team,Closed day,Occasion\r\n");
  QCOMPARE(it.read("out/mine.csv"), "x");
}

void TestExport::aWorkbookComesBackTheSame() {
  Importing it;
  fill(it);
  QVERIFY(exportTo(*it.database, it.path("all.xlsx"), QDate(2026, 3, 2)).isOk());
  goRound(it, it.path("all.xlsx"));
  QVERIFY(exportTo(*it.database, it.path("once more.xlsx"), QDate(2026, 3, 2)).isOk());
  QFile one(it.path("all.xlsx")), other(it.path("once more.xlsx"));
  QVERIFY(one.open(QIODevice::ReadOnly) && other.open(QIODevice::ReadOnly));
  QCOMPARE(one.readAll(), other.readAll());
}

void TestExport::eachFileByItselfComesBackTheSame() {
  Importing it;
  fill(it);
  QVERIFY(exportTo(*it.database, it.path("out"), QDate(2026, 3, 2)).isOk());
  Importing other;
  for (const exchange::KindColumns& kind : exchange::allKinds()) {
    if (!kind.always)
      continue;
    const QString told = other.run(it.path("out/" + QString(kind.name) + ".csv"));
    QVERIFY2(told.endsWith("/0"), qPrintable(told));
  }
  QVERIFY(exportTo(*other.database, it.path("again"), QDate(2026, 3, 2)).isOk());
  // the notes of tasks came with the tasks, before the other notes
  for (const char* file : {"out/notes.csv", "again/notes.csv"}) {
    QStringList lines = it.read(file).split("\r\n");
    lines.sort();
    it.write(file, lines.join("\r\n"));
  }
  compareFiles(it.path("out"), it.path("again"));
}

void TestExport::namesakesComeBackAsThemselves() {
  Importing it;
  it.run("teams.csv", "Team\nA\nB\n");
  db::Transaction transaction(*it.database, tester(), "Namesakes");
  // as forms may have made them; an import alone would have taken some for the same
  int made = 0;
  for (const int team : {1, 1, 2, 0})
    for (const char* middle : {"", "Ann"}) {
      Provider provider;
      provider.team = {team};
      provider.lastName = "Marten";
      provider.firstName = "Lily";
      provider.middleName = middle;
      provider.dateOfBirth = made < 4 ? QDate(1980, 1, 1 + made) : QDate();
      provider.id = db::save(transaction, provider);
      Task task;
      task.team = provider.team;
      task.name = QString("Task %1").arg(++made);
      task.provider = provider.id;
      task.created = QDate(2026, 1, 1);
      db::save(transaction, task);
    }
  transaction.commit();
  QVERIFY(exportTo(*it.database, it.path("out"), QDate(2026, 3, 2)).isOk());
  Importing other;
  // those without a date of birth may be taken for one another
  QVERIFY2(other.run(it.path("out")).startsWith("teams: 2/0/0/0"), "");
  const QString wanted =
      "SELECT k.name || coalesce(p.date_of_birth, '') FROM task k JOIN provider p ON p.id = k.provider_id "
      "WHERE p.date_of_birth IS NOT NULL ORDER BY k.name";
  QCOMPARE(other.all(wanted), it.all(wanted));
}

void TestExport::stepsAreThoseOfTheTrackingAndNotOfItsTemplate() {
  Importing it;
  fill(it);
  // the template comes to differ from what was started by it, and one comes for what had none
  it.run("templates.csv", "Type,Subtype,Step\nRelocation,Initial,Later\nNothing,Known,Surprise\n");
  goRound(it, it.path("out"));
}

void TestExport::importingItsOwnExportChangesNothing() {
  Importing it;
  fill(it);
  QVERIFY(exportTo(*it.database, it.path("out"), QDate(2026, 3, 2)).isOk());
  const qint64 changes = it.count("change_row");
  const QString told = it.run(it.path("out"));
  QVERIFY2(!it.report.hasRejected(), qPrintable(told));
  for (const exchange::KindResult& kind : it.report.kinds)
    QVERIFY2(kind.created == 0 && kind.updated == 0, qPrintable(told));
  QCOMPARE(it.count("change_row"), changes);
}

void TestExport::whatCannotBeWrittenIsToldAndLeavesNothing() {
  Importing it;
  it.write("file", "x");
  QVERIFY(!exportTo(*it.database, it.path("file"), QDate(2026, 3, 2)).isOk());
  QCOMPARE(it.read("file"), "x");
  QVERIFY(!exportTo(*it.database, it.path("file/below"), QDate(2026, 3, 2)).isOk());
  QVERIFY(!exportTo(*it.database, it.path("nowhere/all.xlsx"), QDate(2026, 3, 2)).isOk());
}

void TestExport::stoppingWritesNothing() {
  Importing it;
  QString teams = "Team\n";
  for (int i = 0; i < 3000; ++i)
    teams += QString("Team %1\n").arg(i);
  it.run("teams.csv", teams);
  const auto outcome = exportTo(*it.database, it.path("out"), QDate(2026, 3, 2), [] { return false; });
  QVERIFY(!outcome.isOk());
  QVERIFY(QDir(it.path("out")).isEmpty());
}

namespace {

/// All records of a table but for ids, in their order; ids that stand for other records as what these are called.
QStringList recordsOf(db::Database& database, const db::Table& table) {
  QStringList all;
  for (const db::Values& values :
       database.all("SELECT * FROM (SELECT " + table.columns().mid(0, table.tracked()).join(", ") + ", id FROM " +
                        table.name() + ") ORDER BY id",
                    {}, [&](db::Row& row) {
                      db::Values read;
                      for (int i = 0; i < table.tracked(); ++i)
                        read.push_back(row.value());
                      row.number();
                      return read;
                    })) {
    QStringList cells;
    for (int i = 0; i < table.tracked(); ++i)
      cells << shownValue(database, table.columns()[i], values[size_t(i)]);
    all << cells.join('|');
  }
  return all;
}

const db::Table* const profileTables[] = {
    &Practice::table(),        &Provider::table(),    &ProviderName::table(), &ProviderTaxonomy::table(),
    &ProviderAddress::table(), &Education::table(),   &WorkHistory::table(),  &WorkGap::table(),
    &PeerReference::table(),   &Payor::table(),       &TeamPayor::table(),    &Enrollment::table(),
    &Facility::table(),        &Affiliation::table(), &DocumentType::table(), &DocumentRequirement::table(),
    &Credential::table(),      &Document::table()};

/// A provider's whole file, with something in every field, as forms make it.
void fillProfile(db::Database& database) {
  db::Transaction t(database, tester(), "Profile");
  const Id<Team> team = db::save(t, Team{{}, "Lakeside"});
  Practice practice;
  practice.team = team;
  practice.name = "Main";
  practice.state = "IL";
  practice.fax = "555-0101";
  practice.contact = "Pat; Lee";
  practice.id = db::save(t, practice);
  std::vector<Id<Provider>> who;
  for (const char* last : {"Marten", "Nuñez-Ruiz"}) {
    Provider provider;
    provider.team = team;
    provider.npi = who.empty() ? "1234567893" : "";
    provider.lastName = last;
    provider.firstName = "Lily";
    provider.languages = who.empty() ? "Spanish; 中文" : "";
    provider.status = who.empty() ? "Active" : "Terminated";
    provider.ended = who.empty() ? QDate() : QDate(2026, 1, 31);
    provider.endReason = who.empty() ? "" : "Moved, far away";
    who.push_back(db::save(t, provider));
  }
  for (const Id<Provider> one : who) {
    db::save(t, ProviderName{{}, one, "O'Brien, the elder", "Lil", "A.", QDate(2019, 5, 1)});
    db::save(t, ProviderName{{}, one, "Solo", "", "", {}});
    db::save(t, ProviderTaxonomy{{}, one, "207Q00000X", "Family", "036.1", "IL"});
    db::save(t, ProviderTaxonomy{{}, one, "207Q00000X", "Family", "", ""});
    db::save(t, ProviderAddress{{}, one, "Home", "1 Main St, #2", "Pekin", "IL", "61554-0001", "555", "=1"});
    db::save(t, ProviderAddress{{}, one, "Home", "", "Pekin", "", "", "", ""});
    Education education{{},      one,  "Residency", "County; Hospital", "MD",  "Cardiology", QDate(1999, 7, 1), {},
                        "Pekin", "IL", "US",        QDate(2026, 1, 2),  "AMA", "Anna"};
    db::save(t, education);
    db::save(t, education); // twice the same
    db::save(t, WorkHistory{{},
                            one,
                            "County",
                            "Attending",
                            QDate(2001, 1, 1),
                            QDate(2010, 2, 3),
                            "Pekin",
                            "IL",
                            "555",
                            "Said \"no\"\nand left"});
    db::save(t, WorkHistory{{}, one, "County", "Attending", QDate(2011, 1, 1), {}, "", "", "", ""});
    db::save(t, WorkGap{{}, one, QDate(2010, 2, 4), QDate(2010, 12, 31), "Travelled"});
    db::save(t, PeerReference{
                    {}, one, "Rose Oak, MD", "MD", "Cardiology", "Peer", "555", "r@example.org", QDate(2005, 1, 1)});
  }
  Payor payor;
  payor.name = "Aetna";
  payor.id = db::save(t, payor);
  db::save(t, TeamPayor{{}, team, payor.id, "IL", "HMO"});
  db::save(t, TeamPayor{{}, team, payor.id, "", ""});
  Enrollment enrollment;
  enrollment.provider = who[0];
  enrollment.payor = payor.id;
  enrollment.ladder = "90/30";
  db::save(t, enrollment);
  Facility facility;
  facility.name = "St. Mary";
  facility.address = "3 Hill Rd";
  facility.zip = "60601";
  facility.email = "mso@example.org";
  Affiliation affiliation;
  affiliation.provider = who[0];
  affiliation.facility = db::save(t, facility);
  affiliation.ladder = "200/100";
  db::save(t, affiliation);

  DocumentType renamed = *db::load(database, Id<DocumentType>{1});
  renamed.name = "Medical licence of the state";
  saveDocumentType(t, renamed, {{{}, {}, "MD", "Obstetrics, Gynecology", "IL"}, {{}, {}, "DO", "", ""}});
  DocumentType retired = *db::load(database, Id<DocumentType>{5}); // was required of everyone
  retired.retired = true;
  saveDocumentType(t, retired, {});
  DocumentType fresh;
  fresh.name = "Fire training";
  fresh.ladder = "30/7/0";
  fresh.usualTerm = "1 year";
  fresh.section = "Health";
  fresh.hasTerm = false;
  const auto training = saveDocumentType(t, fresh, {{{}, {}, "", "", ""}});

  Credential credential;
  credential.provider = who[0];
  credential.documentType = {1};
  credential.number = "036";
  credential.state = "IL";
  credential.expires = QDate(2024, 1, 1);
  credential.verified = QDate(2023, 1, 1);
  credential.source = "Board";
  credential.verifiedBy = "Anna";
  const auto first = db::save(t, credential);
  const auto second = renew(t, first, {QDate(2024, 1, 1), QDate(2026, 1, 1)});
  credential.number = "another";
  db::save(t, credential); // between two versions
  const auto third = renew(t, *second, {QDate(2026, 1, 1), QDate(2028, 1, 1)});
  credential = {};
  credential.provider = who[1];
  credential.documentType = {5};
  credential.coverage = "Claims-made";
  credential.perClaim = 1'000'000;
  credential.aggregate = 2'000'000'000;
  credential.tail = "Former carrier";
  credential.ladder = "60/30/0";
  db::save(t, credential);
  credential = {};
  credential.practice = practice.id;
  credential.documentType = *training;
  credential.notApplicable = true;
  credential.reason = "No fire";
  db::save(t, credential);
  const QString hash(64, 'a');
  db::save(t, Document{{},
                       who[0],
                       {},
                       *third,
                       "Licence.pdf",
                       "Evidence",
                       hash,
                       1'234'567'890'123,
                       "application/pdf",
                       QDate(2026, 3, 2),
                       {}});
  db::save(t, Document{{}, {}, practice.id, {}, "Lease.pdf", "Document", hash, 5, "", QDate(2026, 3, 2), {}});
  t.commit();
}

} // namespace

void TestExport::aWholeProfileComesBackTheSame_data() {
  QTest::addColumn<QString>("file");
  QTest::newRow("folder") << "out";
  QTest::newRow("workbook") << "all.xlsx";
}

void TestExport::aWholeProfileComesBackTheSame() {
  QFETCH(QString, file);
  Importing it;
  fillProfile(*it.database);
  QVERIFY(exportTo(*it.database, it.path(file), QDate(2026, 3, 2)).isOk());
  Importing other;
  const QString told = other.run(it.path(file));
  QVERIFY2(!other.report.hasRejected() && !told.startsWith('<'), qPrintable(told));
  for (const db::Table* table : profileTables)
    QCOMPARE(recordsOf(*other.database, *table), recordsOf(*it.database, *table));
  QVERIFY(exportTo(*other.database, it.path("again"), QDate(2026, 3, 2)).isOk());
  QVERIFY(exportTo(*it.database, it.path("once more"), QDate(2026, 3, 2)).isOk());
  compareFiles(it.path("again"), it.path("once more"));
  // and again into itself
  const qint64 changes = it.count("change_row");
  it.run(it.path(file));
  for (const exchange::KindResult& kind : it.report.kinds)
    QVERIFY2(kind.created + kind.updated + kind.rejected == 0, qPrintable(kind.kind));
  QCOMPARE(it.count("change_row"), changes);
}

void TestExport::documentsComeAlongWithTheirFiles() {
  Importing it; // for its folder
  const auto file = datafile::open(it.path("office.db"), tester());
  const DocumentStore store(file->file());
  it.write("licence.txt", "hello");
  Document document = *store.keep(it.path("licence.txt"));
  db::Transaction transaction(*file, tester(), "Added");
  Practice practice;
  practice.name = "Main";
  document.practice = db::save(transaction, practice);
  document.added = QDate(2026, 3, 2);
  db::save(transaction, document);
  transaction.commit();
  for (const QString& target : {it.path("out"), it.path("all.xlsx")}) {
    QVERIFY(exportTo(*file, target, QDate(2026, 3, 2)).isOk());
    const QString name = it.path(QFileInfo(target).baseName() + ".db");
    const auto other = datafile::open(name, tester());
    const auto report = exchange::importFile(*other, tester(), target, it.options);
    QVERIFY(report.isOk() && report->notices.empty());
    QCOMPARE(*DocumentStore(name).bytes(document), QByteArray("hello"));
    QVERIFY(datafile::check(*other).empty());
  }
  QVERIFY(QDir(it.path("out/all documents")).removeRecursively());
  const auto other = datafile::open(it.path("third.db"), tester());
  const auto report = exchange::importFile(*other, tester(), it.path("out"), it.options);
  QCOMPARE(report->notices.size(), size_t{1});
  QVERIFY(report->notices.front().contains("all documents"));
}

void TestExport::aListWithoutRenewalsIsAboutTheNewestVersions() {
  Importing it;
  it.run("providers.csv", "NPI,Last name,First name\n1234567893,Marten,Lily\n");
  const QString list = "NPI,Document type,Number,Expires\n1234567893,BLS,7,%1\n";
  it.run("credentials.csv", list.arg("2025-01-01"));
  db::Transaction transaction(*it.database, tester(), "Renewed");
  QVERIFY(renew(transaction, {1}, {QDate(2025, 1, 1), QDate(2027, 1, 1)}).isOk());
  transaction.commit();
  QCOMPARE(it.run("credentials.csv", list.arg("2027-02-28")), "credentials: 0/1/0/0");
  QCOMPARE(it.all("SELECT expires FROM credential ORDER BY id"), "2025-01-01 | 2027-02-28");
}

/// All tracked values of a table, without the keys of other records.
static QString readAll(db::Database& database, const QString& sql) {
  QStringList lines;
  database.each(sql, {}, [&](db::Row& row) {
    QStringList cells;
    while (row.consumed() < row.columns())
      cells << row.text();
    lines << cells.join(" | ");
  });
  return lines.join('\n');
}

void TestExport::whatOnlyTheProgramKnowsComesBackTheSame() {
  Importing it;
  fill(it);
  {
    db::Transaction transaction(*it.database, tester(), "Worked in the window");
    const auto change = [&](auto id, auto&& how) {
      auto record = *db::load(*it.database, id);
      how(record);
      db::save(transaction, record);
    };
    db::save(transaction, ClosedDay{{}, Id<Team>{1}, QDate(2026, 12, 24), "Christmas Eve"});
    db::save(transaction, ClosedDay{{}, Id<Team>{2}, QDate(2026, 12, 24), {}});
    db::save(transaction, MailTemplate{{}, "Ours", "Task", "Please: {task}", "Dear {provider},\n\n- {task}"});
    change(Id<MailTemplate>{1}, [](MailTemplate& letter) { letter.subject = "Papers, please"; });
    change(Id<Enrollment>{3}, [](Enrollment& one) { one.waitingSince = QDate(2026, 1, 5); });
    change(Id<Tracking>{2}, [](Tracking& one) {
      one.reason = "The clinic moves";
      one.resumeOn = QDate(2026, 4, 1);
    });
    for (const Step& step : db::allWhere<Step>(*it.database, "name = 'Follow up'"))
      change(step.id, [](Step& one) {
        one.waitingSince = QDate(2026, 1, 17);
        if (one.position == 2) {
          one.description = "Ring twice";
          one.tat = 9;
        }
      });
    for (const TemplateStep& step : db::allWhere<TemplateStep>(*it.database, "name = 'Ask'"))
      change(step.id, [](TemplateStep& one) {
        one.role = "Coordinator";
        one.waitingOn = "Payor";
      });
    change(Id<Task>{1}, [](Task& one) {
      one.payor = Id<Payor>{2};
      one.tracking = Id<Tracking>{3};
      one.priority = "High";
      one.repeat = "10b";
      one.replyBy = QDate(2026, 3, 20);
      one.created = QDate(2026, 2, 2);
    });
    change(Id<Task>{2}, [](Task& one) { one.completed = QDate(2026, 2, 27); });
    setItems(transaction, Id<Task>{1}, {{{}, {}, 1, "Ask; then wait", false}, {{}, {}, 2, "Send", true}});
    change(Id<Note>{1}, [](Note& one) {
      one.withWhom = "Ms. Hale";
      one.outcome = "In committee";
      one.followUp = QDate(2026, 1, 27);
    });
    transaction.commit();
  }
  Importing other;
  QVERIFY(exportTo(*it.database, it.path("out"), QDate(2026, 3, 3)).isOk());
  other.options.today = QDate(2026, 3, 3); // another day
  const QString told = other.run(it.path("out"));
  QVERIFY2(!told.startsWith('<') && !other.report.hasRejected(), qPrintable(told));
  for (const char* sql :
       {"SELECT t.name, c.day, c.name FROM closed_day c JOIN team t ON t.id = c.team_id ORDER BY c.id",
        "SELECT name, purpose, subject, text FROM mail_template ORDER BY id",
        "SELECT waiting_since FROM enrollment ORDER BY id", "SELECT reason, resume_on FROM tracking ORDER BY id",
        "SELECT k.reference, s.position, s.name, s.description, s.tat, s.waiting_since FROM step s JOIN tracking k ON "
        "k.id = s.tracking_id ORDER BY k.reference, s.position",
        "SELECT t.type, s.name, s.role, s.waiting_on FROM template_step s JOIN template t ON t.id = s.template_id "
        "ORDER BY t.id, s.position",
        "SELECT k.name, p.name, t.reference, k.priority, k.repeat, k.reply_by, k.created, k.completed FROM task k LEFT "
        "JOIN payor p ON p.id = k.payor_id LEFT JOIN tracking t ON t.id = k.tracking_id ORDER BY k.id",
        "SELECT task_id, position, name, done FROM task_item ORDER BY id",
        "SELECT text, with_whom, outcome, follow_up FROM note ORDER BY id"})
    QCOMPARE(readAll(*other.database, sql), readAll(*it.database, sql));
  QVERIFY(exportTo(*other.database, it.path("again"), QDate(2026, 3, 4)).isOk());
  compareFiles(it.path("out"), it.path("again"));
  other.run(it.path("out"));
  for (const exchange::KindResult& kind : other.report.kinds)
    QCOMPARE(std::tuple(kind.created, kind.updated, kind.rejected), std::tuple(0, 0, 0));
}

void TestExport::aTaskMadeOnTheDayOfTheExportKeepsThatDay() {
  const QDate today(2026, 3, 2);
  const auto firstLine = [](const QString& file) { return file.section('\n', 0, 0); };
  Importing it;
  it.run("tasks.csv", "Team,Task\nA,Call\n");
  QVERIFY(exportTo(*it.database, it.path("said"), today).isOk());
  // what its file did not say is not said for it
  QVERIFY(!firstLine(it.read("said/tasks.csv")).contains("Created"));
  db::Transaction transaction(*it.database, tester(), "New task");
  Task typed;
  typed.team = {1};
  typed.name = "Fax";
  typed.created = today;
  db::save(transaction, typed);
  transaction.commit();
  QVERIFY(exportTo(*it.database, it.path("out"), today).isOk());
  Importing later;
  later.options.today = today.addDays(7);
  later.run(it.path("out"));
  QCOMPARE(later.all("SELECT name || created FROM task ORDER BY name"),
           QStringLiteral("Call2026-03-02 | Fax2026-03-02"));
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
