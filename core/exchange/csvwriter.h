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

/// Ends a row that begins at that byte. One that is a single empty cell says so, since a blank line is no row to
/// others.
inline void endCsvRow(std::string& bytes, size_t begin) { bytes += bytes.size() == begin ? "\"\"\r\n" : "\r\n"; }

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
    endCsvRow(m_bytes, m_begin);
    m_rowBegins = true;
    const bool goesOn = m_bytes.size() < bufferSize || flush();
    m_begin = m_bytes.size();
    return goesOn;
  }
  /// Writes what is left, or says why it could not; the file is not in its place yet.
  std::optional<Problem> writeOut();
  /// Writes what is left and puts the file in its place, or says why it could not.
  std::optional<Problem> commit();

private:
  static constexpr size_t bufferSize = 512 << 10;

  bool flush();
  Problem notWritten() const;

  QSaveFile m_file;
  std::string m_bytes;
  size_t m_begin; // of the row at hand
  bool m_rowBegins = true;
  bool m_failed = false;
};

} // namespace exchange
