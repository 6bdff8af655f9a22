// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/plan.h"

#include "core/tracking/status.h"

#include <algorithm>

namespace plan {

namespace {

const QString inProgress = QStringLiteral("In progress");
const QString waiting = QStringLiteral("Waiting");
const QString completed = QStringLiteral("Completed");
const QString notNeeded = QStringLiteral("Not needed");
const QString fresh = QStringLiteral("New");

/// Lets the open ones of these steps follow a day, each its time after the one before.
void follow(std::span<Step> steps, QDate day, const Calendar& calendar) {
  for (Step& step : steps) {
    if (!isOpenStatus(step.status))
      continue;
    if (!step.duePinned)
      step.due = addBusinessDays(day, step.tat.value_or(0), calendar);
    if (step.due.isValid())
      day = step.due;
  }
}

/// Among open steps with no completed one between them, none is due before the one it stands behind.
void keepOrder(std::span<Step> steps, const Calendar& calendar) {
  QDate before;
  for (Step& step : steps) {
    if (step.status == completed)
      before = {};
    if (!isOpenStatus(step.status))
      continue;
    if (!step.duePinned && before.isValid() && step.due.isValid() && step.due < before)
      step.due = addBusinessDays(before, step.tat.value_or(0), calendar);
    if (step.due.isValid())
      before = step.due;
  }
}

void begin(Step& step, const QString& status, QDate today) {
  if (!step.started.isValid())
    step.started = today;
  if (status != step.status)
    step.waitingSince = today;
  step.status = status;
  step.completed = {};
}

/// What comes after a step that was done on this day: the next one starts.
void carryOn(std::span<Step> later, QDate today, const Calendar& calendar) {
  const auto next =
      std::find_if(later.begin(), later.end(), [](const Step& step) { return isOpenStatus(step.status); });
  if (next != later.end() && next->status == fresh)
    begin(*next, inProgress, today);
  follow(later, today, calendar);
}

} // namespace

void planNew(std::span<Step> steps, QDate started, const Calendar& calendar) { follow(steps, started, calendar); }

bool mayMove(const QString& from, const QString& to) {
  if (from == to)
    return false;
  return from != completed || to == inProgress || to == waiting;
}

void move(std::span<Step> steps, size_t index, const QString& to, QDate today, const Calendar& calendar) {
  Step& step = steps[index];
  const bool opens = !isOpenStatus(step.status);
  const std::span<Step> before = steps.first(index), later = steps.subspan(index + 1);
  if (to == inProgress || to == waiting) {
    begin(step, to, today);
    if (opens)
      keepOrder(steps, calendar);
    return;
  }
  step.status = to;
  step.waitingSince = {};
  step.completed = to == completed ? today : QDate();
  if (to == fresh) {
    step.started = {};
    if (opens)
      keepOrder(steps, calendar);
    return;
  }
  if (to == completed && !step.started.isValid())
    step.started = today;
  const auto isOpen = [](const Step& one) { return isOpenStatus(one.status); };
  if (to == completed || std::none_of(before.begin(), before.end(), isOpen)) {
    carryOn(later, today, calendar);
    return;
  }
  const auto dated =
      std::find_if(before.rbegin(), before.rend(), [&](const Step& one) { return isOpen(one) && one.due.isValid(); });
  if (dated != before.rend())
    follow(later, dated->due, calendar);
}

void setDue(std::span<Step> steps, size_t index, QDate due, const Calendar& calendar) {
  steps[index].due = due;
  steps[index].duePinned = true;
  if (due.isValid() && isOpenStatus(steps[index].status))
    follow(steps.subspan(index + 1), due, calendar);
  else
    keepOrder(steps, calendar); // what stood behind it stands behind the one before it now
}

void replan(std::span<Step> steps, QDate started, const Calendar& calendar, bool isReordered) {
  QDate day = started; // what the next open step's time runs from
  bool followsOpen = false, handedOn = false;
  for (Step& step : steps) {
    if (!isOpenStatus(step.status)) {
      if (step.status == completed) {
        if (step.completed.isValid())
          day = isReordered ? std::max(day, step.completed) : step.completed;
        followsOpen = false;
      }
      handedOn = step.status == notNeeded && !followsOpen;
      continue;
    }
    // What took over from a step that was not needed began on the day that was found out.
    if (handedOn && step.started.isValid() && step.started > day)
      day = step.started;
    if (!step.duePinned)
      step.due = addBusinessDays(day, step.tat.value_or(0), calendar);
    if (step.due.isValid())
      day = step.due;
    followsOpen = true;
    handedOn = false;
  }
}

bool Reading::isPlanned(const Step& step) {
  const auto after = [&](QDate day) {
    return day.isValid() ? addBusinessDays(day, step.tat.value_or(0), *m_calendar) : QDate();
  };
  m_initial = after(m_initial);
  const bool follows = step.due.isValid() && (step.due == m_initial || step.due == after(m_due) ||
                                              step.due == after(m_completed) || step.due == after(step.started));
  m_due = step.due;
  m_completed = step.completed;
  return follows;
}

} // namespace plan
