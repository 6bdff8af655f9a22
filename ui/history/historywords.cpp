// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historywords.h"

#include "core/db/database.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(History)
};

const QString arrow = QStringLiteral(" → ");
const QString dot = QStringLiteral(" · ");

/// "date_of_birth" → "Date of birth", "assignee_id" → "Assignee".
QString labelOf(const QString& column) {
  static const QHash<QString, QString> special{
      {QStringLiteral("npi"), Say::tr("NPI")},         {QStringLiteral("group_npi"), Say::tr("Group NPI")},
      {QStringLiteral("caqh_id"), Say::tr("CAQH ID")}, {QStringLiteral("payor_id"), Say::tr("Payor")},
      {QStringLiteral("tin"), Say::tr("TIN")},         {QStringLiteral("zip"), Say::tr("ZIP")},
      {QStringLiteral("tat"), Say::tr("TAT")},         {QStringLiteral("renewed_by"), Say::tr("Renewed by")}};
  if (const auto found = special.constFind(column); found != special.constEnd())
    return *found;
  QString label = column.endsWith(QLatin1String("_id")) ? column.chopped(3) : column;
  label.replace(QLatin1Char('_'), QLatin1Char(' '));
  return label.left(1).toUpper() + label.mid(1);
}

/// What the record is called whose id stands in a column.
QString nameSql(const QString& column) {
  const QString person = QStringLiteral("SELECT last_name || ', ' || first_name FROM provider WHERE id = ?");
  static const QHash<QString, QString> tables{{QStringLiteral("practice_id"), QStringLiteral("practice")},
                                              {QStringLiteral("payor_id"), QStringLiteral("payor")},
                                              {QStringLiteral("facility_id"), QStringLiteral("facility")},
                                              {QStringLiteral("team_id"), QStringLiteral("team")},
                                              {QStringLiteral("assignee_id"), QStringLiteral("coordinator")},
                                              {QStringLiteral("coordinator_id"), QStringLiteral("coordinator")},
                                              {QStringLiteral("document_type_id"), QStringLiteral("document_type")}};
  if (column == QLatin1String("provider_id") || column == QLatin1String("assigned_provider_id"))
    return person;
  const auto table = tables.constFind(column);
  return table == tables.constEnd() ? QString() : QStringLiteral("SELECT name FROM %1 WHERE id = ?").arg(*table);
}

QJsonObject objectOf(const QString& json) { return QJsonDocument::fromJson(json.toUtf8()).object(); }

/// Of no use to people: where bytes lie.
bool isTold(const QString& column) { return column != QLatin1String("hash") && column != QLatin1String("sort_name"); }

/// What a record of a table is called.
QString calledSql(const QString& table) {
  static const QHash<QString, QString> known{
      {QStringLiteral("credential"),
       QStringLiteral("d.name || CASE x.state WHEN '' THEN '' ELSE ' · ' || x.state END FROM credential x JOIN "
                      "document_type d ON d.id = x.document_type_id")},
      {QStringLiteral("enrollment"),
       QStringLiteral("y.name || CASE x.state WHEN '' THEN '' ELSE ' · ' || x.state END FROM enrollment x JOIN payor y "
                      "ON y.id = x.payor_id")},
      {QStringLiteral("affiliation"),
       QStringLiteral("y.name FROM affiliation x JOIN facility y ON y.id = x.facility_id")},
      {QStringLiteral("tracking"), QStringLiteral("x.type || ' – ' || x.subtype FROM tracking x")},
      {QStringLiteral("provider_practice"),
       QStringLiteral("y.name FROM provider_practice x JOIN practice y ON y.id = x.practice_id")},
      {QStringLiteral("provider_name"), QStringLiteral("x.last_name FROM provider_name x")},
      {QStringLiteral("provider_taxonomy"), QStringLiteral("x.code FROM provider_taxonomy x")},
      {QStringLiteral("provider_address"), QStringLiteral("x.kind FROM provider_address x")},
      {QStringLiteral("education"), QStringLiteral("x.institution FROM education x")},
      {QStringLiteral("work_history"), QStringLiteral("x.employer FROM work_history x")},
      {QStringLiteral("peer_reference"), QStringLiteral("x.name FROM peer_reference x")},
      {QStringLiteral("document"), QStringLiteral("x.name FROM document x")},
      {QStringLiteral("task"), QStringLiteral("x.name FROM task x")}};
  const auto found = known.constFind(table);
  return found == known.constEnd() ? QString() : QStringLiteral("SELECT %1 WHERE x.id = ?").arg(*found);
}

} // namespace

