// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

namespace {

const QString assignee = QStringLiteral(" LEFT JOIN coordinator a ON a.id = s.assignee_id");

/// Steps in the order of what their trackings name: by its own index, and from each to its trackings and steps. Those
/// of trackings that name none come by their dates where these are many, else by the trackings. (The index is named:
/// for a plain order SQLite would make one of its own, for this once.)
std::vector<Walk> walksBy(const char* table, const char* name) {
  const QString key = QStringLiteral("%1_id").arg(QLatin1String(table));
  const QString rest = assignee + newestNote(QStringLiteral("x.step_id = s.id"));
  const QString none = QStringLiteral("t.%1 IS NULL AND (SELECT count(*) FROM (SELECT 1 FROM tracking WHERE %1 IS NULL "
                                      "LIMIT 2000)) ")
                           .arg(key);
  return {{QStringLiteral("step s CROSS JOIN tracking t ON t.id = s.tracking_id") + ofTracking() + rest,
           none + QStringLiteral("= 2000"), true},
          {QStringLiteral("tracking t CROSS JOIN step s INDEXED BY step_tracking ON s.tracking_id = t.id") +
               ofTracking() + rest,
           none + QStringLiteral("< 2000"), true},
          {QStringLiteral("%1 %2 CROSS JOIN tracking t ON t.%3 = %2.id CROSS JOIN step s INDEXED BY step_tracking ON "
                          "s.tracking_id = t.id")
                   .arg(QLatin1String(table), QLatin1String(name), key) +
               ofTracking(name) + rest,
           {},
           false}};
}

/// Steps in the order of their assignees, those of nobody first.
std::vector<Walk> walksByAssignee() {
  const QString rest = ofTracking() + newestNote(QStringLiteral("x.step_id = s.id"));
  const QString tracking = QStringLiteral(" CROSS JOIN tracking t ON t.id = s.tracking_id");
  return {{QStringLiteral("step s") + tracking + rest + assignee, QStringLiteral("s.assignee_id IS NULL"), true},
          {QStringLiteral("coordinator a CROSS JOIN step s ON s.assignee_id = a.id") + tracking + rest, {}, false}};
}

Listing steps(const std::vector<Column>& completed) {
  Listing it;
  it.id = QStringLiteral("s.id");
  it.from = QStringLiteral("step s JOIN tracking t ON t.id = s.tracking_id") + ofTracking() + assignee +
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
  const auto column = [&it](const char* heading) -> Column& {
    return it.columns[size_t(it.columnAt(QLatin1String(heading)))];
  };
  column("Provider").walks = walksBy("provider", "p");
  column("Practice").walks = walksBy("practice", "pr");
  column("Payor").walks = walksBy("payor", "py");
  column("Assignee").sort = QStringLiteral("a.sort_name");
  column("Assignee").walks = walksByAssignee();
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
