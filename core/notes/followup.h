// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/businessdays.h"
#include "core/db/transaction.h"

/// When to ask again after a contact: at most a week later (an HPI job aid on status reports), on a working day.
struct FollowUpRule {
  enum class Holiday { Before, After }; ///< where the day is none: the nearest working day before or after it
  int days = 7;
  Holiday holiday = Holiday::Before;

  /// Kept in the data file, one for all teams.
  static FollowUpRule stored(db::Database& database);
  void store(db::Transaction& transaction) const;
};

/// The day the rule proposes: always a business day after today.
QDate proposedFollowUp(QDate today, const FollowUpRule& rule, const Calendar& calendar = {});
