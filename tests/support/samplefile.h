// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datafile/sample.h"
#include "support/freshfile.h"

#include <QFile>
#include <QTemporaryDir>

/// A data file of its own with the sample of Monday, 2 March 2026, on the disk; the sample is made once a program.
struct SampleFile {
  static QDate today() { return {2026, 3, 2}; }

  SampleFile() {
    static QTemporaryDir made;
    const QString first = made.filePath(QStringLiteral("sample.db"));
    if (!QFile::exists(first))
      makeSample(*datafile::open(first, tester()), tester(), today());
    const QString path = dir.filePath(QStringLiteral("office.db"));
    QFile::copy(first, path);
    database = datafile::open(path, tester());
  }

  QTemporaryDir dir;
  std::unique_ptr<db::Database> database;
};
