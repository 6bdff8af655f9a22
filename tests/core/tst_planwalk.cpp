// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/carryover.h"
#include "core/tracking/plan.h"
#include "core/tracking/status.h"
#include "core/tracking/trackings.h"
#include "support/freshfile.h"

#include <QRandomGenerator>
#include <QTest>

// Random walks: whatever is done to a tracking in whatever order, what is promised of it holds. It is looked at with
// rules of its own, which know nothing of how the plan is made.
namespace {

using Steps = std::vector<Step>;

constexpr int moves = 1'000'000, movesOnFile = 1500, movesOfOne = 40;

const QStringList statuses{QStringLiteral("New"), QStringLiteral("In progress"), QStringLiteral("Waiting"),
                           QStringLiteral("Completed"), QStringLiteral("Not needed")};
const QStringList names{QStringLiteral("Collect"), QStringLiteral("Sign"),   QStringLiteral("Submit"),
                        QStringLiteral("Confirm"), QStringLiteral("Review"), QStringLiteral("Load")};

bool isOpen(const Step& step) { return statuses.indexOf(step.status) < 3; }
bool isCompleted(const Step& step) { return step.status == statuses[3]; }

/// What is broken of what is promised, or nothing.
QString broken(const Steps& steps, QDate today) {
  QDate before; // the due date of the open step before, down to the last completed one
  for (const Step& step : steps) {
    if (isCompleted(step) != step.completed.isValid())
      return QStringLiteral("completed has its day and nothing else has");
    if (step.completed > today)
      return QStringLiteral("completed on a day to come");
    if (isCompleted(step) && !step.started.isValid())
      return QStringLiteral("completed and never started");
    if (isOpen(step) && step.status != statuses[0] && (!step.started.isValid() || !step.waitingSince.isValid()))
      return QStringLiteral("in hand since when?");
    if (!isOpen(step) && step.waitingSince.isValid())
      return QStringLiteral("what is done waits");
    if (isCompleted(step))
      before = {};
    if (!isOpen(step))
      continue;
    if (!step.duePinned && !step.due.isValid())
      return QStringLiteral("no date although none set it so");
    if (!step.duePinned && !isBusinessDay(step.due))
      return QStringLiteral("due on a day off");
    if (!step.duePinned && before.isValid() && step.due < before)
      return QStringLiteral("due before the step it stands behind");
    if (step.due.isValid())
      before = step.due;
  }
  return {};
}

/// While something is open and something was done, one is in hand: the first that is open after what was completed
/// last.
QString withoutHand(const Steps& before, const Steps& after, size_t completed) {
  for (size_t i = completed + 1; i < after.size(); ++i)
    if (isOpen(after[i])) {
      if (after[i].status == statuses[0])
        return QStringLiteral("the next one did not start");
      const bool hasStarted = before[i].status == statuses[0];
      if (hasStarted && after[i].status != statuses[1])
        return QStringLiteral("the next one starts as in progress");
      return {};
    }
  return {};
}

std::vector<TemplateStep> randomTemplate(QRandomGenerator& random) {
  std::vector<TemplateStep> steps(size_t(random.bounded(1, 8)));
  for (TemplateStep& step : steps) {
    step.name = names[random.bounded(names.size())];
    if (random.bounded(6))
      step.tat = random.bounded(6);
  }
  return steps;
}

/// What is done stays as it was, in its order; each step of the template is there.
QString lost(const Steps& before, const Steps& after, const std::vector<TemplateStep>& wanted) {
  for (const Step& old : before) {
    const auto now = std::find_if(after.begin(), after.end(), [&](const Step& one) { return one.id == old.id; });
    if (now == after.end())
      return QStringLiteral("a step is gone");
    if (!isOpen(old) && (now->status != old.status || now->due != old.due || now->completed != old.completed))
      return QStringLiteral("what was done has changed");
    if (old.duePinned && now->due != old.due)
      return QStringLiteral("a date set by hand has changed");
  }
  for (const QString& name : names) {
    const auto has = [&](const auto& all) {
      return std::count_if(all.begin(), all.end(), [&](const auto& one) { return one.name == name; });
    };
    if (has(after) < has(wanted))
      return QStringLiteral("a step of the template is missing");
  }
  return {};
}

} // namespace

class TestPlanWalk : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void whateverIsDoneToATrackingItsPromisesHold();
  void whateverIsDoneHistoryExplainsIt();
};

