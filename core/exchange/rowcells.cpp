// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/source.h"

#include "core/exchange/guard.h"

#include <algorithm>
#include <cstring>

namespace exchange {
namespace {

bool isAscii(std::string_view bytes) {
  const char* at = bytes.data();
  size_t left = bytes.size();
  quint64 seen = 0;
  for (; left >= sizeof seen; at += sizeof seen, left -= sizeof seen) {
    quint64 word;
    std::memcpy(&word, at, sizeof word);
    seen |= word;
  }
  for (; left > 0; ++at, --left)
    seen |= static_cast<unsigned char>(*at);
  return (seen & 0x8080808080808080ULL) == 0;
}

} // namespace

const QString& RowCells::text(size_t column) const {
  static const QString nothing;
  if (column >= m_cells.size())
    return nothing;
  if (m_texts.size() < m_cells.size()) {
    m_texts.resize(m_cells.size());
    m_madeFor.resize(m_cells.size());
  }
  QString& text = m_texts[column];
  if (m_madeFor[column] != m_turn) {
    const std::string_view bytes = m_cells[column].bytes;
    if (isAscii(bytes)) // keeps the string's memory, which fromUtf8 does not
      text = QLatin1String(bytes.data(), static_cast<qsizetype>(bytes.size()));
    else
      text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    m_madeFor[column] = m_turn;
  }
  return text;
}

void RowCells::put(size_t column, std::string_view bytes) {
  m_cells[column].bytes = bytes;
  if (column < m_madeFor.size())
    m_madeFor[column] = 0;
}

bool RowCells::isBlank() const {
  return std::all_of(m_cells.begin(), m_cells.end(), [](const Cell& cell) {
    for (size_t i = 0; i < cell.bytes.size(); ++i) {
      const auto byte = static_cast<unsigned char>(cell.bytes[i]);
      const bool hardSpace =
          byte == 0xC2 && i + 1 < cell.bytes.size() && static_cast<unsigned char>(cell.bytes[i + 1]) == 0xA0;
      if (byte > ' ' && !hardSpace)
        return false;
      i += hardSpace;
    }
    return true;
  });
}

void RowCells::start(qint64 row) {
  m_row = row;
  m_cells.clear();
  ++m_turn;
}

void RowCells::add(std::string_view bytes, bool filled) { m_cells.push_back({unguard(bytes), filled}); }

} // namespace exchange
