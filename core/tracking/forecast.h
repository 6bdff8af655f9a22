// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/payors/statutory.h"
#include "core/tracking/step.h"
#include "core/tracking/tracking.h"

#include <QHash>
#include <span>

/// When a tracking will be through: as planned, as such trackings went before, and by when the payor must decide.
namespace forecast {

/// Averages mislead: median and 80th percentile, and only from this many cases on.
inline constexpr int leastCases = 5;
/// Of the newest of them.
inline constexpr int newestCases = 200;

struct History {
  int cases = 0, median = 0, eightieth = 0; ///< days
  bool ofPayor = false;                     ///< of this payor in this state; else of all of the type and subtype
};
/// Nothing for fewer than leastCases.
std::optional<History> historyOf(const std::vector<int>& days);

/// Calendar days from start to finish of the office's finished trackings of this type and subtype: with the same payor
/// and state, else all.
std::optional<History> history(db::Database& database, const Tracking& tracking);

/// Business days that each step of them took, by folded name.
QHash<QString, History> stepHistory(db::Database& database, const QString& type, const QString& subtype);

/// The day the last open step is due; invalid when nothing is open or none of it has a date.
QDate plannedFinish(std::span<const Step> steps);

struct Forecast {
  QDate planned;
  std::optional<History> history;
  QDate likely, late; ///< started + median, + 80th percentile; invalid without a history
  /// While a payor has an application that it has not decided on, in a state with a limit.
  std::optional<StatutoryLimit> limit;
  int daysLeft = 0; ///< to the limit, negative when it is past
};
/// Of a tracking that is neither completed nor cancelled; an empty one else.
Forecast of(db::Database& database, const Tracking& tracking, std::span<const Step> steps, QDate today);

} // namespace forecast
