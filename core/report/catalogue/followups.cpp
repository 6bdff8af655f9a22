// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"
#include "core/tracking/status.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

Listing followUps() {
  // Asked for one provider or practice: each branch has its index over them. The last two bits of a row's key say what
  // it is about: a step, a task, an enrollment.
  Listing it;
  it.name = QStringLiteral("follow-ups");
  it.title = QCoreApplication::translate("report", "Follow-ups");
  it.reason = QCoreApplication::translate(
      "report", "Every open step and task and every enrollment with a day on which somebody asks again.");
  it.isReport = false;
  it.id = QStringLiteral("x.id");
  it.from =
      QStringLiteral(
          "(SELECT s.id * 4 AS id, t.provider_id, t.practice_id, s.follow_up, s.name AS what, %1 AS about, "
          "coalesce(s.assignee_id, t.assignee_id) AS assignee_id FROM tracking t CROSS JOIN step s ON s.tracking_id "
          "= t.id LEFT JOIN payor py ON py.id = t.payor_id LEFT JOIN facility f ON f.id = t.facility_id WHERE "
          "s.follow_up IS NOT NULL AND %2 UNION ALL SELECT k.id * 4 + 1, k.provider_id, k.practice_id, "
          "k.follow_up, k.name, coalesce(py.name, ''), k.assignee_id FROM task k LEFT JOIN payor py ON py.id = "
          "k.payor_id WHERE k.follow_up IS NOT NULL AND k.status %3 UNION ALL SELECT e.id * 4 + 2, e.provider_id, "
          "e.practice_id, e.follow_up, py.name, e.status, e.assignee_id FROM enrollment e JOIN payor py ON py.id = "
          "e.payor_id WHERE e.follow_up IS NOT NULL) x LEFT JOIN coordinator a ON a.id = x.assignee_id LEFT JOIN "
          "provider p ON p.id = "
          "x.provider_id LEFT JOIN practice pr ON pr.id = x.practice_id")
          .arg(about(), isToDo(), QLatin1String(openStatuses));
  it.columns = {date("Follow-up", "x.follow_up"), text("What", "x.what"), text("About", "x.about"),
                text("Assignee", "a.name"),
                number("Days late", daysLate(QStringLiteral("x.follow_up"),
                                             QStringLiteral("coalesce(p.team_id, pr.team_id)"), QStringLiteral("1")))};
  it.filters = {{QStringLiteral("provider"), QStringLiteral("x.provider_id")},
                {QStringLiteral("practice"), QStringLiteral("x.practice_id")},
                {QStringLiteral("assignee"), QStringLiteral("x.assignee_id")}};
  it.search = {QStringLiteral("x.what"), QStringLiteral("x.about")};
  it.order = QStringLiteral("x.follow_up, x.id");
  it.date = it.columnAt(QStringLiteral("Follow-up"));
  return it;
}

} // namespace report
