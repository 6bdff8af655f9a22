// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// These tests are mostly text: their literals may be read as UTF-8. To be included before everything else.
#undef QT_NO_CAST_FROM_ASCII

#include "core/exchange/importer.h"
#include "support/freshfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// A new data file and a folder of lists to import into it.
class Importing {
public:
  Importing() : database(freshFile()) { options.today = QDate(2026, 3, 2); }

  QString path(const QString& name) const { return m_folder.filePath(name); }

  QString write(const QString& name, const QString& text) {
    QFile file(path(name));
    QDir().mkpath(QFileInfo(file.fileName()).path());
    if (!file.open(QIODevice::WriteOnly))
      qFatal("cannot write %s", qPrintable(name));
    file.write(text.toUtf8());
    return file.fileName();
  }
  QString read(const QString& name) const {
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
  }

  /// Imports a file or folder; what the command prints, a kind each, joined by "; ", or the problem in angle brackets.
  QString run(const QString& file) {
    const auto result = exchange::importFile(*database, tester(), file, options, callbacks);
    if (!result)
      return QStringLiteral("<%1>").arg(result.problems().front().sentence);
    report = *result;
    QStringList lines;
    for (const exchange::KindResult& one : report.kinds)
      lines += QStringLiteral("%1: %2/%3/%4/%5")
                   .arg(one.kind)
                   .arg(one.created)
                   .arg(one.updated)
                   .arg(one.unchanged)
                   .arg(one.rejected);
    return lines.join(QStringLiteral("; "));
  }
  /// Writes and imports.
  QString run(const QString& name, const QString& text) { return run(write(name, text)); }

  /// The first column of all rows, joined by " | ".
  QString all(const QString& sql) {
    QStringList values;
    for (const QString& value : database->all(sql, {}, [](db::Row& row) { return row.text(); }))
      values += value;
    return values.join(QStringLiteral(" | "));
  }
  qint64 count(const QString& table) { return database->value(QStringLiteral("SELECT count(*) FROM ") + table); }

  std::unique_ptr<db::Database> database;
  exchange::ImportOptions options;
  exchange::ImportCallbacks callbacks;
  exchange::ImportReport report;

private:
  QTemporaryDir m_folder;
};
