// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/affiliation.h"
#include "core/facilities/facility.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/team/coordinator.h"
#include "core/team/practice.h"
#include "core/team/provider.h"
#include "core/team/team.h"
#include "core/tracking/shippedtemplates.h"
#include "core/tracking/templates.h"
#include "core/tracking/trackings.h"
#include "support/freshfile.h"

#include <QTest>

class TestTrackings : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void stepsComeFromTheTemplatePlanned();
  void theNewestTemplateThatIsNotRetiredIsTaken();
  void theTemplateIsFoundAsNamesAreCompared();
  void withoutATemplateThereAreNoSteps();
  void referencesAreFreeAndCountOn();
  void oddReferencesDoNotCount();
  void theTeamIsThatOfTheProvider();
  void theTeamsClosedDaysCount();
  void theEnrollmentOfTheSamePayorAndStateIsLinked();
  void anEnrollmentAtTheSamePracticeIsPreferred();
  void withoutAnEnrollmentOneIsMade();
  void aPracticesTrackingIsAboutThePracticesEnrollment();
  void theAffiliationIsLinkedOrMade();
  void completingAStepStartsTheNextAndMovesTheRest();
  void aDueDateSetByHandStaysAndTheLaterStepsFollowIt();
  void theStatusFollowsTheSteps();
  void movesThatMayNotBeAreRefused();
  void whatIsBroughtToAStepHasThoseBeforeItCompleted();
  void whatIsBroughtBackIsOpenedAgain();
  void noStepOfThatNameIsTold();
  void aWholeStartIsUndoneAsOne();
  void shippedTemplatesAreWrittenOnce();

private:
  template<class R>
  R add(R record) {
    record.id = db::save(*m_transaction, record);
    return record;
  }
  Tracking payorInitial() {
    Tracking tracking;
    tracking.provider = m_provider.id;
    tracking.type = QStringLiteral("Payor");
    tracking.subtype = QStringLiteral("Initial");
    tracking.payor = m_payor.id;
    tracking.state = QStringLiteral("TX");
    tracking.started = QDate(2026, 3, 2);
    return tracking;
  }
  Id<TrackingTemplate> addTemplate(const char* subtype, int version, bool retired, std::initializer_list<int> tats) {
    const auto made = add(TrackingTemplate{{}, QStringLiteral("Payor"), QString::fromUtf8(subtype), version, retired});
    int position = 0;
    for (const int tat : tats) {
      ++position;
      add(TemplateStep{{},
                       made.id,
                       position,
                       QStringLiteral("Step %1 of v%2").arg(position).arg(version),
                       QStringLiteral("How"),
                       tat,
                       {},
                       QStringLiteral("Payor")});
    }
    return made.id;
  }
  Id<Enrollment> addEnrollment(const char* state, Id<Practice> practice) {
    Enrollment enrollment;
    enrollment.provider = m_provider.id;
    enrollment.practice = practice;
    enrollment.payor = m_payor.id;
    enrollment.state = QString::fromLatin1(state);
    enrollment.status = QStringLiteral("Participating");
    return add(enrollment).id;
  }
  Tracking started(Tracking tracking) { return *db::load(*m_file, Trackings(*m_transaction).start(tracking)); }

  std::unique_ptr<db::Database> m_file;
  std::unique_ptr<db::Transaction> m_transaction;
  Team m_team;
  Provider m_provider;
  Payor m_payor;
};

void TestTrackings::init() {
  m_file = freshFile();
  m_transaction = std::make_unique<db::Transaction>(*m_file, tester(), QStringLiteral("Test"));
  m_team = add(Team{{}, QStringLiteral("Lakeside")});
  m_provider.id = {};
  m_provider.lastName = QStringLiteral("Marten");
  m_provider.team = m_team.id;
  m_provider = add(m_provider);
  m_payor.id = {};
  m_payor.name = QStringLiteral("Aetna");
  m_payor = add(m_payor);
}

void TestTrackings::cleanup() {
  m_transaction.reset();
  m_file.reset();
}

void TestTrackings::stepsComeFromTheTemplatePlanned() {
  const auto used = addTemplate("Initial", 1, false, {2, 10});
  const auto who = add(Coordinator{{}, QStringLiteral("Dana"), {}});
  Tracking wanted = payorInitial();
  wanted.assignee = who.id;
  const Tracking tracking = started(wanted);
  QCOMPARE(tracking.ofTemplate, used);
  const auto steps = stepsOf(*m_file, tracking.id);
  QCOMPARE(steps.size(), size_t{2});
  QCOMPARE(steps[0].name, QStringLiteral("Step 1 of v1"));
  QCOMPARE(steps[0].description, QStringLiteral("How"));
  QCOMPARE(steps[0].waitingOn, QStringLiteral("Payor"));
  QCOMPARE(steps[0].status, QStringLiteral("New"));
  QCOMPARE(steps[0].assignee, who.id);
  QCOMPARE(steps[0].due, QDate(2026, 3, 4));
  QCOMPARE(steps[1].due, QDate(2026, 3, 18));
  QVERIFY(!steps[0].started.isValid());
}

