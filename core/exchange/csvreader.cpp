// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvreader.h"

#include "core/exchange/headers.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <cstring>
#include <map>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Exchange)
};

constexpr qint64 smallestPiece = 1 << 12;
constexpr qint64 largestPiece = 1 << 18;
constexpr size_t longestRow = 1 << 24; // a cell in a database should not be longer; an unclosed quote soon is

/// Line ends between begin and end: LF, CR, or both together once.
qint64 lineEnds(const char* begin, const char* end) {
  qint64 count = 0;
  for (const char* at = begin; at < end; ++at)
    if (*at == '\n' || (*at == '\r' && (at + 1 == end || at[1] != '\n')))
      ++count;
  return count;
}

/// A cell as a spreadsheet shows it: programs write ="0123" for a text of digits. Our own guard such a text.
std::string_view asShown(std::string_view cell) {
  if (cell.size() < 3 || !cell.starts_with("=\"") || cell.find('"', 2) != cell.size() - 1)
    return cell;
  return cell.substr(2, cell.size() - 3);
}

} // namespace

CsvRows::CsvRows(const QString& path, TextFormat format, char delimiter)
    : m_stream(path, format), m_delimiter(delimiter),
      m_piece(static_cast<size_t>(std::clamp(m_stream.fileSize(), smallestPiece, largestPiece))),
      m_buffer(m_piece + 1) {
  for (const char c : {delimiter, '\r', '\n', '\0'})
    m_special[static_cast<unsigned char>(c)] = true;
  m_buffer[0] = '\n';
}

double CsvRows::progress() const {
  const auto size = static_cast<double>(m_stream.fileSize());
  return size > 0 ? static_cast<double>(m_stream.position()) / size : 1.0;
}

bool CsvRows::refuse(qint64 line) {
  m_problem =
      Problem{{},
              Say::tr("The quotation mark that opens in line %1 is never closed, so the rows from there on cannot "
                      "be told apart. Close it or take it out, and try again.")
                  .arg(line)};
  return false;
}

bool CsvRows::next(RowCells& row) {
  while (!m_problem) {
    const Scan found = scanRow();
    if (found == Scan::NeedMore) {
      if (!fill())
        return refuse(m_line);
      continue;
    }
    if (found == Scan::Unclosed)
      return refuse(m_quoteLine);
    if (found == Scan::End) {
      if (m_stream.failed())
        m_problem = Problem{{}, Say::tr("The file could not be read to its end.")};
      return false;
    }
    row.start(m_line);
    for (const Span& span : m_spans)
      row.add(asShown(content(span)));
    m_begin = m_next;
    m_line = m_nextLine;
    if (!row.isBlank())
      return true;
  }
  return false;
}

/// Finds the cells of the row at m_begin. Changes nothing in the buffer, since the row may have to be scanned again.
CsvRows::Scan CsvRows::scanRow() {
  m_spans.clear();
  m_nextLine = m_line;
  if (m_begin == m_end)
    return m_atEnd ? Scan::End : Scan::NeedMore;
  size_t at = m_begin;
  while (true) {
    Span span{at, at};
    if (m_buffer[at] == '"' && at < m_end && !scanQuoted(at, span))
      return m_atEnd ? Scan::Unclosed : Scan::NeedMore;
    const char* const data = m_buffer.data();
    while (true) {
      while (!m_special[static_cast<unsigned char>(data[at])])
        ++at;
      if (data[at] != '\0' || at >= m_end)
        break;
      span.hasNul = true;
      ++at;
    }
    span.end = at;
    m_spans.push_back(span);
    if (at == m_end) {
      m_next = at;
      return m_atEnd ? Scan::Row : Scan::NeedMore;
    }
    const char c = data[at++];
    if (c == m_delimiter)
      continue;
    if (c == '\r') {
      if (at == m_end && !m_atEnd)
        return Scan::NeedMore;
      if (at < m_end && data[at] == '\n')
        ++at;
    }
    m_next = at;
    ++m_nextLine;
    return Scan::Row;
  }
}

/// Passes the quoted part of a cell; false when its closing quote is not in the buffer.
bool CsvRows::scanQuoted(size_t& at, Span& span) {
  const char* const data = m_buffer.data();
  m_quoteLine = m_nextLine;
  size_t from = at + 1;
  while (true) {
    const auto* quote = static_cast<const char*>(std::memchr(data + from, '"', m_end - from));
    if (quote == nullptr)
      return false;
    const auto position = static_cast<size_t>(quote - data);
    if (position + 1 == m_end && !m_atEnd)
      return false;
    if (position + 1 < m_end && data[position + 1] == '"') {
      span.doubled = true;
      from = position + 2;
      continue;
    }
    span.quoteEnd = position;
    span.hasNul = std::memchr(data + at, '\0', position - at) != nullptr;
    m_nextLine += lineEnds(data + at + 1, data + position);
    at = position + 1;
    return true;
  }
}

