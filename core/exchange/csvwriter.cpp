// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvwriter.h"

#include "core/base/disk.h"
#include "core/exchange/guard.h"

#include <QCoreApplication>
#include <array>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Exchange)
};

constexpr std::array<bool, 256> quoted = [] {
  std::array<bool, 256> table{};
  for (const char c : {',', '"', '\r', '\n'})
    table[static_cast<unsigned char>(c)] = true;
  return table;
}();

bool needsQuotes(std::string_view cell) {
  for (const char c : cell)
    if (quoted[static_cast<unsigned char>(c)])
      return true;
  return false;
}

} // namespace

void appendCsvCell(std::string& bytes, std::string_view cell, CellKind kind) {
  if (cell.empty())
    return;
  const bool guarded = kind == CellKind::Text && needsGuard(cell);
  if (!needsQuotes(cell)) {
    if (guarded)
      bytes += '\'';
    bytes += cell;
    return;
  }
  bytes += guarded ? "\"'" : "\"";
  for (size_t quote; (quote = cell.find('"')) != std::string_view::npos; cell.remove_prefix(quote + 1)) {
    bytes += cell.substr(0, quote + 1);
    bytes += '"';
  }
  bytes += cell;
  bytes += '"';
}

CsvWriter::CsvWriter(const QString& path) : m_file(path), m_bytes("\xEF\xBB\xBF"), m_begin(m_bytes.size()) {
  m_bytes.reserve(bufferSize + (64 << 10));
  m_failed = !m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

void CsvWriter::cell(QStringView text, CellKind kind) {
  const QByteArray utf8 = text.toUtf8();
  cell(std::string_view(utf8.constData(), static_cast<size_t>(utf8.size())), kind);
}

bool CsvWriter::flush() {
  m_failed = m_failed ||
             m_file.write(m_bytes.data(), static_cast<qint64>(m_bytes.size())) != static_cast<qint64>(m_bytes.size());
  m_bytes.clear();
  return !m_failed;
}

Problem CsvWriter::notWritten() const {
  return {{},
          Say::tr("The file %1 could not be written: %2. What stood there before is unchanged.")
              .arg(m_file.fileName(), whyNotWritten(m_file))};
}

std::optional<Problem> CsvWriter::writeOut() { return flush() ? std::nullopt : std::optional(notWritten()); }

std::optional<Problem> CsvWriter::commit() {
  if (auto problem = writeOut())
    return problem;
  return m_file.commit() ? std::nullopt : std::optional(notWritten());
}

} // namespace exchange
