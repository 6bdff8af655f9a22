// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/credential.h"
#include "core/credentials/documenttype.h"
#include "core/credentials/renewal.h"
#include "core/facilities/affiliation.h"
#include "core/facilities/facility.h"
#include "core/notes/note.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/report/catalogue.h"
#include "core/tasks/task.h"
#include "core/team/coordinator.h"
#include "core/team/practice.h"
#include "core/team/profile.h"
#include "core/team/provider.h"
#include "core/tracking/step.h"
#include "core/tracking/tracking.h"
#include "support/freshfile.h"

#include <QTest>

namespace {

const QDate today(2026, 1, 15);

QString s(const char* text) { return QString::fromUtf8(text); }

} // namespace

/// The lists of the directory and of a profile's sections.
class TestDirectory : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init();
  void eachProviderTellsItsAlertsAsTheAlertsReportHasThem();
  void aLadderOfItsOwnCounts();
  void aRequirementOfAStateIsAskedOfWhoWorksThere();
  void aRetiredTypeIsMissingFromNobody();
  void providersAreFoundByEverythingTheyAreKnownBy();
  void aProviderIsFoundByTheIdOfAPayor();
  void titlesAndDegreesArePassedOverWhereNothingElseFits();
  void filtersOfSeveralValues();
  void contactsAreAllNotesAboutAProviderNewestFirst();
  void credentialsTellTheirStanding();
  void practicesAndFacilitiesCountWhoWorksThere();
  void practicesAndFacilitiesTellTheirAlerts();

private:
  template<class R>
  Id<R> add(const R& record) {
    db::Transaction transaction(*m_file, tester(), s("Add"));
    const Id<R> id = db::save(transaction, record);
    transaction.commit();
    return id;
  }
  Id<DocumentType> type(const char* name) {
    return {m_file->value(s("SELECT id FROM document_type WHERE name = ?"), {s(name)})};
  }
  Id<Provider> provider(const char* last, const char* status = "Active") {
    Provider it;
    it.lastName = s(last);
    it.firstName = s("Lily");
    it.status = s(status);
    return add(it);
  }
  Id<Credential> credential(Id<Provider> who, const char* typeName, QDate expires) {
    Credential it;
    it.provider = who;
    it.documentType = type(typeName);
    it.expires = expires;
    return add(it);
  }
  /// One column of a listing, row by row.
  QStringList column(const char* listing, const char* heading, const report::Filter& filter = {}) {
    report::Request request{report::find(s(listing)), today, filter};
    request.columns = {request.listing->columnAt(s(heading))};
    const report::Query query = report::rowsQuery(request);
    QStringList cells;
    for (const QString& cell : m_file->all(query.sql, query.arguments, [](db::Row& row) { return row.text(); }))
      cells << cell;
    return cells;
  }
  static report::Filter of(const char* key, const db::Value& value) {
    report::Filter filter;
    filter.is[s(key)] = {value};
    return filter;
  }
  static report::Filter text(const char* text) {
    report::Filter filter;
    filter.text = s(text);
    return filter;
  }

  std::unique_ptr<db::Database> m_file;
};

void TestDirectory::init() { m_file = freshFile(); }

