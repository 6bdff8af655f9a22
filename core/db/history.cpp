// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/history.h"

#include "core/db/historylines.h"
#include "core/db/transaction.h"

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
