// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datafile/datafile.h"
#include "core/datafile/sample.h"
#include "support/freshfile.h"
#include "ui/shell/session.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

/// A data file with the sample on the disk, as lists need it whose workers open it for themselves, and a session over
/// it on Monday, 2 March 2026.
struct Sitting {
  static QDate today() { return {2026, 3, 2}; }

  Sitting() {
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, dir.path());
    const QString path = dir.filePath(QStringLiteral("office.db"));
    QFile::copy(sample(), path);
    file = datafile::open(path, tester());
    session = std::make_unique<ui::Session>(*file, today(), [] { return tester().now; });
  }

  /// The file with the sample, made once.
  static QString sample() {
    static QTemporaryDir made;
    const QString path = made.filePath(QStringLiteral("sample.db"));
    if (!QFile::exists(path))
      makeSample(*datafile::open(path, tester()), tester(), today());
    return path;
  }

  QTemporaryDir dir;
  std::unique_ptr<db::Database> file;
  std::unique_ptr<ui::Session> session;
};
