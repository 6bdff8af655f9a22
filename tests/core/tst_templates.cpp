// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/affiliation.h"
#include "core/facilities/facility.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/team/coordinator.h"
#include "core/team/provider.h"
#include "core/tracking/carryover.h"
#include "core/tracking/goodpractice.h"
#include "core/tracking/plan.h"
#include "core/tracking/shippedtemplates.h"
#include "core/tracking/templates.h"
#include "core/tracking/trackings.h"
#include "support/freshfile.h"

#include <QTest>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

const QDate monday(2026, 3, 2);

TemplateStep wanted(const char* name, std::optional<int> tat, const char* waitingOn = "") {
  TemplateStep step;
  step.name = u(name);
  step.tat = tat;
  step.waitingOn = u(waitingOn);
  step.description = u("Do it.");
  return step;
}

QStringList namesOf(const std::vector<Step>& steps) {
  QStringList all;
  for (const Step& step : steps)
    all << step.name + QLatin1Char(' ') + step.status + QLatin1Char(' ') + step.due.toString(u("d/M"));
  return all;
}

} // namespace

class TestTemplates : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void whileNothingRunsTheStepsAreChangedInPlace();
  void whileSomethingRunsANewVersionIsMadeAndTheOldOneRetired();
  void whatIsDoneDoesNotHoldAVersion();
  void savingWhatWasThereWritesNothing();
  void aStepWithoutANameIsRefusedAndNothingWritten();
  void whatRunsOnEarlierVersionsIsFound();
  void aRetiredTemplateIsListedOnceWithItsNewestVersion();
  void carryingOverKeepsWhatIsDoneAndPlansTheRest();
  void whatTheNewVersionDoesNotHaveIsNotNeeded();
  void aDateSetByHandStaysWhenItIsCarriedOver();
  void theSameStepsChangeNothing();
  void whatIsAddedBeforeTheStepInHandIsNotLateToday();
  void aStepThatIsCalledOtherwiseStaysDone();
  void whatStandsBehindAStepThatWasDoneEarlierFollowsTheOpenOnes();
  void whatChangesIsTold();
  void carryingOverIsOneChangeThatIsTakenBack();
  void hintsSpeakUp_data();
  void hintsSpeakUp();
  void ownHistoryTellsATightTime();
  void theShippedTemplatesFollowGoodPractice();
  void aTrackingWithoutItsEnrollmentIsRelinked();
  void oneForNobodyCannotBeRelinked();

private:
  Id<TrackingTemplate> make(std::vector<TemplateStep> steps) {
    TrackingTemplate one;
    one.type = u("Payor");
    one.subtype = u("Initial");
    const auto id = db::save(*m_transaction, one);
    return saveSteps(*m_transaction, id, std::move(steps))->id;
  }
  Id<Tracking> start() {
    Tracking tracking;
    tracking.type = u("Payor");
    tracking.subtype = u("Initial");
    tracking.provider = m_provider;
    tracking.payor = m_payor;
    tracking.started = monday;
    return Trackings(*m_transaction).start(tracking);
  }
  void move(Id<Tracking> tracking, size_t place, const char* status, QDate day) {
    QVERIFY(Trackings(*m_transaction).moveStep(stepsOf(*m_file, tracking)[place].id, u(status), day).isOk());
  }

  std::unique_ptr<db::Database> m_file;
  std::unique_ptr<db::Transaction> m_transaction;
  Id<Provider> m_provider;
  Id<Payor> m_payor;
};

void TestTemplates::init() {
  m_file = freshFile();
  m_transaction = std::make_unique<db::Transaction>(*m_file, tester(), u("Test"));
  Provider provider;
  provider.lastName = u("Marten");
  m_provider = db::save(*m_transaction, provider);
  Payor payor;
  payor.name = u("Aetna");
  m_payor = db::save(*m_transaction, payor);
}

void TestTemplates::cleanup() {
  m_transaction.reset();
  m_file.reset();
}