void TestTrackings::theNewestTemplateThatIsNotRetiredIsTaken() {
  addTemplate("Initial", 1, false, {1});
  const auto second = addTemplate("Initial", 2, false, {1});
  addTemplate("Initial", 3, true, {1});
  QCOMPARE(started(payorInitial()).ofTemplate, second);
}

void TestTrackings::theTemplateIsFoundAsNamesAreCompared() {
  const auto used = addTemplate("Ré-enrollment", 1, false, {1});
  Tracking wanted = payorInitial();
  wanted.type = QStringLiteral("PAYOR");
  wanted.subtype = QStringLiteral(" re-Enrollment");
  QCOMPARE(started(wanted).ofTemplate, used);
}

void TestTrackings::withoutATemplateThereAreNoSteps() {
  const Tracking tracking = started(payorInitial());
  QVERIFY(!tracking.ofTemplate.isValid());
  QVERIFY(stepsOf(*m_file, tracking.id).empty());
}

void TestTrackings::referencesAreFreeAndCountOn() {
  Trackings trackings(*m_transaction);
  const auto reference = [&](Id<Tracking> id) { return db::load(*m_file, id)->reference; };
  QCOMPARE(reference(trackings.start(payorInitial())), QStringLiteral("T-1001"));
  Tracking named = payorInitial();
  named.reference = QStringLiteral("T-1002");
  QCOMPARE(reference(trackings.start(named)), QStringLiteral("T-1002"));
  QCOMPARE(reference(trackings.start(payorInitial())), QStringLiteral("T-1003"));
  named.reference = QStringLiteral("T-5000");
  trackings.start(named);
  QCOMPARE(Trackings(*m_transaction).nextReference(), QStringLiteral("T-5001"));
}

void TestTrackings::oddReferencesDoNotCount() {
  for (const char* odd : {"T-9999x", "T-99999999999999999999", "t-7000", "2024-001", "T-", "Tracking 7"}) {
    Tracking tracking = payorInitial();
    tracking.reference = QString::fromLatin1(odd);
    started(tracking);
  }
  QCOMPARE(Trackings(*m_transaction).nextReference(), QStringLiteral("T-1001"));
}

void TestTrackings::theTeamIsThatOfTheProvider() { QCOMPARE(started(payorInitial()).team, m_team.id); }

void TestTrackings::theTeamsClosedDaysCount() {
  addTemplate("Initial", 1, false, {2});
  add(ClosedDay{{}, m_team.id, QDate(2026, 3, 3), QStringLiteral("Retreat")});
  QCOMPARE(stepsOf(*m_file, started(payorInitial()).id).front().due, QDate(2026, 3, 5));
}

void TestTrackings::theEnrollmentOfTheSamePayorAndStateIsLinked() {
  addEnrollment("OK", {});
  const auto texan = addEnrollment("TX", {});
  addEnrollment("TX", {});
  QCOMPARE(started(payorInitial()).enrollment, texan);
  QCOMPARE(m_file->value(QStringLiteral("SELECT count(*) FROM enrollment")), 3);
}

void TestTrackings::anEnrollmentAtTheSamePracticeIsPreferred() {
  Practice practice;
  practice.name = QStringLiteral("Lakeside North");
  practice = add(practice);
  addEnrollment("TX", {});
  const auto there = addEnrollment("TX", practice.id);
  addEnrollment("TX", practice.id);
  Tracking wanted = payorInitial();
  wanted.practice = practice.id;
  QCOMPARE(started(wanted).enrollment, there);
}

void TestTrackings::withoutAnEnrollmentOneIsMade() {
  addEnrollment("OK", {});
  Practice practice;
  practice.name = QStringLiteral("Lakeside North");
  Tracking wanted = payorInitial();
  wanted.practice = add(practice).id;
  const auto made = db::load(*m_file, started(wanted).enrollment);
  QVERIFY(made);
  QCOMPARE(made->status, QStringLiteral("Not started"));
  QCOMPARE(made->provider, m_provider.id);
  QCOMPARE(made->practice, wanted.practice);
  QCOMPARE(made->payor, m_payor.id);
  QCOMPARE(made->state, QStringLiteral("TX"));
  QCOMPARE(started(wanted).enrollment, made->id);
}

