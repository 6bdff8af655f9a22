// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/encoded.h"

#include <charconv>

namespace db {

void appendUtf8(std::string& bytes, const QString& text) {
  const size_t before = bytes.size();
  const auto* units = reinterpret_cast<const char16_t*>(text.constData());
  const size_t length = size_t(text.size());
  bytes.resize(before + length);
  char* out = bytes.data() + before;
  char16_t seen = 0;
  for (size_t i = 0; i < length; ++i) {
    seen |= units[i];
    out[i] = char(units[i]);
  }
  if (seen < 0x80)
    return;
  const QByteArray utf8 = text.toUtf8();
  bytes.resize(before);
  bytes.append(utf8.constData(), size_t(utf8.size()));
}

void Encoded::clear() {
  m_bytes.clear();
  m_cells.clear();
}

void Encoded::add(const Values& values) {
  for (const Value& value : values) {
    Cell cell{Kind::Null, 0, m_bytes.size(), 0};
    if (const qint64* number = value.number()) {
      cell.kind = Kind::Number;
      cell.number = *number;
      char digits[24];
      m_bytes.append(digits, std::to_chars(digits, std::end(digits), *number).ptr);
    } else if (const QString* text = value.text()) {
      cell.kind = Kind::Text;
      appendUtf8(m_bytes, *text);
    } else if (const QByteArray* blob = value.blob()) {
      cell.kind = Kind::Blob;
      m_bytes.append(blob->constData(), size_t(blob->size()));
    }
    cell.end = m_bytes.size();
    m_cells.push_back(cell);
  }
}

std::string_view Encoded::text(size_t index) const {
  const Cell& cell = m_cells[index];
  return std::string_view(m_bytes).substr(cell.begin, cell.end - cell.begin);
}

void Encoded::bindTo(Cursor& cursor) const {
  for (size_t i = 0; i < m_cells.size(); ++i)
    switch (m_cells[i].kind) {
    case Kind::Null:
      cursor.bind(int(i), Value());
      break;
    case Kind::Number:
      cursor.bind(int(i), m_cells[i].number);
      break;
    case Kind::Text:
      cursor.bindText(int(i), text(i));
      break;
    case Kind::Blob:
      cursor.bindBlob(int(i), text(i));
      break;
    }
}

} // namespace db
