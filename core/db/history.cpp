// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/history.h"

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
  m_head = m_hash.result();
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
                                const QString& before, const QString& after, const Values* created) {
  // One buffer and one call to the hash: a row of an import is hashed in about a microsecond.
  QByteArray& line = m_line;
  line.clear();
  const auto put = [&line](QByteArrayView part) {
    const quint32 length = quint32(part.size());
    line.append(reinterpret_cast<const char*>(&length), sizeof length);
    line.append(part);
  };
  const qint64 numbers[] = {changeId, recordId};
  put(m_head);
  line.append(reinterpret_cast<const char*>(numbers), sizeof numbers);
  put(table.nameUtf8());
  put(action);
  put(before.toUtf8());
  put(after.toUtf8());
  if (created) {
    int index = 0;
    for (const Value& value : *created) {
      // Empty ones are left out, so that a column added later changes no hash.
      if (!value.isEmpty()) {
        put(table.columnUtf8(index));
        if (const qint64* number = value.number())
          put(QByteArray::number(*number));
        else
          put(value.text()->toUtf8());
      }
      ++index;
    }
  }
  m_hash.reset();
  m_hash.addData(line);
  return finish();
}

namespace history {

namespace {

QString tr(const char* text, int n = -1) { return QCoreApplication::translate("db::history", text, nullptr, n); }

QJsonValue toJsonValue(const Value& value) {
  if (const qint64* number = value.number())
    return *number;
  if (const QString* text = value.text())
    return *text;
  return QJsonValue::Null;
}

Value fromJsonValue(const QJsonValue& value) {
  if (value.isDouble())
    return value.toInteger();
  if (value.isString())
    return value.toString();
  return {};
}

struct Line {
  qint64 id = 0, changeId = 0;
  QString record;
  qint64 recordId = 0;
  QString action, before, after;
};

Line readLine(Row& row) {
  Line line;
  line.id = row.number();
  line.changeId = row.number();
  line.record = row.text();
  line.recordId = row.number();
  line.action = row.text();
  line.before = row.text();
  line.after = row.text();
  return line;
}

constexpr auto lineColumns = "id, change_id, record, record_id, action, before, after";

Values emptyValues(const Table& table) { return Values(size_t(table.tracked())); }

/// The record as it was right after line `after`: today's row walked back through later lines; nothing when a
/// removal's own record is not there to walk from.
std::optional<Values> walkedBack(Database& database, const Table& table, qint64 recordId, qint64 after) {
  std::optional<Values> values = database.first(table.selectSql(), {recordId}, [](Row& row) {
    Values read;
    while (row.consumed() < row.columns())
      read.push_back(row.value());
    return read;
  });
  const auto lines = database.all(
      QStringLiteral(
          "SELECT action, before FROM change_row WHERE record = ? AND record_id = ? AND id > ? ORDER BY id DESC"),
      {table.name(), recordId, after}, [](Row& row) {
        return std::pair<QString, QString>{row.text(), row.text()};
      });
  for (const auto& [action, before] : lines) {
    if (action == QLatin1String("insert")) {
      values.reset(); // it came back later; before that it was not there
    } else if (action == QLatin1String("delete")) {
      values = emptyValues(table);
      apply(table, before, *values);
    } else if (values) {
      apply(table, before, *values);
    }
  }
  return values;
}

} // namespace

QString toJson(const Table& table, const Values& values, const Values* other) {
  QJsonObject object;
  for (int i = 0; i < table.tracked(); ++i) {
    const Value& value = values[size_t(i)];
    if (other ? value != (*other)[size_t(i)] : !value.isNull())
      object[table.columns()[i]] = toJsonValue(value);
  }
  return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
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
  return database
      .first(QStringLiteral("SELECT hash FROM change_row ORDER BY id DESC LIMIT 1"), {},
             [](Row& row) { return row.blob(); })
      .value_or(QByteArray());
}

Result<qint64> undo(Database& database, const Actor& actor, qint64 changeId) {
  const auto what = database.first(QStringLiteral("SELECT what FROM change WHERE id = ?"), {changeId},
                                   [](Row& row) { return row.text(); });
  if (!what)
    return Problem{{}, tr("There is nothing to undo.")};
  if (database.value(QStringLiteral("SELECT count(*) FROM change WHERE undoes = ?"), {changeId}))
    return Problem{{}, tr("“%1” was undone already.").arg(*what)};
  const qint64 later = database.value(
      QStringLiteral(
          "SELECT EXISTS (SELECT 1 FROM change_row mine JOIN change_row theirs ON theirs.record = mine.record "
          "AND theirs.record_id = mine.record_id AND theirs.id > mine.id AND theirs.change_id <> "
          "mine.change_id WHERE mine.change_id = ?)"),
      {changeId});
  if (later)
    return Problem{{},
                   tr("“%1” cannot be undone: something it touched was changed since. Undo that first.").arg(*what)};

  Transaction transaction(database, actor, tr("Undo: %1").arg(*what));
  transaction.undoes(changeId);
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
        values = walkedBack(database, *table, line.recordId, line.id).value_or(values);
      apply(*table, line.before, values);
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
      if (const auto values = walkedBack(database, table, id, line.id))
        after = toJson(table, *values, nullptr);
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

std::vector<QString> verify(Database& database, const std::function<void(qint64, qint64)>& progress) {
  constexpr size_t enough = 20;
  std::vector<QString> found;
  const qint64 all = database.value(QStringLiteral("SELECT coalesce(max(id), 0) FROM change_row"));
  Chain chain;
  qint64 currentChange = 0, lastLine = 0;
  struct Full {
    Line line;
    QByteArray hash;
  };
  const QString sql = QStringLiteral("SELECT %1, hash FROM change_row WHERE id > ? ORDER BY id LIMIT 5000")
                          .arg(QLatin1String(lineColumns));
  for (;;) {
    const auto lines = database.all(sql, {lastLine}, [](Row& row) {
      Full full{readLine(row), {}};
      full.hash = row.blob();
      return full;
    });
    if (lines.empty())
      break;
    for (const auto& [line, hash] : lines) {
      if (line.id != lastLine + 1)
        found.push_back(tr("History line %1 is missing.").arg(lastLine + 1));
      lastLine = line.id;
      if (line.changeId != currentChange) {
        if (line.changeId != currentChange + 1)
          found.push_back(tr("Change %1 is missing from history.").arg(currentChange + 1));
        currentChange = line.changeId;
        const bool right =
            database
                .first(QStringLiteral("SELECT at, who, what, coalesce(undoes, 0), hash FROM change WHERE id = ?"),
                       {currentChange},
                       [&](Row& row) {
                         const QString at = row.text(), who = row.text(), what = row.text();
                         const QByteArray& expected = chain.addChange(currentChange, at, who, what, row.number());
                         return expected == row.blob();
                       })
                .value_or(false);
        if (!right)
          found.push_back(tr("Change %1 is not as it was written.").arg(currentChange));
      }
      const Table* table = Table::find(line.record);
      if (!table) {
        found.push_back(tr("History line %1 names an unknown record, “%2”.").arg(line.id).arg(line.record));
        return found;
      }
      std::optional<Values> created;
      if (line.action == QLatin1String("insert"))
        created = walkedBack(database, *table, line.recordId, line.id);
      const QByteArray expected = chain.addRow(line.changeId, *table, line.recordId, line.action.toLatin1(),
                                               line.before, line.after, created ? &*created : nullptr);
      if (expected != hash) {
        found.push_back(
            tr("%1 %2 is not as its history says (line %3).").arg(line.record).arg(line.recordId).arg(line.id));
        chain = Chain(hash); // go on from what stands there: one fault, one sentence
      }
      if (found.size() >= enough)
        return found;
    }
    if (progress)
      progress(lastLine, all);
  }
  const qint64 changes = database.value(QStringLiteral("SELECT coalesce(max(id), 0) FROM change"));
  if (changes != currentChange)
    found.push_back(tr("History ends before change %1.").arg(changes));
  // A row that history does not know was put there past the program.
  for (const Table* table : Table::all()) {
    const qint64 unknown = database.value(
        QStringLiteral("SELECT count(*) FROM %1 t WHERE NOT EXISTS (SELECT 1 FROM change_row r WHERE r.record = ? AND "
                       "r.record_id = t.id)")
            .arg(table->name()),
        {table->name()});
    if (unknown)
      found.push_back(tr("%n record(s) of “%1” are not in history.", int(unknown)).arg(table->name()));
  }
  return found;
}

} // namespace history
} // namespace db
