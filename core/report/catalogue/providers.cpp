// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/dialect.h"
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

namespace {

QString practicesOfProvider() {
  return db::dialect::joined(
      QStringLiteral("pr.name"),
      QStringLiteral(
          "FROM provider_practice pp JOIN practice pr ON pr.id = pp.practice_id WHERE pp.provider_id = p.id"),
      QStringLiteral("pp.id"));
}

/// Who is enrolled with the payor of this ID. Of a longer one the last character may be missing yet; more would bring
/// the enrollments of too many payors with every key.
QString enrolledWithCode() {
  return QStringLiteral("p.id IN (SELECT e.provider_id FROM payor y CROSS JOIN enrollment e ON e.payor_id = y.id WHERE "
                        "y.payor_id LIKE :code ESCAPE '\\' OR (length(y.payor_id) > 3 AND y.payor_id LIKE :code || '_' "
                        "ESCAPE '\\'))");
}

/// Who is looked after at a practice, or has privileges at a facility: those in `table` for whom `condition` holds.
QString whoIsThere(const char* id, const char* table, const char* there, const char* condition) {
  return QStringLiteral("%1 IN (SELECT l.%2 FROM %3 l JOIN provider q ON q.id = l.provider_id WHERE q.status NOT IN "
                        "('Inactive', 'Terminated') AND %4)")
      .arg(QLatin1String(id), QLatin1String(there), QLatin1String(table), QLatin1String(condition));
}

} // namespace

Listing providers() {
  const Told alerts = told(Of::Provider);
  Listing it;
  it.name = QStringLiteral("providers");
  it.title = QCoreApplication::translate("report", "Providers");
  it.reason = QCoreApplication::translate("report", "Every provider.");
  it.id = QStringLiteral("p.id");
  it.from = QStringLiteral(
      "provider p LEFT JOIN team ON team.id = p.team_id LEFT JOIN coordinator a ON a.id = p.assignee_id");
  it.columns = {provider(),
                text("Degree", "p.degree").editing("provider.degree"),
                text("Specialty", "p.specialty").editing("provider.specialty"),
                npi().editing("provider.npi"),
                text("Status", "p.status").editing("provider.status"),
                {QStringLiteral("Practices"), Kind::Text, practicesOfProvider()},
                text("Assignee", "a.name").editing("provider.assignee_id"),
                team(),
                text("Phone", "p.phone").editing("provider.phone"),
                text("Email", "p.email").editing("provider.email"),
                text("CAQH ID", "p.caqh_id").editing("provider.caqh_id"),
                text("Tags", "p.tags").editing("provider.tags"),
                date("Start date", "p.start_date").editing("provider.start_date"),
                alerts.alerts,
                aside(alerts.standing),
                aside(text("Languages", "p.languages").editing("provider.languages")),
                aside(date("Ended", "p.ended")),
                aside(text("End reason", "p.end_reason"))};
  it.filters = {
      {QStringLiteral("team"), QStringLiteral("p.team_id")},
      {QStringLiteral("assignee"), QStringLiteral("p.assignee_id")},
      {QStringLiteral("provider"), QStringLiteral("p.id")},
      {QStringLiteral("status"), QStringLiteral("p.status")},
      {QStringLiteral("type"), QStringLiteral("p.specialty")},
      {QStringLiteral("practice"),
       QStringLiteral("p.id IN (SELECT f.provider_id FROM provider_practice f WHERE f.practice_id IN (:values))")},
      {QStringLiteral("state"),
       QStringLiteral("p.id IN (SELECT f.provider_id FROM provider_practice f JOIN practice fp "
                      "ON fp.id = f.practice_id WHERE fp.state IN (:values))")},
      // Tags are parted by "; ".
      {QStringLiteral("tag"), QStringLiteral("EXISTS (WITH wanted(tag) AS (VALUES :rows) SELECT 1 FROM wanted WHERE "
                                             "instr('; ' || p.tags || ';', '; ' || wanted.tag || ';') > 0)")},
      {QStringLiteral("alerts"), alerts.has}};
  it.search = {QStringLiteral("p.search"), QStringLiteral("p.also"), enrolledWithCode()};
  it.order = QStringLiteral("p.sort_name, p.id");
  it.date = it.columnAt(QStringLiteral("Start date"));
  return it;
}

