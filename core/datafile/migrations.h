// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/transaction.h"

namespace datafile {

/// One numbered script of resources/sql, and what only C++ can fill in. Never edited once released.
/// `fill` writes records as they are today, so it is called when the scripts of all versions have run.
struct Migration {
  int version;
  const char* script;
  void (*fill)(db::Transaction&) = nullptr;
};

/// Marks a file as ours: "CRDV".
inline constexpr qint64 applicationId = 0x43524456;

/// All there are, by version.
const std::vector<Migration>& migrations();

/// Brings a file from version `from` (0: an empty one) to the last of `all`, as one change: the scripts, then what C++
/// fills in, then the columns worked out from others, whose rule may be another now. What breaks throws db::Error and
/// leaves the file as it was.
void upgrade(db::Database& database, const std::vector<Migration>& all, int from, const db::Actor& actor);

/// Whether the table of business days, which is not history, is as it was filled.
bool businessDaysHold(db::Database& database);

/// The tables whose rows come with the scripts and are not history, those of the statuses of an enrollment, and are not
/// as they came; empty when all are.
QStringList changedSinceShipped(db::Database& database);

} // namespace datafile