void TestDirectory::eachProviderTellsItsAlertsAsTheAlertsReportHasThem() {
  const auto payor = [&] {
    Payor it;
    it.name = s("Aetna");
    return add(it);
  }();
  const auto facility = [&] {
    Facility it;
    it.name = s("St. Mary");
    return add(it);
  }();
  quint32 state = 20260115;
  const auto random = [&](int below) {
    state = state * 1664525 + 1013904223;
    return int((state >> 8) % quint32(below));
  };
  const auto day = [&] { return random(5) ? today.addDays(random(600) - 200) : QDate(); };
  db::Transaction transaction(*m_file, tester(), s("Office"));
  const char* statuses[] = {"Active", "Active", "Onboarding", "Inactive", "Terminated"};
  for (int i = 0; i < 60; ++i) {
    Provider one;
    one.lastName = s("Provider %1").arg(i, 2, 10, QLatin1Char('0'));
    one.status = s(statuses[random(5)]);
    one.id = db::save(transaction, one);
    for (int c = random(5); c > 0; --c) {
      Credential it;
      it.provider = one.id;
      it.documentType = {1 + random(25)};
      it.expires = day();
      it.notApplicable = random(8) == 0;
      it.ladder = random(4) ? QString() : s(random(2) ? "400/30" : "5/0");
      db::save(transaction, it);
    }
    Enrollment enrollment;
    enrollment.provider = one.id;
    enrollment.payor = payor;
    enrollment.end = day();
    enrollment.status = s(random(3) ? "Participating" : "Submitted");
    enrollment.ladder = random(4) ? QString() : s("300");
    db::save(transaction, enrollment);
    Affiliation affiliation;
    affiliation.provider = one.id;
    affiliation.facility = facility;
    affiliation.status = s(random(3) ? "Active" : "Denied");
    affiliation.reappointmentDue = day();
    db::save(transaction, affiliation);
  }
  transaction.commit();
  const QStringList providers = column("providers", "Provider"), alerts = column("providers", "Alerts"),
                    standings = column("providers", "Standing");
  const QStringList all = column("alerts", "Provider"), allStandings = column("alerts", "Standing");
  int withAlerts = 0;
  for (qsizetype i = 0; i < providers.size(); ++i) {
    int count = 0;
    QString worst = s("Current");
    for (const char* standing : {"No date", "Expiring", "Missing", "Expired"})
      for (qsizetype k = 0; k < all.size(); ++k)
        if (all[k] == providers[i] && allStandings[k] == s(standing)) {
          ++count;
          worst = s(standing);
        }
    QCOMPARE(alerts[i], count == 0 ? s("No alerts") : count == 1 ? s("1 alert") : s("%1 alerts").arg(count));
    QCOMPARE(standings[i], worst);
    withAlerts += count > 0;
  }
  QVERIFY(withAlerts > 20 && withAlerts < 60);
  QCOMPARE(column("providers", "Provider", of("alerts", s("yes"))).size(), withAlerts);
  QCOMPARE(column("providers", "Provider", of("alerts", s("no"))).size(), 60 - withAlerts);
}

void TestDirectory::aLadderOfItsOwnCounts() {
  const auto lily = provider("Marten", "Onboarding");
  Credential it;
  it.provider = lily;
  it.documentType = type("State licence"); // 120 days
  it.expires = today.addDays(100);
  it.ladder = s("30/0");
  it.id = add(it);
  QCOMPARE(column("alerts", "Standing"), QStringList());
  QCOMPARE(column("credentials", "Standing"), QStringList{s("Current")});
  it.ladder = s("400/0");
  it.expires = today.addDays(390);
  add(it);
  QCOMPARE(column("alerts", "Standing"), QStringList{s("Expiring")});
  QCOMPARE(column("credentials", "Standing"), QStringList{s("Expiring")});
}

void TestDirectory::aRequirementOfAStateIsAskedOfWhoWorksThere() {
  m_file->run(s("DELETE FROM document_requirement"));
  add(DocumentRequirement{{}, type("State controlled substance"), {}, {}, s("IL")});
  const auto here = provider("Here"), enrolled = provider("Enrolled");
  provider("Elsewhere");
  Practice practice;
  practice.name = s("Main");
  practice.state = s("IL");
  add(ProviderPractice{{}, here, add(practice)});
  Payor payor;
  payor.name = s("Aetna");
  Enrollment enrollment;
  enrollment.provider = enrolled;
  enrollment.payor = add(payor);
  enrollment.state = s("IL");
  add(enrollment);
  QCOMPARE(column("alerts", "Provider"), (QStringList{s("Enrolled, Lily"), s("Here, Lily")}));
  QCOMPARE(column("providers", "Alerts"), (QStringList{s("No alerts"), s("1 alert"), s("1 alert")}));
}

void TestDirectory::aRetiredTypeIsMissingFromNobody() {
  provider("Marten");
  QCOMPARE(column("providers", "Alerts"), QStringList{s("2 alerts")});
  auto licence = *db::load(*m_file, type("State licence"));
  licence.retired = true;
  add(licence);
  QCOMPARE(column("providers", "Alerts"), QStringList{s("1 alert")});
  QCOMPARE(column("alerts", "Document type"), QStringList{s("Malpractice insurance")});
}

