// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands.h"
#include "core/datafile/datafile.h"

// What the commands have in common.

/// To standard output: the result and nothing else.
void print(const QString& text);

QDate today(const Options& options);
/// A fixed day fixes the clock too: the same command twice gives the same bytes.
db::Actor actor(const Options& options);
/// The data file that was asked for, or the user's own.
QString file(const Options& options);

/// A data file opened for reading, beside whoever writes. When nobody does, what a reader leaves behind (an empty
/// write-ahead log) is cleared away at the end.
class Reading {
public:
  explicit Reading(const Options& options);
  ~Reading();
  Q_DISABLE_COPY_MOVE(Reading)
  db::Database& operator*() const { return *m_database; }
  db::Database* operator->() const { return m_database.get(); }

private:
  QString m_file;
  std::unique_ptr<db::Database> m_database;
};

/// Shows progress on a terminal, at most once a per cent.
class Progress {
public:
  Progress();
  ~Progress();
  Q_DISABLE_COPY_MOVE(Progress)
  void show(double part, const QString& what);

private:
  bool m_terminal;
  int m_shown = -1;
};

/// Says why, and answers the exit status.
Exit failed(const QString& sentence);
Exit wrong(const QString& sentence);
QString sentences(const Problems& problems);

// Commands that stand in files of their own.
Exit reportCommand(const Options& options);
Exit reviewCommand(const Options& options);
Exit runDueCommand(const Options& options);
Exit sendCommand(const Options& options);
