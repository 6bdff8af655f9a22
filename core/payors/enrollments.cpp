// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payors/enrollments.h"

QString waitingOnOf(db::Database& database, const QString& status) {
  return database.text(QStringLiteral("SELECT waiting_on FROM enrollment_status WHERE name = ?"), {status});
}

void keepWaiting(Enrollment& enrollment, const Enrollment& before, QDate today) {
  if (enrollment.waitingOn != before.waitingOn)
    enrollment.waitingSince = enrollment.waitingOn.isEmpty() ? QDate() : today;
}
