// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QStringConverter>
#include <string>

namespace exchange {

/// How the bytes of a text file stand for letters. DamagedUtf8 has its mark at the start and wrong bytes further on.
enum class Encoding { Utf8, DamagedUtf8, Utf16Le, Utf16Be, Windows1252 };

struct TextFormat {
  Encoding encoding = Encoding::Utf8;
  qint64 start = 0; ///< bytes of the byte order mark
};

/// Looks at the whole file, in pieces: a byte order mark decides, else UTF-8 where every byte is right UTF-8, else
/// Windows-1252. The device is read from its start.
TextFormat detectEncoding(QIODevice& file);

/// A text file as a stream of right UTF-8, whatever it is written in.
class Utf8Stream {
public:
  Utf8Stream(const QString& path, TextFormat format);

  /// Puts at most room bytes at to and says how many, 0 at the end; room must be 64 or more.
  size_t read(char* to, size_t room);
  /// Bytes of the file that were read.
  qint64 position() const { return m_position; }
  qint64 fileSize() const { return m_file.size(); }
  bool failed() const { return m_failed; }

private:
  QFile m_file;
  TextFormat m_format;
  QStringDecoder m_decoder;
  QStringEncoder m_encoder{QStringConverter::Utf8};
  std::string m_raw;
  qint64 m_position = 0;
  bool m_failed = false;
};

} // namespace exchange
