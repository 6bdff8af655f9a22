// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/history.h"
#include "core/db/historylines.h"
#include "core/db/transaction.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace db::history {

namespace {

QString tr(const char* text, int n = -1) { return QCoreApplication::translate("db::history", text, nullptr, n); }

/// The changes that are taken back and not brought again: an undo may be undone itself.
QHash<qint64, qint64> undone(Database& database) {
  QHash<qint64, qint64> by;
  database.each(QStringLiteral("SELECT id, undoes FROM change WHERE undoes IS NOT NULL ORDER BY id DESC"), {},
                [&](Row& row) {
                  const qint64 id = row.number(), undoes = row.number();
                  if (!by.contains(id))
                    by.insert(undoes, id);
                });
  return by;
}

/// Whether two lines of one record say something of the same field, or one that it came or went.
bool meet(const QString& oneAction, const QString& one, const QString& otherAction, const QString& other) {
  if (oneAction != QLatin1String("update") || otherAction != QLatin1String("update"))
    return true;
  const QJsonObject fields = QJsonDocument::fromJson(one.toUtf8()).object();
  const QStringList others = QJsonDocument::fromJson(other.toUtf8()).object().keys();
  return std::any_of(others.begin(), others.end(), [&](const QString& field) { return fields.contains(field); });
}

/// Whether what this change (or one line of it) did to a record was changed later, by a change that still holds. A
/// change and its undo, both later, leave things as they were.
bool changedSince(Database& database, qint64 changeId, qint64 onlyLine, const QHash<qint64, qint64>& undoneBy) {
  bool changed = false;
  const QString sql =
      QStringLiteral("SELECT c.id, coalesce(c.undoes, 0), mine.action, mine.after, theirs.action, theirs.after FROM "
                     "change_row mine JOIN change_row theirs ON theirs.record = mine.record AND theirs.record_id = "
                     "mine.record_id AND theirs.id > mine.id AND theirs.change_id <> mine.change_id JOIN change c ON "
                     "c.id = theirs.change_id WHERE mine.change_id = ?%1")
          .arg(onlyLine ? QStringLiteral(" AND mine.id = ?") : QString());
  Values arguments{changeId};
  if (onlyLine)
    arguments.emplace_back(onlyLine);
  database.until(sql, arguments, [&](Row& row) {
    const qint64 id = row.number(), undoes = row.number();
    const QString action = row.text(), after = row.text(), theirAction = row.text(), theirAfter = row.text();
    changed = !undoneBy.contains(id) && undoes <= changeId && meet(action, after, theirAction, theirAfter);
    return !changed;
  });
  return changed;
}

/// A column that came after a line was written is not in that line: where the schema wants something, it is empty text.
class LaterColumns {
public:
  explicit LaterColumns(Database& database) : m_database(database) {}

  void fill(const Table& table, Values& values) {
    auto known = m_required.find(&table);
    if (known == m_required.end())
      known = m_required.insert(&table, required(table));
    for (const int index : *known)
      if (values[size_t(index)].isNull())
        values[size_t(index)] = QString();
  }

private:
  std::vector<int> required(const Table& table) {
    std::vector<int> places;
    m_database.each(QStringLiteral("SELECT name FROM pragma_table_info(?) WHERE \"notnull\" = 1"), {table.name()},
                    [&](Row& row) {
                      const qsizetype place = table.columns().indexOf(row.text());
                      if (place >= 0 && place < table.tracked())
                        places.push_back(int(place));
                    });
    return places;
  }