Listing practices() {
  const Told alerts = told(Of::Practice);
  Listing it;
  it.name = QStringLiteral("practices");
  it.title = QCoreApplication::translate("report", "Practices");
  it.reason = QCoreApplication::translate("report", "Every practice.");
  it.id = QStringLiteral("pr.id");
  it.from = QStringLiteral("practice pr LEFT JOIN team ON team.id = pr.team_id");
  it.columns = {
      practice(),
      team(),
      text("Group NPI", "pr.group_npi").editing("practice.group_npi"),
      text("TIN", "pr.tin").editing("practice.tin"),
      text("Address", "pr.address").editing("practice.address"),
      text("City", "pr.city").editing("practice.city"),
      text("State", "pr.state").editing("practice.state"),
      text("ZIP", "pr.zip").editing("practice.zip"),
      text("Phone", "pr.phone").editing("practice.phone"),
      text("Fax", "pr.fax").editing("practice.fax"),
      text("Email", "pr.email").editing("practice.email"),
      text("Contact", "pr.contact").editing("practice.contact"),
      number("Providers", QStringLiteral("(SELECT count(*) FROM provider_practice pp JOIN provider p ON p.id = "
                                         "pp.provider_id WHERE pp.practice_id = pr.id AND p.status NOT IN "
                                         "('Inactive', 'Terminated'))")),
      aside(alerts.alerts),
      aside(alerts.standing)};
  it.filters = {
      {QStringLiteral("team"), QStringLiteral("pr.team_id")},
      {QStringLiteral("practice"), QStringLiteral("pr.id")},
      {QStringLiteral("state"), QStringLiteral("pr.state")},
      {QStringLiteral("provider"), QStringLiteral("pr.id IN (SELECT f.practice_id FROM provider_practice f WHERE "
                                                  "f.provider_id IN (:values))")},
      {QStringLiteral("assignee"),
       whoIsThere("pr.id", "provider_practice", "practice_id", "coalesce(q.assignee_id, 0) IN (:values)")},
      {QStringLiteral("type"), whoIsThere("pr.id", "provider_practice", "practice_id", "q.specialty IN (:values)")},
      {QStringLiteral("payor"),
       QStringLiteral("pr.id IN (SELECT e.practice_id FROM enrollment e WHERE e.payor_id IN (:values))")},
      {QStringLiteral("alerts"), alerts.has}};
  it.search = {QStringLiteral("pr.sort_name"), QStringLiteral("pr.group_npi"), QStringLiteral("pr.tin"),
               QStringLiteral("pr.city"),      QStringLiteral("pr.state"),     QStringLiteral("pr.phone"),
               QStringLiteral("pr.contact"),   QStringLiteral("pr.email")};
  it.order = QStringLiteral("pr.sort_name, pr.id");
  return it;
}

Listing facilities() {
  const Told alerts = told(Of::Facility);
  Listing it;
  it.name = QStringLiteral("facilities");
  it.title = QCoreApplication::translate("report", "Facilities");
  it.reason = QCoreApplication::translate("report", "Every hospital and surgery centre.");
  it.id = QStringLiteral("f.id");
  it.from = QStringLiteral("facility f");
  it.columns = {{QStringLiteral("Facility"), Kind::Text, QStringLiteral("f.name"), QStringLiteral("f.sort_name")},
                text("Address", "f.address").editing("facility.address"),
                text("City", "f.city").editing("facility.city"),
                text("State", "f.state").editing("facility.state"),
                text("ZIP", "f.zip").editing("facility.zip"),
                text("Phone", "f.phone").editing("facility.phone"),
                text("Email", "f.email").editing("facility.email"),
                number("Affiliated", QStringLiteral("(SELECT count(DISTINCT af.provider_id) FROM affiliation af WHERE "
                                                    "af.facility_id = f.id AND af.status = 'Active')")),
                aside(alerts.alerts),
                aside(alerts.standing)};
  it.filters = {
      {QStringLiteral("state"), QStringLiteral("f.state")},
      {QStringLiteral("facility"), QStringLiteral("f.id")},
      {QStringLiteral("team"), QStringLiteral("f.id IN (SELECT af.facility_id FROM affiliation af JOIN provider "
                                              "q ON q.id = af.provider_id WHERE q.team_id IN (:values))")},
      {QStringLiteral("assignee"),
       whoIsThere("f.id", "affiliation", "facility_id", "coalesce(q.assignee_id, 0) IN (:values)")},
      {QStringLiteral("type"), whoIsThere("f.id", "affiliation", "facility_id", "q.specialty IN (:values)")},
      {QStringLiteral("practice"),
       whoIsThere(
           "f.id", "affiliation", "facility_id",
           "EXISTS (SELECT 1 FROM provider_practice w WHERE w.provider_id = q.id AND w.practice_id IN (:values))")},
      {QStringLiteral("status"),
       QStringLiteral("f.id IN (SELECT af.facility_id FROM affiliation af WHERE af.status IN (:values))")},
      {QStringLiteral("alerts"), alerts.has}};
  it.search = {QStringLiteral("f.sort_name"), QStringLiteral("f.city"), QStringLiteral("f.state"),
               QStringLiteral("f.phone")};
  it.order = QStringLiteral("f.sort_name, f.id");
  return it;
}

} // namespace report