void TestTemplates::whileNothingRunsTheStepsAreChangedInPlace() {
  const auto id = make({wanted("Collect", 2), wanted("Submit", 3)});
  auto steps = stepsOf(*m_file, id);
  std::swap(steps[0], steps[1]);
  steps[1].tat = 9;
  steps.push_back(wanted("Confirm", 1));
  const auto kept = steps[0].id;
  const auto saved = saveSteps(*m_transaction, id, steps);
  QVERIFY(saved.isOk());
  QCOMPARE(saved->id, id);
  QVERIFY(!saved->isNewVersion);
  const auto now = stepsOf(*m_file, id);
  QCOMPARE(now.size(), size_t{3});
  QCOMPARE(now[0].id, kept);
  QCOMPARE(now[0].name, u("Submit"));
  QCOMPARE(now[1].tat, std::optional(9));
  QCOMPARE(now[2].position, 3);
  QCOMPARE(db::load(*m_file, id)->version, 1);
}

void TestTemplates::whileSomethingRunsANewVersionIsMadeAndTheOldOneRetired() {
  const auto id = make({wanted("Collect", 2), wanted("Submit", 3)});
  const auto tracking = start();
  auto steps = stepsOf(*m_file, id);
  steps.pop_back();
  const auto saved = saveSteps(*m_transaction, id, steps);
  QVERIFY(saved->isNewVersion);
  QCOMPARE(db::load(*m_file, saved->id)->version, 2);
  QVERIFY(db::load(*m_file, id)->retired);
  QCOMPARE(stepsOf(*m_file, id).size(), size_t{2});
  QCOMPARE(stepsOf(*m_file, saved->id).size(), size_t{1});
  QCOMPARE(stepsOf(*m_file, tracking).size(), size_t{2});
  QCOMPARE(db::load(*m_file, tracking)->ofTemplate, id);
  QCOMPARE(findTemplate(*m_file, u("payor"), u("INITIAL"))->id, saved->id);
}

void TestTemplates::whatIsDoneDoesNotHoldAVersion() {
  const auto id = make({wanted("Collect", 2)});
  const auto tracking = start();
  QVERIFY(Trackings(*m_transaction).setStatus(tracking, u("Cancelled"), u("Left"), {}).empty());
  m_transaction->commit(); // the status is settled then
  m_transaction = std::make_unique<db::Transaction>(*m_file, tester(), u("Test"));
  QVERIFY(!saveSteps(*m_transaction, id, {wanted("Other", 1)})->isNewVersion);
}

void TestTemplates::savingWhatWasThereWritesNothing() {
  const auto id = make({wanted("Collect", 2)});
  start();
  const qint64 before = m_file->value(u("SELECT count(*) FROM change_row"));
  QVERIFY(!saveSteps(*m_transaction, id, stepsOf(*m_file, id))->isNewVersion);
  QCOMPARE(m_file->value(u("SELECT count(*) FROM change_row")), before);
}

void TestTemplates::aStepWithoutANameIsRefusedAndNothingWritten() {
  const auto id = make({wanted("Collect", 2)});
  const auto saved = saveSteps(*m_transaction, id, {wanted("Submit", 1), wanted(" ", 2)});
  QVERIFY(!saved.isOk());
  QCOMPARE(saved.problems().front().field, u("name"));
  QCOMPARE(stepsOf(*m_file, id).front().name, u("Collect"));
}

void TestTemplates::whatRunsOnEarlierVersionsIsFound() {
  const auto id = make({wanted("Collect", 2)});
  const auto tracking = start();
  const auto second = saveSteps(*m_transaction, id, {wanted("Collect", 3)})->id;
  const auto other = start();
  QCOMPARE(runningOn(*m_file, second), std::vector{other});
  QCOMPARE(runningOnEarlier(*m_file, *db::load(*m_file, second)), std::vector{tracking});
}

void TestTemplates::aRetiredTemplateIsListedOnceWithItsNewestVersion() {
  const auto id = make({wanted("Collect", 2)});
  start();
  const auto second = saveSteps(*m_transaction, id, {wanted("Collect", 3)})->id;
  setRetired(*m_transaction, second, true);
  const auto all = newestTemplates(*m_file);
  QCOMPARE(all.size(), size_t{1});
  QCOMPARE(all[0].id, second);
  QVERIFY(all[0].retired);
  QVERIFY(!findTemplate(*m_file, u("Payor"), u("Initial")));
}

