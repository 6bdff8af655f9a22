// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/cell.h"

#include <QSaveFile>
#include <optional>
#include <string>
#include <string_view>

namespace exchange {

/// Appends a cell by RFC 4180: quoted only where it has to be. A text that a spreadsheet would take for a formula gets
/// a guard apostrophe, which reading takes off again.
void appendCsvCell(std::string& bytes, std::string_view cell, CellKind kind);

/// Writes a CSV file: UTF-8 with its mark, commas, CRLF. The file appears under its name when commit() succeeds, whole;
/// without that nothing changes. Bytes are kept in a buffer of 512 KB, whatever the file's size.
class CsvWriter {
public:
  explicit CsvWriter(const QString& path);

  /// The next cell of the row, as UTF-8.
  void cell(std::string_view text, CellKind kind = CellKind::Text) {
    if (!m_rowBegins)
      m_bytes += ',';
    m_rowBegins = false;
    appendCsvCell(m_bytes, text, kind);
  }
  void cell(QStringView text, CellKind kind = CellKind::Text);
  /// Ends the row; false when the file cannot be written, so that it is no use to go on.
  bool endRow() {
    m_bytes += "\r\n";
    m_rowBegins = true;
    return m_bytes.size() < bufferSize || flush();
  }
  /// Writes what is left and puts the file in its place, or says why it could not.
  std::optional<Problem> commit();

private:
  static constexpr size_t bufferSize = 512 << 10;

  bool flush();

  QSaveFile m_file;
  std::string m_bytes;
  bool m_rowBegins = true;
  bool m_failed = false;
};

} // namespace exchange