/// The cell's text, put together in the buffer where quotes or NUL bytes have to go.
std::string_view CsvRows::content(const Span& span) {
  char* const data = m_buffer.data();
  if (span.quoteEnd == 0 && !span.hasNul)
    return {data + span.begin, span.end - span.begin};
  const bool quoted = span.quoteEnd != 0;
  const char* tail = data + span.quoteEnd + 1; // text behind the closing quote, where someone wrote "a"b
  const char* const end = data + span.end;
  const bool hasTail = quoted && !std::all_of(tail, end, [](char c) { return c == ' '; });
  if (quoted && !span.doubled && !span.hasNul && !hasTail)
    return {data + span.begin + 1, span.quoteEnd - span.begin - 1};
  char* const begin = data + span.begin;
  char* to = begin;
  const char* from = begin + (quoted ? 1 : 0);
  const char* const inner = quoted ? data + span.quoteEnd : end;
  for (; from < inner; ++from) {
    if (*from == '"' && quoted)
      ++from; // the second one of two
    if (*from != '\0')
      *to++ = *from;
  }
  if (hasTail)
    to = std::copy_if(tail, end, to, [](char c) { return c != '\0'; });
  return {begin, static_cast<size_t>(to - begin)};
}

/// Moves the row begun to the front and reads more behind it; false when the row is too long to be one.
bool CsvRows::fill() {
  std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
  m_end -= m_begin;
  m_begin = 0;
  if (m_buffer.size() - 1 - m_end < m_piece / 2) {
    if (m_buffer.size() > longestRow)
      return false;
    m_buffer.resize(m_buffer.size() * 2);
  }
  const size_t got = m_stream.read(m_buffer.data() + m_end, m_buffer.size() - 1 - m_end);
  m_atEnd = got == 0;
  m_end += got;
  m_buffer[m_end] = '\n';
  return true;
}

namespace {

/// What a delimiter makes of the first rows.
struct Trial {
  char delimiter = ',';
  int headings = 0; // known headings in the row that has most of them
  size_t alike = 0; // rows as wide as that row
  size_t cells = 0; // cells in the rows of the commonest width above one
};

Trial tryDelimiter(const QString& path, TextFormat format, char delimiter) {
  Trial trial;
  trial.delimiter = delimiter;
  CsvRows rows(path, format, delimiter);
  RowCells row;
  std::map<size_t, size_t> widths;
  size_t headerWidth = 0;
  for (int i = 0; i < 50 && rows.next(row); ++i) {
    ++widths[row.size()];
    int known = 0;
    for (size_t column = 0; column < row.size(); ++column)
      known += isKnownHeading(row.text(column)) ? 1 : 0;
    if (known > trial.headings) {
      trial.headings = known;
      headerWidth = row.size();
    }
  }
  trial.alike = widths[headerWidth];
  for (const auto& [width, count] : widths)
    if (width > 1)
      trial.cells = std::max(trial.cells, (width - 1) * count);
  return trial;
}

/// The delimiter that shows most known headings; of equals the one under which the rows are as wide as the header row.
char findDelimiter(const QString& path, TextFormat format) {
  Trial best = tryDelimiter(path, format, ',');
  for (const char delimiter : {';', '\t', '|'}) {
    const Trial trial = tryDelimiter(path, format, delimiter);
    if (std::tie(trial.headings, trial.alike, trial.cells) > std::tie(best.headings, best.alike, best.cells))
      best = trial;
  }
  return best.delimiter;
}

class CsvFile : public Sheets {
public:
  CsvFile(const QString& path, TextFormat format, char delimiter)
      : m_path(path), m_format(format), m_delimiter(delimiter) {}

  size_t count() const override { return 1; }
  QString name(size_t) const override { return QFileInfo(m_path).completeBaseName(); }
  std::unique_ptr<Rows> rows(size_t) const override { return std::make_unique<CsvRows>(m_path, m_format, m_delimiter); }

private:
  QString m_path;
  TextFormat m_format;
  char m_delimiter;
};

} // namespace

Result<std::unique_ptr<Sheets>> openCsv(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
    return Problem{{}, Say::tr("The file %1 cannot be read: %2.").arg(path, file.errorString())};
  const TextFormat format = detectEncoding(file);
  return std::unique_ptr<Sheets>(std::make_unique<CsvFile>(path, format, findDelimiter(path, format)));
}

} // namespace exchange
