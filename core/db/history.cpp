// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/history.h"

#include "core/db/historylines.h"
#include "core/db/transaction.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace db {

void Chain::add(QByteArrayView part) {
  // Length first: else ("ab", "c") and ("a", "bc") would be one.
  const quint32 length = quint32(part.size());
  m_hash.addData(QByteArrayView(reinterpret_cast<const char*>(&length), sizeof length));
  m_hash.addData(part);
}

const QByteArray& Chain::finish() {
  const QByteArrayView hash = m_hash.resultView();
  m_head.resize(hash.size()); // keeps its memory
  std::copy(hash.begin(), hash.end(), m_head.data());
  return m_head;
}

const QByteArray& Chain::addChange(qint64 id, const QString& at, const QString& who, const QString& what,
                                   qint64 undoes) {
  m_hash.reset();
  add(m_head);
  add(QByteArray::number(id));
  add(at.toUtf8());
  add(who.toUtf8());
  add(what.toUtf8());
  add(QByteArray::number(undoes));
  return finish();
}

const QByteArray& Chain::addRow(qint64 changeId, const Table& table, qint64 recordId, QByteArrayView action,
                                const QString& before, const QString& after, const Encoded* created) {
  // One buffer and one call to the hash: a row of an import is hashed in about a microsecond.
  std::string& line = m_line;
  line.clear();
  const auto put = [&line](std::string_view part) {
    const quint32 length = quint32(part.size());
    line.append(reinterpret_cast<const char*>(&length), sizeof length);
    line.append(part);
  };
  const auto view = [](QByteArrayView bytes) { return std::string_view(bytes.data(), size_t(bytes.size())); };
  const qint64 numbers[] = {changeId, recordId};
  put(view(m_head));
  line.append(reinterpret_cast<const char*>(numbers), sizeof numbers);
  put(view(table.nameUtf8()));
  put(view(action));
  put(view(before.toUtf8()));
  put(view(after.toUtf8()));
  if (created)
    for (int i = 0; i < table.tracked(); ++i)
      // Empty ones are left out, so that a column added later changes no hash.
      if (!created->isEmpty(size_t(i))) {
        put(view(table.columnUtf8(i)));
        put(created->text(size_t(i)));
      }
  m_hash.reset();
  m_hash.addData(QByteArrayView(line.data(), qsizetype(line.size())));
  return finish();
}

