// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/db/transaction.h"

#include <QTime>

namespace mail {

/// When the mail of the day goes by itself while the window is open, and when it went last. Kept in the data file.
struct Schedule {
  std::vector<QTime> times; ///< of the day, rising; none: only when somebody asks for it
  QDateTime last;           ///< invalid: never yet
  QDateTime since = {};     ///< times before that do not count: no account was set up then; invalid: all count

  /// As kept; 8:00 and 13:00 where nothing is.
  static Schedule stored(db::Database& database);
  void storeTimes(db::Transaction& transaction) const;
  /// Writes down that the mail of the day goes now.
  static void storeRun(db::Transaction& transaction, const QDateTime& now);
  /// Writes down that times count from now on: nothing goes the moment that the account is set up.
  static void storeBegin(db::Transaction& transaction, const QDateTime& now);

  /// Whether a time has come since the last run; one that was missed (the computer was off) counts, on its day.
  bool isDue(const QDateTime& now) const;
  /// The next time to come; invalid without times.
  QDateTime next(const QDateTime& now) const;
};

/// "8:00, 13:00" as people type it, in any order; else the sentence says what can be typed.
Result<std::vector<QTime>> readTimes(const QString& typed);
QString shownTimes(const std::vector<QTime>& times);

} // namespace mail
