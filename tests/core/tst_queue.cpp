// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/percentile.h"
#include "core/credentials/credential.h"
#include "core/facilities/affiliation.h"
#include "core/facilities/facility.h"
#include "core/notes/contacts.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/team/provider.h"
#include "core/tracking/effects.h"
#include "core/tracking/forecast.h"
#include "core/tracking/trackings.h"
#include "support/freshfile.h"

#include <QTest>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }
const QDate monday(2026, 3, 2);

} // namespace

/// What moving a step says of the rest: the record, the forecast, the contact log.
class TestQueue : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void submittingMakesTheEnrollmentSubmitted();
  void anEnrollmentFurtherOnStaysAsItIs();
  void aDateOfSubmissionThatIsThereStays();
  void submittingMakesTheAffiliationSubmitted();
  void theLastStepAsksForWhatWasGranted();
  void aStepThatIsNotTheLastAsksForNothing();
  void anEffectiveDateMakesItParticipating();
  void anAnswerThatIsNoneChangesNothing();
  void recredentialingAsksForTheNewEnd();
  void privilegesAreRecorded();
  void aLicenceIsAddedAndRenewed();
  void onboardingIsAboutNothing();
  void holdingNeedsAReason();
  void percentilesAreByNearestRank_data();
  void percentilesAreByNearestRank();
  void theForecastIsAsPlannedAndAsItWent();
  void fourCasesAreNoHistory();
  void thePayorsOwnCasesCountFirst();
  void onlyTheNewestCasesCount();
  void theLimitOfTheStateCountsWhileThePayorDecides();
  void aContactIsWrittenOnceAndMovesTheFollowUp();
  void theFollowUpIsTypedOrProposed();

private:
  template<class R>
  R add(R record) {
    record.id = db::save(*m_transaction, record);
    return record;
  }
  Tracking start(const char* type, const char* subtype, const QStringList& steps) {
    Tracking tracking;
    tracking.type = u(type);
    tracking.subtype = u(subtype);
    tracking.provider = m_provider.id;
    tracking.state = u("TX");
    tracking.started = monday;
    if (tracking.type == u("Payor"))
      tracking.payor = m_payor.id;
    if (tracking.type == u("Facility"))
      tracking.facility = m_facility.id;
    tracking = *db::load(*m_file, Trackings(*m_transaction).start(tracking));
    int position = 0;
    for (const QString& name : steps) {
      Step step;
      step.tracking = tracking.id;
      step.position = ++position;
      step.name = name;
      step.tat = 1;
      add(step);
    }
    return tracking;
  }
  void complete(const Tracking& tracking, size_t place, QDate day = monday) {
    const auto id = stepsOf(*m_file, tracking.id)[place].id;
    QVERIFY(Trackings(*m_transaction).moveStep(id, u("Completed"), day).isOk());
  }
  effects::Completion completing(const Tracking& tracking, size_t place) {
    const auto steps = stepsOf(*m_file, tracking.id);
    return effects::completing(tracking, steps, place);
  }
  Problems finish(const Tracking& tracking, const QVariantMap& answers) {
    return effects::finish(*m_transaction, tracking, completing(tracking, 0), answers, monday);
  }
  Enrollment enrollmentOf(const Tracking& tracking) { return *db::load(*m_file, tracking.enrollment); }
  /// A tracking that took so many days, through at once.
  void finished(const char* subtype, Id<Payor> payor, int days) {
    Tracking tracking = start("Payor", subtype, {u("Submit")});
    tracking.payor = payor;
    db::save(*m_transaction, tracking);
    complete(tracking, 0, monday.addDays(days));
  }
  void commit() {
    m_transaction->commit(); // statuses are settled then
    m_transaction = std::make_unique<db::Transaction>(*m_file, tester(), u("Test"));
  }

  std::unique_ptr<db::Database> m_file;
  std::unique_ptr<db::Transaction> m_transaction;
  Provider m_provider;
  Payor m_payor;
  Facility m_facility;
};

void TestQueue::init() {
  m_file = freshFile();
  m_transaction = std::make_unique<db::Transaction>(*m_file, tester(), u("Test"));
  m_provider = {};
  m_provider.lastName = u("Marten");
  m_provider = add(m_provider);
  m_payor = {};
  m_payor.name = u("Aetna");
  m_payor = add(m_payor);
  m_facility = {};
  m_facility.name = u("Mercy");
  m_facility = add(m_facility);
}

