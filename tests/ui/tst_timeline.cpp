// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/timeline.h"

#include <QtTest>

using ui::Timeline;

namespace {

const QDate today(2026, 3, 2);

/// Steps 1 to `count`, the first `done` of them completed; each is due a week after the one before.
std::vector<Step> steps(int count, int done) {
  std::vector<Step> all;
  for (int i = 1; i <= count; ++i) {
    Step step;
    step.id = {i};
    step.tracking = {7};
    step.name = QStringLiteral("Step %1").arg(i);
    step.status = i <= done ? QStringLiteral("Completed") : QStringLiteral("New");
    step.due = today.addDays(7 * (i - done));
    all.push_back(step);
  }
  return all;
}

QStringList lines(const Timeline& timeline) {
  QStringList all;
  for (int i = 0; i < timeline.count(); ++i)
    all << timeline.item(i)->text();
  return all;
}

} // namespace

class TestTimeline : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void longRunsStandAsOneLineEach();
  void aLineOpensAndShowsItsStep();
  void whatIsChosenOrLateIsNeverHidden();
};

void TestTimeline::longRunsStandAsOneLineEach() {
  Timeline timeline;
  timeline.setFolding(true);
  timeline.showSteps(steps(13, 4), {5}, today, {});
  QCOMPARE(lines(timeline),
           QStringList({"4 steps done", "Step 5", "Step 6", "Step 7", "Step 8", "Step 9", "4 later steps"}));
  QCOMPARE(timeline.chosen(), Id<Step>{5});
  timeline.showSteps(steps(11, 4), {5}, today, {});
  QCOMPARE(timeline.count(), 8); // two more are shown sooner than folded
  timeline.setFolding(false);
  timeline.showSteps(steps(13, 4), {5}, today, {});
  QCOMPARE(timeline.count(), 13);
}

void TestTimeline::aLineOpensAndShowsItsStep() {
  for (const auto& [line, step] : {std::pair(0, 4), std::pair(6, 10)}) {
    Timeline timeline;
    timeline.setFolding(true);
    timeline.showSteps(steps(13, 4), {5}, today, {});
    Id<Step> shown;
    connect(&timeline, &Timeline::stepChosen, this, [&](Id<Step> chosen) { shown = chosen; });
    timeline.setCurrentRow(line);
    QTRY_COMPARE(shown, Id<Step>{step});
    QCOMPARE(timeline.count(), 13);
    QCOMPARE(timeline.chosen(), Id<Step>{step});
  }
}

void TestTimeline::whatIsChosenOrLateIsNeverHidden() {
  Timeline timeline;
  timeline.setFolding(true);
  timeline.showSteps(steps(13, 4), {12}, today, {});
  QVERIFY(lines(timeline).contains("Step 12"));
  auto late = steps(13, 4);
  late[11].due = today.addDays(-1);
  timeline.showSteps(late, {5}, today, {});
  QVERIFY(lines(timeline).contains("Step 12"));
  auto begun = steps(13, 4);
  begun[12].status = "Waiting";
  timeline.showSteps(begun, {5}, today, {});
  QVERIFY(lines(timeline).contains("Step 13"));
}

QTEST_MAIN(TestTimeline)
#include "tst_timeline.moc"
