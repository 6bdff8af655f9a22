// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/status.h"

void settleTracking(db::Database& database, qint64 trackingId) {
  static const QString sql = QStringLiteral(R"(
    UPDATE tracking SET status = CASE
      WHEN set_status IN ('On hold', 'Cancelled') THEN set_status
      WHEN NOT EXISTS (SELECT 1 FROM step WHERE tracking_id = tracking.id)
        THEN CASE set_status WHEN '' THEN 'New' ELSE set_status END
      WHEN NOT EXISTS (SELECT 1 FROM step WHERE tracking_id = tracking.id AND status NOT IN ('Completed', 'Not needed'))
        THEN 'Completed'
      WHEN NOT EXISTS (SELECT 1 FROM step WHERE tracking_id = tracking.id AND status <> 'New') THEN 'New'
      ELSE 'In progress' END
    WHERE id = ?)");
  database.run(sql, {trackingId});
}
