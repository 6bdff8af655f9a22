// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alertaction.h"

#include <vector>

/// Alerts are derived, from dates and requirements. What is kept is what was told of them, and what people did.
namespace alerts {

/// That an alert was told: the lowest rung that was reached then. All above it were told with it.
struct Told {
  int rung = 0;
  Id<AlertAction> snooze = {}; ///< the reminder it was, of this action
};

/// What is to be told of an alert of this date on this day; nothing when all that is reached was told, or people have
/// taken it in hand.
/// A rung is reached on the day so many days before `expires` (an alert without a date has reached rung 0). Each is
/// told once; those missed are told as one, and a clock that went back repeats nothing. What was done last holds:
/// Snoozed is quiet until its day and reminds then, Renewal started and Not applicable are quiet for good, and so is
/// Acknowledged up to the next rung. `told` and `actions` are those of this date, the actions in the order in which
/// they were done, without renewals that came to an end.
std::optional<Told> dueToTell(QDate expires, const std::vector<int>& rungs, const std::vector<Told>& told,
                              const std::vector<AlertAction>& actions, QDate today);

} // namespace alerts