void TestTemplates::carryingOverKeepsWhatIsDoneAndPlansTheRest() {
  const auto id = make({wanted("Collect", 2), wanted("Submit", 3), wanted("Review", 5)});
  const auto tracking = start();
  move(tracking, 0, "Completed", monday.addDays(1));
  const auto before = stepsOf(*m_file, tracking);
  const auto onto =
      saveSteps(*m_transaction, id,
                {wanted("COLLECT", 9), wanted("Sign", 1), wanted("Submit", 4), wanted("Review", 5, "Payor")})
          ->id;
  Trackings(*m_transaction).carryOver(tracking, onto, monday.addDays(1));
  const auto now = stepsOf(*m_file, tracking);
  QCOMPARE(namesOf(now), (QStringList{u("Collect Completed 4/3"), u("Sign New 4/3"), u("Submit In progress 10/3"),
                                      u("Review New 17/3")}));
  QCOMPARE(now[0].id, before[0].id);
  QCOMPARE(now[0].tat, std::optional(2)); // as it was done
  QCOMPARE(now[2].id, before[1].id);
  QCOMPARE(now[3].waitingOn, u("Payor"));
  QCOMPARE(db::load(*m_file, tracking)->ofTemplate, onto);
}

void TestTemplates::whatTheNewVersionDoesNotHaveIsNotNeeded() {
  const auto id = make({wanted("Collect", 2), wanted("Sign", 3), wanted("Submit", 5)});
  const auto tracking = start();
  move(tracking, 0, "Completed", monday);
  const auto onto = saveSteps(*m_transaction, id, {wanted("Collect", 2), wanted("Submit", 5)})->id;
  Trackings(*m_transaction).carryOver(tracking, onto, monday.addDays(2));
  const auto now = stepsOf(*m_file, tracking);
  QCOMPARE(namesOf(now),
           (QStringList{u("Collect Completed 4/3"), u("Sign Not needed 5/3"), u("Submit In progress 11/3")}));
  QCOMPARE(now[2].started, monday.addDays(2));
}

void TestTemplates::aDateSetByHandStaysWhenItIsCarriedOver() {
  const auto id = make({wanted("Collect", 2), wanted("Submit", 3), wanted("Review", 5)});
  const auto tracking = start();
  Trackings(*m_transaction).setDue(stepsOf(*m_file, tracking)[1].id, QDate(2026, 4, 1));
  const auto onto = saveSteps(*m_transaction, id, {wanted("Collect", 1), wanted("Submit", 1), wanted("Review", 1)})->id;
  Trackings(*m_transaction).carryOver(tracking, onto, monday);
  QCOMPARE(namesOf(stepsOf(*m_file, tracking)),
           (QStringList{u("Collect New 3/3"), u("Submit New 1/4"), u("Review New 2/4")}));
}

void TestTemplates::theSameStepsChangeNothing() {
  const auto id = make({wanted("Collect", 2), wanted("Sign", 4), wanted("Submit", 3), wanted("Review", 5)});
  const auto tracking = start();
  move(tracking, 0, "Completed", monday.addDays(3));
  move(tracking, 1, "Not needed", monday.addDays(7));
  const auto before = stepsOf(*m_file, tracking);
  const auto after =
      carryover::carriedOver(before, stepsOf(*m_file, id), *db::load(*m_file, tracking), monday.addDays(20), {});
  QCOMPARE(carryover::differences(before, after, monday.addDays(20)), QStringList());
  for (size_t i = 0; i < before.size(); ++i)
    QCOMPARE(after[i].values(), before[i].values());
}

void TestTemplates::whatIsAddedBeforeTheStepInHandIsNotLateToday() {
  std::vector<Step> running{{}, {}};
  running[0].id = {1};
  running[0].name = u("Submit");
  running[1].id = {2};
  running[1].name = u("Review");
  Tracking tracking;
  tracking.started = monday;
  const QDate today = monday.addDays(28);
  const std::vector<TemplateStep> steps{wanted("Submit", 1), wanted("Sign", 2), wanted("Review", 1)};
  const auto now = carryover::carriedOver(running, steps, tracking, today, {});
  QCOMPARE(namesOf(now), (QStringList{u("Submit New 3/3"), u("Sign New 1/4"), u("Review New 2/4")}));
}

