// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/dialect.h"
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

namespace {

/// What was done last about the date that it has now: with another date it is another alert.
QString handled(const char* condition, const char* date) {
  return QStringLiteral("(SELECT h.what || CASE WHEN h.until IS NULL THEN ' ' || h.on_day ELSE ' until ' || "
                        "h.until END FROM alert_action h WHERE %1 AND h.expires IS %2 ORDER BY "
                        "h.id DESC LIMIT 1)")
      .arg(QString::fromLatin1(condition), QString::fromLatin1(date));
}

/// Where expirables of one kind come from.
struct Source {
  int kind; ///< the last two bits of a row's key
  const char *table, *name, *date, *number, *state, *practice, *with, *payor, *assignee;
  const char *type, *condition, *action;
};

constexpr Source sources[] = {
    {0, "credential", "c", "c.expires", "c.number", "c.state", "c.practice_id", "c.issuer", "NULL", "NULL",
     "d.id = c.document_type_id", "c.not_applicable = 0 AND c.renewed_by IS NULL", "h.credential_id = c.id"},
    {1, "enrollment", "e", "e.end", "e.provider_number", "e.state", "e.practice_id",
     "(SELECT y.name FROM payor y WHERE y.id = e.payor_id)", "e.payor_id", "e.assignee_id", "d.source = 'enrollment'",
     "e.status = 'Participating'", "h.enrollment_id = e.id"},
    {2, "affiliation", "af", "af.reappointment_due", "''",
     "(SELECT y.state FROM facility y WHERE y.id = af.facility_id)", "NULL",
     "(SELECT y.name FROM facility y WHERE y.id = af.facility_id)", "NULL", "af.assignee_id",
     "d.source = 'affiliation'", "af.status = 'Active'", "h.affiliation_id = af.id"},
};

QString say(const char* part) { return QString::fromLatin1(part); }

/// Records of a source with their type d: those of which `when` holds. CROSS JOIN keeps the record first, so that its
/// index serves.
QString fromWhere(const Source& source, const QString& when) {
  return QStringLiteral("FROM %1 %2 CROSS JOIN document_type d ON %3 WHERE %4 AND (%5)")
      .arg(say(source.table), say(source.name), say(source.type), say(source.condition), when);
}

/// The first rung of the record's own ladder, else of its type's.
QString firstRungOf(const Source& source) {
  return QStringLiteral("CASE %1.ladder WHEN '' THEN d.first_alert ELSE %2 END")
      .arg(say(source.name), db::dialect::leadingNumber(say(source.name) + QStringLiteral(".ladder")));
}

QString isWithinLadder(const Source& source) {
  return QStringLiteral("%1 <= %2")
      .arg(say(source.date), db::dialect::addDays(QStringLiteral(":today"), firstRungOf(source)));
}

QString lacksDate(const Source& source) { return say(source.date) + QStringLiteral(" IS NULL AND d.has_term = 1"); }

/// The expirables of a source for whose date `when` holds; `standing` is an expression.
Part expirables(const Source& source, const QString& standing, bool hasDate, const QString& when,
                bool ownLadder = false) {
  const QString record = say(source.name) + QStringLiteral(".id");
  const QStringList cells{
      QStringLiteral("%1 * 4 + %2 AS id").arg(record).arg(source.kind),
      record + QStringLiteral(" AS record"),
      QStringLiteral("%1 AS kind").arg(source.kind),
      say(source.name) + QStringLiteral(".provider_id AS provider_id"),
      say(source.practice) + QStringLiteral(" AS practice_id"),
      QStringLiteral("d.name AS type"),
      say(source.number) + QStringLiteral(" AS number"),
      say(source.state) + QStringLiteral(" AS state"),
      say(source.date) + QStringLiteral(" AS expires"),
      standing + QStringLiteral(" AS standing"),
      handled(source.action, source.date) + QStringLiteral(" AS handled"),
      say(source.payor) + QStringLiteral(" AS payor_id"),
      say(source.with) + QStringLiteral(" AS with_whom"),
      say(source.assignee) + QStringLiteral(" AS assignee_id"),
  };
  return {.cells = cells.join(QStringLiteral(", ")),
          // CROSS JOIN keeps the record first, so that the index over its date serves.
          // Left to itself SQLite would walk all dates to find those with a ladder of their own in their order.
          .from = QStringLiteral("%1 %2%3 CROSS JOIN document_type d ON %4")
                      .arg(say(source.table), say(source.name),
                           ownLadder ? QStringLiteral(" INDEXED BY %1_ladder").arg(say(source.table)) : QString(),
                           say(source.type)),
          .where = QStringLiteral("%1 AND %2").arg(say(source.condition), when),
          .byKey = QStringLiteral("wanted.id % 4 = %1 AND %2 = wanted.id / 4").arg(source.kind).arg(record),
          .hasDate = hasDate};
}

/// Required of an active provider, and not there.
Part missing() {
  return {.cells =
              QStringLiteral(
                  "q.id * 4 + 3 + 4 * r.id * 1000000000 AS id, q.id + r.id * 1000000000 AS record, 3 AS kind, "
                  "q.id AS provider_id, NULL AS practice_id, d.name AS type, '' AS number, r.state AS state, NULL "
                  "AS expires, 'Missing' AS standing, %1 AS handled, NULL AS payor_id, '' AS with_whom, "
                  "q.assignee_id AS assignee_id")
                  .arg(handled("h.provider_id = q.id AND h.document_type_id = r.document_type_id AND h.state = r.state",
                               "NULL")),
          .from = QStringLiteral("document_requirement r JOIN document_type d ON d.id = r.document_type_id JOIN "
                                 "provider q"),
          .where = missingOf(QStringLiteral("q")),
          .byKey = QStringLiteral("wanted.id % 4 = 3 AND r.id = wanted.id / 4000000000 AND q.id = wanted.id % "
                                  "4000000000 / 4"),
          .hasDate = false};
}

/// The end of the longest ladder of the types: one value, which the index over the dates can find.
QString horizon() {
  return QStringLiteral("(SELECT %1 FROM document_type)")
      .arg(db::dialect::addDays(QStringLiteral(":today"), QStringLiteral("max(first_alert)")));
}

/// Its date is past, or not further away than the first rung of its ladder; or it has none where the type has a term.
/// One part for each standing, so that a filter by standing leaves the others alone.
std::vector<AlertPart> alertParts(const Source& source) {
  // The longest ladder comes first; the few records with a ladder of their own have an index of theirs.
  const QString date = say(source.date), own = say(source.name) + QStringLiteral(".ladder");
  const QString expiring = QStringLiteral("%1 >= :today AND ").arg(date) + isWithinLadder(source);
  std::vector<AlertPart> all;
  const auto add = [&](const char* standing, bool hasDate, const QString& when, bool ownLadder = false) {
    all.push_back(
        {say(standing), expirables(source, QStringLiteral("'%1'").arg(say(standing)), hasDate, when, ownLadder)});
  };
  add("Expired", true, date + QStringLiteral(" < :today"));
  add("Expiring", true, QStringLiteral("%1 = '' AND %2 <= %3 AND %4").arg(own, date, horizon(), expiring));
  add("Expiring", true, QStringLiteral("%1 <> '' AND %2").arg(own, expiring), true);
  add("No date", false, lacksDate(source));
  return all;
}

std::vector<Part> alertsOfAll() {
  std::vector<Part> all;
  for (const Source& source : sources)
    for (const AlertPart& alert : alertParts(source))
      all.push_back(alert.part);
  all.push_back(missing());
  return all;
}

/// The rank of each alert: 1 no date, 2 expiring, 3 missing, 4 expired. Most dates are beyond the longest ladder of
/// all, which is told sooner than their own.
QString ranks(const Source& source, const QString& whose) {
  return QStringLiteral("SELECT CASE WHEN %1 IS NULL THEN 1 WHEN %1 < :today THEN 4 ELSE 2 END AS rank %2")
      .arg(say(source.date), fromWhere(source, QStringLiteral("%1 AND ((%2 <= %3 OR %4.ladder <> '') AND %5 OR (%6))")
                                                   .arg(whose, say(source.date), horizon(), say(source.name),
                                                        isWithinLadder(source), lacksDate(source))));
}

QString isThere(const Source& source) {
  return QStringLiteral("NOT ") + hasLeft(say(source.name) + QStringLiteral(".provider_id"));
}

/// Of provider p, by the provider's own indices.
QString ranksOfProvider() {
  QStringList all;
  for (const Source& source : sources)
    all << ranks(
        source,
        QStringLiteral("%1.provider_id = p.id AND p.status NOT IN ('Inactive', 'Terminated')").arg(say(source.name)));
  all << QStringLiteral(
             "SELECT 3 AS rank FROM document_requirement r JOIN document_type d ON d.id = r.document_type_id "
             "WHERE ") +
             missingOf(QStringLiteral("p"));
  return all.join(QStringLiteral(" UNION ALL "));
}

/// What is kept of practice pr itself and who is enrolled at it.
QString ranksOfPractice() {
  QStringList all;
  for (const Source& source : sources)
    if (const QString practice = say(source.practice); practice != QLatin1String("NULL"))
      all << ranks(source, QStringLiteral("%1 = pr.id AND %2").arg(practice, isThere(source)));
  return all.join(QStringLiteral(" UNION ALL "));
}

/// The privileges at facility f.
QString ranksOfFacility() {
  return ranks(sources[2], QStringLiteral("af.facility_id = f.id AND ") + isThere(sources[2]));
}

} // namespace