void TestQueue::cleanup() {
  m_transaction.reset();
  m_file.reset();
}

void TestQueue::submittingMakesTheEnrollmentSubmitted() {
  const auto tracking = start("Payor", "Initial", {u("Submit the application"), u("Confirm")});
  complete(tracking, 0, monday.addDays(1));
  const auto enrollment = enrollmentOf(tracking);
  QCOMPARE(enrollment.status, u("Submitted"));
  QCOMPARE(enrollment.submitted, monday.addDays(1));
  QCOMPARE(enrollment.waitingOn, u("Payor"));
  QCOMPARE(enrollment.waitingSince, monday.addDays(1));
}

void TestQueue::anEnrollmentFurtherOnStaysAsItIs() {
  const auto tracking = start("Payor", "Recredentialing", {u("Submit"), u("Confirm")});
  auto enrollment = enrollmentOf(tracking);
  enrollment.status = u("Participating");
  db::save(*m_transaction, enrollment);
  complete(tracking, 0);
  QCOMPARE(enrollmentOf(tracking).status, u("Participating"));
  QVERIFY(!enrollmentOf(tracking).submitted.isValid());
}

void TestQueue::aDateOfSubmissionThatIsThereStays() {
  const auto tracking = start("Payor", "Initial", {u("Submit"), u("Confirm")});
  auto enrollment = enrollmentOf(tracking);
  enrollment.submitted = monday.addDays(-3);
  db::save(*m_transaction, enrollment);
  complete(tracking, 0);
  QCOMPARE(enrollmentOf(tracking).submitted, monday.addDays(-3));
  QCOMPARE(enrollmentOf(tracking).status, u("Submitted"));
}

void TestQueue::submittingMakesTheAffiliationSubmitted() {
  const auto tracking = start("Facility", "Initial", {u("Submit"), u("Board")});
  complete(tracking, 0);
  QCOMPARE(db::load(*m_file, tracking.affiliation)->status, u("Submitted"));
}

void TestQueue::theLastStepAsksForWhatWasGranted() {
  const auto tracking = start("Payor", "Initial", {u("Submit"), u("Load")});
  complete(tracking, 0);
  const auto completion = completing(tracking, 1);
  QVERIFY(completion.finishes && !completion.submits && !completion.again);
  const auto asked = effects::asks(completion);
  QCOMPARE(asked.size(), size_t{3});
  QCOMPARE(asked[0].key, u("providerNumber"));
  QCOMPARE(asked[1].key, u("effective"));
  QVERIFY(asked[1].isDate);
}

void TestQueue::aStepThatIsNotTheLastAsksForNothing() {
  const auto tracking = start("Payor", "Initial", {u("Submit"), u("Load")});
  QVERIFY(effects::asks(completing(tracking, 1)).empty());
}

void TestQueue::anEffectiveDateMakesItParticipating() {
  const auto tracking = start("Payor", "Initial", {u("Load")});
  QVERIFY(finish(tracking, {{u("providerNumber"), u(" A77 ")}, {u("effective"), monday.addDays(30)}}).empty());
  const auto enrollment = enrollmentOf(tracking);
  QCOMPARE(enrollment.status, u("Participating"));
  QCOMPARE(enrollment.providerNumber, u("A77"));
  QCOMPARE(enrollment.effective, monday.addDays(30));
  QCOMPARE(enrollment.waitingOn, u("Nobody"));
  QCOMPARE(effects::known(*m_file, tracking, completing(tracking, 0)).value(u("providerNumber")).toString(), u("A77"));
}

void TestQueue::anAnswerThatIsNoneChangesNothing() {
  const auto tracking = start("Payor", "Initial", {u("Load")});
  QVERIFY(finish(tracking, {{u("providerNumber"), QString()}, {u("effective"), QDate()}}).empty());
  QCOMPARE(enrollmentOf(tracking).values(), enrollmentOf(tracking).values());
  QCOMPARE(enrollmentOf(tracking).status, u("Not started"));
}

void TestQueue::recredentialingAsksForTheNewEnd() {
  const auto tracking = start("Payor", "Recredentialing", {u("Approval")});
  const auto asked = effects::asks(completing(tracking, 0));
  QCOMPARE(asked.size(), size_t{1});
  QCOMPARE(asked[0].key, u("end"));
  QVERIFY(finish(tracking, {{u("end"), QDate(2029, 3, 31)}}).empty());
  QCOMPARE(enrollmentOf(tracking).end, QDate(2029, 3, 31));
  QCOMPARE(enrollmentOf(tracking).status, u("Participating"));
}

