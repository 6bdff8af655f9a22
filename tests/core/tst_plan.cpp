// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/plan.h"

#include <QRandomGenerator>
#include <QTest>

// The rules told a second time: days are walked one by one, and each step asks for itself which day it follows.
namespace {

using Steps = std::vector<Step>;

QDate walked(QDate day, int n, const Calendar& calendar) {
  if (n == 0) {
    while (!isBusinessDay(day, calendar))
      day = day.addDays(1);
    return day;
  }
  while (n > 0) {
    day = day.addDays(1);
    n -= isBusinessDay(day, calendar) ? 1 : 0;
  }
  return day;
}

bool isDone(const Step& step) {
  return step.status == QStringLiteral("Completed") || step.status == QStringLiteral("Not needed");
}

/// The due date of a step that follows: asks the open one before it, down to `from`, whose day is `base`.
QDate dueOf(const Steps& steps, int index, int from, QDate base, const Calendar& calendar) {
  const Step& step = steps[size_t(index)];
  if (step.duePinned)
    return step.due;
  for (int i = index - 1; i > from; --i) {
    if (isDone(steps[size_t(i)]))
      continue;
    const QDate before = dueOf(steps, i, from, base, calendar);
    if (before.isValid())
      return walked(before, step.tat.value_or(0), calendar);
  }
  return walked(base, step.tat.value_or(0), calendar);
}

Steps randomSteps(QRandomGenerator& random, QDate started) {
  static const QStringList statuses{QStringLiteral("New"),         QStringLiteral("New"),
                                    QStringLiteral("In progress"), QStringLiteral("Waiting"),
                                    QStringLiteral("Completed"),   QStringLiteral("Not needed")};
  Steps steps(size_t(random.bounded(1, 9)));
  for (Step& step : steps) {
    if (random.bounded(5))
      step.tat = random.bounded(0, 50);
    step.status = statuses[random.bounded(statuses.size())];
    step.duePinned = random.bounded(4) == 0;
    if (step.duePinned && random.bounded(5))
      step.due = started.addDays(random.bounded(-20, 200));
    if (step.status != QStringLiteral("New") && step.status != QStringLiteral("Not needed"))
      step.started = started;
    if (step.status == QStringLiteral("Completed"))
      step.completed = started.addDays(random.bounded(20));
  }
  return steps;
}

Calendar randomCalendar(QRandomGenerator& random, QDate around) {
  std::vector<QDate> closed;
  for (int i = random.bounded(6); i > 0; --i)
    closed.push_back(around.addDays(random.bounded(120)));
  return closed;
}

Step make(const char* status, std::optional<int> tat, QDate due = {}, bool pinned = false) {
  Step step;
  step.status = QString::fromLatin1(status);
  step.tat = tat;
  step.due = due;
  step.duePinned = pinned;
  return step;
}

const QDate friday(2026, 7, 10);
const Calendar noneClosed;

} // namespace

class TestPlan : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aNewPlanIsAsTheRulesToldAgainSay();
  void aCompletedStepMovesTheRestAsTheRulesToldAgainSay();
  void eachStepIsDueItsTimeAfterTheOneBefore();
  void aStepWithoutATimeIsDueWithTheOneBefore();
  void aPinnedDateStaysAndIsFollowed();
  void closedDaysOfTheTeamCount();
  void completingStartsTheNextOpenStep();
  void completingTheLastStepStartsNothing();
  void aStepAlreadyBegunKeepsItsStart();
  void whatIsNotNeededIsPassedOver();
  void theStepInHandNotNeededHandsOn();
  void oneFurtherDownNotNeededLetsTheLaterFollow();
  void reopeningKeepsTheStartAndForgetsTheEnd();
  void goingBackToNewForgetsTheStart();
  void waitingSinceIsTheDayOfTheMove();
  void movesThatMayBe_data();
  void movesThatMayBe();
};

void TestPlan::aNewPlanIsAsTheRulesToldAgainSay() {
  QRandomGenerator random(20260302);
  for (int round = 0; round < 2000; ++round) {
    const QDate started = QDate(2024, 1, 1).addDays(random.bounded(1500));
    const Calendar calendar = randomCalendar(random, started);
    Steps steps = randomSteps(random, started);
    for (Step& step : steps)
      step.status = QStringLiteral("New");
    const Steps before = steps;
    plan::planNew(steps, started, calendar);
    for (int i = 0; i < int(steps.size()); ++i)
      QCOMPARE(steps[size_t(i)].due, dueOf(before, i, -1, started, calendar));
  }
}

