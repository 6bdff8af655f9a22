// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

namespace {

Listing steps(const std::vector<Column>& completed) {
  Listing it;
  it.id = QStringLiteral("s.id");
  it.from = QStringLiteral("step s JOIN tracking t ON t.id = s.tracking_id") + ofTracking() +
            QStringLiteral(" LEFT JOIN coordinator a ON a.id = s.assignee_id") +
            newestNote(QStringLiteral("x.step_id = s.id"));
  Column stepNo = number("Step no", QStringLiteral("s.position"));
  Column daysLateColumn = number("Days late", daysLate(QStringLiteral("s.due"), QStringLiteral("t.team_id"), isToDo()));
  it.columns = who() +
               std::vector<Column>{text("Type", "t.type"),
                                   text("Subtype", "t.subtype"),
                                   {QStringLiteral("About"), Kind::Text, about()},
                                   stepNo,
                                   text("Step", "s.name"),
                                   text("Status", "s.status").editing("step.status"),
                                   text("Waiting on", "CASE WHEN s.status IN ('Completed', 'Not needed') THEN '' "
                                                      "ELSE s.waiting_on END")
                                       .editing("step.waiting_on"),
                                   text("Assignee", "a.name").editing("step.assignee_id"),
                                   date("Started", "s.started").editing("step.started"),
                                   date("Due", "s.due").editing("step.due"),
                                   daysLateColumn,
                                   date("Follow-up", "s.follow_up").editing("step.follow_up")} +
               completed + lastNote();
  for (Column extra :
       {text("Tracking", "t.reference"), text("Priority", "t.priority").editing("tracking.priority", "t.id"),
        text("Degree", "p.degree"), text("Tracking status", "t.status"), payor()}) {
    extra.extra = true;
    it.columns.push_back(extra);
  }
  it.filters = {{QStringLiteral("team"), QStringLiteral("t.team_id")},
                {QStringLiteral("assignee"), QStringLiteral("s.assignee_id")},
                {QStringLiteral("responsible"), responsible()},
                {QStringLiteral("provider"), QStringLiteral("t.provider_id")},
                {QStringLiteral("practice"), QStringLiteral("t.practice_id")},
                {QStringLiteral("payor"), QStringLiteral("t.payor_id")},
                {QStringLiteral("state"), QStringLiteral("t.state")},
                {QStringLiteral("status"), QStringLiteral("s.status")},
                {QStringLiteral("waiting-on"), QStringLiteral("s.waiting_on")},
                {QStringLiteral("type"), QStringLiteral("t.type || ' – ' || t.subtype")},
                {QStringLiteral("priority"), QStringLiteral("t.priority")},
                {QStringLiteral("untouched"), untouched()}};
  it.search = {QStringLiteral("p.search"),    QStringLiteral("pr.sort_name"), QStringLiteral("py.sort_name"),
               QStringLiteral("f.sort_name"), QStringLiteral("s.name"),       QStringLiteral("t.reference"),
               QStringLiteral("t.type"),      QStringLiteral("t.subtype"),    QStringLiteral("t.state")};
  it.order = QStringLiteral("team.sort_name, p.sort_name, s.due NULLS LAST, s.id");
  it.date = it.columnAt(QStringLiteral("Due"));
  return it;
}

} // namespace

Listing openItems() {
  Listing it = steps({});
  it.name = QStringLiteral("open-items");
  it.title = QCoreApplication::translate("report", "Open items");
  it.reason = QCoreApplication::translate(
      "report",
      "Every step that is new, in progress or waiting, of a tracking that is neither completed nor cancelled.");
  it.where = isToDo();
  it.filters[QStringLiteral("responsible")] = responsibleForOpen();
  return it;
}

Listing allItems() {
  Listing it = steps({date("Completed", "s.completed").editing("step.completed")});
  it.name = QStringLiteral("all-items");
  it.title = QCoreApplication::translate("report", "All items");
  it.reason = QCoreApplication::translate("report", "Every step of every tracking.");
  return it;
}

Listing completed() {
  Listing it = allItems();
  it.name = QStringLiteral("completed");
  it.title = QCoreApplication::translate("report", "Completed");
  it.reason = QCoreApplication::translate(
      "report", "Every step completed between two days; unless others are given, in the last 7: today and the six "
                "before.");
  // Not needed is not completed, whatever date a file gave it.
  it.where = QStringLiteral("s.status = 'Completed' AND s.completed IS NOT NULL");
  it.order = QStringLiteral("team.sort_name, p.sort_name, s.completed, s.id");
  it.date = it.columnAt(QStringLiteral("Completed"));
  it.usualDays = 7;
  return it;
}

} // namespace report
