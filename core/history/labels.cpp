// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/labels.h"

#include "core/db/database.h"

#include <QCoreApplication>

namespace {

constexpr auto context = "History";

QString tr(const char* text) { return QCoreApplication::translate(context, text); }

struct Named {
  const char* name;
  const char* label;
};

constexpr Named records[] = {
    {"team", QT_TRANSLATE_NOOP("History", "Team")},
    {"closed_day", QT_TRANSLATE_NOOP("History", "Closed day")},
    {"coordinator", QT_TRANSLATE_NOOP("History", "Coordinator")},
    {"coordinator_team", QT_TRANSLATE_NOOP("History", "Coordinator’s team")},
    {"practice", QT_TRANSLATE_NOOP("History", "Practice")},
    {"provider", QT_TRANSLATE_NOOP("History", "Provider")},
    {"provider_practice", QT_TRANSLATE_NOOP("History", "Provider’s practice")},
    {"provider_name", QT_TRANSLATE_NOOP("History", "Former name")},
    {"provider_taxonomy", QT_TRANSLATE_NOOP("History", "Taxonomy")},
    {"provider_address", QT_TRANSLATE_NOOP("History", "Address")},
    {"education", QT_TRANSLATE_NOOP("History", "Education")},
    {"work_history", QT_TRANSLATE_NOOP("History", "Work history")},
    {"work_gap", QT_TRANSLATE_NOOP("History", "Gap in the work history")},
    {"peer_reference", QT_TRANSLATE_NOOP("History", "Reference")},
    {"payor", QT_TRANSLATE_NOOP("History", "Payor")},
    {"team_payor", QT_TRANSLATE_NOOP("History", "Team’s payor")},
    {"enrollment", QT_TRANSLATE_NOOP("History", "Enrollment")},
    {"facility", QT_TRANSLATE_NOOP("History", "Facility")},
    {"affiliation", QT_TRANSLATE_NOOP("History", "Affiliation")},
    {"document_type", QT_TRANSLATE_NOOP("History", "Document type")},
    {"document_requirement", QT_TRANSLATE_NOOP("History", "Requirement")},
    {"credential", QT_TRANSLATE_NOOP("History", "Credential")},
    {"document", QT_TRANSLATE_NOOP("History", "Document")},
    {"template", QT_TRANSLATE_NOOP("History", "Template")},
    {"template_step", QT_TRANSLATE_NOOP("History", "Step of a template")},
    {"tracking", QT_TRANSLATE_NOOP("History", "Tracking")},
    {"step", QT_TRANSLATE_NOOP("History", "Step")},
    {"task", QT_TRANSLATE_NOOP("History", "Task")},
    {"note", QT_TRANSLATE_NOOP("History", "Note")},
    {"alert_action", QT_TRANSLATE_NOOP("History", "Answer to an alert")},
    {"outbox", QT_TRANSLATE_NOOP("History", "Mail")},
    {"outbox_attachment", QT_TRANSLATE_NOOP("History", "Attachment of a mail")},
    {"alert_notice", QT_TRANSLATE_NOOP("History", "Alert that was told")},
    {"task_notice", QT_TRANSLATE_NOOP("History", "Task that was told")},
    {"saved_view", QT_TRANSLATE_NOOP("History", "View of a list")},
    {"mail_template", QT_TRANSLATE_NOOP("History", "Template of a letter")},
    {"task_item", QT_TRANSLATE_NOOP("History", "Line of a checklist")},
    {"review_mark", QT_TRANSLATE_NOOP("History", "Step of a review")},
    {"letterhead", QT_TRANSLATE_NOOP("History", "Letterhead")},
    {"schedule", QT_TRANSLATE_NOOP("History", "Scheduled report")},
    {"schedule_run", QT_TRANSLATE_NOOP("History", "Run of a scheduled report")},
};

/// Columns whose label is not their name with spaces and a capital.
constexpr Named columns[] = {
    {"npi", QT_TRANSLATE_NOOP("History", "NPI")},
    {"group_npi", QT_TRANSLATE_NOOP("History", "Group NPI")},
    {"tin", QT_TRANSLATE_NOOP("History", "TIN")},
    {"zip", QT_TRANSLATE_NOOP("History", "ZIP")},
    {"tat", QT_TRANSLATE_NOOP("History", "TAT")},
    {"caqh_id", QT_TRANSLATE_NOOP("History", "CAQH ID")},
    {"payor.payor_id", QT_TRANSLATE_NOOP("History", "Payor ID")},
    {"assigned_provider_id", QT_TRANSLATE_NOOP("History", "Assigned to the provider")},
    {"set_status", QT_TRANSLATE_NOOP("History", "Status as set by hand")},
    {"due_pinned", QT_TRANSLATE_NOOP("History", "Due date set by hand")},
    {"has_term", QT_TRANSLATE_NOOP("History", "Has a term")},
    {"first_alert", QT_TRANSLATE_NOOP("History", "First alert (days before)")},
    {"license", QT_TRANSLATE_NOOP("History", "Licence")},
    {"leaving", QT_TRANSLATE_NOOP("History", "Reason for leaving")},
    {"hash", QT_TRANSLATE_NOOP("History", "SHA-256")},
    {"by_whom", QT_TRANSLATE_NOOP("History", "By")},
    {"on_day", QT_TRANSLATE_NOOP("History", "On")},
    {"what", QT_TRANSLATE_NOOP("History", "What was done")},
    {"follow_up", QT_TRANSLATE_NOOP("History", "Follow-up")},
    {"with_whom", QT_TRANSLATE_NOOP("History", "With")},
    {"document_type.source", QT_TRANSLATE_NOOP("History", "Date kept on")},
    {"notify", QT_TRANSLATE_NOOP("History", "Notify by email")},
};

const char* find(std::span<const Named> all, const QString& name) {
  for (const Named& one : all)
    if (name == QLatin1String(one.name))
      return one.label;
  return nullptr;
}

/// What an id in a column stands for, and the SQL of its name.
struct Reference {
  const char* column;
  const char* name;
};

constexpr Reference references[] = {
    {"team_id", "SELECT name FROM team WHERE id = ?"},
    {"coordinator_id", "SELECT name FROM coordinator WHERE id = ?"},
    {"assignee_id", "SELECT name FROM coordinator WHERE id = ?"},
    {"practice_id", "SELECT name FROM practice WHERE id = ?"},
    {"provider_id",
     "SELECT last_name || CASE first_name WHEN '' THEN '' ELSE ', ' || first_name END FROM provider WHERE "
     "id = ?"},
    {"assigned_provider_id", "SELECT last_name || CASE first_name WHEN '' THEN '' ELSE ', ' || first_name END FROM "
                             "provider WHERE id = ?"},
    {"payor_id", "SELECT name FROM payor WHERE id = ?"},
    {"facility_id", "SELECT name FROM facility WHERE id = ?"},
    {"document_type_id", "SELECT name FROM document_type WHERE id = ?"},
    {"template_id", "SELECT type || ' – ' || subtype FROM template WHERE id = ?"},
    {"tracking_id", "SELECT reference || ' ' || type || ' – ' || subtype FROM tracking WHERE id = ?"},
    {"step_id", "SELECT name FROM step WHERE id = ?"},
    {"task_id", "SELECT name FROM task WHERE id = ?"},
    {"enrollment_id", "SELECT y.name || CASE e.state WHEN '' THEN '' ELSE ' · ' || e.state END FROM enrollment e JOIN "
                      "payor y ON y.id = e.payor_id WHERE e.id = ?"},
    {"affiliation_id", "SELECT f.name FROM affiliation a JOIN facility f ON f.id = a.facility_id WHERE a.id = ?"},
    {"credential_id", "SELECT d.name || CASE c.number WHEN '' THEN '' ELSE ' ' || c.number END FROM credential c JOIN "
                      "document_type d ON d.id = c.document_type_id WHERE c.id = ?"},
    {"outbox_id", "SELECT subject FROM outbox WHERE id = ?"},
    {"document_id", "SELECT name FROM document WHERE id = ?"},
    {"schedule_id", "SELECT name FROM schedule WHERE id = ?"},
    {"snooze_id", "SELECT what || ' ' || on_day FROM alert_action WHERE id = ?"},
    {"renewed_by", "SELECT d.name || coalesce(' ' || c.expires, '') FROM credential c JOIN document_type d ON d.id = "
                   "c.document_type_id WHERE c.id = ?"},
};

constexpr const char* truths[] = {"active", "has_term", "retired", "not_applicable", "due_pinned", "notify", "paused"};

/// The columns that tell one record of a table from another, by which it is called.
constexpr Named callings[] = {
    {"closed_day", "team_id day name"},
    {"coordinator_team", "coordinator_id team_id"},
    {"provider", "last_name first_name"},
    {"provider_practice", "practice_id"},
    {"provider_name", "last_name first_name"},
    {"provider_taxonomy", "code description"},
    {"provider_address", "kind address city"},
    {"education", "kind institution"},
    {"work_history", "employer position"},
    {"work_gap", "started ended"},
    {"team_payor", "payor_id state line_of_business"},
    {"enrollment", "payor_id state line_of_business practice_id"},
    {"affiliation", "facility_id category"},
    {"document_requirement", "document_type_id degree specialty state"},
    {"credential", "document_type_id state number"},
    {"template", "type subtype"},
    {"tracking", "reference type subtype"},
    {"note", "kind written"},
    {"alert_action", "what on_day"},
    {"review_mark", "outcome on_day"},
};

QString joinedBy(const QString& table) {
  const bool isPerson = table == QLatin1String("provider") || table == QLatin1String("provider_name");
  return isPerson ? QStringLiteral(", ") : QStringLiteral(" · ");
}

} // namespace

