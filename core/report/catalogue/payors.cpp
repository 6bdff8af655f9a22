// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/dialect.h"
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

namespace {

/// An enrollment's last note: on one of its trackings or their steps, or its own: written about the same provider (or
/// practice) and payor, without a tracking. Three index ranges, newest of each, newest of all.
QString newestNoteOfEnrollment() {
  const auto newest = [](const char* condition) {
    return QStringLiteral(
               "SELECT * FROM (SELECT x.id, x.written FROM note x WHERE %1 ORDER BY x.written DESC, x.id DESC "
               "LIMIT 1)")
        .arg(QString::fromLatin1(condition));
  };
  return QStringLiteral(" LEFT JOIN note n ON n.id = (SELECT u.id FROM (") +
         newest("x.tracking_id IN (SELECT k.id FROM tracking k WHERE k.enrollment_id = e.id)") +
         QStringLiteral(" UNION ALL ") +
         newest(
             "x.provider_id = e.provider_id AND x.payor_id = e.payor_id AND x.tracking_id IS NULL AND (x.practice_id "
             "IS NULL OR e.practice_id IS NULL OR x.practice_id = e.practice_id)") +
         QStringLiteral(" UNION ALL ") +
         newest("e.provider_id IS NULL AND x.provider_id IS NULL AND x.practice_id = e.practice_id AND x.payor_id = "
                "e.payor_id AND x.tracking_id IS NULL") +
         QStringLiteral(") u ORDER BY u.written DESC, u.id DESC LIMIT 1)");
}

} // namespace

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
      newestNoteOfEnrollment();
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

} // namespace report