  Database& m_database;
  QHash<const Table*, std::vector<int>> m_required;
};

std::optional<Values> valuesNow(Database& database, const Table& table, qint64 id) {
  return database.first(table.selectSql(), {id}, [](Row& row) {
    Values values;
    while (row.consumed() < row.columns())
      values.push_back(row.value());
    return values;
  });
}

/// What taking a change back is called. An undo taken back brings the change again, whatever it took before.
QString nameOfUndo(Database& database, qint64 changeId, const QString& what) {
  bool brings = false;
  QString first = what;
  for (std::optional<qint64> next = changeId; next && *next;) {
    next = database.first(QStringLiteral("SELECT coalesce(undoes, 0), what FROM change WHERE id = ?"), {*next},
                          [&](Row& row) {
                            const qint64 undoes = row.number();
                            first = row.text();
                            return undoes;
                          });
    brings = next && *next ? !brings : brings;
  }
  return (brings ? tr("Redo: %1") : tr("Undo: %1")).arg(first);
}

/// Takes a change back, or one line of it.
qint64 takeBack(Database& database, const Actor& actor, qint64 changeId, qint64 onlyLine, const QString& what) {
  Transaction transaction(database, actor, nameOfUndo(database, changeId, what));
  if (!onlyLine)
    transaction.undoes(changeId);
  LaterColumns later(database);
  // In pieces, newest first, so that undoing a large import holds little in memory.
  qint64 below = onlyLine ? onlyLine + 1 : std::numeric_limits<qint64>::max();
  for (;;) {
    const auto lines = database.all(QStringLiteral("SELECT %1 FROM change_row WHERE change_id = ? AND id < ? AND id >= "
                                                   "? ORDER BY id DESC LIMIT 1000")
                                        .arg(QLatin1String(lineColumns)),
                                    {changeId, below, onlyLine}, readLine);
    if (lines.empty())
      break;
    for (const Line& line : lines) {
      const Table* table = Table::find(line.record);
      if (!table)
        throw Error(Error::Cause::Damaged, database.file(), QStringLiteral("history names %1").arg(line.record));
      if (line.action == QLatin1String("insert")) {
        transaction.remove(*table, line.recordId);
        continue;
      }
      // What others changed since in other fields stays.
      Values values = valuesNow(database, *table, line.recordId).value_or(emptyValues(*table));
      apply(*table, line.before, values);
      later.fill(*table, values);
      if (line.action == QLatin1String("delete"))
        transaction.insert(*table, line.recordId, values);
      else
        transaction.update(*table, line.recordId, values);
    }
    below = lines.back().id;
  }
  transaction.commit();
  return transaction.changeId();
}

} // namespace

namespace {

Result<qint64> undo(Database& database, const Actor& actor, qint64 changeId, qint64 onlyLine) {
  const auto what = database.first(QStringLiteral("SELECT what FROM change WHERE id = ?"), {changeId},
                                   [](Row& row) { return row.text(); });
  if (!what)
    return Problem{{}, tr("There is nothing to undo.")};
  const QHash<qint64, qint64> undoneBy = undone(database);
  if (undoneBy.contains(changeId))
    return Problem{{}, tr("“%1” was undone already.").arg(*what)};
  if (changedSince(database, changeId, onlyLine, undoneBy))
    return Problem{{},
                   tr("“%1” cannot be undone: something it touched was changed since. Undo that first.").arg(*what)};
  try {
    return takeBack(database, actor, changeId, onlyLine, *what);
  } catch (const Error& error) {
    if (error.cause() != Error::Cause::Constraint)
      throw;
    // Another record came to lean on one of these, or took the place of one; or what it leans on is gone.
    return Problem{
        {},
        tr("“%1” cannot be undone: something else depends on it, or it on something that was removed. Undo or "
           "remove that first.")
            .arg(*what)};
  }
}

} // namespace

Result<qint64> undo(Database& database, const Actor& actor, qint64 changeId) {
  return undo(database, actor, changeId, 0);
}

Result<qint64> undoLine(Database& database, const Actor& actor, qint64 lineId) {
  const qint64 changeId = database.value(QStringLiteral("SELECT change_id FROM change_row WHERE id = ?"), {lineId});
  const bool isAll =
      1 == database.value(QStringLiteral("SELECT count(*) FROM (SELECT 1 FROM change_row WHERE change_id = "
                                         "? LIMIT 2)"),
                          {changeId});
  return undo(database, actor, changeId, isAll ? 0 : lineId);
}

} // namespace db::history