void TestQueue::privilegesAreRecorded() {
  const auto tracking = start("Facility", "Initial", {u("Board")});
  QVERIFY(finish(tracking, {{u("appointed"), monday}, {u("reappointmentDue"), QDate(2028, 3, 1)}}).empty());
  const auto affiliation = *db::load(*m_file, tracking.affiliation);
  QCOMPARE(affiliation.status, u("Active"));
  QCOMPARE(affiliation.appointed, monday);
  QCOMPARE(affiliation.reappointmentDue, QDate(2028, 3, 1));
}

void TestQueue::aLicenceIsAddedAndRenewed() {
  const auto first = start("State License", "Initial", {u("Issued")});
  QVERIFY(finish(first, {{u("number"), u("TX-1")}, {u("expires"), QDate(2027, 1, 31)}}).empty());
  const auto all = [&] { return db::allWhere<Credential>(*m_file, u("provider_id = ? ORDER BY id"), {m_provider.id}); };
  QCOMPARE(all().size(), size_t{1});
  QCOMPARE(all()[0].state, u("TX"));
  const auto second = start("State License", "Renewal", {u("Upload")});
  QCOMPARE(effects::known(*m_file, second, completing(second, 0)).value(u("number")).toString(), u("TX-1"));
  QVERIFY(finish(second, {{u("issued"), monday}, {u("expires"), QDate(2029, 1, 31)}}).empty());
  QCOMPARE(all().size(), size_t{2});
  QCOMPARE(all()[0].renewedBy, all()[1].id);
  QCOMPARE(all()[1].number, u("TX-1"));
  QCOMPARE(all()[1].expires, QDate(2029, 1, 31));
}

void TestQueue::onboardingIsAboutNothing() {
  const auto tracking = start("Onboarding", "Employed", {u("Go live")});
  QCOMPARE(effects::subjectOf(tracking), effects::Subject::Nothing);
  QVERIFY(effects::asks(completing(tracking, 0)).empty());
}

void TestQueue::holdingNeedsAReason() {
  const auto tracking = start("Payor", "Initial", {u("Submit")});
  Trackings trackings(*m_transaction);
  QCOMPARE(trackings.setStatus(tracking.id, u("On hold"), u(" "), monday).front().field, u("reason"));
  QVERIFY(trackings.setStatus(tracking.id, u("On hold"), u("Panel closed"), monday.addDays(30)).empty());
  QCOMPARE(db::load(*m_file, tracking.id)->resumeOn, monday.addDays(30));
  QVERIFY(trackings.setStatus(tracking.id, {}, {}, {}).empty());
  const auto now = *db::load(*m_file, tracking.id);
  QVERIFY(now.setStatus.isEmpty() && now.reason.isEmpty() && !now.resumeOn.isValid());
}

void TestQueue::percentilesAreByNearestRank_data() {
  QTest::addColumn<QList<int>>("values");
  QTest::addColumn<int>("median");
  QTest::addColumn<int>("eightieth");
  QTest::newRow("one") << QList<int>{7} << 7 << 7;
  QTest::newRow("two") << QList<int>{8, 2} << 2 << 8;
  QTest::newRow("five") << QList<int>{5, 1, 4, 2, 3} << 3 << 4;
  QTest::newRow("six") << QList<int>{60, 10, 50, 20, 40, 30} << 30 << 50;
}

void TestQueue::percentilesAreByNearestRank() {
  QFETCH(QList<int>, values);
  const std::vector<int> all(values.begin(), values.end());
  QTEST(*percentile(all, 50), "median");
  QTEST(*percentile(all, 80), "eightieth");
}

void TestQueue::theForecastIsAsPlannedAndAsItWent() {
  for (int days : {10, 20, 30, 40, 50})
    finished("Initial", m_payor.id, days);
  commit();
  const auto tracking = start("Payor", "Initial", {u("Submit"), u("Load")});
  auto steps = stepsOf(*m_file, tracking.id);
  steps[0].due = monday.addDays(9);
  steps[1].due = monday.addDays(60);
  const auto forecast = forecast::of(*m_file, tracking, steps, monday);
  QCOMPARE(forecast.planned, monday.addDays(60));
  QCOMPARE(forecast.likely, monday.addDays(30));
  QCOMPARE(forecast.late, monday.addDays(40));
  QCOMPARE(forecast.history->cases, 5);
  QVERIFY(forecast.history->ofPayor);
}

