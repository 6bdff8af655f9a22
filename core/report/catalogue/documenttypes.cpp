// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/dialect.h"
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

namespace {

/// Who must have one, in the words that import and the form take: "everyone", "degree=MD, state=IL".
QString requiredOf() {
  const auto part = [](const char* name) {
    return QStringLiteral("CASE r.%1 WHEN '' THEN '' ELSE ', %1=' || r.%1 END").arg(QLatin1String(name));
  };
  const QString one =
      QStringLiteral("CASE WHEN r.degree = '' AND r.specialty = '' AND r.state = '' THEN 'everyone' ELSE "
                     "substr(%1 || %2 || %3, 3) END")
          .arg(part("degree"), part("specialty"), part("state"));
  return QStringLiteral("coalesce(nullif(%1, ''), 'nobody')")
      .arg(db::dialect::joined(one, QStringLiteral("FROM document_requirement r WHERE r.document_type_id = d.id"),
                               QStringLiteral("r.id")));
}

} // namespace

Listing documentTypes() {
  Listing it;
  it.name = QStringLiteral("document-types");
  it.title = QCoreApplication::translate("report", "Document types");
  it.reason = QCoreApplication::translate("report", "Every kind of document whose end is watched over.");
  it.isReport = false;
  it.id = QStringLiteral("d.id");
  it.from = QStringLiteral("document_type d");
  it.columns = {{QStringLiteral("Document type"), Kind::Text, QStringLiteral("d.name"), QStringLiteral("d.sort_name")},
                text("Usual term", "d.usual_term"),
                {QStringLiteral("Announced"), Kind::Text, QStringLiteral("d.ladder"), QStringLiteral("d.first_alert")},
                {QStringLiteral("Required of"), Kind::Text, requiredOf()},
                text("Section", "d.section"),
                number("On file", QStringLiteral("(SELECT count(*) FROM credential c WHERE c.document_type_id = d.id "
                                                 "AND c.renewed_by IS NULL)")),
                text("Offered", "CASE d.retired WHEN 1 THEN 'Retired' ELSE 'Active' END")};
  it.filters = {{QStringLiteral("status"), QStringLiteral("CASE d.retired WHEN 1 THEN 'Retired' ELSE 'Active' END")}};
  it.search = {QStringLiteral("d.sort_name"), QStringLiteral("d.section")};
  it.order = QStringLiteral("d.sort_name, d.id");
  return it;
}

} // namespace report