void TestTrackings::aPracticesTrackingIsAboutThePracticesEnrollment() {
  Practice practice;
  practice.name = QStringLiteral("Lakeside North");
  Tracking wanted = payorInitial();
  wanted.practice = add(practice).id;
  addEnrollment("TX", wanted.practice); // a provider's there
  wanted.provider = {};
  const auto made = db::load(*m_file, started(wanted).enrollment);
  QVERIFY(!made->provider.isValid());
  QCOMPARE(made->practice, wanted.practice);
  QCOMPARE(started(wanted).enrollment, made->id);
}

void TestTrackings::theAffiliationIsLinkedOrMade() {
  Facility facility;
  facility.name = QStringLiteral("St. Elsewhere");
  Tracking wanted = payorInitial();
  wanted.payor = {};
  wanted.facility = add(facility).id;
  const Tracking first = started(wanted);
  QCOMPARE(db::load(*m_file, first.affiliation)->status, QStringLiteral("Not started"));
  QVERIFY(!first.enrollment.isValid());
  QCOMPARE(started(wanted).affiliation, first.affiliation);
}

void TestTrackings::completingAStepStartsTheNextAndMovesTheRest() {
  addTemplate("Initial", 1, false, {2, 10, 1});
  const Id<Tracking> id = started(payorInitial()).id;
  const auto moved =
      Trackings(*m_transaction).moveStep(stepsOf(*m_file, id)[0].id, QStringLiteral("Completed"), QDate(2026, 3, 9));
  QVERIFY(moved.isOk());
  const auto steps = stepsOf(*m_file, id);
  QCOMPARE(steps[0].completed, QDate(2026, 3, 9));
  QCOMPARE(steps[1].status, QStringLiteral("In progress"));
  QCOMPARE(steps[1].started, QDate(2026, 3, 9));
  QCOMPARE(steps[1].due, QDate(2026, 3, 23));
  QCOMPARE(steps[2].due, QDate(2026, 3, 24));
}

void TestTrackings::aDueDateSetByHandStaysAndTheLaterStepsFollowIt() {
  addTemplate("Initial", 1, false, {2, 10, 1});
  const Id<Tracking> id = started(payorInitial()).id;
  Trackings trackings(*m_transaction);
  trackings.setDue(stepsOf(*m_file, id)[1].id, QDate(2026, 4, 1));
  QVERIFY(trackings.moveStep(stepsOf(*m_file, id)[0].id, QStringLiteral("Completed"), QDate(2026, 3, 9)).isOk());
  const auto steps = stepsOf(*m_file, id);
  QCOMPARE(steps[1].due, QDate(2026, 4, 1));
  QVERIFY(steps[1].duePinned);
  QCOMPARE(steps[2].due, QDate(2026, 4, 2));
  QVERIFY(!steps[2].duePinned);
}

void TestTrackings::theStatusFollowsTheSteps() {
  addTemplate("Initial", 1, false, {2, 10});
  Tracking tracking = started(payorInitial());
  m_transaction->commit();
  const auto status = [&] { return m_file->text(QStringLiteral("SELECT status FROM tracking")); };
  const auto move = [&](size_t index, const char* to) {
    db::Transaction transaction(*m_file, tester(), QStringLiteral("Move"));
    const bool moved =
        Trackings(transaction)
            .moveStep(stepsOf(*m_file, tracking.id)[index].id, QString::fromLatin1(to), QDate(2026, 3, 9))
            .isOk();
    transaction.commit();
    return moved;
  };
  QCOMPARE(status(), QStringLiteral("New"));
  QVERIFY(move(0, "Completed"));
  QCOMPARE(status(), QStringLiteral("In progress"));
  QVERIFY(move(1, "Not needed"));
  QCOMPARE(status(), QStringLiteral("Completed"));
  QVERIFY(move(1, "Waiting"));
  QCOMPARE(status(), QStringLiteral("In progress"));
  tracking.setStatus = QStringLiteral("On hold");
  {
    db::Transaction transaction(*m_file, tester(), QStringLiteral("Hold"));
    db::save(transaction, tracking);
    transaction.commit();
  }
  QCOMPARE(status(), QStringLiteral("On hold"));
}

