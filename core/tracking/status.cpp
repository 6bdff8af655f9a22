// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/status.h"

namespace {

constexpr auto statusOf = R"(CASE
  WHEN set_status IN ('On hold', 'Cancelled') THEN set_status
  WHEN NOT EXISTS (SELECT 1 FROM step WHERE tracking_id = tracking.id)
    THEN CASE set_status WHEN '' THEN 'New' ELSE set_status END
  WHEN NOT EXISTS (SELECT 1 FROM step WHERE tracking_id = tracking.id AND status NOT IN ('Completed', 'Not needed'))
    THEN 'Completed'
  WHEN NOT EXISTS (SELECT 1 FROM step WHERE tracking_id = tracking.id AND status <> 'New') THEN 'New'
  ELSE 'In progress' END)";

} // namespace

bool isOpenStatus(const QString& status) {
  return status == QLatin1String("New") || status == QLatin1String("In progress") || status == QLatin1String("Waiting");
}

void settleTracking(db::Database& database, qint64 trackingId) {
  static const QString sql =
      QStringLiteral("UPDATE tracking SET status = %1 WHERE id = ?").arg(QLatin1String(statusOf));
  database.run(sql, {trackingId});
}

std::vector<QString> unsettledTrackings(db::Database& database) {
  return database.all(
      QStringLiteral("SELECT reference FROM tracking WHERE status <> %1 ORDER BY id").arg(QLatin1String(statusOf)), {},
      [](db::Row& row) { return row.text(); });
}