void TestPlan::aCompletedStepMovesTheRestAsTheRulesToldAgainSay() {
  QRandomGenerator random(20260303);
  for (int round = 0; round < 5000; ++round) {
    const QDate started = QDate(2024, 1, 1).addDays(random.bounded(1500));
    const QDate today = started.addDays(random.bounded(100));
    const Calendar calendar = randomCalendar(random, started);
    Steps steps = randomSteps(random, started);
    const int index = random.bounded(int(steps.size()));
    steps[size_t(index)].status = QStringLiteral("In progress");
    plan::planNew(steps, started, calendar);
    const Steps before = steps;
    plan::move(steps, size_t(index), QStringLiteral("Completed"), today, calendar);
    QCOMPARE(steps[size_t(index)].completed, today);
    bool isNext = true;
    for (int i = 0; i < int(steps.size()); ++i) {
      const Step &was = before[size_t(i)], &is = steps[size_t(i)];
      if (i <= index || isDone(was)) {
        QCOMPARE(is.due, was.due);
        if (i != index)
          QCOMPARE(is.status, was.status);
        continue;
      }
      QCOMPARE(is.due, dueOf(before, i, index, today, calendar));
      const bool starts = isNext && was.status == QStringLiteral("New");
      QCOMPARE(is.status, starts ? QStringLiteral("In progress") : was.status);
      QCOMPARE(is.started, starts && !was.started.isValid() ? today : was.started);
      isNext = false;
    }
  }
}

void TestPlan::eachStepIsDueItsTimeAfterTheOneBefore() {
  Steps steps{make("New", 1), make("New", 2), make("New", 5)};
  plan::planNew(steps, QDate(2026, 7, 1), noneClosed); // Friday the 3rd is the observed holiday
  QCOMPARE(steps[0].due, QDate(2026, 7, 2));
  QCOMPARE(steps[1].due, QDate(2026, 7, 7));
  QCOMPARE(steps[2].due, QDate(2026, 7, 14));
}

void TestPlan::aStepWithoutATimeIsDueWithTheOneBefore() {
  Steps steps{make("New", {}), make("New", 1), make("New", {})};
  plan::planNew(steps, QDate(2026, 7, 11), noneClosed); // a Saturday
  QCOMPARE(steps[0].due, QDate(2026, 7, 13));
  QCOMPARE(steps[1].due, QDate(2026, 7, 14));
  QCOMPARE(steps[2].due, QDate(2026, 7, 14));
}

void TestPlan::aPinnedDateStaysAndIsFollowed() {
  Steps steps{make("In progress", 1), make("New", 3, QDate(2026, 8, 3), true), make("New", 1)};
  plan::move(steps, 0, QStringLiteral("Completed"), friday, noneClosed);
  QCOMPARE(steps[1].due, QDate(2026, 8, 3));
  QCOMPARE(steps[2].due, QDate(2026, 8, 4));
}

void TestPlan::closedDaysOfTheTeamCount() {
  Steps steps{make("New", 1)};
  plan::planNew(steps, friday, Calendar({QDate(2026, 7, 13)}));
  QCOMPARE(steps[0].due, QDate(2026, 7, 14));
}

void TestPlan::completingStartsTheNextOpenStep() {
  Steps steps{make("New", 1), make("Not needed", 1), make("New", 2), make("New", 1)};
  plan::move(steps, 0, QStringLiteral("Completed"), friday, noneClosed);
  QCOMPARE(steps[0].started, friday);
  QCOMPARE(steps[0].completed, friday);
  QCOMPARE(steps[2].status, QStringLiteral("In progress"));
  QCOMPARE(steps[2].started, friday);
  QCOMPARE(steps[2].due, QDate(2026, 7, 14));
  QCOMPARE(steps[3].status, QStringLiteral("New"));
  QCOMPARE(steps[3].due, QDate(2026, 7, 15));
}

void TestPlan::completingTheLastStepStartsNothing() {
  Steps steps{make("New", 1, QDate(2026, 7, 1)), make("In progress", 1)};
  plan::move(steps, 1, QStringLiteral("Completed"), friday, noneClosed);
  QCOMPARE(steps[0].status, QStringLiteral("New"));
  QCOMPARE(steps[0].due, QDate(2026, 7, 1));
}

