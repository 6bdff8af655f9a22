// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/block.h"

namespace edit {

std::vector<QStringList> blockOf(const QString& text) {
  std::vector<QStringList> rows;
  QStringList row;
  QString cell;
  const auto endCell = [&] {
    row << cell;
    cell.clear();
  };
  const auto endRow = [&] {
    endCell();
    rows.push_back(std::move(row));
    row.clear();
  };
  const qsizetype size = text.size();
  qsizetype at = 0;
  while (at < size) {
    // A quote opens a cell only at its beginning, and only when it is closed before the cell ends: 3" is itself.
    if (cell.isEmpty() && text[at] == QLatin1Char('"')) {
      QString inside;
      qsizetype next = at + 1;
      for (; next < size; ++next) {
        if (text[next] != QLatin1Char('"')) {
          inside += text[next];
        } else if (next + 1 < size && text[next + 1] == QLatin1Char('"')) {
          inside += QLatin1Char('"');
          ++next;
        } else {
          break;
        }
      }
      const bool closes = next < size && (next + 1 == size || text[next + 1] == QLatin1Char('\t') ||
                                          text[next + 1] == QLatin1Char('\r') || text[next + 1] == QLatin1Char('\n'));
      if (closes) {
        cell = inside.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
        at = next + 1;
        if (at == size)
          break;
      }
    }
    const QChar c = text[at++];
    if (c == QLatin1Char('\t')) {
      endCell();
    } else if (c == QLatin1Char('\r') || c == QLatin1Char('\n')) {
      if (c == QLatin1Char('\r') && at < size && text[at] == QLatin1Char('\n'))
        ++at;
      endRow();
    } else {
      cell += c;
    }
  }
  if (!cell.isEmpty() || !row.isEmpty())
    endRow();
  return rows;
}

} // namespace edit
