// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/report/listing.h"

#include <QStringList>

namespace report {

/// Why somebody has no row in a report.
struct Absence {
  enum class Kind {
    Present,  ///< there are rows: nobody is missing
    NoRecord, ///< there is nothing that a row could be about
    Left,     ///< each of `conditions` alone leaves the rows out: without it, some would be there
    Together, ///< several conditions at once leave them out; no single one decides
  };
  Kind kind = Kind::NoRecord;
  /// Filter keys ("state"), and "own" for what the report itself asks for, "date", "text", in this order: own, keys,
  /// date, text. Of Together: those that fit no row even alone; all when each fits some row.
  QStringList conditions = {};
  QStringList sentences = {}; ///< the same for people, with the values
};

/// Whom one misses: a filter key that names records, "provider" or "practice", and the record's id.
struct Missed {
  QString key;
  qint64 id = 0;
};

/// Drops what is asked, one condition at a time, and counts: which of them keeps the rows away is thus never told
/// otherwise than the report itself works. Reads only.
Absence whyMissing(db::Database& database, const Request& request, const Missed& missed);

} // namespace report
