// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTemporaryDir>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

/// What a program promises, checked under any input.
#define PROMISE(holds)                                                                                                 \
  do {                                                                                                                 \
    if (!(holds))                                                                                                      \
      qFatal("broken promise: %s", #holds);                                                                            \
  } while (false)

namespace fuzz {

inline QByteArray bytesOf(const uint8_t* data, size_t size) {
  return QByteArray(reinterpret_cast<const char*>(data), qsizetype(size));
}

/// The input as a file of that name; one folder serves the whole run.
inline QString fileOf(const uint8_t* data, size_t size, const char* name) {
  static const QTemporaryDir folder;
  const QString path = folder.filePath(QString::fromLatin1(name));
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
    qFatal("no room for the input");
  file.write(reinterpret_cast<const char*>(data), qint64(size));
  return path;
}

} // namespace fuzz
