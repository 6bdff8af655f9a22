// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/rows.h"

#include <QTemporaryFile>
#include <string>

namespace report {

/// The rows of a table as they were read, kept beside memory so that a second walk asks the database nothing: finding
/// them takes longer than all else. The file has no name where the system knows such, and goes with its owner.
class Spool {
public:
  void clear();
  void add(Cells cells);
  /// False where a full disk did not take them: then the table is to be read again.
  bool isWhole();
  /// Every row in order, until `take` answers false.
  void each(const std::function<bool(Cells)>& take);

private:
  bool flush();

  QTemporaryFile m_file;
  std::string m_bytes; ///< what the file does not have yet: a cell is its length and its text
  size_t m_cells = 0;  ///< in a row
  qint64 m_rows = 0;
  bool m_isWhole = true;
};

} // namespace report
