// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/duepins.h"

#include "core/tracking/plan.h"

namespace exchange {

std::string_view DuePins::say(db::Row& row) {
  Step step;
  step.tracking = row.id<Tracking>();
  step.tat = row.maybeInteger();
  step.started = row.date();
  step.due = row.date();
  step.completed = row.date();
  step.duePinned = row.yes();
  const auto team = row.id<Team>();
  const QDate begun = row.date();
  auto calendar = m_calendars.constFind(team);
  if (calendar == m_calendars.constEnd())
    calendar = m_calendars.insert(team, calendarOf(m_database, team));
  const Step* before = m_before.tracking == step.tracking ? &m_before : nullptr;
  const bool looksSet = step.due.isValid() && !plan::isPlanned(step, before, begun, *calendar);
  const bool isSet = step.duePinned;
  m_before = std::move(step);
  return looksSet == isSet ? std::string_view() : isSet ? "yes" : "no";
}

bool DuePins::anySaid(db::Database& database) {
  DuePins pins(database);
  bool found = false;
  database.until(QStringLiteral("SELECT %1 FROM step s JOIN tracking k ON k.id = s.tracking_id ORDER BY s.tracking_id, "
                                "s.position, s.id")
                     .arg(QLatin1String(columns)),
                 {}, [&](db::Row& row) {
                   found = !pins.say(row).empty();
                   return !found;
                 });
  return found;
}

} // namespace exchange
