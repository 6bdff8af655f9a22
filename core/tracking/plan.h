// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/businessdays.h"
#include "core/tracking/step.h"

#include <span>

/// The dates of a tracking's steps, and how a step may move: no database, no clock. Steps are in order of position.
///
/// Each open step is due its turn-around time in business days after the one before it; one without a time is due with
/// the one before, or on the next business day. A due date set by hand (duePinned) stays, and what comes later follows
/// it. Steps that are completed or not needed keep their dates and are passed over. So the open steps between two
/// completed ones are due in their order, but for those with a date set by hand.
namespace plan {

/// A new tracking's due dates: the first step's time runs from `started`.
void planNew(std::span<Step> steps, QDate started, const Calendar& calendar);

/// Whether a step may go from one status to another. A completed one is only reopened, as In progress or Waiting; all
/// other moves between two different statuses may be.
bool mayMove(const QString& from, const QString& to);

/// Moves a step, as mayMove allows. Completed on `today`: the next open step starts that day and is due its time after
/// it, the later ones follow. The same when the step in hand turns out not to be needed; one further down that is not
/// needed lets the later ones follow the open one before it. One that is opened again pushes those behind it that would
/// be due before it. Started and waiting since are kept in step.
void move(std::span<Step> steps, size_t index, const QString& to, QDate today, const Calendar& calendar);

/// Sets a step's due date by hand: planning leaves it, the open steps behind it follow it. An invalid one is "no date".
void setDue(std::span<Step> steps, size_t index, QDate due, const Calendar& calendar);

/// Plans the open steps of a running tracking anew, as if each had just been reached: from the day the step before it
/// was completed, from its due date while that is open, the first from `started`. Unchanged steps keep their dates.
/// Where steps were put into another order (`isReordered`), one that is done does not let those behind it be due before
/// the open ones in front of it.
void replan(std::span<Step> steps, QDate started, const Calendar& calendar, bool isReordered = false);

/// Tells from the dates alone which due dates the rules give, so that nobody need have set them by hand.
class Reading {
public:
  Reading(QDate started, const Calendar& calendar) : m_calendar(&calendar), m_initial(started), m_due(started) {}

  /// Of the next step of the tracking. Its date is given by the rules when it is what the plan said at the start, or
  /// its time after the step before it was due or completed, or after the day it was begun itself (what is not needed
  /// hands over).
  bool isPlanned(const Step& step);

private:
  const Calendar* m_calendar;
  QDate m_initial;          ///< what the plan said of the step before
  QDate m_due, m_completed; ///< of the step before
};

} // namespace plan
