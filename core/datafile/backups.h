// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"

#include <QDateTime>
#include <span>
#include <vector>

/// Backups that are made by themselves: in a folder beside the data file, "office.db" has "office backups".
namespace datafile {

struct Backup {
  QString file;
  QDateTime made; ///< an instant, UTC
  qint64 bytes = 0;
};

/// Made after a change, at most so often; what is done after the newest one is at risk.
inline constexpr int backupMinutes = 15;

/// Those there are, the newest first.
std::vector<Backup> backupsOf(const QString& dataFile);

/// Whether something changed since the newest backup, and that is long enough ago.
bool isBackupDue(db::Database& database, const QDateTime& now);

/// Makes one, opens it and looks whether it is whole and has every change, and only then lets go of older ones
/// (thinned()). Throws db::Error; the older ones are as they were then.
Backup makeBackup(db::Database& database, const QDateTime& now);

/// Which of backups made at these times are let go of, given as indices: kept are all of the last two hours, the newest
/// of each of the last 12 days, 10 weeks and 9 months that have one, and the newest of all. (Anki's scheme: docs,
/// "Backups".)
std::vector<size_t> thinned(std::span<const QDateTime> times, const QDateTime& now);

} // namespace datafile
