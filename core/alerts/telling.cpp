// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/telling.h"

#include "core/credentials/ladder.h"

#include <algorithm>

namespace alerts {

namespace {

std::vector<Told> toldOf(db::Database& database, const Subject& subject, QDate expires) {
  Condition about = isAbout(subject);
  about.arguments.emplace_back(expires);
  return database.all(
      QStringLiteral("SELECT rung, coalesce(snooze_id, 0) FROM alert_notice WHERE %1 AND expires IS ?").arg(about.sql),
      about.arguments, [](db::Row& row) {
        const int rung = row.integer();
        return Told{rung, row.id<AlertAction>()};
      });
}

} // namespace

std::vector<AlertAction> actionsThatHold(db::Database& database, const Subject& subject, QDate expires) {
  Condition about = isAbout(subject);
  about.arguments.emplace_back(expires);
  return db::allWhere<AlertAction>(
      database,
      QStringLiteral("%1 AND expires IS ? AND NOT EXISTS (SELECT 1 FROM tracking t WHERE t.id = "
                     "tracking_id AND t.status IN ('Completed', 'Cancelled')) ORDER BY id")
          .arg(about.sql),
      about.arguments);
}

QDate nextTold(db::Database& database, const Expirable& alert, QDate today) {
  const std::vector<int> rungs = rungsOf(alert.ladder);
  const std::vector<Told> told = toldOf(database, alert.subject, alert.expires);
  const std::vector<AlertAction> actions = actionsThatHold(database, alert.subject, alert.expires);
  // It can only become due on a rung's day or when a reminder is.
  std::vector<QDate> days{today};
  if (alert.expires.isValid())
    for (const int rung : rungs)
      days.push_back(alert.expires.addDays(-rung));
  for (const AlertAction& action : actions)
    days.push_back(action.until);
  std::sort(days.begin(), days.end());
  for (const QDate day : days)
    if (day.isValid() && day >= today && dueToTell(alert.expires, rungs, told, actions, day))
      return day;
  return {};
}

std::vector<Telling> dueToTell(db::Database& database, QDate today) {
  std::vector<Telling> all;
  for (Expirable& alert : expirables(database, today))
    if (const auto what =
            dueToTell(alert.expires, rungsOf(alert.ladder), toldOf(database, alert.subject, alert.expires),
                      actionsThatHold(database, alert.subject, alert.expires), today))
      all.push_back({std::move(alert), *what});
  return all;
}

} // namespace alerts
