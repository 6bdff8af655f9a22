// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/history.h"
#include "core/db/historylines.h"
#include "core/db/transaction.h"

#include <QCoreApplication>

namespace db::history {

namespace {

constexpr size_t enough = 20;

QString tr(const char* text, int n = -1) { return QCoreApplication::translate("db::history", text, nullptr, n); }

/// Walks the chain line by line and remembers what is wrong.
class Walk {
public:
  explicit Walk(Database& database) : m_database(database) {}

  std::vector<QString> found;
  bool isOver() const { return found.size() >= enough; }
  qint64 lastLine() const { return m_lastLine; }

  void add(const Line& line, const QByteArray& hash) {
    if (line.id != m_lastLine + 1)
      found.push_back(tr("History line %1 is missing.").arg(m_lastLine + 1));
    m_lastLine = line.id;
    if (line.changeId != m_change)
      enterChange(line.changeId);
    const Table* table = Table::find(line.record);
    if (!table) {
      found.push_back(tr("History line %1 names an unknown record, “%2”.").arg(line.id).arg(line.record));
      m_chain = Chain(hash);
      return;
    }
    Past past;
    const bool isInsert = line.action == QLatin1String("insert");
    if (isInsert)
      past = walkedBack(m_database, *table, line.recordId, line.id);
    m_created.clear();
    if (past.values)
      m_created.add(*past.values);
    const QByteArray& expected = m_chain.addRow(line.changeId, *table, line.recordId, line.action.toLatin1(),
                                                line.before, line.after, past.values ? &m_created : nullptr);
    if (expected != hash || !past.agrees || (isInsert && !past.values)) {
      found.push_back(
          tr("%1 %2 is not as its history says (line %3).").arg(line.record).arg(line.recordId).arg(line.id));
      m_chain = Chain(hash); // go on from what stands there: one fault, one sentence
    }
  }

  void finish() {
    const qint64 changes = m_database.value(QStringLiteral("SELECT coalesce(max(id), 0) FROM change"));
    if (changes != m_change)
      found.push_back(tr("History ends before change %1.").arg(changes));
    if (m_chain.head() != head(m_database))
      found.push_back(tr("The end of history is not the one that was written: its newest lines were cut off."));
  }

private:
  void enterChange(qint64 id) {
    if (id != m_change + 1)
      found.push_back(tr("Change %1 is missing from history.").arg(m_change + 1));
    m_change = id;
    struct Written {
      QByteArray expected, stored;
    };
    const auto hash =
        m_database.first(QStringLiteral("SELECT at, who, what, coalesce(undoes, 0), hash FROM change WHERE id = ?"),
                         {id}, [&](Row& row) {
                           const QString at = row.text(), who = row.text(), what = row.text();
                           const QByteArray expected = m_chain.addChange(id, at, who, what, row.number());
                           return Written{expected, row.blob()};
                         });
    if (!hash || hash->expected == hash->stored)
      return; // a missing one shows in the next line
    found.push_back(tr("Change %1 is not as it was written.").arg(id));
    m_chain = Chain(hash->stored);
  }

  Database& m_database;
  Chain m_chain;
  Encoded m_created;
  qint64 m_change = 0, m_lastLine = 0;
};

/// A row that history does not know was put there past the program.
void findUnknown(Database& database, const Table& table, std::vector<QString>& found) {
  const qint64 unknown = database.value(
      QStringLiteral("SELECT count(*) FROM %1 t WHERE NOT EXISTS (SELECT 1 FROM change_row r WHERE r.record = ? AND "
                     "r.record_id = t.id)")
          .arg(table.name()),
      {table.name()});
  if (unknown)
    found.push_back(tr("%n record(s) of “%1” are not in history.", int(unknown)).arg(table.name()));
}

/// Sort names and the like are no part of history: they follow from what is.
void findWronglyDerived(Database& database, const Table& table, std::vector<QString>& found) {
  if (table.columns().size() == table.tracked())
    return;
  database.until(QStringLiteral("SELECT id, %1 FROM %2").arg(table.columns().join(QStringLiteral(", ")), table.name()),
                 {}, [&](Row& row) {
                   const qint64 id = row.number();
                   Values stored;
                   while (row.consumed() < row.columns())
                     stored.push_back(row.value());
                   if (table.complete(Values(stored.begin(), stored.begin() + table.tracked())) != stored)
                     found.push_back(tr("%1 %2 is filed under a name it does not have.").arg(table.name()).arg(id));
                   return found.size() < enough;
                 });
}

} // namespace

std::vector<QString> verify(Database& database, const std::function<void(qint64, qint64)>& progress) {
  const qint64 all = database.value(QStringLiteral("SELECT coalesce(max(id), 0) FROM change_row"));
  const QString sql = QStringLiteral("SELECT %1, hash FROM change_row WHERE id > ? ORDER BY id LIMIT 5000")
                          .arg(QLatin1String(lineColumns));
  Walk walk(database);
  for (;;) {
    const auto lines = database.all(sql, {walk.lastLine()}, [](Row& row) {
      Line line = readLine(row);
      return std::pair(std::move(line), row.blob());
    });
    if (lines.empty())
      break;
    for (const auto& [line, hash] : lines) {
      walk.add(line, hash);
      if (walk.isOver())
        return walk.found;
    }
    if (progress)
      progress(walk.lastLine(), all);
  }
  walk.finish();
  for (const Table* table : Table::all()) {
    findUnknown(database, *table, walk.found);
    findWronglyDerived(database, *table, walk.found);
  }
  return walk.found;
}

} // namespace db::history
