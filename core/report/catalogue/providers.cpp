// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/dialect.h"
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

Listing providers() {
  Listing it;
  it.name = QStringLiteral("providers");
  it.title = QCoreApplication::translate("report", "Providers");
  it.reason = QCoreApplication::translate("report", "Every provider.");
  it.isReport = false;
  it.id = QStringLiteral("p.id");
  it.from = QStringLiteral(
      "provider p LEFT JOIN team ON team.id = p.team_id LEFT JOIN coordinator a ON a.id = p.assignee_id");
  const QString practices = db::dialect::joined(
      QStringLiteral("pr.name"),
      QStringLiteral(
          "FROM provider_practice pp JOIN practice pr ON pr.id = pp.practice_id WHERE pp.provider_id = p.id"),
      QStringLiteral("pp.id"));
  it.columns = {provider(),
                text("Degree", "p.degree").editing("provider.degree"),
                text("Specialty", "p.specialty").editing("provider.specialty"),
                npi().editing("provider.npi"),
                text("Status", "p.status").editing("provider.status"),
                {QStringLiteral("Practices"), Kind::Text, practices},
                text("Assignee", "a.name").editing("provider.assignee_id"),
                team(),
                text("Phone", "p.phone").editing("provider.phone"),
                text("Email", "p.email").editing("provider.email"),
                text("CAQH ID", "p.caqh_id").editing("provider.caqh_id"),
                text("Tags", "p.tags").editing("provider.tags"),
                date("Start date", "p.start_date").editing("provider.start_date")};
  it.filters = {{QStringLiteral("team"), QStringLiteral("p.team_id")},
                {QStringLiteral("assignee"), QStringLiteral("p.assignee_id")},
                {QStringLiteral("provider"), QStringLiteral("p.id")},
                {QStringLiteral("status"), QStringLiteral("p.status")},
                {QStringLiteral("type"), QStringLiteral("p.specialty")}};
  it.search = {QStringLiteral("p.search")};
  it.order = QStringLiteral("p.sort_name, p.id");
  it.date = it.columnAt(QStringLiteral("Start date"));
  return it;
}

} // namespace report
