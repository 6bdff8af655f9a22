// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/dialect.h"
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

Listing payors() {
  Listing it;
  it.name = QStringLiteral("payors");
  it.title = QCoreApplication::translate("report", "Payors");
  it.reason = QCoreApplication::translate("report", "Every enrollment of a provider or practice with a payor.");
  it.id = QStringLiteral("e.id");
  it.from =
      QStringLiteral("enrollment e LEFT JOIN provider p ON p.id = e.provider_id LEFT JOIN practice pr ON pr.id = "
                     "e.practice_id LEFT JOIN team ON team.id = coalesce(p.team_id, pr.team_id) JOIN payor py ON "
                     "py.id = e.payor_id JOIN enrollment_status es ON es.name = e.status LEFT JOIN coordinator a ON "
                     "a.id = e.assignee_id") +
      QStringLiteral(" LEFT JOIN note n ON n.id = ") + newestNoteOfEnrollment(QStringLiteral("e.id"));
  it.columns = who() +
               std::vector<Column>{
                   {QStringLiteral("Payor"), Kind::Text, QStringLiteral("py.name"), QStringLiteral("py.sort_name"),
                    false, QStringLiteral("enrollment.payor_id")},
                   text("State", "e.state").editing("enrollment.state"),
                   text("Line of business", "e.line_of_business").editing("enrollment.line_of_business"),
                   {QStringLiteral("Status"), Kind::Text, QStringLiteral("e.status"), QStringLiteral("es.rank"), false,
                    QStringLiteral("enrollment.status")},
                   text("Waiting on", "CASE e.waiting_on WHEN '' THEN es.waiting_on ELSE e.waiting_on END")
                       .editing("enrollment.waiting_on"),
                   text("Claims", "es.claims"),
                   text("Provider number", "e.provider_number").editing("enrollment.provider_number"),
                   date("Submitted", "e.submitted").editing("enrollment.submitted"),
                   date("Effective", "e.effective").editing("enrollment.effective"),
                   date("End", "e.end").editing("enrollment.end"),
                   number("Days to end", db::dialect::daysBetween(QStringLiteral(":today"), QStringLiteral("e.end"))),
                   date("Follow-up", "e.follow_up").editing("enrollment.follow_up"),
                   text("Assignee", "a.name").editing("enrollment.assignee_id")} +
               lastNote();
  Column tracking{QStringLiteral("Tracking"), Kind::Text, openStep(QStringLiteral("k.enrollment_id = e.id"))};
  tracking.extra = true;
  it.columns.push_back(tracking);
  it.filters = {{QStringLiteral("team"), QStringLiteral("coalesce(p.team_id, pr.team_id)")},
                {QStringLiteral("assignee"), QStringLiteral("e.assignee_id")},
                {QStringLiteral("provider"), QStringLiteral("e.provider_id")},
                {QStringLiteral("practice"), QStringLiteral("e.practice_id")},
                {QStringLiteral("payor"), QStringLiteral("e.payor_id")},
                {QStringLiteral("state"), QStringLiteral("e.state")},
                {QStringLiteral("status"), QStringLiteral("e.status")},
                {QStringLiteral("waiting-on"),
                 QStringLiteral("CASE e.waiting_on WHEN '' THEN es.waiting_on ELSE e.waiting_on END")}};
  it.search = {QStringLiteral("p.search"), QStringLiteral("pr.sort_name"), QStringLiteral("py.sort_name"),
               QStringLiteral("e.provider_number"), QStringLiteral("e.state")};
  it.order = QStringLiteral("team.sort_name, p.sort_name, e.end NULLS LAST, e.id");
  it.date = it.columnAt(QStringLiteral("End"));
  return it;
}

/// What to work at once: billed as participating, and the end is past or was never put down.
Listing payorRecredentialing() {
  Listing it = payors();
  it.name = QStringLiteral("payor-recredentialing");
  it.title = QCoreApplication::translate("report", "Payor recredentialing");
  it.reason = QCoreApplication::translate(
      "report", "Every enrollment that is participating though its end date is past, or that has no end date.");
  it.where = QStringLiteral("e.status = 'Participating' AND (e.end IS NULL OR e.end < :today)");
  it.columns.push_back(text("Why", "CASE WHEN e.end IS NULL THEN 'No end date' ELSE 'End date is past' END"));
  return it;
}

} // namespace report