void TestPlan::aStepAlreadyBegunKeepsItsStart() {
  Steps steps{make("In progress", 1), make("Waiting", 2)};
  steps[1].started = QDate(2026, 7, 1);
  plan::move(steps, 0, QStringLiteral("Completed"), friday, noneClosed);
  QCOMPARE(steps[1].status, QStringLiteral("Waiting"));
  QCOMPARE(steps[1].started, QDate(2026, 7, 1));
  QCOMPARE(steps[1].due, QDate(2026, 7, 14));
}

void TestPlan::whatIsNotNeededIsPassedOver() {
  Steps steps{make("New", 1), make("Not needed", 30, QDate(2026, 1, 5)), make("New", 1)};
  plan::planNew(steps, friday, noneClosed);
  QCOMPARE(steps[1].due, QDate(2026, 1, 5));
  QCOMPARE(steps[2].due, QDate(2026, 7, 14));
}

void TestPlan::theStepInHandNotNeededHandsOn() {
  Steps steps{make("Completed", 1), make("In progress", 1), make("New", 1)};
  plan::move(steps, 1, QStringLiteral("Not needed"), friday, noneClosed);
  QVERIFY(!steps[1].completed.isValid());
  QCOMPARE(steps[2].status, QStringLiteral("In progress"));
  QCOMPARE(steps[2].due, QDate(2026, 7, 13));
}

void TestPlan::oneFurtherDownNotNeededLetsTheLaterFollow() {
  Steps steps{make("In progress", 1), make("New", 20), make("New", 1)};
  plan::planNew(steps, friday, noneClosed);
  plan::move(steps, 1, QStringLiteral("Not needed"), QDate(2026, 7, 20), noneClosed);
  QCOMPARE(steps[2].status, QStringLiteral("New"));
  QCOMPARE(steps[2].due, QDate(2026, 7, 14));
}

void TestPlan::reopeningKeepsTheStartAndForgetsTheEnd() {
  Steps steps{make("Completed", 1)};
  steps[0].started = QDate(2026, 7, 1);
  steps[0].completed = QDate(2026, 7, 2);
  plan::move(steps, 0, QStringLiteral("In progress"), friday, noneClosed);
  QCOMPARE(steps[0].started, QDate(2026, 7, 1));
  QVERIFY(!steps[0].completed.isValid());
}

void TestPlan::goingBackToNewForgetsTheStart() {
  Steps steps{make("In progress", 1, QDate(2026, 7, 13))};
  steps[0].started = friday;
  plan::move(steps, 0, QStringLiteral("New"), friday, noneClosed);
  QVERIFY(!steps[0].started.isValid() && !steps[0].waitingSince.isValid());
  QCOMPARE(steps[0].due, QDate(2026, 7, 13));
}

void TestPlan::waitingSinceIsTheDayOfTheMove() {
  Steps steps{make("In progress", 1), make("New", 1)};
  steps[0].waitingSince = QDate(2026, 7, 1);
  plan::move(steps, 0, QStringLiteral("Waiting"), friday, noneClosed);
  QCOMPARE(steps[0].waitingSince, friday);
  plan::move(steps, 0, QStringLiteral("Completed"), friday.addDays(3), noneClosed);
  QVERIFY(!steps[0].waitingSince.isValid());
  QCOMPARE(steps[1].waitingSince, friday.addDays(3));
}

void TestPlan::movesThatMayBe_data() {
  QTest::addColumn<QString>("from");
  QTest::addColumn<QString>("to");
  QTest::addColumn<bool>("may");
  const QStringList all{QStringLiteral("New"), QStringLiteral("In progress"), QStringLiteral("Waiting"),
                        QStringLiteral("Completed"), QStringLiteral("Not needed")};
  // Rows from, columns to, in the order above.
  const char* table[] = {".++++", "+.+++", "++.++", ".++..", "++++."};
  for (int from = 0; from < all.size(); ++from)
    for (int to = 0; to < all.size(); ++to)
      QTest::addRow("%s to %s", qPrintable(all[from]), qPrintable(all[to]))
          << all[from] << all[to] << (table[from][to] == '+');
}

void TestPlan::movesThatMayBe() {
  QFETCH(QString, from);
  QFETCH(QString, to);
  QTEST(plan::mayMove(from, to), "may");
}

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
