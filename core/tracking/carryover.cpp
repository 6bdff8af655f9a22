// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/carryover.h"

#include "core/base/text.h"
#include "core/calendar/typeddate.h"
#include "core/tracking/plan.h"
#include "core/tracking/status.h"

#include <QCoreApplication>
#include <algorithm>

namespace carryover {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(CarryOver)
};

const QString fresh = QStringLiteral("New");

bool isInHand(const Step& step) { return isOpenStatus(step.status) && step.status != fresh; }

bool hasOneInHand(const std::vector<Step>& steps) { return std::any_of(steps.begin(), steps.end(), isInHand); }

void take(Step& step, const TemplateStep& wanted) {
  step.name = wanted.name;
  step.description = wanted.description;
  step.tat = wanted.tat;
  if (step.status == fresh)
    step.waitingOn = wanted.waitingOn;
}

Step added(const TemplateStep& wanted, const Tracking& tracking) {
  Step step;
  step.tracking = tracking.id;
  step.assignee = tracking.assignee;
  take(step, wanted);
  return step;
}

/// Puts the step that stood at `place` behind the one it followed.
void keep(std::vector<Step>& steps, const std::vector<Step>& running, size_t place, const Step& step) {
  auto at = steps.begin();
  for (size_t before = place; before-- > 0 && at == steps.begin();) {
    const auto found =
        std::find_if(steps.begin(), steps.end(), [&](const Step& one) { return one.id == running[before].id; });
    if (found != steps.end())
      at = found + 1;
  }
  steps.insert(at, step);
}

QString shown(QDate date, QDate today) { return date.isValid() ? shownDate(date, today) : Say::tr("no date"); }

} // namespace

std::vector<Step> carriedOver(const std::vector<Step>& running, std::span<const TemplateStep> wanted,
                              const Tracking& tracking, QDate today, const Calendar& calendar) {
  std::vector<bool> isTaken(running.size(), false);
  std::vector<size_t> places(wanted.size(), running.size()); // where each step of the template runs
  const auto find = [&](const auto& isSame) {
    for (size_t i = 0; i < wanted.size(); ++i)
      for (size_t place = 0; place < running.size() && places[i] == running.size(); ++place)
        if (!isTaken[place] && isSame(running[place], wanted[i])) {
          isTaken[place] = true;
          places[i] = place;
        }
  };
  find([](const Step& step, const TemplateStep& one) { return folded(step.name) == folded(one.name); });
  // One that is called otherwise, and described as no other is, is the same work: what is done of it stays done.
  const auto isAlone = [](const auto& all, const QString& words) {
    return std::count_if(all.begin(), all.end(), [&](const auto& one) { return folded(one.description) == words; }) ==
           1;
  };
  find([&](const Step& step, const TemplateStep& one) {
    const QString words = folded(one.description);
    return !words.isEmpty() && folded(step.description) == words && isAlone(running, words) && isAlone(wanted, words);
  });
  std::vector<Step> steps;
  bool isReordered = false;
  size_t furthest = 0;
  for (size_t i = 0; i < wanted.size(); ++i) {
    const size_t place = places[i];
    if (place == running.size()) {
      steps.push_back(added(wanted[i], tracking));
      continue;
    }
    isReordered = isReordered || place < furthest;
    furthest = std::max(furthest, place);
    steps.push_back(running[place]);
    if (isOpenStatus(steps.back().status))
      take(steps.back(), wanted[i]);
  }
  for (size_t place = 0; place < running.size(); ++place) {
    if (isTaken[place])
      continue;
    Step step = running[place];
    if (isOpenStatus(step.status)) {
      step.status = QStringLiteral("Not needed");
      step.waitingSince = {};
    }
    keep(steps, running, place, step);
  }
  int position = 0;
  for (Step& step : steps)
    step.position = ++position;
  if (hasOneInHand(running) && !hasOneInHand(steps)) {
    const auto next = std::find_if(steps.begin(), steps.end(), [](const Step& one) { return one.status == fresh; });
    if (next != steps.end())
      plan::move(steps, size_t(next - steps.begin()), QStringLiteral("In progress"), today, calendar);
  }
  plan::replan(steps, tracking.started, calendar, isReordered);
  // What is added is not late on the day it is added; what follows it is not due before it.
  const auto late = std::find_if(steps.begin(), steps.end(), [&](const Step& one) {
    return !one.id.isValid() && isOpenStatus(one.status) && one.due.isValid() && one.due < today;
  });
  if (late != steps.end())
    plan::replan(std::span(late, steps.end()), today, calendar, isReordered);
  return steps;
}

QStringList differences(const std::vector<Step>& before, const std::vector<Step>& after, QDate today) {
  QStringList told;
  const auto kept = [&](Id<Step> id) {
    return std::find_if(before.begin(), before.end(), [&](const Step& one) { return one.id == id; });
  };
  qsizetype last = -1; // the place of the step before, as it was: one that stands before it has moved
  for (const Step& now : after) {
    const auto was = now.id.isValid() ? kept(now.id) : before.end();
    if (was == before.end()) {
      told << Say::tr("“%1” is added, due %2.").arg(now.name, shown(now.due, today));
      continue;
    }
    QStringList changes;
    if (now.name != was->name)
      changes << Say::tr("was called “%1”").arg(was->name);
    if (now.status != was->status)
      changes << (isOpenStatus(now.status) ? Say::tr("starts") : Say::tr("is not needed any more"));
    if (isOpenStatus(now.status)) {
      if (now.tat != was->tat)
        changes << Say::tr("takes %1 business days instead of %2").arg(now.tat.value_or(0)).arg(was->tat.value_or(0));
      if (now.due != was->due)
        changes << Say::tr("due %1 instead of %2").arg(shown(now.due, today), shown(was->due, today));
      if (now.waitingOn != was->waitingOn)
        changes << Say::tr("waits on %1").arg(now.waitingOn.isEmpty() ? Say::tr("nobody named") : now.waitingOn);
      if (now.description != was->description)
        changes << Say::tr("new description");
    }
    if (was - before.begin() < last)
      changes << Say::tr("stands elsewhere");
    last = std::max<qsizetype>(last, was - before.begin());
    if (!changes.isEmpty())
      told << QStringLiteral("“%1”: %2.").arg(now.name, changes.join(QStringLiteral(", ")));
  }
  return told;
}

} // namespace carryover
