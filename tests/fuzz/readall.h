// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/source.h"
#include "fuzz.h"

namespace fuzz {

/// Opens a file of rows and reads all of it, as an import does; whatever is in it, it is rows or a sentence. Answers
/// the sheets, or null.
inline std::unique_ptr<exchange::Sheets> readAll(const QString& path) {
  auto opened = exchange::openFile(path);
  if (!opened.isOk()) {
    PROMISE(!opened.problems().empty() && !opened.problems().front().sentence.isEmpty());
    return {};
  }
  const exchange::Sheets& sheets = **opened;
  for (size_t sheet = 0; sheet < sheets.count(); ++sheet) {
    const auto rows = sheets.rows(sheet);
    exchange::RowCells row;
    qint64 last = 0;
    while (rows->next(row)) {
      PROMISE(row.row() > last); // downwards, each once
      PROMISE(!row.isBlank());
      last = row.row();
      for (size_t column = 0; column < row.size(); ++column)
        PROMISE(row.text(column) == QString::fromUtf8(row.utf8(column).data(), qsizetype(row.utf8(column).size())));
    }
    if (const auto problem = rows->problem())
      PROMISE(!problem->sentence.isEmpty());
  }
  return std::move(opened.value());
}

} // namespace fuzz
