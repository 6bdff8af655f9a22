// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/db/history.h"
#include "core/db/table.h"
#include "core/db/writebehind.h"

#include <QDateTime>
#include <unordered_map>
#include <unordered_set>

namespace db {

/// Who does something, and when (an instant; the clock is read in app only).
struct Actor {
  QString who;
  QDateTime now;
};

/// One change: rows and their history, all of it or nothing. Not committed when it goes out of scope: rolled back.
/// A nested one is inert: its writes belong to the outermost, and giving it up gives up the whole.
class Transaction {
public:
  /// what: for people, as it stands in history and behind Undo, "Moved 12 due dates".
  Transaction(Database& database, const Actor& actor, const QString& what);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  /// Values are those of the table's tracked columns.
  qint64 insert(const Table& table, const Values& values);
  /// Brings a removed row back under its old id.
  void insert(const Table& table, qint64 id, const Values& values);
  /// Writes only when something differs; answers whether it did.
  bool update(const Table& table, qint64 id, const Values& values);
  void remove(const Table& table, qint64 id);
  /// Writes that are no record of the user's (settings, remembered mappings) go through the database in here.
  Database& database() { return m_database; }

  /// From now on new rows are written by a thread of their own, where the engine can. What is wrong with one of them is
  /// thrown later then: by the next question to the database, or by commit().
  void writeBehind();

  /// Brings up to date now what follows from the rows written so far; commit() does it for all others.
  void settle();
  /// After this the change is on the disk.
  void commit();
  /// The change this became, 0 when nothing was written.
  qint64 changeId() const { return m_outer ? m_outer->changeId() : m_changeId; }
  void undoes(qint64 changeId) { m_undoes = changeId; }

private:
  friend class Database;
  qint64 insertRow(const Table& table, const QString& sql, const Values& values, const Values& withId);
  void writeLine(const Table& table, qint64 id, const char* action, const QString& before, const QString& after,
                 const Encoded* created = nullptr);
  qint64 insertBehind(const Table& table, const Values& values);
  void writeRow(const PendingRow& row);
  void drain() {
    if (m_behind)
      m_behind->drain();
  }
  void beginChange();
  void touch(const Table& table, qint64 id, const Values* before, const Values* after);

  Database& m_database;
  Transaction* m_outer;
  Actor m_actor;
  QString m_what;
  qint64 m_changeId = 0;
  qint64 m_undoes = 0;
  Chain m_chain;
  Encoded m_row;         // filled again from row to row
  bool m_broken = false; // a nested one was given up
  bool m_done = false;
  // A handful at most: the owners of which table's rows are to be settled before the commit.
  std::vector<std::pair<const Table*, std::unordered_set<qint64>>> m_touched;
  std::unordered_map<const Table*, qint64> m_lastIds; // as far as rows are written behind
  std::unique_ptr<WriteBehind> m_behind;
};

} // namespace db
