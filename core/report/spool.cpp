// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/spool.h"

#include "core/db/error.h"

#include <cstdint>
#include <cstring>

namespace report {
namespace {

using Length = std::uint32_t;
constexpr size_t Piece = 256 << 10; // bytes to and from the file at once

} // namespace

void Spool::clear() {
  m_bytes.clear();
  m_cells = 0;
  m_rows = 0;
  m_isWhole = !m_file.isOpen() || (m_file.resize(0) && m_file.seek(0));
}

bool Spool::flush() {
  const auto size = static_cast<qint64>(m_bytes.size());
  m_isWhole = m_isWhole && (m_file.isOpen() || m_file.open()) && m_file.write(m_bytes.data(), size) == size;
  m_bytes.clear();
  return m_isWhole;
}

void Spool::add(Cells cells) {
  if (!m_isWhole)
    return;
  m_cells = cells.size();
  ++m_rows;
  for (const std::string_view cell : cells) {
    const auto length = static_cast<Length>(cell.size());
    m_bytes.append(reinterpret_cast<const char*>(&length), sizeof length);
    m_bytes += cell;
  }
  if (m_bytes.size() >= Piece)
    flush();
}

bool Spool::isWhole() {
  if (m_isWhole && m_file.isOpen())
    m_isWhole = flush() && m_file.flush(); // the last rows may be those that find no room
  return m_isWhole;
}

void Spool::each(const std::function<bool(Cells)>& take) {
  const bool isInFile = m_file.isOpen();
  const auto need = [this](bool isDone) {
    if (!isDone)
      throw db::Error(db::Error::Cause::Io, m_file.fileName(), m_file.errorString());
  };
  if (isInFile)
    need(isWhole() && m_file.seek(0));
  std::string read;
  std::string& bytes = isInFile ? read : m_bytes; // few rows never were in a file
  const auto require = [&](size_t end) {
    while (end > bytes.size()) {
      char piece[16 << 10];
      const qint64 more = isInFile ? m_file.read(piece, sizeof piece) : 0;
      need(more > 0);
      bytes.append(piece, static_cast<size_t>(more));
    }
  };
  size_t at = 0;
  std::vector<std::pair<size_t, size_t>> places(m_cells);
  std::vector<std::string_view> cells(m_cells);
  for (qint64 row = 0; row < m_rows; ++row) {
    if (isInFile && at >= Piece) {
      bytes.erase(0, at);
      at = 0;
    }
    for (auto& [begin, size] : places) {
      require(at + sizeof(Length));
      Length length = 0;
      std::memcpy(&length, bytes.data() + at, sizeof length);
      begin = at + sizeof length;
      size = length;
      at = begin + size;
    }
    require(at);
    for (size_t i = 0; i < m_cells; ++i) // now that nothing moves any more
      cells[i] = std::string_view(bytes).substr(places[i].first, places[i].second);
    if (!take(cells))
      return;
  }
}

} // namespace report
