// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/duepins.h"

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
  if (!m_reading || m_tracking != step.tracking) {
    auto calendar = m_calendars.find(team);
    if (calendar == m_calendars.end())
      calendar = m_calendars.insert(team, std::make_shared<Calendar>(calendarOf(m_database, team)));
    m_tracking = step.tracking;
    m_reading.emplace(begun, **calendar);
  }
  const bool looksSet = !m_reading->isPlanned(step) && step.due.isValid();
  const bool isSet = step.duePinned;
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