namespace parts {

std::vector<AlertPart> credentialAlerts() {
  std::vector<AlertPart> all = alertParts(sources[0]);
  all.push_back({QStringLiteral("Missing"), missing()});
  return all;
}

Told told(Of of) {
  const QString all = of == Of::Provider   ? ranksOfProvider()
                      : of == Of::Practice ? ranksOfPractice()
                                           : ranksOfFacility();
  const QString count = QStringLiteral("(SELECT count(*) FROM (%1))").arg(all);
  return {{QStringLiteral("Alerts"), Kind::Text,
           QStringLiteral("(SELECT CASE v WHEN 0 THEN 'No alerts' WHEN 1 THEN '1 alert' ELSE v || ' alerts' END FROM "
                          "(SELECT %1 AS v))")
               .arg(count),
           count},
          {QStringLiteral("Standing"), Kind::Text,
           QStringLiteral("(SELECT CASE max(rank) WHEN 4 THEN 'Expired' WHEN 3 THEN 'Missing' WHEN 2 THEN 'Expiring' "
                          "WHEN 1 THEN 'No date' ELSE 'Current' END FROM (%1))")
               .arg(all)},
          QStringLiteral("CASE WHEN EXISTS (%1) THEN 'yes' ELSE 'no' END").arg(all)};
}

QString missingOf(const QString& provider) {
  return QStringLiteral(
             "d.retired = 0 AND %1.status = 'Active' AND (r.degree = '' OR r.degree = %1.degree) AND (r.specialty = '' "
             "OR r.specialty = %1.specialty) AND (r.state = '' OR EXISTS (SELECT 1 FROM provider_practice l JOIN "
             "practice lp ON lp.id = l.practice_id WHERE l.provider_id = %1.id AND lp.state = r.state) OR EXISTS "
             "(SELECT 1 FROM enrollment le WHERE le.provider_id = %1.id AND le.state = r.state)) AND NOT EXISTS "
             "(SELECT 1 FROM credential c WHERE c.provider_id = %1.id AND c.document_type_id = r.document_type_id AND "
             "(r.state = "
             "'' OR c.state = r.state))")
      .arg(provider);
}

} // namespace parts

