// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/expirables.h"

#include "core/db/dialect.h"

namespace alerts {

namespace {

/// Where expirables of one kind come from.
struct Source {
  const char *table, *name, *date, *state, *practice, *with, *assignee, *type, *condition;
};

constexpr Source sources[] = {
    {"credential", "c", "c.expires", "c.state", "c.practice_id", "''", "NULL", "d.id = c.document_type_id",
     "c.not_applicable = 0 AND c.renewed_by IS NULL"},
    {"enrollment", "e", "e.end", "e.state", "e.practice_id", "(SELECT y.name FROM payor y WHERE y.id = e.payor_id)",
     "e.assignee_id", "d.source = 'enrollment'", "e.status = 'Participating'"},
    {"affiliation", "af", "af.reappointment_due", "''", "NULL",
     "(SELECT y.name FROM facility y WHERE y.id = af.facility_id)", "af.assignee_id", "d.source = 'affiliation'",
     "af.status = 'Active'"},
};

QString text(const char* part) { return QString::fromLatin1(part); }

/// The cells of an alert, which read() takes, of those records for which `when` holds. CROSS JOIN keeps the record
/// first, so that its index serves.
QString select(const Source& source, const QString& when) {
  const QString id = text(source.name) + QStringLiteral(".id");
  QStringList cells;
  for (const Source& each : sources)
    cells << (&each == &source ? id : QStringLiteral("NULL"));
  cells << QStringLiteral("NULL") << text(source.name) + QStringLiteral(".provider_id AS provider_id")
        << text(source.practice) + QStringLiteral(" AS practice_id") << text(source.assignee)
        << QStringLiteral("d.name AS type") << text(source.state) << text(source.with) << text(source.date)
        << QStringLiteral("CASE %1.ladder WHEN '' THEN d.ladder ELSE %1.ladder END").arg(text(source.name));
  return QStringLiteral("SELECT %1 FROM %2 %3 CROSS JOIN document_type d ON %4 WHERE %5 AND (%6)")
      .arg(cells.join(QStringLiteral(", ")), text(source.table), text(source.name), text(source.type),
           text(source.condition), when);
}

/// Its date is past, or not further away than the first rung of its ladder; or it has none where the type has a term.
QStringList near(const Source& source) {
  const QString date = text(source.date), own = text(source.name) + QStringLiteral(".ladder"),
                today = QStringLiteral("(SELECT day FROM clock)");
  const QString horizon = QStringLiteral("(SELECT %1 FROM document_type)")
                              .arg(db::dialect::addDays(today, QStringLiteral("max(first_alert)")));
  return {
      select(source, QStringLiteral("%1 = '' AND %2 <= %3 AND %2 <= %4")
                         .arg(own, date, horizon, db::dialect::addDays(today, QStringLiteral("d.first_alert")))),
      select(source, QStringLiteral("%1 <> '' AND %2 <= %3")
                         .arg(own, date, db::dialect::addDays(today, db::dialect::leadingNumber(own)))),
      select(source, date + QStringLiteral(" IS NULL AND d.has_term = 1")),
  };
}

/// Documents that active providers need and do not have. One of a state is asked of who works there: at a practice, or
/// enrolled with a payor.
QString missing(const QString& when) {
  return QStringLiteral(
             "SELECT NULL, NULL, NULL, d.id, q.id AS provider_id, NULL AS practice_id, NULL, d.name AS type, r.state, "
             "'', NULL, d.ladder FROM document_requirement r JOIN document_type d ON d.id = r.document_type_id JOIN "
             "provider q ON d.retired = 0 AND q.status = 'Active' AND (r.degree = '' OR r.degree = q.degree) AND "
             "(r.specialty = '' OR r.specialty = q.specialty) AND (r.state = '' OR EXISTS (SELECT 1 FROM "
             "provider_practice l JOIN practice lp ON lp.id = l.practice_id WHERE l.provider_id = q.id AND lp.state = "
             "r.state) OR EXISTS (SELECT 1 FROM enrollment le WHERE le.provider_id = q.id AND le.state = r.state)) "
             "WHERE %1 AND NOT EXISTS (SELECT 1 FROM credential c WHERE c.provider_id = q.id AND c.document_type_id = "
             "r.document_type_id AND (r.state = '' OR c.state = r.state))")
      .arg(when);
}

QString whole(const QStringList& parts) {
  return QStringLiteral(
             "WITH clock(day) AS (SELECT ?) SELECT x.*, coalesce(p.team_id, pr.team_id), p.assignee_id, "
             "coalesce(p.last_name || CASE p.first_name WHEN '' THEN '' ELSE ', ' || p.first_name END, pr.name) FROM "
             "(%1) x LEFT JOIN provider p ON p.id = x.provider_id LEFT JOIN practice pr ON pr.id = x.practice_id WHERE "
             "p.status IS NULL OR p.status NOT IN ('Inactive', 'Terminated') ORDER BY coalesce(p.sort_name, "
             "pr.sort_name), x.provider_id, x.practice_id, x.type, 1, 2, 3, 9")
      .arg(parts.join(QStringLiteral(" UNION ALL ")));
}

Expirable read(db::Row& row) {
  Expirable it;
  it.subject.credential = row.id<Credential>();
  it.subject.enrollment = row.id<Enrollment>();
  it.subject.affiliation = row.id<Affiliation>();
  it.subject.documentType = row.id<DocumentType>();
  it.provider = row.id<Provider>();
  it.practice = row.id<Practice>();
  it.assignee = row.id<Coordinator>();
  it.document = row.text();
  const QString state = row.text(), with = row.text();
  if (it.subject.isMissing()) {
    it.subject.provider = it.provider;
    it.subject.state = state;
  }
  for (const QString& part : {with, state})
    if (!part.isEmpty())
      it.document += QLatin1Char(' ') + part;
  it.expires = row.date();
  it.ladder = row.text();
  it.team = row.id<Team>();
  const Id<Coordinator> ofProvider = row.id<Coordinator>();
  if (!it.assignee.isValid())
    it.assignee = ofProvider;
  it.who = row.text();
  return it;
}

} // namespace

std::vector<Expirable> expirables(db::Database& database, QDate today) {
  static const QString sql = [] {
    QStringList parts;
    for (const Source& source : sources)
      parts << near(source);
    parts << missing(QStringLiteral("1"));
    return whole(parts);
  }();
  return database.all(sql, {today}, read);
}

std::optional<Expirable> expirable(db::Database& database, const Subject& subject) {
  const qint64 ids[] = {subject.credential.value, subject.enrollment.value, subject.affiliation.value};
  for (size_t i = 0; i < std::size(sources); ++i)
    if (ids[i])
      return database.first(whole({select(sources[i], QStringLiteral("%1.id = ?").arg(text(sources[i].name)))}),
                            {QDate(), ids[i]}, read);
  return database.first(whole({missing(QStringLiteral("q.id = ? AND d.id = ? AND r.state = ?"))}),
                        {QDate(), subject.provider, subject.documentType, subject.state}, read);
}

} // namespace alerts
