// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvreader.h"
#include "core/exchange/csvwriter.h"
#include "readall.h"

namespace {

using Table = std::vector<std::vector<std::string>>;

Table tableOf(exchange::Rows& rows) {
  Table table;
  exchange::RowCells row;
  while (rows.next(row)) {
    std::vector<std::string>& cells = table.emplace_back();
    for (size_t column = 0; column < row.size(); ++column)
      cells.emplace_back(row.utf8(column));
  }
  return table;
}

std::string written(const Table& table) {
  std::string bytes = "\xEF\xBB\xBF";
  for (const std::vector<std::string>& cells : table) {
    const size_t begin = bytes.size();
    for (size_t column = 0; column < cells.size(); ++column) {
      if (column > 0)
        bytes += ',';
      exchange::appendCsvCell(bytes, cells[column], exchange::CellKind::Text);
    }
    exchange::endCsvRow(bytes, begin);
  }
  return bytes;
}

} // namespace

/// Text of any encoding, with any delimiter; and what was read, written out, is read as the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto sheets = fuzz::readAll(fuzz::fileOf(data, size, "rows.csv"));
  if (!sheets || sheets->count() == 0)
    return 0;
  const Table table = tableOf(*sheets->rows(0));
  const std::string bytes = written(table);
  const auto* const begin = reinterpret_cast<const uint8_t*>(bytes.data());
  exchange::CsvRows again(fuzz::fileOf(begin, bytes.size(), "written.csv"), {exchange::Encoding::Utf8, 3}, ',');
  PROMISE(tableOf(again) == table);
  PROMISE(!again.problem());
  return 0;
}
