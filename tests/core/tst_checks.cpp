// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/checks.h"
#include "core/facilities/checks.h"
#include "core/notes/checks.h"
#include "core/payors/checks.h"
#include "core/tasks/checks.h"
#include "core/team/checks.h"
#include "core/tracking/checks.h"
#include "support/freshfile.h"

#include <QTest>

namespace {

/// "field: sentence" of each.
QStringList told(const Problems& problems) {
  QStringList lines;
  for (const Problem& problem : problems)
    lines << problem.field + QStringLiteral(": ") + problem.sentence;
  return lines;
}

QStringList fields(const Problems& problems) {
  QStringList names;
  for (const Problem& problem : problems)
    names << problem.field;
  return names;
}

QStringList list(std::initializer_list<const char*> names) {
  QStringList result;
  for (const char* name : names)
    result << QString::fromUtf8(name);
  return result;
}

} // namespace

class TestChecks : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void emptyRecordsNeedTheirFields();
  void namesAreTakenOnceWhateverTheirCaseAndMarks();
  void aPracticesNameIsTakenOnceInItsTeam();
  void aSavedRecordDoesNotStandInItsOwnWay();
  void identifiersAreChecked();
  void anNpiIsOneProvidersOnly();
  void emailsAreShaped_data();
  void emailsAreShaped();
  void datesOutOfOrderAreWarnings();
  void doublesAreWarnings();
  void laddersFall_data();
  void laddersFall();
  void deaNumbersOfAnotherAreWarnings();
  void aTaskHasOneAssignee();
  void timesOfNotes_data();
  void timesOfNotes();
  void templatesAreOneOfAVersion();
  void referencesAreTakenOnce();
  void recordsOfAProfileAreChecked();
  void recordsOfAProfileAreWarnedOf();
  void endingNeedsAReasonWhenItHappens();
  void limitsAndLaddersOfOneRecordAreChecked();
  void phonesAreOddOrNot_data();
  void phonesAreOddOrNot();

private:
  template<class R>
  R add(R record) {
    db::Transaction transaction(*m_file, tester(), QStringLiteral("Add"));
    record.id = db::save(transaction, record);
    transaction.commit();
    return record;
  }
  Provider marten(const char* npi = "") {
    Provider provider;
    provider.lastName = QStringLiteral("Marten");
    provider.firstName = QStringLiteral("Lily");
    provider.npi = QString::fromLatin1(npi);
    provider.dateOfBirth = QDate(1980, 1, 1);
    return provider;
  }
  std::unique_ptr<db::Database> m_file;
};

void TestChecks::initTestCase() { m_file = freshFile(); }

void TestChecks::emptyRecordsNeedTheirFields() {
  db::Database& database = *m_file;
  QCOMPARE(fields(check(Team{}, database)), list({"name"}));
  QCOMPARE(fields(check(Coordinator{}, database)), list({"name"}));
  QCOMPARE(fields(check(ClosedDay{}, database)), list({"day"}));
  QCOMPARE(fields(check(Practice{}, database)), list({"name"}));
  QCOMPARE(fields(check(Provider{}, database)), list({"lastName", "firstName"}));
  QCOMPARE(fields(check(Payor{}, database)), list({"name"}));
  QCOMPARE(fields(check(Facility{}, database)), list({"name"}));
  QCOMPARE(fields(check(Enrollment{}, database)), list({"provider", "payor"}));
  QCOMPARE(fields(check(Affiliation{}, database)), list({"provider", "facility"}));
  QCOMPARE(fields(check(DocumentType{}, database)), list({"name", "ladder"}));
  QCOMPARE(fields(check(Credential{}, database)), list({"provider", "documentType"}));
  QCOMPARE(fields(check(TrackingTemplate{}, database)), list({"type", "subtype"}));
  QCOMPARE(fields(check(TemplateStep{}, database)), list({"name"}));
  QCOMPARE(fields(check(Tracking{}, database)), list({"type", "subtype", "started"}));
  QCOMPARE(fields(check(Step{}, database)), list({"name"}));
  QCOMPARE(fields(check(Task{}, database)), list({"name", "created"}));
  QCOMPARE(fields(check(Note{}, database)), list({"text", "written"}));
}

