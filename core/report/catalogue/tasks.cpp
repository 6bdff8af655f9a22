// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"
#include "core/tracking/status.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

Listing tasks() {
  Listing it;
  it.name = QStringLiteral("tasks");
  it.title = QCoreApplication::translate("report", "Tasks");
  it.reason = QCoreApplication::translate("report", "Every task.");
  it.id = QStringLiteral("k.id");
  it.from =
      QStringLiteral("task k LEFT JOIN provider p ON p.id = k.provider_id LEFT JOIN practice pr ON pr.id = "
                     "k.practice_id LEFT JOIN team ON team.id = k.team_id LEFT JOIN payor py ON py.id = k.payor_id "
                     "LEFT JOIN coordinator a ON a.id = k.assignee_id LEFT JOIN provider ap ON ap.id = "
                     "k.assigned_provider_id") +
      newestNote(QStringLiteral("x.task_id = k.id"));
  it.columns = {team(),
                text("Task", "k.name").editing("task.name"),
                provider(),
                npi(),
                practice(),
                text("Assigned to", "coalesce(a.name, ap.last_name || CASE ap.first_name WHEN '' THEN '' ELSE ', ' || "
                                    "ap.first_name END)")
                    .editing("task.assignee_id"),
                text("Status", "k.status").editing("task.status"),
                date("Due", "k.due").editing("task.due"),
                number("Days late", daysLate(QStringLiteral("k.due"), QStringLiteral("k.team_id"),
                                             QStringLiteral("k.status ") + QLatin1String(openStatuses))),
                date("Follow-up", "k.follow_up").editing("task.follow_up"),
                text("Notify", "CASE k.notify WHEN 1 THEN 'yes' ELSE 'no' END").editing("task.notify"),
                date("Created", "k.created")};
  it.columns = it.columns + lastNote();
  for (Column extra : {text("Payor", "py.name").editing("task.payor_id"),
                       text("Priority", "k.priority").editing("task.priority"), date("Completed", "k.completed")}) {
    extra.extra = true;
    it.columns.push_back(extra);
  }
  it.filters = {{QStringLiteral("team"), QStringLiteral("k.team_id")},
                {QStringLiteral("assignee"), QStringLiteral("k.assignee_id")},
                {QStringLiteral("provider"), QStringLiteral("k.provider_id")},
                {QStringLiteral("practice"), QStringLiteral("k.practice_id")},
                {QStringLiteral("payor"), QStringLiteral("k.payor_id")},
                {QStringLiteral("state"), QStringLiteral("pr.state")},
                {QStringLiteral("status"), QStringLiteral("k.status")},
                {QStringLiteral("priority"), QStringLiteral("k.priority")}};
  it.search = {QStringLiteral("k.name"), QStringLiteral("p.search"), QStringLiteral("pr.sort_name"),
               QStringLiteral("py.sort_name"), QStringLiteral("a.sort_name")};
  it.order = QStringLiteral("team.sort_name, p.sort_name, k.due NULLS LAST, k.id");
  it.date = it.columnAt(QStringLiteral("Due"));
  return it;
}

} // namespace report