QString recordLabel(const QString& table) {
  const char* label = find(records, table);
  return label ? tr(label) : table;
}

QString fieldLabel(const QString& table, const QString& column) {
  if (const char* label = find(columns, table + QLatin1Char('.') + column))
    return tr(label);
  if (const char* label = find(columns, column))
    return tr(label);
  QString label = column.endsWith(QLatin1String("_id")) ? column.chopped(3) : column;
  label.replace(QLatin1Char('_'), QLatin1Char(' '));
  label[0] = label[0].toUpper();
  return tr(label.toUtf8().constData());
}

QString shownValue(db::Database& database, const QString& column, const db::Value& value) {
  if (const QString* text = value.text())
    return *text; // the ID that a payor goes by is one: it is no id
  const qint64* number = value.number();
  if (!number)
    return {};
  for (const char* truth : truths)
    if (column == QLatin1String(truth))
      return *number ? tr("yes") : tr("no");
  for (const Reference& one : references)
    if (column == QLatin1String(one.column)) {
      const QString name = database.text(QString::fromUtf8(one.name), {*number});
      return name.isEmpty() ? QStringLiteral("#%1").arg(*number) : name;
    }
  return QString::number(*number);
}

QString recordName(db::Database& database, const db::Table& table, const db::Values& values) {
  const char* calling = find(callings, table.name());
  const QStringList by = QString::fromLatin1(calling ? calling : "name").split(QLatin1Char(' '));
  QStringList parts;
  for (const QString& column : by) {
    const qsizetype place = table.columns().indexOf(column);
    if (place < 0 || size_t(place) >= values.size())
      continue;
    const QString shown = shownValue(database, column, values[size_t(place)]);
    if (!shown.isEmpty())
      parts << shown;
  }
  return parts.isEmpty() ? recordLabel(table.name()) : parts.join(joinedBy(table.name()));
}
