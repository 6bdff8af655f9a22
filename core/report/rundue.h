// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credentials/documentstore.h"
#include "core/db/transaction.h"
#include "core/report/options.h"
#include "core/schedule/schedule.h"

#include <functional>

namespace report {

/// What is asked of a report as a schedule keeps it, and back; what is no filter is passed over.
QString toText(const Asked& asked);
Asked askedOf(const QString& text);

/// A schedule that is due, and where it has not been yet.
struct DueReport {
  Schedule schedule;
  QDateTime due;
  bool toFolder = false;
  QStringList addresses;
};

/// What is due by now (a local day and time), in the order of the schedules. What was missed several times is due once;
/// what failed is due again. Reads only.
std::vector<DueReport> dueReports(db::Database& database, const QDateTime& now);

/// Makes one of them for `today`: writes the file, queues a mail to each address with the file attached (all of them in
/// one change), and writes down what became of it. Answers the lines of it, done or not; the same failure is written
/// down once. `going` is asked now and then and may stop it; then nothing is written down and nothing answered.
std::vector<ScheduleRun> runReport(db::Database& database, const DueReport& one, const db::Actor& actor, QDate today,
                                   const std::function<bool()>& going = {});

/// "Open items for the board: written to /srv/reports/…" and the like.
QString said(const DueReport& one, const ScheduleRun& run);

} // namespace report
