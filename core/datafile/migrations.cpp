// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/migrations.h"

#include "core/calendar/businessdays.h"
#include "core/credentials/shippedtypes.h"

namespace datafile {

namespace {

void fillBusinessDays(db::Database& database) {
  const QDate from(1900, 1, 1), to(2099, 12, 31);
  db::Database::Lease cursor = database.lease(QStringLiteral("INSERT INTO business_day (day, number) VALUES (?, ?)"));
  QDate day = from;
  for (const int number : businessDayNumbers(from, to)) {
    cursor.bind({day, number});
    cursor->step();
    cursor->reset();
    day = day.addDays(1);
  }
}

void fillStart(db::Transaction& transaction) {
  fillBusinessDays(transaction.database());
  shipDocumentTypes(transaction);
}

} // namespace

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> all{{1, ":/sql/001_start.sql", fillStart}};
  return all;
}

} // namespace datafile
