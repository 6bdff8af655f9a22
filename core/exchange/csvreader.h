// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/encoding.h"
#include "core/exchange/source.h"

namespace exchange {

/// Separated text as RFC 4180 has it, and as people's programs write it: any line ends, a quote inside an unquoted cell
/// is itself, NUL bytes are left out. Memory does not grow with the file: it holds one piece of it, and one row.
class CsvRows : public Rows {
public:
  CsvRows(const QString& path, TextFormat format, char delimiter);

  bool next(RowCells& row) override;
  std::optional<Problem> problem() const override { return m_problem; }
  double progress() const override;

private:
  struct Span {
    size_t begin = 0;
    size_t end = 0;
    size_t quoteEnd = 0; // where the closing quote stood; 0: not quoted
    bool doubled = false;
    bool hasNul = false;
  };
  enum class Scan { Row, NeedMore, End, Unclosed };

  Scan scanRow();
  bool scanQuoted(size_t& at, Span& span);
  bool fill();
  std::string_view content(const Span& span);
  bool refuse(qint64 line);

  Utf8Stream m_stream;
  char m_delimiter;
  bool m_special[256] = {};
  size_t m_piece; // bytes read at a time, at most: a small file does with a small one
  std::vector<char> m_buffer;
  size_t m_begin = 0; // of the row being scanned
  size_t m_end = 0;   // of what was read; one line feed stands behind it as a sentinel
  size_t m_next = 0;  // where the row after it begins
  bool m_atEnd = false;
  qint64 m_line = 1;      // of m_begin
  qint64 m_nextLine = 1;  // of m_next
  qint64 m_quoteLine = 0; // where the quote opened that is being looked for
  std::vector<Span> m_spans;
  std::optional<Problem> m_problem;
};

/// Opens a text file: finds encoding and delimiter from its content.
Result<std::unique_ptr<Sheets>> openCsv(const QString& path);

} // namespace exchange
