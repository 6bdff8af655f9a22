// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/db/transaction.h"
#include "core/exchange/headers.h"

#include <map>

namespace exchange {

/// What becomes of a row.
enum class Outcome { Created, Updated, Unchanged, Rejected };

struct ImportOptions {
  QString kind;        ///< as given to --kind; empty: each file and sheet says it itself
  QString team;        ///< for rows that name no team; made when there is none of this name
  bool dryRun = false; ///< does everything and takes it back
  QDate today;         ///< the day for notes and tasks that say none
  /// The columns as a person matched them, by the name of the sheet (of a text file: its name without extension; of a
  /// folder: see sheetTitle). One without columnAt leaves the sheet out.
  std::map<QString, HeaderMatch> matches;
};

struct KindResult {
  QString kind;
  int created = 0, updated = 0, unchanged = 0, rejected = 0;

  int& of(Outcome outcome);
};

struct ImportReport {
  std::vector<KindResult> kinds; ///< in the order they were imported, one a kind
  std::vector<QString> notices;  ///< records made by the way, unlikely dates, cells that were passed over
  QStringList rejectedFiles;     ///< where the rejected rows were written
  qint64 changeId = 0;           ///< the one change this was, for Undo; 0 when nothing was written

  bool hasRejected() const;
};

/// A cell that changes a record: the file's heading, what stood there, what the file says.
struct CellChange {
  QString heading, before, after;
};

/// A row as the page that shows an import beforehand lists it.
struct RowOutcome {
  QString sheet;
  QString kind;
  qint64 row = 0;
  Outcome outcome = Outcome::Unchanged;
  QString reason;                  ///< of a rejected row
  QStringList cells;               ///< as the file has them
  std::vector<CellChange> changes; ///< of an updated row
};

struct ImportCallbacks {
  /// Called once a row, and again for a row of which a later one changed the outcome. May be empty.
  std::function<void(const RowOutcome&)> row;
  /// Bytes done of all; false stops the import and takes everything back. May be empty.
  std::function<bool(qint64 done, qint64 all)> progress;
};

/// What history says of an import of this file.
QString importOf(const QString& fileName);

/// Reads a file, or all files of a folder in the order they need, into the database: one transaction, one change in
/// history. CSV, TSV and XLSX (each sheet a kind), JSON of the NPI registry. Rejected rows are written beside each file
/// as NAME.rejected.csv with a Reason column. A file that cannot be read or understood as a whole is a Problem, and
/// then nothing was changed; what breaks throws db::Error, likewise.
Result<ImportReport> importFile(db::Database& database, const db::Actor& actor, const QString& path,
                                const ImportOptions& options, const ImportCallbacks& callbacks = {});

} // namespace exchange
