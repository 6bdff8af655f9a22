// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/ladder.h"

#include <algorithm>

namespace alerts {

namespace {

std::optional<int> reachedOn(QDate expires, const std::vector<int>& rungs, QDate day) {
  if (!expires.isValid())
    return 0;
  std::optional<int> lowest;
  for (const int rung : rungs)
    if (expires.addDays(-rung) <= day && (!lowest || rung < *lowest))
      lowest = rung;
  return lowest;
}

} // namespace

std::optional<Told> dueToTell(QDate expires, const std::vector<int>& rungs, const std::vector<Told>& told,
                              const std::vector<AlertAction>& actions, QDate today) {
  const std::optional<int> reached = reachedOn(expires, rungs, today);
  if (!reached)
    return {};
  bool isTold = std::any_of(told.begin(), told.end(), [&](const Told& one) { return one.rung <= *reached; });
  const AlertAction* last = nullptr;
  for (const AlertAction& action : actions) {
    if (action.what == QLatin1String("Mailed"))
      continue;
    last = &action;
    if (action.what == QLatin1String("Acknowledged"))
      if (const auto then = reachedOn(expires, rungs, action.on); then && *then <= *reached)
        isTold = true;
  }
  if (!last || last->what == QLatin1String("Acknowledged"))
    return isTold ? std::nullopt : std::optional(Told{*reached});
  if (last->what != QLatin1String("Snoozed") || today < last->until)
    return {};
  const bool isReminded =
      std::any_of(told.begin(), told.end(), [&](const Told& one) { return one.snooze == last->id; });
  if (!isReminded)
    return Told{*reached, last->id};
  return isTold ? std::nullopt : std::optional(Told{*reached});
}

} // namespace alerts
