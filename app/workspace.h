// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datafile/datafile.h"

#include <QLockFile>

/// One opened data file: the lock that makes this program its only writer, and the database.
class Workspace {
public:
  /// Opens (or makes) file. Throws db::Error; Busy when another Credenza has it.
  Workspace(const QString& file, const db::Actor& actor);
  ~Workspace();

  db::Database& database() { return *m_database; }
  const QString& file() const { return m_file; }
  /// Whether this opening made the file.
  bool isFresh() const { return m_isFresh; }
  /// When a command that made the file fails: closes it and leaves no trace.
  void discard();

  /// Where the data file of this user lies.
  static QString usualFile();
  /// Makes its folder where there is none, for its owner alone.
  static void makeUsualFolder();
  /// The lock beside a data file, the same through every link to it.
  static QString lockFileFor(const QString& file);
  /// Takes the lock of a data file at once, also one that a program that was killed left. Throws db::Error: Busy when
  /// another program has it, NotWritable or Full when it cannot be written.
  static void take(QLockFile& lock, const QString& file);

private:
  QString m_file;
  QLockFile m_lock;
  bool m_isFresh;
  std::unique_ptr<db::Database> m_database;
};
