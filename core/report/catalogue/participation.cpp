// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/dialect.h"
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

namespace {

/// Enrollments of providers, and those of practices once for each provider there.
QString said() {
  const auto cells = QStringLiteral(" AS id, %1.provider_id, q.payor_id, q.practice_id, q.state, q.status, "
                                    "q.submitted, q.effective, q.end, q.assignee_id FROM enrollment q");
  return QStringLiteral("SELECT q.id * 2") + cells.arg(QLatin1String("q")) +
         QStringLiteral(" WHERE q.provider_id IS NOT NULL UNION ALL SELECT (pp.id * 1000000000 + q.id) * 2 + 1") +
         cells.arg(QLatin1String("pp")) +
         QStringLiteral(" JOIN provider_practice pp ON pp.practice_id = q.practice_id WHERE q.provider_id IS NULL");
}

/// What each of them says: standing as participation::standing() has it of today, and the date.
QString judged() {
  const auto standing = QStringLiteral(
      "CASE WHEN es.claims = 'Hold' THEN 3 WHEN es.claims <> 'Bill' THEN 4 WHEN v.end < :today THEN 2 WHEN v.effective "
      "> :today THEN 3 ELSE 1 END");
  return QStringLiteral(
             "SELECT v.*, es.claims, %1 AS standing, coalesce(v.effective, CASE WHEN es.claims = 'Hold' THEN %2 END) "
             "AS day, CASE WHEN es.claims = 'Hold' AND v.effective IS NULL AND v.submitted IS NOT NULL THEN CASE WHEN "
             "h.cases IS NOT NULL THEN 'Own history of ' || h.cases || ' cases' WHEN y.usual_days IS NOT NULL THEN "
             "'Usual days of the payor' END END AS basis, CASE WHEN es.claims = 'Hold' AND v.effective IS NULL THEN %3 "
             "END AS late FROM (%4) v JOIN enrollment_status es ON es.name = v.status JOIN payor y ON y.id = "
             "v.payor_id LEFT JOIN %5 h ON h.payor_id = v.payor_id AND h.state = v.state")
      .arg(standing,
           db::dialect::addDays(QStringLiteral("v.submitted"), QStringLiteral("coalesce(h.median, y.usual_days)")),
           db::dialect::addDays(QStringLiteral("v.submitted"), QStringLiteral("h.eightieth")), said(),
           ownHistory({QStringLiteral("payor_id"), QStringLiteral("state")}));
}

} // namespace

/// Several enrollments of one provider, payor, practice and state (lines of business, the provider's and the
/// practice's) are one row: that of the best standing, then the earliest date. What is held is expected, what is billed
/// is yes unless it begins later or its end is past, all else is no. Effective or expected is the effective date where
/// there is one.
Listing participation() {
  Listing it;
  it.name = QStringLiteral("participation");
  it.title = QCoreApplication::translate("report", "Participation");
  it.reason = QCoreApplication::translate(
      "report", "Every provider with every payor and practice that there is an enrollment for; a practice's enrollment "
                "counts for its providers there.");
  it.id = QStringLiteral("x.id");
  it.from = QStringLiteral("(SELECT j.*, row_number() OVER (PARTITION BY j.provider_id, j.payor_id, j.practice_id, "
                           "j.state ORDER BY j.standing, j.day NULLS LAST, j.id) AS place FROM (") +
            judged() +
            QStringLiteral(") j) x JOIN provider p ON p.id = x.provider_id LEFT JOIN practice pr ON pr.id = "
                           "x.practice_id LEFT JOIN team ON team.id = p.team_id JOIN payor py ON py.id = x.payor_id "
                           "LEFT JOIN coordinator a ON a.id = x.assignee_id");
  it.where = QStringLiteral("x.place = 1");
  Column standing = text("Participating", "CASE x.standing WHEN 1 THEN 'Yes' WHEN 2 THEN 'Past its end' WHEN 3 THEN "
                                          "'Expected' ELSE 'No' END");
  standing.sort = QStringLiteral("x.standing");
  it.columns = {team(),
                provider(),
                npi(),
                {QStringLiteral("Payor"), Kind::Text, QStringLiteral("py.name"), QStringLiteral("py.sort_name")},
                practice(),
                text("State", "x.state"),
                standing,
                date("Effective or expected", "x.day"),
                text("Claims", "x.claims")};
  for (Column extra : {text("Expected from", "x.basis"), date("Expected by", "x.late"), text("Status", "x.status"),
                       date("Submitted", "x.submitted"), date("End", "x.end")}) {
    extra.extra = true;
    it.columns.push_back(extra);
  }
  it.columns.push_back(assigneeAside());
  it.filters = {{QStringLiteral("team"), QStringLiteral("p.team_id")},
                {QStringLiteral("assignee"), QStringLiteral("x.assignee_id")},
                {QStringLiteral("provider"), QStringLiteral("x.provider_id")},
                {QStringLiteral("practice"), QStringLiteral("x.practice_id")},
                {QStringLiteral("payor"), QStringLiteral("x.payor_id")},
                {QStringLiteral("state"), QStringLiteral("x.state")},
                {QStringLiteral("status"), QStringLiteral("x.status")}};
  it.search = {QStringLiteral("p.search"), QStringLiteral("pr.sort_name"), QStringLiteral("py.sort_name"),
               QStringLiteral("x.state")};
  it.order = QStringLiteral("team.sort_name, p.sort_name, x.day NULLS LAST, x.id");
  it.date = it.columnAt(QStringLiteral("Effective or expected"));
  return it;
}

} // namespace report