namespace {

Tracking startedMonday() {
  Tracking tracking;
  tracking.started = monday;
  return tracking;
}

/// As steps that are on file.
std::vector<Step> numbered(std::vector<Step> steps) {
  for (size_t i = 0; i < steps.size(); ++i)
    steps[i].id = {qint64(i) + 1};
  return steps;
}

} // namespace

void TestTemplates::aStepThatIsCalledOtherwiseStaysDone() {
  std::vector<TemplateStep> first{wanted("Submit", 1), wanted("Confirm receipt", 2), wanted("Review", 3)};
  first[1].description = u("Ask whether it has arrived.");
  first[2].description = u("Ask weekly where it stands.");
  const Tracking tracking = startedMonday();
  auto running = numbered(carryover::carriedOver({}, first, tracking, monday, {}));
  plan::move(running, 0, u("Completed"), monday, {});
  plan::move(running, 1, u("Completed"), monday, {});
  auto next = first;
  next[1].name = u("Receipt confirmed");
  next[2].name = u("Payor review");
  const auto now = carryover::carriedOver(running, next, tracking, monday.addDays(1), {});
  QCOMPARE(namesOf(now), (QStringList{u("Submit Completed 3/3"), u("Confirm receipt Completed 4/3"),
                                      u("Payor review In progress 5/3")}));
  QCOMPARE(carryover::differences(running, now, monday.addDays(1)),
           (QStringList{u("“Payor review”: was called “Review”.")}));
}

void TestTemplates::whatStandsBehindAStepThatWasDoneEarlierFollowsTheOpenOnes() {
  const std::vector<TemplateStep> first{wanted("Chair", 1), wanted("Board", 10), wanted("Letter", 5)};
  const Tracking tracking = startedMonday();
  auto running = numbered(carryover::carriedOver({}, first, tracking, monday, {}));
  plan::move(running, 0, u("Completed"), monday, {});
  const std::vector<TemplateStep> next{wanted("Board", 10), wanted("Chair", 1), wanted("Letter", 5)};
  const auto now = carryover::carriedOver(running, next, tracking, monday.addDays(1), {});
  QCOMPARE(namesOf(now), (QStringList{u("Board In progress 16/3"), u("Chair Completed 3/3"), u("Letter New 23/3")}));
}

void TestTemplates::whatChangesIsTold() {
  const auto id = make({wanted("Collect", 2), wanted("Sign", 3), wanted("Submit", 5)});
  const auto tracking = start();
  const auto before = stepsOf(*m_file, tracking);
  Q_UNUSED(id);
  const std::vector<TemplateStep> steps{wanted("Collect", 4), wanted("Submit", 5), wanted("EDI", 10, "Us")};
  const auto after = carryover::carriedOver(before, steps, *db::load(*m_file, tracking), monday, {});
  QCOMPARE(carryover::differences(before, after, monday),
           (QStringList{u("“Collect”: takes 4 business days instead of 2, due Fri 6 Mar instead of Wed 4 Mar."),
                        u("“Sign”: is not needed any more."), u("“Submit”: due Fri 13 Mar instead of Mon 16 Mar."),
                        u("“EDI” is added, due Fri 27 Mar.")}));
}

void TestTemplates::carryingOverIsOneChangeThatIsTakenBack() {
  const auto id = make({wanted("Collect", 2), wanted("Submit", 5)});
  const auto tracking = start();
  m_transaction->commit();
  const auto before = stepsOf(*m_file, tracking);
  m_transaction = std::make_unique<db::Transaction>(*m_file, tester(), u("Saved"));
  const auto saved = saveSteps(*m_transaction, id, {wanted("Collect", 3), wanted("Sign", 1)});
  Trackings(*m_transaction).carryOver(tracking, saved->id, monday);
  m_transaction->commit();
  const qint64 change = m_transaction->changeId();
  m_transaction.reset();
  QVERIFY(db::history::undo(*m_file, tester(), change).isOk());
  const auto now = stepsOf(*m_file, tracking);
  QCOMPARE(now.size(), before.size());
  for (size_t i = 0; i < now.size(); ++i)
    QCOMPARE(now[i].values(), before[i].values());
  QVERIFY(!db::load(*m_file, id)->retired);
  QVERIFY(db::history::verify(*m_file).empty());
}