void TestDirectory::providersAreFoundByEverythingTheyAreKnownBy() {
  Provider lily;
  lily.lastName = s("Marten");
  lily.firstName = s("Lily");
  lily.phone = s("(512) 555-0100");
  lily.tags = s("new; Q3");
  lily.id = add(lily);
  provider("Other");
  Practice practice;
  practice.name = s("Cañón Valley");
  add(ProviderPractice{{}, lily.id, add(practice)});
  add(ProviderName{{}, lily.id, s("Nuñez"), s("Lily"), {}, {}});
  Credential licence;
  licence.provider = lily.id;
  licence.documentType = {1};
  licence.number = s("036.1234");
  add(licence);
  Payor payor;
  payor.name = s("Aetna");
  Enrollment enrollment;
  enrollment.provider = lily.id;
  enrollment.payor = add(payor);
  enrollment.providerNumber = s("PTAN-77");
  add(enrollment);
  for (const char* typed : {"lily mar", "nunez", "NUÑEZ", "canon", "036.12", "ptan-77", "5125550100", "555-0100",
                            "512.555.0100", "+1 512 555 0100", "512-555-0100", "q3", "nunez canon 036"})
    QVERIFY2(column("providers", "Provider", text(typed)) == QStringList{s("Marten, Lily")}, typed);
  QCOMPARE(column("providers", "Provider", text("nunez other")), QStringList());
}

void TestDirectory::aProviderIsFoundByTheIdOfAPayor() {
  const auto enrolled = [&](const char* who, const char* code, const char* number) {
    Payor payor;
    payor.name = s("Payor of %1").arg(s(who));
    payor.payorId = s(code);
    Enrollment it;
    it.provider = provider(who);
    it.payor = add(payor);
    it.providerNumber = s(number);
    add(it);
  };
  enrolled("Marten", "P1001", "PTAN-77");
  enrolled("Rose", "P1002", "9_1");
  enrolled("Elm", "12", "");
  for (const char* typed : {"P1001", "p1001", "marten p1001", "PTAN-77", "P1001 lily"})
    QVERIFY2(column("providers", "Provider", text(typed)) == QStringList{s("Marten, Lily")}, typed);
  QCOMPARE(column("providers", "Provider", text("p100")), (QStringList{s("Marten, Lily"), s("Rose, Lily")}));
  QCOMPARE(column("providers", "Provider", text("12")), QStringList{s("Elm, Lily")});
  for (const char* typed : {"p1", "p10011", "p_00_", "p100%", "rose p1001"})
    QVERIFY2(column("providers", "Provider", text(typed)).isEmpty(), typed);
}

void TestDirectory::titlesAndDegreesArePassedOverWhereNothingElseFits() {
  const auto doctor = [&](const char* last, const char* degree) {
    Provider it;
    it.lastName = s(last);
    it.firstName = s("Lily");
    it.degree = s(degree);
    it.id = add(it);
    Task task;
    task.name = s("Call");
    task.provider = it.id;
    task.created = today;
    add(task);
  };
  doctor("Marten", "NP");
  doctor("Drake", "MD");
  for (const char* typed :
       {"Dr. Marten", "dr marten", "Marten MD", "Marten, M.D.", "Marten, Lily, MD", "Prof. Dr. Marten"}) {
    QVERIFY2(column("providers", "Provider", text(typed)) == QStringList{s("Marten, Lily")}, typed);
    QVERIFY2(column("tasks", "Provider", text(typed)) == QStringList{s("Marten, Lily")}, typed);
  }
  QCOMPARE(column("providers", "Provider", text("lily md")), QStringList{s("Drake, Lily")}); // somebody is just that
  QCOMPARE(column("providers", "Provider", text("dr")), QStringList{s("Drake, Lily")});
  QCOMPARE(column("providers", "Provider", text("Dr. Nobody")), QStringList());
  QCOMPARE(column("providers", "Provider", text("pa")), QStringList());
}