namespace {

std::map<QString, QString> ofExpirables() {
  return {{QStringLiteral("team"), QStringLiteral("coalesce(p.team_id, pr.team_id)")},
          {QStringLiteral("assignee"), QStringLiteral("coalesce(x.assignee_id, p.assignee_id)")},
          {QStringLiteral("provider"), QStringLiteral("x.provider_id")},
          {QStringLiteral("practice"), QStringLiteral("x.practice_id")},
          {QStringLiteral("payor"), QStringLiteral("x.payor_id")},
          {QStringLiteral("state"), QStringLiteral("x.state")},
          {QStringLiteral("status"), QStringLiteral("x.standing")},
          {QStringLiteral("type"), QStringLiteral("x.type")},
          {QStringLiteral("handled"), QStringLiteral("CASE WHEN x.handled IS NULL THEN 'no' ELSE 'yes' END")}};
}

/// Expirables of these parts, whoever is not there any more left out.
Listing listed(std::vector<Part> parts) {
  Listing it;
  it.id = QStringLiteral("x.id");
  it.keyOrder = {QStringLiteral("x.record"), QStringLiteral("x.kind")};
  it.parts = std::move(parts);
  it.from = QStringLiteral("x LEFT JOIN provider p ON p.id = x.provider_id LEFT JOIN practice pr ON pr.id = "
                           "x.practice_id LEFT JOIN team ON team.id = coalesce(p.team_id, pr.team_id) LEFT JOIN "
                           "coordinator a ON a.id = coalesce(x.assignee_id, p.assignee_id)");
  it.where = QStringLiteral("p.status IS NULL OR p.status NOT IN ('Inactive', 'Terminated')");
  Column daysLeft =
      number("Days left", db::dialect::daysBetween(QStringLiteral(":today"), QStringLiteral("x.expires")));
  daysLeft.sort = QStringLiteral("x.expires");
  it.columns = who() + std::vector<Column>{text("Document type", "x.type"),
                                           text("Number", "x.number").editing("expirable.number"),
                                           text("State", "x.state"),
                                           date("Expires", "x.expires").editing("expirable.expires"),
                                           daysLeft,
                                           text("Standing", "x.standing"),
                                           text("Handled", "x.handled")};
  for (Column extra : {text("With", "x.with_whom"), text("Assignee", "a.name")}) {
    extra.extra = true;
    it.columns.push_back(extra);
  }
  it.filters = ofExpirables();
  it.search = {QStringLiteral("p.search"), QStringLiteral("pr.sort_name"), QStringLiteral("x.type"),
               QStringLiteral("x.number"), QStringLiteral("x.with_whom")};
  it.order = QStringLiteral("team.sort_name, p.sort_name, x.expires NULLS LAST, x.id");
  it.date = it.columnAt(QStringLiteral("Expires"));
  return it;
}

} // namespace