void TestPlanWalk::whateverIsDoneToATrackingItsPromisesHold() {
  QRandomGenerator random(20260304);
  const Calendar noneClosed;
  int done = 0;
  while (done < moves) {
    QDate today = QDate(2024, 1, 1).addDays(random.bounded(1500));
    Tracking tracking;
    tracking.started = today;
    Steps steps = carryover::carriedOver({}, randomTemplate(random), tracking, today, noneClosed);
    qint64 id = 0;
    for (Step& step : steps)
      step.id = {++id};
    for (int one = 0; one < movesOfOne; ++one, ++done) {
      today = today.addDays(random.bounded(4));
      const Steps before = steps;
      const int what = random.bounded(10);
      QString wrong;
      if (what == 0) {
        const auto wanted = randomTemplate(random);
        steps = carryover::carriedOver(before, wanted, tracking, today, noneClosed);
        for (Step& step : steps)
          if (!step.id.isValid())
            step.id = {++id};
        wrong = lost(before, steps, wanted);
      } else if (what == 1) {
        const size_t index = size_t(random.bounded(int(steps.size())));
        plan::setDue(steps, index, random.bounded(5) ? today.addDays(random.bounded(-9, 30)) : QDate(), noneClosed);
      } else {
        const size_t index = size_t(random.bounded(int(steps.size())));
        const QString to = statuses[random.bounded(statuses.size())];
        if (!plan::mayMove(steps[index].status, to))
          continue;
        plan::move(steps, index, to, today, noneClosed);
        if (to == statuses[3])
          wrong = withoutHand(before, steps, index);
      }
      if (wrong.isEmpty())
        wrong = broken(steps, today);
      if (!wrong.isEmpty()) {
        const auto told = [](const Steps& all) {
          QString text;
          for (const Step& step : all)
            text += QStringLiteral("\n  %1 %2 %3 due %4%5 started %6 completed %7")
                        .arg(step.id.value)
                        .arg(step.name, step.status, step.due.toString(Qt::ISODate),
                             step.duePinned ? QStringLiteral("!") : QString(), step.started.toString(Qt::ISODate),
                             step.completed.toString(Qt::ISODate));
          return text;
        };
        QFAIL(qPrintable(QStringLiteral("move %1, %2: %3\nbefore%4\nafter%5")
                             .arg(done)
                             .arg(today.toString(Qt::ISODate), wrong, told(before), told(steps))));
      }
    }
  }
}

void TestPlanWalk::whateverIsDoneHistoryExplainsIt() {
  QRandomGenerator random(20260305);
  const auto file = freshFile();
  QDate today(2026, 3, 2);
  std::vector<Id<Tracking>> trackings;
  Id<TrackingTemplate> other;
  {
    db::Transaction transaction(*file, tester(), QStringLiteral("Start"));
    TrackingTemplate made;
    made.type = QStringLiteral("Licence");
    for (const char* subtype : {"One", "Two"}) {
      made.id = {};
      made.subtype = QString::fromLatin1(subtype);
      other = made.id = db::save(transaction, made);
      int position = 0;
      for (TemplateStep step : randomTemplate(random)) {
        step.ofTemplate = made.id;
        step.position = ++position;
        db::save(transaction, step);
      }
    }
    Trackings store(transaction);
    for (int i = 0; i < 20; ++i) {
      Tracking tracking;
      tracking.type = made.type;
      tracking.subtype = QStringLiteral("One");
      tracking.started = today;
      trackings.push_back(store.start(tracking));
    }
    transaction.commit();
  }
  for (int i = 0; i < movesOnFile; ++i) {
    if (i % 50 == 0)
      today = today.addDays(1);
    const Id<Tracking> one = trackings[size_t(random.bounded(int(trackings.size())))];
    const Steps steps = stepsOf(*file, one);
    const Step& step = steps[size_t(random.bounded(int(steps.size())))];
    db::Transaction transaction(*file, tester(), QStringLiteral("Move"));
    Trackings store(transaction);
    if (i % 100 == 99)
      store.carryOver(one, other, today);
    else if (i % 7 == 0)
      store.setDue(step.id, today.addDays(random.bounded(20)));
    else if (const QString to = statuses[random.bounded(statuses.size())]; plan::mayMove(step.status, to))
      QVERIFY(store.moveStep(step.id, to, today).isOk());
    transaction.commit();
    QCOMPARE(broken(stepsOf(*file, one), today), QString());
  }
  QVERIFY(db::history::verify(*file).empty());
  const QStringList unsettled = [&] {
    QStringList all;
    for (const QString& reference : unsettledTrackings(*file))
      all << reference;
    return all;
  }();
  QCOMPARE(unsettled, QStringList());
  // Each change taken back, the newest first, leads to where it began.
  while (true) {
    const qint64 last = file->value(QStringLiteral("SELECT max(id) FROM change WHERE what = 'Move' AND undoes IS NULL "
                                                   "AND id NOT IN (SELECT undoes FROM change WHERE undoes IS NOT "
                                                   "NULL)"));
    if (last == 0)
      break;
    QVERIFY(db::history::undo(*file, tester(), last).isOk());
  }
  QCOMPARE(file->value(QStringLiteral("SELECT count(*) FROM step WHERE status <> 'New'")), 0);
}

QTEST_GUILESS_MAIN(TestPlanWalk)
#include "tst_planwalk.moc"
