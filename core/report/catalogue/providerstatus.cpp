// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"
#include "core/tracking/status.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

namespace {

constexpr int lastContacts = 3; // of each provider

/// Texts joined by " · ", those that are empty left out.
QString joinedByDots(std::initializer_list<const char*> texts) {
  QStringList parts;
  for (const char* one : texts)
    parts << QStringLiteral("coalesce(' · ' || nullif(%1, ''), '')").arg(QString::fromUtf8(one));
  return QStringLiteral("substr(%1, 4)").arg(parts.join(QStringLiteral(" || ")));
}

/// One section's rows: `of` is FROM and WHERE, the rest are expressions over it.
struct Section {
  int place;
  const char *id, *provider;
  QString what;
  QString status;
  const char *day, *followUp, *note, *payor, *state;
  QString of;
  const char* written = "NULL"; ///< newest first, where there is one
};

QString rowsOf(const Section& one) {
  const auto text = [](const char* part) { return QString::fromUtf8(part); };
  return QStringLiteral("SELECT %1 * 8 + %2 AS id, %2 AS section, %3 AS provider_id, ")
             .arg(text(one.id))
             .arg(one.place)
             .arg(text(one.provider)) +
         QStringLiteral(
             "%1 AS what, %2 AS status, %3 AS day, %4 AS follow_up, %5 AS note, %6 AS payor_id, %7 AS state, %8 AS "
             "written ")
             .arg(one.what, one.status, text(one.day), text(one.followUp), text(one.note), text(one.payor),
                  text(one.state), text(one.written)) +
         one.of;
}

Section payorsSection() {
  return {1,
          "e.id",
          "e.provider_id",
          joinedByDots({"y.name", "e.state", "e.line_of_business", "l.name"}),
          QStringLiteral("e.status"),
          "e.end",
          "e.follow_up",
          "n.text",
          "e.payor_id",
          "e.state",
          QStringLiteral("FROM enrollment e JOIN payor y ON y.id = e.payor_id LEFT JOIN practice l ON l.id = "
                         "e.practice_id LEFT JOIN note n ON n.id = %1 WHERE e.provider_id IS NOT NULL")
              .arg(newestNoteOfEnrollment(QStringLiteral("e.id")))};
}

Section facilitiesSection() {
  return {2,
          "af.id",
          "af.provider_id",
          joinedByDots({"y.name", "y.state", "af.category"}),
          QStringLiteral("af.status"),
          "af.reappointment_due",
          "NULL",
          "n.text",
          "NULL",
          "y.state",
          QStringLiteral("FROM affiliation af JOIN facility y ON y.id = af.facility_id LEFT JOIN note n ON n.id = "
                         "(SELECT x.id FROM note x WHERE x.tracking_id IN (SELECT k.id FROM tracking k WHERE "
                         "k.affiliation_id = af.id) ORDER BY x.written DESC, x.id DESC LIMIT 1)")};
}

Section credentialsSection() {
  return {3,
          "c.id",
          "c.provider_id",
          joinedByDots({"d.name", "c.number", "c.state"}),
          standingOfCredential(),
          "c.expires",
          "NULL",
          "NULL",
          "NULL",
          "c.state",
          QStringLiteral("FROM credential c JOIN document_type d ON d.id = c.document_type_id WHERE c.provider_id IS "
                         "NOT NULL AND c.renewed_by IS NULL")};
}

/// What is required and not there stands among the credentials, under a key of its own.
Section missingSection() {
  return {3,
          "-(q.id * 100000 + r.id)",
          "q.id",
          joinedByDots({"d.name", "r.state"}),
          QStringLiteral("'Missing'"),
          "NULL",
          "NULL",
          "NULL",
          "NULL",
          "r.state",
          QStringLiteral("FROM provider q JOIN document_requirement r JOIN document_type d ON d.id = "
                         "r.document_type_id WHERE ") +
              missingOf(QStringLiteral("q"))};
}

Section trackingsSection() {
  return {4,
          "t.id",
          "t.provider_id",
          joinedByDots({"t.type || ' – ' || t.subtype", "py.name", "f.name", "t.state", "s.name"}),
          QStringLiteral("t.status"),
          "s.due",
          "s.follow_up",
          "n.text",
          "t.payor_id",
          "t.state",
          QStringLiteral("FROM tracking t LEFT JOIN payor py ON py.id = t.payor_id LEFT JOIN facility f ON f.id = "
                         "t.facility_id") +
              shownStep() + newestNote(QStringLiteral("x.tracking_id = t.id")) +
              QStringLiteral(" WHERE t.provider_id IS NOT NULL AND t.status NOT IN ('Completed', 'Cancelled')")};
}

Section tasksSection() {
  return {5,
          "k.id",
          "k.provider_id",
          QStringLiteral("k.name"),
          QStringLiteral("k.status"),
          "k.due",
          "k.follow_up",
          "n.text",
          "k.payor_id",
          "''",
          QStringLiteral("FROM task k") + newestNote(QStringLiteral("x.task_id = k.id")) +
              QStringLiteral(" WHERE k.provider_id IS NOT NULL AND k.status ") + QLatin1String(openStatuses)};
}

/// The newest lines of the contact log about a provider: of the provider's trackings, tasks, or the provider's own.
Section contactsSection() {
  const auto newest = [](const char* whose) {
    return QStringLiteral("SELECT * FROM (SELECT x.id, x.written FROM note x WHERE %1 ORDER BY x.written DESC, x.id "
                          "DESC LIMIT %2)")
        .arg(QLatin1String(whose))
        .arg(lastContacts);
  };
  const QString all =
      newest("x.tracking_id IN (SELECT i.id FROM tracking i WHERE i.provider_id = q.id)") +
      QStringLiteral(" UNION ALL ") + newest("x.task_id IN (SELECT i.id FROM task i WHERE i.provider_id = q.id)") +
      QStringLiteral(" UNION ALL ") + newest("x.provider_id = q.id AND x.tracking_id IS NULL AND x.task_id IS NULL");
  return {6,
          "n.id",
          "q.id",
          joinedByDots({"n.kind", "coalesce(py.name, ny.name)", "f.name", "t.state", "s.name", "k.name", "n.with_whom",
                        "n.reference"}),
          QStringLiteral("n.outcome"),
          "substr(n.written, 1, 10)",
          "n.follow_up",
          "n.text",
          "coalesce(t.payor_id, n.payor_id)",
          "coalesce(t.state, '')",
          QStringLiteral("FROM provider q CROSS JOIN note n ON n.id IN (SELECT u.id FROM (%1) u ORDER BY u.written "
                         "DESC, u.id DESC LIMIT %2) LEFT JOIN tracking t ON t.id = n.tracking_id LEFT JOIN payor py ON "
                         "py.id = t.payor_id LEFT JOIN payor ny ON ny.id = n.payor_id LEFT JOIN facility f ON f.id = "
                         "t.facility_id LEFT JOIN step s ON s.id = n.step_id LEFT JOIN task k ON k.id = n.task_id")
              .arg(all)
              .arg(lastContacts),
          "n.written"};
}

QString all() {
  QStringList rows;
  for (const Section& section : {payorsSection(), facilitiesSection(), credentialsSection(), missingSection(),
                                 trackingsSection(), tasksSection(), contactsSection()})
    rows << rowsOf(section);
  return rows.join(QStringLiteral(" UNION ALL "));
}

} // namespace

