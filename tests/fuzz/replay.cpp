// SPDX-License-Identifier: GPL-3.0-or-later
// Runs files, and all files of folders, through a fuzz target: what was found once is tried again with every test.
#include "fuzz.h"

#include <QDir>

int main(int argc, char** argv) {
  int count = 0;
  const auto run = [&](const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
      qFatal("%s cannot be read", qPrintable(path));
    const QByteArray bytes = file.readAll();
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.constData()), size_t(bytes.size()));
    ++count;
  };
  for (int i = 1; i < argc; ++i) {
    const QFileInfo given(QString::fromLocal8Bit(argv[i]));
    if (given.isFile())
      run(given.filePath());
    for (const QFileInfo& each : QDir(given.filePath()).entryInfoList(QDir::Files, QDir::Name))
      run(each.filePath());
  }
  if (count == 0)
    qFatal("nothing to run");
  return 0;
}