void TestChecks::namesAreTakenOnceWhateverTheirCaseAndMarks() {
  const auto twice = [&](auto first, auto second) {
    add(first);
    return told(check(second, *m_file));
  };
  QCOMPARE(twice(Team{{}, QStringLiteral("Peña")}, Team{{}, QStringLiteral(" PENA ")}),
           list({"name: There is a team “ PENA ” already."}));
  QCOMPARE(twice(Coordinator{{}, QStringLiteral("Dana"), {}}, Coordinator{{}, QStringLiteral("dana"), {}}),
           list({"name: There is a coordinator “dana” already."}));
  Payor payor;
  payor.name = QStringLiteral("Aetna");
  QCOMPARE(twice(payor, payor), list({"name: There is a payor “Aetna” already."}));
  Facility facility;
  facility.name = QStringLiteral("St. Elsewhere");
  QCOMPARE(twice(facility, facility), list({"name: There is a facility “St. Elsewhere” already."}));
  DocumentType type;
  type.name = QStringLiteral("bls");
  type.ladder = QStringLiteral("30");
  QCOMPARE(told(check(type, *m_file)), list({"name: There is a document type “bls” already."}));
}

void TestChecks::aPracticesNameIsTakenOnceInItsTeam() {
  const Team team = add(Team{{}, QStringLiteral("Hillside")});
  Practice practice;
  practice.name = QStringLiteral("North");
  add(practice);
  QCOMPARE(fields(check(practice, *m_file)), list({"name"}));
  practice.team = team.id;
  QVERIFY(check(practice, *m_file).empty());
  add(practice);
  QCOMPARE(fields(check(practice, *m_file)), list({"name"}));
}

void TestChecks::aSavedRecordDoesNotStandInItsOwnWay() {
  const Team team = add(Team{{}, QStringLiteral("Riverside")});
  QVERIFY(check(team, *m_file).empty());
  const ClosedDay day = add(ClosedDay{{}, team.id, QDate(2026, 12, 24), {}});
  QVERIFY(check(day, *m_file).empty());
  QCOMPARE(fields(check(ClosedDay{{}, team.id, QDate(2026, 12, 24), {}}, *m_file)), list({"day"}));
}

void TestChecks::identifiersAreChecked() {
  Provider provider = marten("1234567890");
  provider.caqhId = QStringLiteral("1234567");
  provider.taxonomy = QStringLiteral("207R00000");
  QCOMPARE(fields(check(provider, *m_file)), list({"npi", "caqhId", "taxonomy"}));
  QVERIFY(told(check(provider, *m_file)).front().contains(QLatin1String("1234567890")));
  provider.npi = QStringLiteral("1234567893");
  provider.caqhId = QStringLiteral("12345678");
  provider.taxonomy = QStringLiteral("207R00000X");
  QVERIFY(check(provider, *m_file).empty());
  Practice practice;
  practice.name = QStringLiteral("South");
  practice.groupNpi = QStringLiteral("1234567890");
  practice.tin = QStringLiteral("12-345678");
  practice.zip = QStringLiteral("1234");
  QCOMPARE(fields(check(practice, *m_file)), list({"groupNpi", "tin", "zip"}));
  practice.groupNpi = QStringLiteral("1234567893");
  practice.tin = QStringLiteral("12-3456789");
  practice.zip = QStringLiteral("12345-6789");
  QVERIFY(check(practice, *m_file).empty());
}

void TestChecks::anNpiIsOneProvidersOnly() {
  const Provider first = add(marten("1043218761"));
  QVERIFY(check(first, *m_file).empty());
  Provider other = marten("1043218761");
  other.firstName = QStringLiteral("Rose");
  QVERIFY(
      told(check(other, *m_file)).contains(QStringLiteral("npi: The NPI 1043218761 is already that of Marten, Lily.")));
}

void TestChecks::emailsAreShaped_data() {
  QTest::addColumn<bool>("right");
  for (const char* right : {"", "a@b", "lily.marten@example.org", "o'hara+x@example.co.uk"})
    QTest::newRow(right) << true;
  for (const char* wrong : {"lily", "@b", "a@", "a@b@c", "lily marten@example.org"})
    QTest::newRow(wrong) << false;
}

void TestChecks::emailsAreShaped() {
  Provider provider = marten();
  provider.email = QString::fromLatin1(QTest::currentDataTag());
  QTEST(check(provider, *m_file).empty(), "right");
}