void TestTemplates::hintsSpeakUp_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("description");
  QTest::addColumn<QString>("role");
  QTest::addColumn<QString>("field");
  const QString good = u("Ask the payor whether it has all it needs, and note the reference.");
  QTest::newRow("fine") << u("Confirm receipt") << good << u("Coordinator") << QString();
  QTest::newRow("long name") << u("Confirm the receipt of the whole application") << good << QString() << u("name");
  QTest::newRow("no description") << u("Confirm receipt") << QString() << QString() << u("description");
  QTest::newRow("short description") << u("Confirm receipt") << u("Ask the payor.") << QString() << u("description");
  QTest::newRow("whole name") << u("Confirm receipt") << u("anna will ask. ANNA WILL knows the number by heart.")
                              << QString() << u("description");
  QTest::newRow("first name") << u("Confirm receipt") << good + u(" Then tell Anna about it.") << QString()
                              << u("description");
  QTest::newRow("a word at the beginning")
      << u("Confirm receipt") << u("Will the payor decide? Ask it once a week.") << QString() << QString();
  QTest::newRow("a word in small letters")
      << u("Confirm receipt") << u("The payor will decide, and it will write.") << QString() << QString();
  QTest::newRow("role") << u("Confirm receipt") << good << u("Anna Will") << u("role");
}

void TestTemplates::hintsSpeakUp() {
  QFETCH(QString, name);
  QFETCH(QString, description);
  QFETCH(QString, role);
  QFETCH(QString, field);
  TemplateStep step;
  step.name = name;
  step.description = description;
  step.role = role;
  step.tat = 5;
  const auto found = goodpractice::hints(std::span(&step, 1), {{u("Anna Will")}, {{u("confirm receipt"), 5}}});
  QCOMPARE(found.size(), size_t(field.isEmpty() ? 0 : 1));
  if (!field.isEmpty()) {
    QCOMPARE(found[0].field, field);
    QCOMPARE(found[0].step, 0);
  }
}

void TestTemplates::ownHistoryTellsATightTime() {
  make({wanted("Collect", 2)});
  for (int days : {3, 4, 7, 9, 10}) {
    const auto tracking = start();
    move(tracking, 0, "In progress", monday);
    move(tracking, 0, "Completed", monday.addDays(days));
  }
  m_transaction->commit();
  const auto office = goodpractice::officeOf(*m_file, u("Payor"), u("Initial"));
  QCOMPARE(office.medianDays.value(u("collect")), 5); // Monday to the next
  const TemplateStep step = wanted("Collect", 4);
  const auto found = goodpractice::hints(std::span(&step, 1), office);
  QVERIFY(std::any_of(found.begin(), found.end(), [](const auto& hint) { return hint.field == u("tat"); }));
}

void TestTemplates::theShippedTemplatesFollowGoodPractice() {
  shipTemplates(*m_transaction);
  for (const TrackingTemplate& one : newestTemplates(*m_file)) {
    const auto found = goodpractice::hints(stepsOf(*m_file, one.id), {{u("Anna Will")}, {}});
    QVERIFY2(found.empty(), found.empty() ? "" : qPrintable(one.type + one.subtype + found.front().sentence));
  }
}

void TestTemplates::aTrackingWithoutItsEnrollmentIsRelinked() {
  const auto id = start();
  Tracking loose = *db::load(*m_file, id);
  loose.enrollment = {};
  db::save(*m_transaction, loose);
  QVERIFY(Trackings(*m_transaction).relink(id).empty());
  QVERIFY(db::load(*m_file, id)->enrollment.isValid());
}

void TestTemplates::oneForNobodyCannotBeRelinked() {
  const auto id = start();
  Tracking loose = *db::load(*m_file, id);
  loose.enrollment = {};
  loose.provider = {};
  db::save(*m_transaction, loose);
  QCOMPARE(Trackings(*m_transaction).relink(id).size(), size_t{1});
}

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