namespace history {

namespace {

QString tr(const char* text, int n = -1) { return QCoreApplication::translate("db::history", text, nullptr, n); }

/// Appends text as a JSON string.
void appendQuoted(QString& json, const QString& text) {
  json += QLatin1Char('"');
  for (QChar c : text) {
    if (c == QLatin1Char('"') || c == QLatin1Char('\\'))
      json += QLatin1Char('\\') + c;
    else if (c.unicode() < 0x20)
      json += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    else
      json += c;
  }
  json += QLatin1Char('"');
}

} // namespace

QString toJson(const Table& table, const Values& values, const Values* other) {
  // Written by hand: an import of a million rows writes two of these for each row it changes.
  QString json(QLatin1Char('{'));
  for (int i = 0; i < table.tracked(); ++i) {
    const Value& value = values[size_t(i)];
    if (other ? value == (*other)[size_t(i)] : value.isNull())
      continue;
    if (json.size() > 1)
      json += QLatin1Char(',');
    appendQuoted(json, table.columns()[i]);
    json += QLatin1Char(':');
    if (const qint64* number = value.number())
      json += QString::number(*number);
    else if (const QString* text = value.text())
      appendQuoted(json, *text);
    else
      json += QLatin1String("null");
  }
  return json + QLatin1Char('}');
}

void apply(const Table& table, const QString& json, Values& values) {
  const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
  for (auto field = object.begin(); field != object.end(); ++field) {
    const qsizetype index = table.columns().indexOf(field.key());
    if (index >= 0 && index < table.tracked())
      values[size_t(index)] = fromJsonValue(field.value());
  }
}

QByteArray head(Database& database) {
  return QByteArray::fromHex(
      database.text(QStringLiteral("SELECT value FROM setting WHERE key = 'history.head'")).toLatin1());
}

void keepHead(Database& database, const QByteArray& head) {
  database.run(QStringLiteral("INSERT INTO setting (key, value) VALUES ('history.head', ?) "
                              "ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
               {QString::fromLatin1(head.toHex())});
}

namespace {

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

/// Whether a record of this change was changed later, by a change that still holds. A change and its undo, both later,
/// leave things as they were.
bool changedSince(Database& database, qint64 changeId, const QHash<qint64, qint64>& undoneBy) {
  bool changed = false;
  database.until(
      QStringLiteral("SELECT DISTINCT c.id, coalesce(c.undoes, 0) FROM change_row mine "
                     "JOIN change_row theirs ON theirs.record = mine.record AND theirs.record_id = mine.record_id AND "
                     "theirs.id > mine.id AND theirs.change_id <> mine.change_id JOIN change c ON c.id = "
                     "theirs.change_id WHERE mine.change_id = ?"),
      {changeId}, [&](Row& row) {
        const qint64 id = row.number(), undoes = row.number();
        changed = !undoneBy.contains(id) && undoes <= changeId;
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

qint64 takeBack(Database& database, const Actor& actor, qint64 changeId, const QString& what) {
  Transaction transaction(database, actor, tr("Undo: %1").arg(what));
  transaction.undoes(changeId);
  LaterColumns later(database);
  // In pieces, newest first, so that undoing a large import holds little in memory.
  qint64 below = std::numeric_limits<qint64>::max();
  for (;;) {
    const auto lines = database.all(QStringLiteral("SELECT %1 FROM change_row WHERE change_id = ? AND id < ? "
                                                   "ORDER BY id DESC LIMIT 1000")
                                        .arg(QLatin1String(lineColumns)),
                                    {changeId, below}, readLine);
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
      Values values = emptyValues(*table);
      if (line.action == QLatin1String("update"))
        values = walkedBack(database, *table, line.recordId, line.id).values.value_or(values);
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

Result<qint64> undo(Database& database, const Actor& actor, qint64 changeId) {
  const auto what = database.first(QStringLiteral("SELECT what FROM change WHERE id = ?"), {changeId},
                                   [](Row& row) { return row.text(); });
  if (!what)
    return Problem{{}, tr("There is nothing to undo.")};
  const QHash<qint64, qint64> undoneBy = undone(database);
  if (undoneBy.contains(changeId))
    return Problem{{}, tr("“%1” was undone already.").arg(*what)};
  if (changedSince(database, changeId, undoneBy))
    return Problem{{},
                   tr("“%1” cannot be undone: something it touched was changed since. Undo that first.").arg(*what)};
  try {
    return takeBack(database, actor, changeId, *what);
  } catch (const Error& error) {
    if (error.cause() != Error::Cause::Constraint)
      throw;
    // Another record came to lean on one of these, or took the place of one.
    return Problem{
        {}, tr("“%1” cannot be undone: something added since depends on it. Undo or remove that first.").arg(*what)};
  }
}

std::vector<FieldChange> ofRecord(Database& database, const Table& table, qint64 id) {
  std::vector<FieldChange> changes;
  const auto sql = QStringLiteral("SELECT r.id, c.at, c.who, c.what, r.action, r.before, r.after FROM change_row r "
                                  "JOIN change c ON c.id = r.change_id WHERE r.record = ? AND r.record_id = ? "
                                  "ORDER BY r.id DESC");
  struct Read {
    qint64 id;
    FieldChange change;
  };
  const auto lines = database.all(sql, {table.name(), id}, [](Row& row) {
    Read read{row.number(), {}};
    read.change = {row.text(), row.text(), row.text(), row.text(), {}, row.text(), row.text()};
    return read;
  });
  for (const Read& line : lines) {
    QString before = line.change.before, after = line.change.after;
    if (line.change.action == QLatin1String("insert"))
      if (const auto created = walkedBack(database, table, id, line.id).values)
        after = toJson(table, *created, nullptr);
    const QJsonObject was = QJsonDocument::fromJson(before.toUtf8()).object();
    const QJsonObject is = QJsonDocument::fromJson(after.toUtf8()).object();
    for (const QString& column : table.columns().mid(0, table.tracked())) {
      if (!was.contains(column) && !is.contains(column))
        continue;
      FieldChange change = line.change;
      change.field = column;
      change.before = was[column].toVariant().toString();
      change.after = is[column].toVariant().toString();
      if (change.before != change.after)
        changes.push_back(change);
    }
  }
  return changes;
}

} // namespace history
} // namespace db