void TestChecks::datesOutOfOrderAreWarnings() {
  Enrollment enrollment;
  enrollment.effective = QDate(2026, 3, 1);
  enrollment.end = QDate(2026, 2, 28);
  QCOMPARE(fields(warnings(enrollment, *m_file)), list({"end"}));
  enrollment.end = enrollment.effective;
  QVERIFY(warnings(enrollment, *m_file).empty());
  enrollment.effective = {};
  enrollment.status = QStringLiteral("Participating");
  QCOMPARE(fields(warnings(enrollment, *m_file)), list({"effective"}));
  Affiliation affiliation;
  affiliation.appointed = QDate(2026, 3, 1);
  affiliation.reappointmentDue = QDate(2026, 2, 28);
  QCOMPARE(fields(warnings(affiliation, *m_file)), list({"reappointmentDue"}));
  Credential credential;
  credential.issued = QDate(2026, 3, 1);
  credential.expires = credential.verified = QDate(2026, 2, 28);
  QCOMPARE(fields(warnings(credential, *m_file)), list({"expires", "verified"}));
  Step step;
  step.started = QDate(2026, 3, 1);
  step.due = step.completed = QDate(2026, 2, 28);
  QCOMPARE(fields(warnings(step, *m_file)), list({"completed", "due"}));
  Step done;
  done.status = QStringLiteral("Completed");
  QCOMPARE(fields(warnings(done, *m_file)), list({"completed"}));
  Provider provider = marten("1234567893");
  provider.dateOfBirth = provider.startDate = QDate(1990, 1, 1);
  QCOMPARE(fields(warnings(provider, *m_file)), list({"startDate"}));
}

void TestChecks::doublesAreWarnings() {
  Provider provider = marten("1999999992");
  provider.lastName = QStringLiteral("Onlyone");
  QVERIFY(warnings(provider, *m_file).empty());
  const Provider saved = add(provider);
  QVERIFY(warnings(saved, *m_file).empty());
  QCOMPARE(fields(warnings(provider, *m_file)), list({"lastName"}));
  provider.npi.clear();
  QCOMPARE(fields(warnings(provider, *m_file)), list({"npi", "lastName"}));
  Payor payor;
  payor.name = QStringLiteral("Cigna");
  Enrollment enrollment;
  enrollment.provider = saved.id;
  enrollment.payor = add(payor).id;
  add(enrollment);
  QCOMPARE(fields(warnings(enrollment, *m_file)), list({"payor"}));
  enrollment.state = QStringLiteral("TX");
  QVERIFY(warnings(enrollment, *m_file).empty());
}

void TestChecks::laddersFall_data() {
  QTest::addColumn<bool>("right");
  for (const char* right : {"0", "30", "120/90/60/30/14/7/0", "60 / 30"})
    QTest::newRow(right) << true;
  for (const char* wrong : {"", "/", "30/60", "30/30", "-1", "a", "90/", "60,30"})
    QTest::newRow(wrong) << false;
}

void TestChecks::laddersFall() {
  DocumentType type;
  type.name = QStringLiteral("Badge");
  type.ladder = QString::fromLatin1(QTest::currentDataTag());
  QTEST(check(type, *m_file).empty(), "right");
}

void TestChecks::deaNumbersOfAnotherAreWarnings() {
  const Provider provider = add(marten());
  Credential credential;
  credential.provider = provider.id;
  credential.documentType = {
      m_file->value(QStringLiteral("SELECT id FROM document_type WHERE name = 'DEA registration'"))};
  const auto warned = [&](const char* number) {
    credential.number = QString::fromLatin1(number);
    return warnings(credential, *m_file).size();
  };
  QCOMPARE(warned("AM1234563"), size_t{0});
  QCOMPARE(warned("AB1234563"), size_t{1}); // another surname
  QCOMPARE(warned("AM1234564"), size_t{1}); // check digit
  QVERIFY(check(credential, *m_file).empty());
  credential.documentType = {m_file->value(QStringLiteral("SELECT id FROM document_type WHERE source = 'enrollment'"))};
  QCOMPARE(fields(warnings(credential, *m_file)), list({"documentType"}));
}

void TestChecks::aTaskHasOneAssignee() {
  Task task;
  task.name = QStringLiteral("Call Aetna");
  task.created = QDate(2026, 3, 2);
  task.assignee = {1};
  QVERIFY(check(task, *m_file).empty());
  task.assignedProvider = {1};
  QCOMPARE(fields(check(task, *m_file)), list({"assignee"}));
}