/// All about a provider, section by section, each by its date (End, Reappointment due, Expires, the Due of the step at
/// hand, Due); the last contacts newest first. Of the tasks those still to be done: a status page is about what is
/// open. What says what it is about, joined by " · "; Status is the record's, of credentials the standing, of contacts
/// the outcome.
Listing providerStatus() {
  Listing it;
  it.name = QStringLiteral("provider-status");
  it.title = QCoreApplication::translate("report", "Provider status");
  it.reason = QCoreApplication::translate(
      "report", "A page for every provider: payors, facilities, credentials, open trackings, open tasks and the last "
                "three contacts.");
  it.id = QStringLiteral("x.id");
  it.from = QStringLiteral("(") + all() +
            QStringLiteral(") x JOIN provider p ON p.id = x.provider_id LEFT JOIN team ON team.id = p.team_id LEFT "
                           "JOIN coordinator a ON a.id = p.assignee_id");
  it.columns = {team(),
                provider(),
                npi(),
                {QStringLiteral("Section"), Kind::Text,
                 QStringLiteral("CASE x.section WHEN 1 THEN 'Payors' WHEN 2 THEN 'Facilities' WHEN 3 THEN "
                                "'Credentials' WHEN 4 THEN 'Open trackings' WHEN 5 THEN 'Tasks' ELSE 'Last contacts' "
                                "END"),
                 QStringLiteral("x.section")},
                text("What", "x.what"),
                text("Status", "x.status"),
                date("Date", "x.day"),
                date("Follow-up", "x.follow_up"),
                text("Last note", "x.note"),
                assigneeAside()};
  it.filters = {{QStringLiteral("team"), QStringLiteral("p.team_id")},
                {QStringLiteral("assignee"), QStringLiteral("p.assignee_id")},
                {QStringLiteral("provider"), QStringLiteral("x.provider_id")},
                // A manager's pages: everybody at the practice.
                {QStringLiteral("practice"),
                 QStringLiteral("EXISTS (SELECT 1 FROM provider_practice fp WHERE fp.provider_id = x.provider_id AND "
                                "fp.practice_id IN (:values))")},
                {QStringLiteral("payor"), QStringLiteral("x.payor_id")},
                {QStringLiteral("state"), QStringLiteral("x.state")}};
  it.search = {QStringLiteral("p.search"), QStringLiteral("x.what"), QStringLiteral("x.note")};
  it.order = QStringLiteral("team.sort_name, p.sort_name, p.id, x.section, x.written DESC, x.day NULLS LAST, CASE "
                            "WHEN x.written IS NULL THEN x.id ELSE -x.id END");
  it.date = it.columnAt(QStringLiteral("Date"));
  it.pages = QStringList{QStringLiteral("Provider"), QStringLiteral("NPI"), QStringLiteral("Team")};
  it.section = QStringLiteral("Section");
  return it;
}

} // namespace report
