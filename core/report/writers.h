// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/rows.h"

#include <span>

namespace report {

/// What became of a writing.
struct Written {
  qint64 rows = 0;
  bool isCancelled = false; ///< nothing was written
  QString notice;           ///< something to know, in a sentence; mostly empty
};

/// Called now and then with the rows done; false stops, and nothing is written.
using Going = std::function<bool(qint64 rows)>;

/// Whether the name ends in something that can be written: .csv, .pdf or .xlsx.
bool isWritable(const QString& path);

/// Writes a table as its name's ending says, through a temporary file: whole or not at all. Any thread. A PDF needs a
/// QGuiApplication for its fonts.
Result<Written> write(const Table& table, const QString& path, const Going& going = {});

/// Writes several tables as one PDF with this title.
Result<Written> writeAsOne(std::span<const Table> tables, const QString& title, const QString& path,
                           const Going& going = {});

/// The bytes of the table's CSV, piece by piece.
void streamCsv(const Table& table, const std::function<void(std::string_view)>& take);

} // namespace report