void TestChecks::timesOfNotes_data() {
  QTest::addColumn<bool>("right");
  for (const char* right : {"2026-03-02", "2026-03-02 09:05", "2026-03-02 23:59:59"})
    QTest::newRow(right) << true;
  for (const char* wrong : {"", "2026-3-2", "2026-02-30", "2026-03-02T09:05", "2026-03-02 9:05", "2026-03-02 24:00"})
    QTest::newRow(wrong) << false;
}

void TestChecks::timesOfNotes() {
  Note note;
  note.text = QStringLiteral("Called");
  note.written = QString::fromLatin1(QTest::currentDataTag());
  QTEST(check(note, *m_file).empty(), "right");
}

void TestChecks::templatesAreOneOfAVersion() {
  const TrackingTemplate one{{}, QStringLiteral("Payor"), QStringLiteral("Initial"), 1, false};
  const TrackingTemplate saved = add(one);
  QVERIFY(check(saved, *m_file).empty());
  QCOMPARE(told(check(one, *m_file)), list({"subtype: There is a template “Payor – Initial” already."}));
  QVERIFY(check(TrackingTemplate{{}, QStringLiteral("payor"), QStringLiteral("initial"), 2, false}, *m_file).empty());
  QCOMPARE(fields(check(TemplateStep{{}, saved.id, 1, QStringLiteral("Submit"), {}, -1, {}, {}}, *m_file)),
           list({"tat"}));
}

void TestChecks::referencesAreTakenOnce() {
  Tracking tracking;
  tracking.reference = QStringLiteral("T-1001");
  tracking.type = tracking.subtype = QStringLiteral("X");
  tracking.started = QDate(2026, 3, 2);
  const Tracking saved = add(tracking);
  QVERIFY(check(saved, *m_file).empty());
  QCOMPARE(told(check(tracking, *m_file)), list({"reference: There is a tracking T-1001 already."}));
  QCOMPARE(fields(warnings(tracking, *m_file)), list({"provider"}));
  tracking.provider = {1};
  tracking.setStatus = QStringLiteral("On hold");
  QCOMPARE(fields(warnings(tracking, *m_file)), list({"reason"}));
}

void TestChecks::recordsOfAProfileAreChecked() {
  const Id<Provider> who = add(marten()).id;
  QCOMPARE(fields(check(ProviderName{}, *m_file)), list({"provider", "lastName"}));
  QCOMPARE(fields(check(ProviderTaxonomy{}, *m_file)), list({"provider", "code"}));
  QCOMPARE(fields(check(ProviderTaxonomy{{}, who, QStringLiteral("207R0"), {}, {}, {}}, *m_file)), list({"code"}));
  const auto taxonomy = add(ProviderTaxonomy{{}, who, QStringLiteral("207R00000X"), {}, {}, {}});
  QVERIFY(check(taxonomy, *m_file).empty());
  QCOMPARE(fields(check(ProviderTaxonomy{{}, who, QStringLiteral("207R00000X"), {}, {}, {}}, *m_file)), list({"code"}));
  ProviderAddress address;
  QCOMPARE(fields(check(address, *m_file)), list({"provider", "address"}));
  address.provider = who;
  address.zip = QStringLiteral("123");
  QCOMPARE(fields(check(address, *m_file)), list({"zip"}));
  QCOMPARE(fields(check(Education{}, *m_file)), list({"provider", "institution"}));
  QCOMPARE(fields(check(WorkHistory{}, *m_file)), list({"provider", "employer"}));
  QCOMPARE(fields(check(WorkGap{}, *m_file)), list({"provider", "started", "ended", "explanation"}));
  QCOMPARE(fields(check(PeerReference{}, *m_file)), list({"provider", "name"}));
  WorkHistory job;
  job.provider = who;
  job.employer = QStringLiteral("Riverside");
  job.started = QDate(2020, 1, 2);
  job.ended = QDate(2020, 1, 1);
  QCOMPARE(fields(check(job, *m_file)), list({"ended"}));
  job.ended = job.started;
  QVERIFY(check(job, *m_file).empty());
  Practice practice;
  practice.name = QStringLiteral("Harbor");
  const ProviderPractice link = add(ProviderPractice{{}, who, add(practice).id});
  QVERIFY(check(link, *m_file).empty());
  QCOMPARE(fields(check(ProviderPractice{{}, who, link.practice}, *m_file)), list({"practice"}));
  QCOMPARE(fields(check(Document{}, *m_file)), list({"provider", "name"}));
  QCOMPARE(fields(check(DocumentRequirement{}, *m_file)), list({"documentType"}));
  QCOMPARE(fields(check(TeamPayor{}, *m_file)), list({"team", "payor"}));
  Facility facility;
  facility.name = QStringLiteral("St. Mary");
  facility.zip = QStringLiteral("1");
  facility.email = QStringLiteral("x");
  QCOMPARE(fields(check(facility, *m_file)), list({"zip", "email"}));
}