void TestQueue::fourCasesAreNoHistory() {
  for (int days : {10, 20, 30, 40})
    finished("Initial", m_payor.id, days);
  commit();
  QVERIFY(!forecast::history(*m_file, start("Payor", "Initial", {u("Submit")})));
}

void TestQueue::thePayorsOwnCasesCountFirst() {
  Payor other;
  other.name = u("Cigna");
  other = add(other);
  for (int days : {100, 100, 100, 100, 100})
    finished("Initial", other.id, days);
  for (int days : {10, 10, 10, 10})
    finished("Initial", m_payor.id, days);
  commit();
  const auto tracking = start("Payor", "Initial", {u("Submit")});
  QCOMPARE(forecast::history(*m_file, tracking)->cases, 9);
  QVERIFY(!forecast::history(*m_file, tracking)->ofPayor);
  finished("Initial", m_payor.id, 10);
  commit();
  QCOMPARE(forecast::history(*m_file, tracking)->median, 10);
}

void TestQueue::onlyTheNewestCasesCount() {
  for (int i = 0; i < 150; ++i)
    finished("Initial", m_payor.id, 500);
  for (int i = 0; i < forecast::newestCases; ++i)
    finished("Initial", m_payor.id, 20);
  commit();
  const auto history = forecast::history(*m_file, start("Payor", "Initial", {u("Submit")}));
  QCOMPARE(history->cases, forecast::newestCases);
  QCOMPARE(history->eightieth, 20);
}

void TestQueue::theLimitOfTheStateCountsWhileThePayorDecides() {
  const auto tracking = start("Payor", "Initial", {u("Submit"), u("Review")});
  complete(tracking, 0);
  const auto at = [&](QDate day) { return forecast::of(*m_file, tracking, stepsOf(*m_file, tracking.id), day); };
  QCOMPARE(at(monday.addDays(10)).limit->day, monday.addDays(60));
  QCOMPARE(at(monday.addDays(10)).daysLeft, 50);
  QCOMPARE(at(monday.addDays(63)).daysLeft, -3);
  auto enrollment = enrollmentOf(tracking);
  for (const char* decided : {"Participating", "Denied", "On hold", "Not started"}) {
    enrollment.status = u(decided);
    db::save(*m_transaction, enrollment);
    QVERIFY2(!at(monday).limit, decided);
  }
}

void TestQueue::aContactIsWrittenOnceAndMovesTheFollowUp() {
  const auto tracking = start("Payor", "Initial", {u("Submit")});
  const auto step = stepsOf(*m_file, tracking.id)[0].id;
  const ContactLine line{u("Call"), u("4711"), {}, u("says in committee")};
  const auto id = logContact(*m_transaction, step, line, monday.addDays(7), {u("Dana"), u("2026-03-02 09:30")});
  QVERIFY(id.isOk());
  const Note note = *db::load(*m_file, *id);
  QCOMPARE(note.step, step);
  QCOMPARE(note.tracking, tracking.id);
  QCOMPARE(note.kind, u("Call"));
  QCOMPARE(note.reference, u("4711"));
  QCOMPARE(note.text, u("says in committee"));
  QCOMPARE(note.followUp, monday.addDays(7));
  QCOMPARE(db::load(*m_file, step)->followUp, monday.addDays(7));
  QCOMPARE(m_file->value(u("SELECT count(*) FROM note")), 1);
  QVERIFY(!logContact(*m_transaction, step, {}, {}, {u("Dana"), u("2026-03-02 09:30")}).isOk());
}

void TestQueue::theFollowUpIsTypedOrProposed() {
  Step step;
  const FollowUpRule rule;
  const QDate typed = monday.addDays(3);
  const auto after = [&](const char* kind, QDate date) {
    return followUpAfter({u(kind), {}, date, u("x")}, step, monday, rule, {});
  };
  QCOMPARE(after("Call", typed), typed);
  QCOMPARE(after("Call", {}), monday.addDays(7));
  QCOMPARE(after("Note", {}), monday.addDays(7));
  step.followUp = monday.addDays(2);
  QCOMPARE(after("Note", {}), monday.addDays(2));
  QCOMPARE(after("Call", {}), monday.addDays(7));
  step.status = u("Completed");
  QVERIFY(!after("Call", {}).isValid());
}

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