QString kindOf(const QString& table) {
  static const QHash<QString, QString> kinds{
      {QStringLiteral("provider"), Say::tr("Provider")},
      {QStringLiteral("provider_name"), Say::tr("Former name")},
      {QStringLiteral("provider_practice"), Say::tr("Practice of the provider")},
      {QStringLiteral("provider_taxonomy"), Say::tr("Further specialty")},
      {QStringLiteral("provider_address"), Say::tr("Address")},
      {QStringLiteral("education"), Say::tr("Education")},
      {QStringLiteral("work_history"), Say::tr("Job")},
      {QStringLiteral("work_gap"), Say::tr("Explanation of a gap")},
      {QStringLiteral("peer_reference"), Say::tr("Reference")},
      {QStringLiteral("credential"), Say::tr("Credential")},
      {QStringLiteral("document"), Say::tr("Document")},
      {QStringLiteral("enrollment"), Say::tr("Enrollment")},
      {QStringLiteral("affiliation"), Say::tr("Affiliation")},
      {QStringLiteral("practice"), Say::tr("Practice")},
      {QStringLiteral("facility"), Say::tr("Facility")},
      {QStringLiteral("payor"), Say::tr("Payor")},
      {QStringLiteral("team_payor"), Say::tr("Payor of a team")},
      {QStringLiteral("team"), Say::tr("Team")},
      {QStringLiteral("coordinator"), Say::tr("Coordinator")},
      {QStringLiteral("coordinator_team"), Say::tr("Team of a coordinator")},
      {QStringLiteral("closed_day"), Say::tr("Closed day")},
      {QStringLiteral("document_type"), Say::tr("Document type")},
      {QStringLiteral("document_requirement"), Say::tr("Requirement")},
      {QStringLiteral("template"), Say::tr("Template")},
      {QStringLiteral("template_step"), Say::tr("Step of a template")},
      {QStringLiteral("tracking"), Say::tr("Tracking")},
      {QStringLiteral("step"), Say::tr("Step")},
      {QStringLiteral("task"), Say::tr("Task")},
      {QStringLiteral("note"), Say::tr("Note")},
      {QStringLiteral("alert_action"), Say::tr("What was done about an alert")},
  };
  return kinds.value(table, table);
}

QString HistoryWords::record(const QString& table, qint64 id) {
  const QString sql = calledSql(table);
  if (sql.isEmpty())
    return kindOf(table);
  const QString key = QStringLiteral("%1/%2").arg(table).arg(id);
  auto name = m_names.constFind(key);
  if (name == m_names.constEnd())
    name = m_names.insert(key, m_database.text(sql, {id}));
  return name->isEmpty() ? kindOf(table) : kindOf(table) + dot + *name;
}

QString HistoryWords::shown(const QString& column, const QJsonValue& value) {
  if (value.isNull() || value.isUndefined())
    return {};
  const QString text = value.toVariant().toString();
  const QString sql = nameSql(column);
  if (sql.isEmpty() || text.isEmpty())
    return text;
  const QString key = column + QLatin1Char('/') + text;
  auto name = m_names.constFind(key);
  if (name == m_names.constEnd()) {
    const QString found = m_database.text(sql, {text.toLongLong()});
    name = m_names.insert(key, found.isEmpty() ? Say::tr("no longer there") : found);
  }
  return *name;
}

QString HistoryWords::changes(const QString& action, const QString& before, const QString& after) {
  if (action == QLatin1String("insert"))
    return Say::tr("Added"); // with what, is today's record walked back: see each later line
  if (action == QLatin1String("delete"))
    return Say::tr("Deleted: %1").arg(summary(before));
  const QJsonObject was = objectOf(before), is = objectOf(after);
  QStringList columns = was.keys();
  for (const QString& column : is.keys())
    if (!columns.contains(column))
      columns << column;
  QStringList parts;
  for (const QString& column : columns) {
    if (!isTold(column))
      continue;
    const QString from = shown(column, was.value(column)), to = shown(column, is.value(column));
    const QString none = QStringLiteral("—");
    parts << QStringLiteral("%1: %2%3%4")
                 .arg(labelOf(column), from.isEmpty() ? none : from, arrow, to.isEmpty() ? none : to);
  }
  return parts.join(dot);
}

QString HistoryWords::summary(const QString& values) {
  const QJsonObject was = objectOf(values);
  QStringList parts;
  for (auto value = was.begin(); value != was.end(); ++value)
    if (const QString text = shown(value.key(), value.value());
        isTold(value.key()) && !text.isEmpty() && text != QLatin1String("0"))
      parts << QStringLiteral("%1: %2").arg(labelOf(value.key()), text);
  return parts.join(dot);
}

} // namespace ui