void TestChecks::recordsOfAProfileAreWarnedOf() {
  WorkHistory job;
  job.phone = QStringLiteral("12");
  QCOMPARE(fields(warnings(job, *m_file)), list({"started", "phone"}));
  QCOMPARE(fields(warnings(PeerReference{}, *m_file)), list({"phone"}));
  Education education;
  education.ended = QDate(2020, 6, 30);
  education.verified = QDate(2020, 6, 29);
  QCOMPARE(fields(warnings(education, *m_file)), list({"verified"}));
  Provider provider = marten("1234567893");
  provider.lastName = QStringLiteral("Alone");
  provider.phone = QStringLiteral("call me");
  provider.startDate = QDate(2020, 6, 30);
  provider.ended = QDate(2020, 6, 29);
  QCOMPARE(fields(warnings(provider, *m_file)), list({"ended", "phone"}));
}

void TestChecks::endingNeedsAReasonWhenItHappens() {
  Provider provider = add(marten("1043218779"));
  provider.status = QStringLiteral("Terminated");
  QCOMPARE(fields(check(provider, *m_file)), list({"endReason"}));
  provider.endReason = QStringLiteral("Retired");
  QVERIFY(check(provider, *m_file).empty());
  provider.endReason.clear();
  provider = add(provider); // as a list had it
  QVERIFY(check(provider, *m_file).empty());
  QVERIFY(fields(warnings(provider, *m_file)).contains(QStringLiteral("endReason")));
  Credential credential;
  credential.provider = provider.id;
  credential.documentType = {1};
  credential.notApplicable = true;
  QCOMPARE(fields(check(credential, *m_file)), list({"reason"}));
  credential.reason = QStringLiteral("Prescribes nothing");
  QVERIFY(check(credential, *m_file).empty());
}

void TestChecks::limitsAndLaddersOfOneRecordAreChecked() {
  Credential credential;
  credential.provider = {1};
  credential.documentType = {1};
  credential.perClaim = -1;
  credential.aggregate = -2;
  credential.ladder = QStringLiteral("30/60");
  QCOMPARE(fields(check(credential, *m_file)), list({"perClaim", "aggregate", "ladder"}));
  credential.perClaim = 1000000;
  credential.aggregate = 3000000;
  credential.ladder = QStringLiteral("60/30");
  QVERIFY(check(credential, *m_file).empty());
  QVERIFY(warnings(credential, *m_file).empty());
  credential.aggregate = 500000;
  QCOMPARE(fields(warnings(credential, *m_file)), list({"aggregate"}));
  Enrollment enrollment;
  enrollment.provider = {1};
  enrollment.payor = {1};
  enrollment.ladder = QStringLiteral("x");
  QCOMPARE(fields(check(enrollment, *m_file)), list({"ladder"}));
  Affiliation affiliation;
  affiliation.provider = {1};
  affiliation.facility = {1};
  affiliation.ladder = QStringLiteral("90/");
  QCOMPARE(fields(check(affiliation, *m_file)), list({"ladder"}));
}

void TestChecks::phonesAreOddOrNot_data() {
  QTest::addColumn<bool>("usual");
  for (const char* usual : {"", "512 555 0100", "(512) 555-0100", "512.555.0100 x12", "1-800-555-0100",
                            "1 (512) 555-0100 ext. 4", "+44 20 7946 0958", "+1 512 555 0100"})
    QTest::newRow(usual) << true;
  for (const char* odd : {"555-0100", "call me", "51255501000", "+12", "512 555 0100 / 0101"})
    QTest::newRow(odd) << false;
}

void TestChecks::phonesAreOddOrNot() {
  Facility facility;
  facility.phone = QString::fromLatin1(QTest::currentDataTag());
  QTEST(warnings(facility, *m_file).empty(), "usual");
}

QTEST_GUILESS_MAIN(TestChecks)
#include "tst_checks.moc"
