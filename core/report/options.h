// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/db/database.h"
#include "core/report/listing.h"

#include <QStringList>

namespace report {

/// What a person or a script asks of a report, in words as they were typed; an empty one is not asked.
struct Asked {
  QString team, assignee, provider, practice, payor, state, from, to, columns, sort, group;
};

/// Which of two faults an Asked has: words that mean nothing here, or names that are not in the data.
enum class Fault { WrongUsage, Unknown };

struct AskedProblem {
  Fault fault;
  QString sentence;
};

/// A listing and what is asked of it, as a request; or the first thing that is wrong.
std::variant<Request, AskedProblem> requestFor(db::Database& database, const Listing& listing, const Asked& asked,
                                               QDate today);

/// A request as a table that writers read: its rows come from an own read-only connection to the same file, all of them
/// from one snapshot. `database` is read for the words only.
Table tableFor(db::Database& database, const Request& request);

} // namespace report
