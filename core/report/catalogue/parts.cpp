// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue/parts.h"

#include "core/db/dialect.h"
#include "core/payors/participation.h"
#include "core/tracking/status.h"

namespace report::parts {

Column text(const char* heading, const char* sql) {
  return {QString::fromUtf8(heading), Kind::Text, QString::fromUtf8(sql)};
}

Column date(const char* heading, const char* sql) {
  return {QString::fromUtf8(heading), Kind::Date, QString::fromUtf8(sql)};
}

Column number(const char* heading, const QString& sql) { return {QString::fromUtf8(heading), Kind::Number, sql}; }

Column team() {
  return {QStringLiteral("Team"), Kind::Text, QStringLiteral("team.name"), QStringLiteral("team.sort_name")};
}

Column provider() {
  return {QStringLiteral("Provider"), Kind::Text,
          QStringLiteral("CASE p.first_name WHEN '' THEN p.last_name ELSE p.last_name || ', ' || p.first_name END"),
          QStringLiteral("p.sort_name")};
}

Column npi() {
  // Of a practice and of a provider who has none it is the same empty cell.
  return {QStringLiteral("NPI"), Kind::Text, QStringLiteral("p.npi"), QStringLiteral("coalesce(p.npi, '')")};
}

Column practice() {
  return {QStringLiteral("Practice"), Kind::Text, QStringLiteral("pr.name"), QStringLiteral("pr.sort_name")};
}

Column assigneeAside() {
  return {QStringLiteral("Assignee"), Kind::Text, QStringLiteral("a.name"), QStringLiteral("a.sort_name"), true};
}

Column aside(Column column) {
  column.extra = true;
  return column;
}

Column payor() {
  return {QStringLiteral("Payor"), Kind::Text, QStringLiteral("py.name"), QStringLiteral("py.sort_name")};
}

std::vector<Column> who() { return {team(), provider(), npi(), practice()}; }

std::vector<Column> lastNote() {
  return {date("Last note on", "substr(n.written, 1, 10)"), text("Last note by", "n.author"),
          text("Last note", "n.text")};
}

QString isToDo() {
  return QStringLiteral("s.status %1 AND t.status NOT IN ('Completed', 'Cancelled')").arg(QLatin1String(openStatuses));
}

QString responsibleForOpen() {
  return QStringLiteral(
             "s.id IN (SELECT m.id FROM step m WHERE m.status %1 AND m.assignee_id IN (:values) UNION ALL SELECT m.id "
             "FROM tracking k CROSS JOIN step m ON m.tracking_id = k.id WHERE k.assignee_id IN (:values) AND k.status "
             "NOT IN ('Completed', 'Cancelled') AND m.status %1 AND m.assignee_id IS NULL UNION ALL SELECT m.id FROM "
             "tracking k CROSS JOIN step m ON m.tracking_id = k.id WHERE 0 IN (:values) AND k.assignee_id IS NULL AND "
             "k.status NOT IN ('Completed', 'Cancelled') AND m.status %1 AND m.assignee_id IS NULL)")
      .arg(QLatin1String(openStatuses));
}

QString responsible() { return QStringLiteral("coalesce(s.assignee_id, t.assignee_id, 0) IN (:values)"); }

QString untouched() {
  const QString day = QStringLiteral("(SELECT min(column1) FROM (VALUES :rows))");
  return QStringLiteral(
             "t.started < %1 AND NOT EXISTS (SELECT 1 FROM note x WHERE x.tracking_id = t.id AND x.written >= "
             "%1)")
      .arg(day);
}

QString daysLate(const QString& due, const QString& team, const QString& open) {
  // The table of business-day numbers makes a subtraction of it; a team's own closed days are few.
  return QStringLiteral("CASE WHEN %1 < :today AND %3 THEN nullif(:number - (SELECT b.number FROM business_day b WHERE "
                        "b.day = %1) - (SELECT count(*) FROM closed_day c WHERE c.team_id = %2 AND c.counts = 1 AND "
                        "c.day > %1 AND c.day <= :today), 0) END")
      .arg(due, team, open);
}

QString about() {
  return QStringLiteral(
      "substr(coalesce(' · ' || py.name, '') || coalesce(' · ' || f.name, '') || CASE t.state WHEN '' "
      "THEN '' ELSE ' · ' || t.state END, 4)");
}

QString ofTracking(const char* without) {
  constexpr std::pair<const char*, const char*> joins[] = {{"team", " LEFT JOIN team ON team.id = t.team_id"},
                                                           {"p", " LEFT JOIN provider p ON p.id = t.provider_id"},
                                                           {"pr", " LEFT JOIN practice pr ON pr.id = t.practice_id"},
                                                           {"py", " LEFT JOIN payor py ON py.id = t.payor_id"},
                                                           {"f", " LEFT JOIN facility f ON f.id = t.facility_id"}};
  QString all;
  for (const auto& [name, join] : joins)
    if (qstrcmp(name, without) != 0)
      all += QLatin1String(join);
  return all;
}

QString newestNote(const QString& condition) {
  // Correlated, over an index (whose, written, id): never a scan, no window over two million notes.
  return QStringLiteral(" LEFT JOIN note n ON n.id = (SELECT x.id FROM note x WHERE %1 ORDER BY x.written DESC, x.id "
                        "DESC LIMIT 1)")
      .arg(condition);
}

QString shownStep() {
  return QStringLiteral(" LEFT JOIN step s ON s.id = coalesce((SELECT o.id FROM step o WHERE o.tracking_id = t.id AND "
                        "o.status %1 ORDER BY o.position, o.id LIMIT 1), (SELECT o.id FROM step o WHERE o.tracking_id "
                        "= t.id ORDER BY o.position DESC, o.id DESC LIMIT 1))")
      .arg(QLatin1String(openStatuses));
}

QString newestNoteOfEnrollment(const QString& id) {
  // Its own: written about the same provider (or practice) and payor, without a tracking. Three index ranges, newest of
  // each, newest of all.
  const auto newest = [](const QString& condition) {
    return QStringLiteral(
               "SELECT * FROM (SELECT x.id, x.written FROM note x WHERE %1 ORDER BY x.written DESC, x.id DESC "
               "LIMIT 1)")
        .arg(condition);
  };
  return QStringLiteral("(SELECT u.id FROM (") +
         newest(QStringLiteral("x.tracking_id IN (SELECT k.id FROM tracking k WHERE k.enrollment_id = %1)").arg(id)) +
         QStringLiteral(" UNION ALL ") +
         newest(QStringLiteral("x.provider_id = e.provider_id AND x.payor_id = e.payor_id AND x.tracking_id IS NULL "
                               "AND (x.practice_id IS NULL OR e.practice_id IS NULL OR x.practice_id = "
                               "e.practice_id)")) +
         QStringLiteral(" UNION ALL ") +
         newest(QStringLiteral("e.provider_id IS NULL AND x.provider_id IS NULL AND x.practice_id = e.practice_id AND "
                               "x.payor_id = e.payor_id AND x.tracking_id IS NULL")) +
         QStringLiteral(") u ORDER BY u.written DESC, u.id DESC LIMIT 1)");
}

QString standing(const QString& date, const QString& firstRung) {
  return QStringLiteral("CASE WHEN %1 < :today THEN 'Expired' WHEN %1 <= %2 THEN 'Expiring' ELSE 'Current' END")
      .arg(date, db::dialect::addDays(QStringLiteral(":today"), firstRung));
}

QString standingOfCredential() {
  return QStringLiteral("CASE WHEN c.not_applicable = 1 THEN 'Not applicable' WHEN c.expires IS NULL THEN CASE "
                        "d.has_term WHEN 1 THEN 'No date' ELSE 'Current' END ELSE %1 END")
      .arg(standing(QStringLiteral("c.expires"), firstRung("c", QStringLiteral("d.first_alert"))));
}

QString firstRung(const char* name, const QString& ofType) {
  const QString own = QLatin1String(name) + QStringLiteral(".ladder");
  return QStringLiteral("(CASE %1 WHEN '' THEN %2 ELSE %3 END)").arg(own, ofType, db::dialect::leadingNumber(own));
}

QString firstRungOf(const char* source) {
  return QStringLiteral("(SELECT max(d.first_alert) FROM document_type d WHERE d.source = '%1')")
      .arg(QLatin1String(source));
}

QString openStep(const QString& condition) {
  return QStringLiteral(
             "coalesce((SELECT coalesce((SELECT o.name FROM step o WHERE o.tracking_id = k.id AND o.status %2 "
             "ORDER BY o.position, o.id LIMIT 1), k.subtype) FROM tracking k WHERE %1 AND k.status NOT IN "
             "('Completed', 'Cancelled') ORDER BY k.id DESC LIMIT 1), 'No tracking yet')")
      .arg(condition, QLatin1String(openStatuses));
}

QString hasLeft(const QString& provider) {
  return QStringLiteral("EXISTS (SELECT 1 FROM provider v WHERE v.id = %1 AND v.status IN ('Inactive', 'Terminated'))")
      .arg(provider);
}

QString ownHistory(const QStringList& of, const QString& condition) {
  const auto columns = [&of](const char* table) {
    QStringList all;
    for (const QString& column : of)
      all << QLatin1String(table) + column;
    return all.join(QStringLiteral(", "));
  };
  return QStringLiteral("(SELECT %1, h.cases, max(CASE WHEN h.place = (h.cases * 50 + 99) / 100 THEN h.days END) AS "
                        "median, max(CASE WHEN h.place = (h.cases * 80 + 99) / 100 THEN h.days END) AS eightieth FROM "
                        "(SELECT %2, %3 AS days, row_number() OVER (PARTITION BY %2 ORDER BY %3) AS place, count(*) "
                        "OVER (PARTITION BY %2) AS cases FROM enrollment q WHERE q.submitted IS NOT NULL AND "
                        "q.effective >= q.submitted AND (%4)) h WHERE h.cases >= %5 GROUP BY %1, h.cases)")
      .arg(columns("h."), columns("q."),
           db::dialect::daysBetween(QStringLiteral("q.submitted"), QStringLiteral("q.effective")), condition)
      .arg(participation::leastCases);
}

QString numbered(int count, const QString& cells) {
  QStringList numbers;
  for (int i = 0; i < count; ++i)
    numbers << QStringLiteral("(%1)").arg(i);
  return QStringLiteral("(SELECT n.column1 AS id, %1 FROM (VALUES %2) n)")
      .arg(cells, numbers.join(QStringLiteral(", ")));
}

std::vector<Column> operator+(std::vector<Column> left, const std::vector<Column>& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

} // namespace report::parts
