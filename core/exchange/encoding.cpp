// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/encoding.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace exchange {
namespace {

/// Checks UTF-8 piece by piece: no overlong forms, no surrogates, nothing above U+10FFFF.
class Utf8Check {
public:
  bool feed(const char* data, size_t size) {
    const auto* at = reinterpret_cast<const unsigned char*>(data);
    const auto* const end = at + size;
    while (at < end) {
      if (m_wanted == 0 && !start(at, end))
        return false;
      for (; m_wanted > 0 && at < end; ++at) {
        if (*at < m_low || *at > m_high)
          return false;
        m_low = 0x80;
        m_high = 0xBF;
        --m_wanted;
      }
    }
    return true;
  }
  bool isComplete() const { return m_wanted == 0; }

private:
  /// Passes over ASCII, eight bytes at a time, and takes the first byte of a longer character.
  bool start(const unsigned char*& at, const unsigned char* end) {
    for (quint64 word; end - at >= 8; at += 8) {
      std::memcpy(&word, at, 8);
      if ((word & 0x8080808080808080ULL) != 0)
        break;
    }
    while (at < end && *at < 0x80)
      ++at;
    if (at == end)
      return true;
    const unsigned char first = *at++;
    if (first < 0xC2 || first > 0xF4)
      return false;
    m_wanted = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    m_low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    m_high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    return true;
  }

  int m_wanted = 0;
  unsigned char m_low = 0x80;
  unsigned char m_high = 0xBF;
};

/// Windows-1252 from 0x80 to 0x9F; the five bytes it leaves open stay the control characters they are in Latin-1.
constexpr std::array<char16_t, 32> upperControls = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

size_t fromWindows1252(std::string_view raw, char* to) {
  char* at = to;
  for (const char c : raw) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      *at++ = c;
      continue;
    }
    const unsigned code = byte < 0xA0 ? upperControls[byte - 0x80U] : byte;
    if (code < 0x800) {
      *at++ = static_cast<char>(0xC0 | (code >> 6));
    } else {
      *at++ = static_cast<char>(0xE0 | (code >> 12));
      *at++ = static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    }
    *at++ = static_cast<char>(0x80 | (code & 0x3F));
  }
  return static_cast<size_t>(at - to);
}

} // namespace

TextFormat detectEncoding(QIODevice& file) {
  std::string piece(static_cast<size_t>(std::clamp<qint64>(file.size(), 1 << 12, 1 << 20)), '\0');
  Utf8Check check;
  TextFormat format;
  bool right = true;
  bool first = true;
  for (qint64 got; right && (got = file.read(piece.data(), static_cast<qint64>(piece.size()))) > 0; first = false) {
    const std::string_view bytes(piece.data(), static_cast<size_t>(got));
    if (first && bytes.starts_with("\xFF\xFE"))
      return {Encoding::Utf16Le, 2};
    if (first && bytes.starts_with("\xFE\xFF"))
      return {Encoding::Utf16Be, 2};
    if (first && bytes.starts_with("\xEF\xBB\xBF"))
      format.start = 3;
    right = check.feed(bytes.data(), bytes.size());
  }
  if (!right || !check.isComplete())
    format.encoding = format.start > 0 ? Encoding::DamagedUtf8 : Encoding::Windows1252;
  return format;
}

Utf8Stream::Utf8Stream(const QString& path, TextFormat format)
    : m_file(path), m_format(format), m_decoder(format.encoding == Encoding::Utf16Le   ? QStringConverter::Utf16LE
                                                : format.encoding == Encoding::Utf16Be ? QStringConverter::Utf16BE
                                                                                       : QStringConverter::Utf8),
      m_position(format.start) {
  m_failed = !m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !m_file.seek(format.start);
}

size_t Utf8Stream::read(char* to, size_t room) {
  if (m_failed)
    return 0;
  if (m_format.encoding == Encoding::Utf8) {
    const qint64 got = m_file.read(to, static_cast<qint64>(room));
    m_failed = got < 0;
    m_position += std::max<qint64>(got, 0);
    return static_cast<size_t>(std::max<qint64>(got, 0));
  }
  // No byte of the other encodings becomes more than three; a character cut in two at a piece's end waits for the next.
  m_raw.resize(room / 4);
  while (true) {
    const qint64 got = m_file.read(m_raw.data(), static_cast<qint64>(m_raw.size()));
    m_failed = got < 0;
    if (got <= 0)
      return 0;
    m_position += got;
    const std::string_view raw(m_raw.data(), static_cast<size_t>(got));
    if (m_format.encoding == Encoding::Windows1252)
      return fromWindows1252(raw, to);
    const QString text = m_decoder.decode(QByteArrayView(raw.data(), got));
    const char* const end = m_encoder.appendToBuffer(to, text);
    if (end != to)
      return static_cast<size_t>(end - to);
  }
}

} // namespace exchange
