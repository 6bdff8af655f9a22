// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/historylines.h"

#include "core/db/history.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace db::history {

namespace {

/// Whether the fields a line names hold what it says.
bool holds(const Table& table, const QString& json, const Values& values) {
  const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
  for (auto field = object.begin(); field != object.end(); ++field) {
    const qsizetype index = table.columns().indexOf(field.key());
    if (index >= 0 && index < table.tracked() && values[size_t(index)] != fromJsonValue(field.value()))
      return false;
  }
  return true;
}

} // namespace

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

Value fromJsonValue(const QJsonValue& value) {
  if (value.isDouble())
    return value.toInteger();
  if (value.isString())
    return value.toString();
  return {};
}

Values emptyValues(const Table& table) { return Values(size_t(table.tracked())); }

Past walkedBack(Database& database, const Table& table, qint64 recordId, qint64 after) {
  Past past;
  past.values = database.first(table.selectSql(), {recordId}, [](Row& row) {
    Values read;
    while (row.consumed() < row.columns())
      read.push_back(row.value());
    return read;
  });
  struct Step {
    QString action, before, after;
  };
  const auto steps = database.all(QStringLiteral("SELECT action, before, after FROM change_row WHERE record = ? AND "
                                                 "record_id = ? AND id > ? ORDER BY id DESC"),
                                  {table.name(), recordId, after}, [](Row& row) {
                                    Step step;
                                    step.action = row.text();
                                    step.before = row.text();
                                    step.after = row.text();
                                    return step;
                                  });
  for (const Step& step : steps) {
    if (step.action == QLatin1String("insert")) {
      past.agrees = past.agrees && past.values;
      past.values.reset(); // it came back later; before that it was not there
    } else if (step.action == QLatin1String("delete")) {
      past.agrees = past.agrees && !past.values;
      past.values = emptyValues(table);
      apply(table, step.before, *past.values);
    } else if (past.values) {
      past.agrees = past.agrees && holds(table, step.after, *past.values);
      apply(table, step.before, *past.values);
    }
  }
  return past;
}

} // namespace db::history
