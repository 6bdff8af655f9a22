// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

/// A place in a sheet, counted from 0; -1 where it was not said.
struct CellPlace {
  int column = -1;
  qint64 row = -1;
};

/// "BC12" → column 54, row 11.
CellPlace placeFromText(std::u16string_view text);

/// A block of cells that look like one; its value stands in the first of them.
struct MergedCells {
  CellPlace first;
  CellPlace last;
  std::string value; ///< filled in when the first row is read
  bool filled = false;
};

/// Finds the merged blocks of a sheet, by their first row. They stand behind the rows in the file, so this passes over
/// the bytes of the whole part, without reading it as XML.
std::vector<MergedCells> findMergedCells(QIODevice& sheet);

} // namespace exchange