Listing alerts() {
  Listing it = listed(alertsOfAll());
  it.name = QStringLiteral("alerts");
  it.title = QCoreApplication::translate("report", "Alerts");
  it.reason = QCoreApplication::translate(
      "report", "Everything with an end date that is expired, expires within its ladder, is missing, or has no date.");
  return it;
}

Listing expirables() {
  std::vector<Part> parts;
  for (const Source& source : sources)
    parts.push_back(expirables(source, standing(say(source.date), firstRungOf(source)), true,
                               say(source.date) + QStringLiteral(" IS NOT NULL")));
  Listing it = listed(std::move(parts));
  it.name = QStringLiteral("expirables");
  it.title = QCoreApplication::translate("report", "Expirables");
  it.reason = QCoreApplication::translate(
      "report", "Every credential, participating enrollment and active affiliation with an end date, past or to come.");
  return it;
}

/// As in the listing of expirables; without its cells, which cost more than to count.
Listing expirablesByMonth() {
  constexpr int months = 12;
  const QString first = db::dialect::startOfMonth(QStringLiteral(":today"));
  QStringList arms;
  for (const Source& source : sources)
    arms << QStringLiteral("SELECT %1 AS kind, %2 AS expires, %3.provider_id AS provider_id, %4 AS practice_id, %5 AS "
                           "payor_id, %6 AS state, %7 AS assignee_id, d.name AS type %8")
                .arg(source.kind)
                .arg(say(source.date), say(source.name), say(source.practice), say(source.payor), say(source.state),
                     say(source.assignee),
                     fromWhere(source,
                               QStringLiteral("%1 >= :today AND %1 < %2")
                                   .arg(say(source.date), db::dialect::addMonths(first, QString::number(months)))));
  const QString counted =
      QStringLiteral(
          "SELECT substr(x.expires, 1, 7) AS month, sum(x.kind = 0) AS credentials, sum(x.kind = 1) AS enrollments, "
          "sum(x.kind = 2) AS affiliations FROM (%1) x LEFT JOIN provider p ON p.id = x.provider_id LEFT JOIN practice "
          "pr ON pr.id = x.practice_id WHERE (p.status IS NULL OR p.status NOT IN ('Inactive', 'Terminated')) AND "
          "(:narrowed) GROUP BY 1")
          .arg(arms.join(QStringLiteral(" UNION ALL ")));
  Listing it;
  it.name = QStringLiteral("expirables-by-month");
  it.title = QCoreApplication::translate("report", "What expires, by month");
  it.reason = QCoreApplication::translate(
      "report", "This month, from today, and the eleven after it, with the credentials, participating enrollments and "
                "active affiliations that end in each.");
  it.id = QStringLiteral("w.id");
  it.from = QStringLiteral("%1 w LEFT JOIN (%2) d ON d.month = w.month")
                .arg(numbered(months, QStringLiteral("substr(%1, 1, 7) AS month")
                                          .arg(db::dialect::addMonths(first, QStringLiteral("n.column1")))),
                     counted);
  it.columns = {text("Month", "w.month"), number("Credentials", QStringLiteral("coalesce(d.credentials, 0)")),
                number("Enrollments", QStringLiteral("coalesce(d.enrollments, 0)")),
                number("Affiliations", QStringLiteral("coalesce(d.affiliations, 0)")),
                number("All", QStringLiteral("coalesce(d.credentials + d.enrollments + d.affiliations, 0)"))};
  it.filters = ofExpirables();
  for (const char* none : {"provider", "practice", "status", "handled"})
    it.filters.erase(QLatin1String(none));
  it.search = {QStringLiteral("w.month")};
  it.order = QStringLiteral("w.id");
  return it;
}

} // namespace report
