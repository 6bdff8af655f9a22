// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/review.h"
#include "core/report/rows.h"
#include "core/report/writers.h"

namespace report {

/// Figures that stand at the end of a packet (insights.h): the names of their listings, each with what is drawn of it,
/// which may be null.
using Ticked = std::vector<std::pair<QString, std::shared_ptr<const QImage>>>;

/// The listings of figures that are ticked for the packet: remembered with the user's settings, where the window and
/// the command both find them.
QStringList figuresInPacket();
void setInPacket(const QString& listing, bool ticked);

/// The request for figures in a packet: of the teams that the review is asked for, whoever does the work.
Request figuresFor(const Request& review, const QString& listing);

/// What is laid on the manager's desk after a review: the counts, the open items by provider, payors with end dates,
/// alerts, the call sheet, tasks; each of the teams and assignees that the review is asked for; and figures.
std::vector<Table> packet(db::Database& database, const Request& review, const Ticked& ticked = {});

/// Writes a review as the name's ending says: .pdf the packet, .csv and .xlsx its items.
Result<Written> writeReview(db::Database& database, const Request& review, const QString& path, const Going& going = {},
                            const Ticked& ticked = {});

} // namespace report