void TestTrackings::movesThatMayNotBeAreRefused() {
  addTemplate("Initial", 1, false, {2, 10});
  Tracking tracking = started(payorInitial());
  const Id<Step> step = stepsOf(*m_file, tracking.id)[0].id;
  Trackings trackings(*m_transaction);
  QVERIFY(trackings.moveStep(step, QStringLiteral("Completed"), QDate(2026, 3, 9)).isOk());
  const auto refused = trackings.moveStep(step, QStringLiteral("New"), QDate(2026, 3, 9));
  QVERIFY(!refused.isOk());
  QVERIFY(refused.problems().front().sentence.startsWith(QLatin1String("A step that is completed cannot become new.")));
  tracking.setStatus = QStringLiteral("Cancelled");
  db::save(*m_transaction, tracking);
  QVERIFY(!trackings.moveStep(step, QStringLiteral("In progress"), QDate(2026, 3, 9)).isOk());
  QCOMPARE(stepsOf(*m_file, tracking.id)[0].status, QStringLiteral("Completed"));
}

void TestTrackings::whatIsBroughtToAStepHasThoseBeforeItCompleted() {
  addTemplate("Initial", 1, false, {2, 3, 5, 1});
  const auto id = started(payorInitial()).id;
  const QDate today(2026, 3, 9);
  QVERIFY(Trackings(*m_transaction).bringTo(id, QStringLiteral("STEP 3 of v1"), today).empty());
  const auto steps = stepsOf(*m_file, id);
  QCOMPARE(steps[0].status, QStringLiteral("Completed"));
  QCOMPARE(steps[0].completed, today);
  QCOMPARE(steps[1].status, QStringLiteral("Completed"));
  QCOMPARE(steps[2].status, QStringLiteral("In progress"));
  QCOMPARE(steps[2].due, QDate(2026, 3, 16)); // planned from the day it was reached
  QCOMPARE(steps[3].status, QStringLiteral("New"));
  const qint64 changes = m_file->value(QStringLiteral("SELECT count(*) FROM change_row"), {});
  QVERIFY(Trackings(*m_transaction).bringTo(id, QStringLiteral("Step 3 of v1"), today).empty());
  QCOMPARE(m_file->value(QStringLiteral("SELECT count(*) FROM change_row"), {}), changes); // it is there already
}

void TestTrackings::whatIsBroughtBackIsOpenedAgain() {
  addTemplate("Initial", 1, false, {2, 3, 5});
  const auto id = started(payorInitial()).id;
  const QDate today(2026, 3, 9);
  QVERIFY(Trackings(*m_transaction).bringTo(id, QStringLiteral("Step 3 of v1"), today).empty());
  QVERIFY(Trackings(*m_transaction).bringTo(id, QStringLiteral("Step 1 of v1"), today).empty());
  const auto steps = stepsOf(*m_file, id);
  QCOMPARE(steps[0].status, QStringLiteral("In progress"));
  QVERIFY(!steps[0].completed.isValid());
  QCOMPARE(steps[1].status, QStringLiteral("Completed")); // what was done stays done
}

void TestTrackings::noStepOfThatNameIsTold() {
  addTemplate("Initial", 1, false, {2, 3});
  const auto id = started(payorInitial()).id;
  const Problems problems = Trackings(*m_transaction).bringTo(id, QStringLiteral("Committee"), QDate(2026, 3, 9));
  QCOMPARE(problems.size(), size_t{1});
  QVERIFY(problems.front().sentence.contains(QStringLiteral("Step 1 of v1, Step 2 of v1")));
  QCOMPARE(stepsOf(*m_file, id)[0].status, QStringLiteral("New"));
}

void TestTrackings::aWholeStartIsUndoneAsOne() {
  addTemplate("Initial", 1, false, {2, 10});
  m_transaction->commit();
  db::Transaction transaction(*m_file, tester(), QStringLiteral("Start"));
  Trackings(transaction).start(payorInitial());
  transaction.commit();
  QVERIFY(db::history::undo(*m_file, tester(), transaction.changeId()).isOk());
  for (const char* table : {"tracking", "step", "enrollment"})
    QCOMPARE(m_file->value(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table))), 0);
}

void TestTrackings::shippedTemplatesAreWrittenOnce() {
  QCOMPARE(shipTemplates(*m_transaction), 10);
  QCOMPARE(shipTemplates(*m_transaction), 0);
  const auto found = findTemplate(*m_file, QStringLiteral("Payor"), QStringLiteral("Initial"));
  const auto steps = stepsOf(*m_file, found->id);
  QCOMPARE(steps.size(), size_t{13});
  QCOMPARE(steps[8].name, QStringLiteral("Payor review"));
  QCOMPARE(steps[8].tat, 45);
  for (const TemplateStep& step : db::allWhere<TemplateStep>(*m_file, QStringLiteral("1")))
    QVERIFY2(step.description.size() > step.name.size() && step.tat && !step.waitingOn.isEmpty(),
             qPrintable(step.name));
}

QTEST_GUILESS_MAIN(TestTrackings)
#include "tst_trackings.moc"
