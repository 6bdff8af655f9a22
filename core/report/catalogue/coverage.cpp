// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/dialect.h"
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

/// A provider and a state where a licence is needed. Of several licences of a state the one that lasts longest counts;
/// one that was renewed or does not apply gives way to any other. Where there is none the licence is missing, whatever
/// else is required of the provider: that is what the report is for.
Listing licenseCoverage() {
  Listing it;
  it.name = QStringLiteral("license-coverage");
  it.title = QCoreApplication::translate("report", "License coverage");
  it.reason = QCoreApplication::translate(
      "report", "Every provider in every state where a practice of the provider lies, or with an enrollment there.");
  it.id = QStringLiteral("x.id");
  // Each row of either source belongs to one provider and state: the least of their keys is the pair's own.
  it.from = QStringLiteral(
      "(SELECT min(u.id) AS id, u.provider_id, u.state FROM (SELECT pp.id * 2 AS id, pp.provider_id, l.state FROM "
      "provider_practice pp JOIN practice l ON l.id = pp.practice_id UNION ALL SELECT q.id * 2 + 1, q.provider_id, "
      "q.state FROM enrollment q WHERE q.provider_id IS NOT NULL) u WHERE u.state <> '' GROUP BY u.provider_id, "
      "u.state) x JOIN provider p ON p.id = x.provider_id LEFT JOIN team ON team.id = p.team_id LEFT JOIN coordinator "
      "a ON a.id = p.assignee_id LEFT JOIN credential c ON c.id = (SELECT k.id FROM credential k JOIN document_type d "
      "ON d.id = k.document_type_id WHERE k.provider_id = x.provider_id AND k.state = x.state AND d.section = "
      "'Licensure' AND k.renewed_by IS NULL ORDER BY k.not_applicable, k.expires DESC NULLS LAST, k.id DESC LIMIT 1) "
      "LEFT JOIN document_type d ON d.id = c.document_type_id");
  const QString practices = db::dialect::joined(
      QStringLiteral("l.name"),
      QStringLiteral("FROM provider_practice pp JOIN practice l ON l.id = pp.practice_id WHERE pp.provider_id = "
                     "x.provider_id AND l.state = x.state"),
      QStringLiteral("pp.id"));
  it.columns = {team(),
                provider(),
                npi(),
                text("State", "x.state"),
                {QStringLiteral("Practices"), Kind::Text, practices},
                text("Licence", "c.number"),
                date("Expires", "c.expires"),
                {QStringLiteral("Standing"), Kind::Text,
                 QStringLiteral("CASE WHEN c.id IS NULL THEN 'Missing' ELSE %1 END").arg(standingOfCredential())},
                assigneeAside()};
  it.filters = {
      {QStringLiteral("team"), QStringLiteral("p.team_id")},
      {QStringLiteral("assignee"), QStringLiteral("p.assignee_id")},
      {QStringLiteral("provider"), QStringLiteral("x.provider_id")},
      {QStringLiteral("practice"),
       QStringLiteral("EXISTS (SELECT 1 FROM provider_practice fp JOIN practice fl ON fl.id = fp.practice_id WHERE "
                      "fp.provider_id = x.provider_id AND fl.state = x.state AND fl.id IN (:values))")},
      {QStringLiteral("payor"), QStringLiteral("EXISTS (SELECT 1 FROM enrollment fe WHERE fe.provider_id = "
                                               "x.provider_id AND fe.state = x.state AND fe.payor_id IN (:values))")},
      {QStringLiteral("state"), QStringLiteral("x.state")}};
  it.search = {QStringLiteral("p.search"), QStringLiteral("x.state"), QStringLiteral("c.number")};
  it.order = QStringLiteral("team.sort_name, p.sort_name, c.expires NULLS LAST, p.id, x.state");
  it.date = it.columnAt(QStringLiteral("Expires"));
  return it;
}

} // namespace report
