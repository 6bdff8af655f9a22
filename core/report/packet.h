// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/review.h"
#include "core/report/rows.h"
#include "core/report/writers.h"

namespace report {

/// What is laid on the manager's desk after a review: the counts, the open items by provider, payors with end dates,
/// alerts, the call sheet, tasks; each of the teams and assignees that the review is asked for.
std::vector<Table> packet(db::Database& database, const Request& review);

/// Writes a review as the name's ending says: .pdf the packet, .csv and .xlsx its items.
Result<Written> writeReview(db::Database& database, const Request& review, const QString& path,
                            const Going& going = {});

} // namespace report