void TestDirectory::filtersOfSeveralValues() {
  Practice practice;
  practice.name = s("Main");
  practice.state = s("IL");
  const auto main = add(practice);
  practice.name = s("South");
  practice.state = s("WI");
  const auto south = add(practice);
  const auto withTags = [&](const char* name, const char* tags) {
    Provider it;
    it.lastName = s(name);
    it.tags = s(tags);
    return add(it);
  };
  const auto a = withTags("A", "new; urgent"), b = withTags("B", "newish");
  withTags("C", "");
  add(ProviderPractice{{}, a, main});
  add(ProviderPractice{{}, a, south});
  add(ProviderPractice{{}, b, south});
  report::Filter filter;
  filter.is[s("practice")] = {main, south};
  QCOMPARE(column("providers", "Provider", filter), (QStringList{s("A"), s("B")}));
  QCOMPARE(column("providers", "Provider", of("practice", main)), QStringList{s("A")});
  QCOMPARE(column("providers", "Provider", of("state", s("WI"))), (QStringList{s("A"), s("B")}));
  QCOMPARE(column("providers", "Provider", of("tag", s("new"))), QStringList{s("A")});
  filter = {};
  filter.is[s("tag")] = {s("urgent"), s("newish")};
  QCOMPARE(column("providers", "Provider", filter), (QStringList{s("A"), s("B")}));
  QCOMPARE(column("practices", "Practice", of("provider", b)), QStringList{s("South")});
}

void TestDirectory::contactsAreAllNotesAboutAProviderNewestFirst() {
  const auto lily = provider("Marten"), rose = provider("Rose");
  const auto note = [&](const char* written, const char* textOf) {
    Note it;
    it.written = s(written);
    it.text = s(textOf);
    return it;
  };
  Note own = note("2026-01-02", "own");
  own.provider = lily;
  add(own);
  Tracking tracking;
  tracking.reference = s("T-1");
  tracking.type = s("Payor");
  tracking.subtype = s("Initial");
  tracking.provider = lily;
  tracking.started = today;
  const auto run = add(tracking);
  Note onTracking = note("2026-01-04 10:00", "tracking");
  onTracking.tracking = run;
  add(onTracking);
  Step step;
  step.tracking = run;
  step.position = 1;
  step.name = s("Submit");
  Note onStep = note("2026-01-03", "step");
  onStep.tracking = run;
  onStep.step = add(step);
  add(onStep);
  Task task;
  task.name = s("Call");
  task.provider = lily;
  task.created = today;
  Note onTask = note("2026-01-05", "task");
  onTask.task = add(task);
  add(onTask);
  Note other = note("2026-01-06", "other");
  other.provider = rose;
  add(other);
  QCOMPARE(column("contacts", "Note", of("provider", lily)),
           (QStringList{s("task"), s("tracking"), s("step"), s("own")}));
  QCOMPARE(column("contacts", "About", of("provider", lily)),
           (QStringList{s("Call"), s("Payor – Initial"), s("Payor – Initial · Submit"), QString()}));
  QCOMPARE(column("contacts", "Note", of("provider", rose)), QStringList{s("other")});
}

void TestDirectory::credentialsTellTheirStanding() {
  const auto lily = provider("Marten");
  const auto old = credential(lily, "BLS", today.addDays(-1));
  credential(lily, "ACLS", today);
  credential(lily, "PALS", today.addDays(91));
  credential(lily, "NRP", {});
  credential(lily, "Passport", {});
  db::Transaction transaction(*m_file, tester(), s("Renewed"));
  QVERIFY(renew(transaction, old, {today, today.addYears(2)}).isOk());
  QVERIFY(setNotApplicable(transaction, {2}, s("No")).isOk());
  transaction.commit();
  const QStringList types = column("credentials", "Document type", of("provider", lily)),
                    standings = column("credentials", "Standing", of("provider", lily));
  QCOMPARE(types, (QStringList{s("ACLS"), s("BLS"), s("BLS"), s("NRP"), s("PALS"), s("Passport")}));
  QCOMPARE(standings,
           (QStringList{s("Not applicable"), s("Current"), s("Renewed"), s("No date"), s("Current"), s("Current")}));
  QCOMPARE(column("credentials", "Document type", of("section", s("Certifications"))).size(), 5);
  QCOMPARE(column("credentials", "Document type", of("renewed", s("yes"))), QStringList{s("BLS")});
}

