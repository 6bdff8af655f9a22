// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/source.h"
#include "support/testdata.h"

#include <QStringList>
#include <QTest>

/// A sheet read to its end: its rows as texts, their numbers, and why it ended early.
struct ReadRows {
  QList<QStringList> rows;
  QList<qint64> numbers;
  QString problem;
};

inline ReadRows readSheet(const exchange::Sheets& sheets, size_t sheet = 0) {
  ReadRows result;
  const auto rows = sheets.rows(sheet);
  exchange::RowCells row;
  while (rows->next(row)) {
    QStringList cells;
    for (size_t i = 0; i < row.size(); ++i)
      cells += row.text(i);
    result.rows += cells;
    result.numbers += row.row();
  }
  if (const auto problem = rows->problem())
    result.problem = problem->sentence;
  return result;
}

inline ReadRows readFile(const QString& path) {
  auto sheets = exchange::openFile(path);
  if (!sheets)
    return {{}, {}, sheets.problems().front().sentence};
  return readSheet(*sheets.value());
}
