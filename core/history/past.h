// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/history.h"
#include "core/team/provider.h"

#include <QDateTime>
#include <span>

struct Facility;
struct Practice;

/// One field, as it was and is, in words.
struct PastField {
  QString label, before, after;
};

/// What one change did to one record.
struct PastLine {
  qint64 id = 0;       ///< for undoLine, and to page on
  qint64 changeId = 0; ///< for undo of all that was done with it
  QDateTime at;        ///< an instant
  QString who, what;
  QString table; ///< as db::Table::find knows it
  qint64 recordId = 0;
  QString record;                ///< "Enrollment"
  QString name;                  ///< "Aetna · IL"
  QString action;                ///< insert, update or delete
  std::vector<PastField> fields; ///< of an update
};

/// Pages of history, the newest first: those before a line, or the newest for 0.
struct PastPage {
  qint64 before = 0;
  int size = 50;
};

/// Lines of history to be read in other ways (a list on screen): "FROM … WHERE …" over line r and its change c.
struct PastSource {
  QString from;
  db::Values arguments;
};
PastSource pastSource(const db::Table& table, qint64 id);
/// A provider and everything that hangs on one; a practice or a facility with what names it.
PastSource pastSource(Id<Provider> provider);
PastSource pastSource(Id<Practice> practice);
PastSource pastSource(Id<Facility> facility);
PastSource removedSource(db::Database& database, const QDateTime& since);
/// These lines in words, in the order asked for; one that is not there is left out.
std::vector<PastLine> pastLines(db::Database& database, std::span<const qint64> ids);

/// What happened to one record.
std::vector<PastLine> pastOf(db::Database& database, const db::Table& table, qint64 id, const PastPage& page = {});
/// What happened to a provider and to everything that hangs on one: enrollments, credentials, trackings and their
/// steps, tasks, notes … also what was removed since.
std::vector<PastLine> pastOfProvider(db::Database& database, Id<Provider> provider, const PastPage& page = {});

/// What was removed within the last days (db::history::removedDays) and has not come back; what undoing took away again
/// is left out. Restored by undoLine of the line, or by undo of the change, which brings back all that went with it.
std::vector<PastLine> removedSince(db::Database& database, const QDateTime& since, const PastPage& page = {});
