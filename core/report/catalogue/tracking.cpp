// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"
#include "core/tracking/status.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

Listing trackings() {
  const QString open = QLatin1String(openStatuses);
  Listing it;
  it.name = QStringLiteral("tracking");
  it.title = QCoreApplication::translate("report", "Tracking");
  it.reason = QCoreApplication::translate("report", "Every tracking, with its first open step, else its last.");
  it.id = QStringLiteral("t.id");
  it.from = QStringLiteral("tracking t") + ofTracking() +
            QStringLiteral(" LEFT JOIN coordinator a ON a.id = t.assignee_id") + shownStep() +
            newestNote(QStringLiteral("x.tracking_id = t.id"));
  it.columns =
      who() +
      std::vector<Column>{
          text("Type", "t.type"),
          text("Subtype", "t.subtype"),
          {QStringLiteral("About"), Kind::Text, about()},
          text("Status", "t.status"),
          number(
              "Steps done",
              QStringLiteral("(SELECT count(*) FROM step o WHERE o.tracking_id = t.id AND o.status NOT %1)").arg(open)),
          number("Steps", QStringLiteral("(SELECT count(*) FROM step o WHERE o.tracking_id = t.id)")),
          text("Step", "s.name"),
          text("Step status", "s.status").editing("step.status", "s.id"),
          text("Assignee", "a.name").editing("tracking.assignee_id"),
          text("Priority", "t.priority").editing("tracking.priority"),
          date("Started", "t.started"),
          date("Due", "s.due").editing("step.due", "s.id"),
          number("Days late", daysLate(QStringLiteral("s.due"), QStringLiteral("t.team_id"), isToDo())),
      } +
      lastNote();
  Column reference = text("Tracking", "t.reference");
  reference.extra = true;
  it.columns.push_back(reference);
  it.columns.push_back(payorAside());
  it.filters = {{QStringLiteral("team"), QStringLiteral("t.team_id")},
                {QStringLiteral("assignee"), QStringLiteral("t.assignee_id")},
                {QStringLiteral("provider"), QStringLiteral("t.provider_id")},
                {QStringLiteral("practice"), QStringLiteral("t.practice_id")},
                {QStringLiteral("payor"), QStringLiteral("t.payor_id")},
                {QStringLiteral("state"), QStringLiteral("t.state")},
                {QStringLiteral("status"), QStringLiteral("t.status")},
                {QStringLiteral("type"), QStringLiteral("t.type || ' – ' || t.subtype")},
                {QStringLiteral("priority"), QStringLiteral("t.priority")}};
  it.search = {QStringLiteral("p.search"),    QStringLiteral("pr.sort_name"), QStringLiteral("py.sort_name"),
               QStringLiteral("f.sort_name"), QStringLiteral("t.reference"),  QStringLiteral("t.type"),
               QStringLiteral("t.subtype"),   QStringLiteral("t.state")};
  it.order = QStringLiteral("team.sort_name, p.sort_name, s.due NULLS LAST, t.id");
  it.date = it.columnAt(QStringLiteral("Due"));
  return it;
}

Listing notes() {
  Listing it;
  it.name = QStringLiteral("notes");
  it.title = QCoreApplication::translate("report", "Notes");
  it.reason =
      QCoreApplication::translate("report", "Every note on a tracking or on one of its steps, the newest first.");
  it.id = QStringLiteral("n.id");
  it.from = QStringLiteral("note n JOIN tracking t ON t.id = n.tracking_id LEFT JOIN step s ON s.id = n.step_id") +
            ofTracking() + QStringLiteral(" LEFT JOIN coordinator a ON a.id = coalesce(s.assignee_id, t.assignee_id)");
  it.where = QStringLiteral("n.tracking_id IS NOT NULL");
  it.columns = who() + std::vector<Column>{text("Type", "t.type"),
                                           text("Subtype", "t.subtype"),
                                           {QStringLiteral("About"), Kind::Text, about()},
                                           text("Step", "s.name"),
                                           date("Written", "n.written"),
                                           text("Author", "n.author"),
                                           text("Kind", "n.kind"),
                                           text("Reference", "n.reference"),
                                           text("Note", "n.text"),
                                           payorAside(),
                                           assigneeAside()};
  it.filters = {{QStringLiteral("team"), QStringLiteral("t.team_id")},
                {QStringLiteral("assignee"), QStringLiteral("coalesce(s.assignee_id, t.assignee_id)")},
                {QStringLiteral("provider"), QStringLiteral("t.provider_id")},
                {QStringLiteral("practice"), QStringLiteral("t.practice_id")},
                {QStringLiteral("payor"), QStringLiteral("t.payor_id")},
                {QStringLiteral("state"), QStringLiteral("t.state")},
                // Written may have a time of day: "to" a day means to its end.
                {QStringLiteral("instant"), QStringLiteral("n.written")}};
  it.search = {QStringLiteral("p.search"), QStringLiteral("py.sort_name"), QStringLiteral("n.text"),
               QStringLiteral("n.reference")};
  it.order = QStringLiteral("n.written DESC, n.id DESC");
  it.date = it.columnAt(QStringLiteral("Written"));
  it.newestFirst = true;
  return it;
}

} // namespace report
