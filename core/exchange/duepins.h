// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/team.h"
#include "core/tracking/plan.h"

#include <QHash>
#include <memory>
#include <optional>

namespace exchange {

/// Which steps an export has to say of whether their due date was set by hand: those of which the dates beside it would
/// tell a reader otherwise.
class DuePins {
public:
  /// What say() reads of a row, with the step as s and its tracking as k.
  static constexpr const char* columns =
      "s.tracking_id, s.tat, s.started, s.due, s.completed, s.due_pinned, k.team_id, k.started";
  /// Whether anything is said of any step.
  static bool anySaid(db::Database& database);

  explicit DuePins(db::Database& database) : m_database(database) {}
  /// yes, no, or nothing where reading the dates says it. The steps of a tracking are passed in their order.
  std::string_view say(db::Row& row);

private:
  db::Database& m_database;
  QHash<Id<Team>, std::shared_ptr<Calendar>> m_calendars; ///< a reading holds on to one
  Id<Tracking> m_tracking;                                ///< whose steps are passed
  std::optional<plan::Reading> m_reading;
};

} // namespace exchange
