// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/forecast.h"

#include "core/base/percentile.h"
#include "core/base/text.h"
#include "core/payors/enrollment.h"
#include "core/team/team.h"
#include "core/tracking/status.h"

namespace forecast {
namespace {

/// Days from start to finish, of the newest trackings for which a condition holds of t: the index of the condition
/// gives the order.
std::vector<int> daysOf(db::Database& database, const char* condition, const db::Values& arguments) {
  const QString sql = QStringLiteral("SELECT t.started, (SELECT max(s.completed) FROM step s WHERE s.tracking_id = "
                                     "t.id) FROM tracking t WHERE t.status = 'Completed' AND %1 ORDER BY t.id DESC "
                                     "LIMIT %2")
                          .arg(QLatin1String(condition))
                          .arg(newestCases);
  std::vector<int> days;
  database.each(sql, arguments, [&](db::Row& row) {
    const QDate started = row.date(), finished = row.date();
    if (started.isValid() && finished.isValid() && finished >= started)
      days.push_back(int(started.daysTo(finished)));
  });
  return days;
}

std::optional<StatutoryLimit> limitOf(db::Database& database, const Tracking& tracking, const Calendar& calendar) {
  const auto enrollment = db::load(database, tracking.enrollment);
  if (!enrollment)
    return {};
  const bool isWithPayor = database.value(
      QStringLiteral("SELECT rank >= (SELECT rank FROM enrollment_status WHERE name = 'Submitted') AND claims = 'Hold' "
                     "AND name <> 'On hold' FROM enrollment_status WHERE name = ?"),
      {enrollment->status});
  const QString state = tracking.state.isEmpty() ? enrollment->state : tracking.state;
  return isWithPayor ? statutoryLimit(state, enrollment->submitted, calendar) : std::nullopt;
}

} // namespace

std::optional<History> historyOf(const std::vector<int>& days) {
  if (int(days.size()) < leastCases)
    return {};
  return History{int(days.size()), *percentile(days, 50), *percentile(days, 80)};
}

std::optional<History> history(db::Database& database, const Tracking& tracking) {
  if (tracking.payor.isValid()) {
    auto own = historyOf(daysOf(database, "t.type = ? AND t.subtype = ? AND t.payor_id = ? AND t.state = ?",
                                {tracking.type, tracking.subtype, tracking.payor, tracking.state}));
    if (own) {
      own->ofPayor = true;
      return own;
    }
  }
  return historyOf(daysOf(database, "t.type = ? AND t.subtype = ?", {tracking.type, tracking.subtype}));
}

QHash<QString, History> stepHistory(db::Database& database, const QString& type, const QString& subtype) {
  QHash<QString, std::vector<int>> days;
  database.each(
      QStringLiteral("SELECT s.name, s.started, s.completed FROM (SELECT id FROM tracking WHERE status = 'Completed' "
                     "AND type = ? AND subtype = ? ORDER BY id DESC LIMIT %1) t JOIN step s ON s.tracking_id = t.id "
                     "WHERE s.status = 'Completed' AND s.started IS NOT NULL AND s.completed >= s.started")
          .arg(newestCases),
      {type, subtype}, [&](db::Row& row) {
        const QString name = folded(row.text());
        const QDate started = row.date();
        days[name].push_back(businessDaysLate(started, row.date()));
      });
  QHash<QString, History> all;
  for (auto one = days.constBegin(); one != days.constEnd(); ++one)
    if (const auto history = historyOf(*one))
      all.insert(one.key(), *history);
  return all;
}

QDate plannedFinish(std::span<const Step> steps) {
  QDate last;
  for (const Step& step : steps)
    if (isOpenStatus(step.status) && step.due.isValid() && (!last.isValid() || step.due > last))
      last = step.due;
  return last;
}

Forecast of(db::Database& database, const Tracking& tracking, std::span<const Step> steps, QDate today) {
  Forecast forecast;
  const bool isOpen =
      std::any_of(steps.begin(), steps.end(), [](const Step& step) { return isOpenStatus(step.status); });
  if (!isOpen || tracking.setStatus == QLatin1String("Cancelled"))
    return forecast;
  forecast.planned = plannedFinish(steps);
  forecast.history = history(database, tracking);
  if (forecast.history) {
    forecast.likely = tracking.started.addDays(forecast.history->median);
    forecast.late = tracking.started.addDays(forecast.history->eightieth);
  }
  forecast.limit = limitOf(database, tracking, ::calendarOf(database, tracking.team));
  if (forecast.limit)
    forecast.daysLeft = int(today.daysTo(forecast.limit->day));
  return forecast;
}

} // namespace forecast