void TestDirectory::practicesAndFacilitiesCountWhoWorksThere() {
  Practice practice;
  practice.name = s("Main");
  const auto main = add(practice);
  add(ProviderPractice{{}, provider("A"), main});
  add(ProviderPractice{{}, provider("B", "Terminated"), main});
  QCOMPARE(column("practices", "Providers"), QStringList{s("1")});
  Facility facility;
  facility.name = s("St. Mary");
  Affiliation affiliation;
  affiliation.facility = add(facility);
  affiliation.provider = {1};
  affiliation.status = s("Active");
  add(affiliation);
  QCOMPARE(column("facilities", "Affiliated"), QStringList{s("1")});
  QCOMPARE(column("affiliations", "Provider", of("facility", affiliation.facility)), QStringList{s("A, Lily")});
}

void TestDirectory::practicesAndFacilitiesTellTheirAlerts() {
  m_file->run(s("DELETE FROM document_requirement"));
  const auto practice = [&](const char* name) {
    Practice it;
    it.name = s(name);
    return add(it);
  };
  const auto main = practice("Main"), quiet = practice("Quiet");
  Payor payor;
  payor.name = s("Aetna");
  payor.id = add(payor);
  const auto enrolled = [&](Id<Provider> who, Id<Practice> where, QDate end) {
    Enrollment it;
    it.provider = who;
    it.practice = where;
    it.payor = payor.id;
    it.status = s("Participating");
    it.end = end;
    add(it);
  };
  const auto lily = provider("Marten"), gone = provider("Gone", "Terminated");
  Provider mine = *db::load(*m_file, lily);
  Coordinator me;
  me.name = s("Elena");
  mine.assignee = add(me);
  add(mine);
  add(ProviderPractice{{}, lily, main});
  add(ProviderPractice{{}, gone, quiet});
  enrolled(lily, main, today.addDays(30)); // expiring
  enrolled(gone, quiet, today.addDays(-9));
  Credential lease;
  lease.practice = main;
  lease.documentType = type("CLIA");
  lease.expires = today.addDays(-1);
  add(lease);
  QCOMPARE(column("practices", "Alerts"), (QStringList{s("2 alerts"), s("No alerts")}));
  QCOMPARE(column("practices", "Standing"), (QStringList{s("Expired"), s("Current")}));
  for (const Id<Practice> id : {main, quiet})
    QCOMPARE(column("alerts", "Standing", of("practice", id)).size(), id == main ? 2 : 0);
  QCOMPARE(column("practices", "Practice", of("alerts", s("yes"))), QStringList{s("Main")});
  QCOMPARE(column("practices", "Practice", of("assignee", mine.assignee)), QStringList{s("Main")});
  QCOMPARE(column("practices", "Practice", of("payor", payor.id)), (QStringList{s("Main"), s("Quiet")}));

  Facility facility;
  facility.name = s("St. Mary");
  facility.id = add(facility);
  Affiliation affiliation;
  affiliation.facility = facility.id;
  affiliation.provider = lily;
  affiliation.status = s("Active");
  affiliation.reappointmentDue = today.addDays(-1);
  add(affiliation);
  affiliation.provider = gone;
  add(affiliation);
  QCOMPARE(column("facilities", "Alerts"), QStringList{s("1 alert")});
  QCOMPARE(column("facilities", "Standing"), QStringList{s("Expired")});
  QCOMPARE(column("facilities", "Facility", of("practice", main)), QStringList{s("St. Mary")});
  QCOMPARE(column("facilities", "Facility", of("practice", quiet)), QStringList());
  QCOMPARE(column("facilities", "Facility", of("status", s("Denied"))), QStringList());
}

QTEST_GUILESS_MAIN(TestDirectory)
#include "tst_directory.moc"
