// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/dialect.h"
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

namespace {

QString standing(const QString& date) {
  return QStringLiteral("CASE WHEN %1 IS NULL THEN 'No date' WHEN %1 < :today THEN 'Expired' ELSE 'Expiring' END")
      .arg(date);
}

QString handled(const char* condition) {
  return QStringLiteral("(SELECT h.what || ' ' || h.on_day FROM alert_action h WHERE %1 ORDER BY h.id DESC LIMIT 1)")
      .arg(QString::fromLatin1(condition));
}

/// An expirable of one kind: its date is past, or not further away than the first rung of its type's ladder, or it
/// has none where the type has a term.
QString expirables(int kind, const char* table, const char* date, const char* number, const char* state,
                   const char* practice, const char* with, const char* joinType, const char* condition,
                   const char* action) {
  const QString when = QString::fromLatin1(date);
  return QStringLiteral(
             "SELECT %1.id * 4 + %2 AS id, %1.provider_id AS provider_id, %3 AS practice_id, d.name AS type, "
             "%4 AS number, %5 AS state, %6 AS expires, %7 AS standing, %8 AS handled, %9 AS payor_id, ")
             .arg(QString::fromLatin1(table).section(QLatin1Char(' '), 1), QString::number(kind),
                  QString::fromLatin1(practice), QString::fromLatin1(number), QString::fromLatin1(state), when,
                  standing(when), handled(action), QString::fromLatin1(kind == 1 ? "e.payor_id" : "NULL")) +
         QStringLiteral(
             "%1 AS with_whom, %2 AS assignee_id FROM %3 JOIN document_type d ON %4 WHERE %5 AND (%6 <= %7 OR "
             "(%6 IS NULL AND d.has_term = 1))")
             .arg(QString::fromLatin1(with),
                  QString::fromLatin1(kind == 0   ? "NULL"
                                      : kind == 1 ? "e.assignee_id"
                                                  : "af.assignee_id"),
                  QString::fromLatin1(table), QString::fromLatin1(joinType), QString::fromLatin1(condition), when,
                  db::dialect::addDays(QStringLiteral(":today"), QStringLiteral("d.first_alert")));
}

} // namespace

Listing alerts() {
  const QString missing =
      QStringLiteral(
          "SELECT q.id * 4 + 3 + 4 * r.id * 1000000000 AS id, q.id AS provider_id, NULL AS practice_id, d.name AS "
          "type, '' AS "
          "number, r.state AS state, NULL AS expires, 'Missing' AS standing, %1 AS handled, NULL AS payor_id, '' AS "
          "with_whom, q.assignee_id AS assignee_id FROM document_requirement r JOIN document_type d ON d.id = "
          "r.document_type_id JOIN provider q ON q.status = 'Active' AND (r.degree = '' OR r.degree = q.degree) AND "
          "(r.specialty = '' OR r.specialty = q.specialty) WHERE NOT EXISTS (SELECT 1 FROM credential c WHERE "
          "c.provider_id = "
          "q.id AND c.document_type_id = r.document_type_id AND (r.state = '' OR c.state = r.state))")
          .arg(handled("h.provider_id = q.id AND h.document_type_id = r.document_type_id"));
  Listing it;
  it.name = QStringLiteral("alerts");
  it.title = QCoreApplication::translate("report", "Alerts");
  it.reason = QCoreApplication::translate(
      "report", "Everything with an end date that is expired, expires within its ladder, is missing, or has no date.");
  it.id = QStringLiteral("x.id");
  it.from =
      QStringLiteral("(") +
      expirables(0, "credential c", "c.expires", "c.number", "c.state", "c.practice_id", "c.issuer",
                 "d.id = c.document_type_id", "c.not_applicable = 0", "h.credential_id = c.id") +
      QStringLiteral(" UNION ALL ") +
      expirables(1, "enrollment e", "e.end", "e.provider_number", "e.state", "e.practice_id",
                 "(SELECT y.name FROM payor y WHERE y.id = e.payor_id)", "d.source = 'enrollment'",
                 "e.status = 'Participating'", "h.enrollment_id = e.id") +
      QStringLiteral(" UNION ALL ") +
      expirables(2, "affiliation af", "af.reappointment_due", "''",
                 "(SELECT y.state FROM facility y WHERE y.id = af.facility_id)", "NULL",
                 "(SELECT y.name FROM facility y WHERE y.id = af.facility_id)", "d.source = 'affiliation'",
                 "af.status = 'Active'", "h.affiliation_id = af.id") +
      QStringLiteral(" UNION ALL ") + missing +
      QStringLiteral(") x LEFT JOIN provider p ON p.id = x.provider_id LEFT JOIN practice pr ON pr.id = x.practice_id "
                     "LEFT JOIN team ON team.id = coalesce(p.team_id, pr.team_id) LEFT JOIN coordinator a ON a.id = "
                     "coalesce(x.assignee_id, p.assignee_id)");
  it.where = QStringLiteral("p.status IS NULL OR p.status NOT IN ('Inactive', 'Terminated')");
  it.columns = who() + std::vector<Column>{text("Document type", "x.type"),
                                           text("Number", "x.number"),
                                           text("State", "x.state"),
                                           date("Expires", "x.expires"),
                                           number("Days left", db::dialect::daysBetween(QStringLiteral(":today"),
                                                                                        QStringLiteral("x.expires"))),
                                           text("Standing", "x.standing"),
                                           text("Handled", "x.handled")};
  for (Column extra : {text("With", "x.with_whom"), text("Assignee", "a.name")}) {
    extra.extra = true;
    it.columns.push_back(extra);
  }
  it.filters = {{QStringLiteral("team"), QStringLiteral("coalesce(p.team_id, pr.team_id)")},
                {QStringLiteral("assignee"), QStringLiteral("coalesce(x.assignee_id, p.assignee_id)")},
                {QStringLiteral("provider"), QStringLiteral("x.provider_id")},
                {QStringLiteral("practice"), QStringLiteral("x.practice_id")},
                {QStringLiteral("payor"), QStringLiteral("x.payor_id")},
                {QStringLiteral("state"), QStringLiteral("x.state")},
                {QStringLiteral("status"), QStringLiteral("x.standing")},
                {QStringLiteral("type"), QStringLiteral("x.type")}};
  it.search = {QStringLiteral("p.search"), QStringLiteral("pr.sort_name"), QStringLiteral("x.type"),
               QStringLiteral("x.number"), QStringLiteral("x.with_whom")};
  it.order = QStringLiteral("team.sort_name, p.sort_name, x.expires NULLS LAST, x.id");
  it.date = it.columnAt(QStringLiteral("Expires"));
  return it;
}

} // namespace report
