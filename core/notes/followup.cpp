// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notes/followup.h"

namespace {
const QString daysKey = QStringLiteral("follow-up.days");
const QString holidayKey = QStringLiteral("follow-up.holiday");
} // namespace

FollowUpRule FollowUpRule::stored(db::Database& database) {
  FollowUpRule rule;
  const auto setting = [&](const QString& key) {
    return database.text(QStringLiteral("SELECT value FROM setting WHERE key = ?"), {key});
  };
  if (const int days = setting(daysKey).toInt(); days > 0)
    rule.days = days;
  if (setting(holidayKey) == QLatin1String("after"))
    rule.holiday = Holiday::After;
  return rule;
}

void FollowUpRule::store(db::Transaction& transaction) const {
  const auto keep = [&](const QString& key, const QString& value) {
    transaction.database().run(QStringLiteral("INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO "
                                              "UPDATE SET value = excluded.value"),
                               {key, value});
  };
  keep(daysKey, QString::number(days));
  keep(holidayKey, holiday == Holiday::After ? QStringLiteral("after") : QStringLiteral("before"));
}

QDate proposedFollowUp(QDate today, const FollowUpRule& rule, const Calendar& calendar) {
  const QDate last = today.addDays(rule.days);
  if (rule.holiday == FollowUpRule::Holiday::Before)
    for (QDate day = last; day > today; day = day.addDays(-1))
      if (isBusinessDay(day, calendar))
        return day;
  return addBusinessDays(last, 0, calendar);
}
