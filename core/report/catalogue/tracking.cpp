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
  for (Column extra : {text("Tracking", "t.reference"), payor()}) {
    extra.extra = true;
    it.columns.push_back(extra);
  }
  it.filters = {{QStringLiteral("team"), QStringLiteral("t.team_id")},
                {QStringLiteral("assignee"), QStringLiteral("t.assignee_id")},
                {QStringLiteral("provider"), QStringLiteral("t.provider_id")},
                {QStringLiteral("practice"), QStringLiteral("t.practice_id")},
                {QStringLiteral("payor"), QStringLiteral("t.payor_id")},
                {QStringLiteral("state"), QStringLiteral("t.state")},
                {QStringLiteral("status"), QStringLiteral("t.status")},
                {QStringLiteral("type"), QStringLiteral("t.type || ' – ' || t.subtype")},
                {QStringLiteral("priority"), QStringLiteral("t.priority")},
                {QStringLiteral("untouched"), untouched()}};
  it.search = {QStringLiteral("p.search"),    QStringLiteral("pr.sort_name"), QStringLiteral("py.sort_name"),
               QStringLiteral("f.sort_name"), QStringLiteral("t.reference"),  QStringLiteral("t.type"),
               QStringLiteral("t.subtype"),   QStringLiteral("t.state")};
  it.order = QStringLiteral("team.sort_name, p.sort_name, s.due NULLS LAST, t.id");
  it.date = it.columnAt(QStringLiteral("Due"));
  return it;
}

Listing runningTrackings() {
  Listing it = trackings();
  it.name = QStringLiteral("running-trackings");
  it.title = QCoreApplication::translate("report", "Running trackings");
  it.reason = QCoreApplication::translate(
      "report", "Every tracking that is neither completed nor cancelled, with its first open step.");
  it.isReport = false;
  const QString open = QLatin1String(openStatuses);
  // By their steps in hand, which an index has in the order of their dates.
  const QString first =
      QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM step o WHERE o.tracking_id = s.tracking_id AND o.status %1 "
                     "AND (o.position < s.position OR o.position = s.position AND o.id < s.id))")
          .arg(open);
  const QString steps = QStringLiteral("step s CROSS JOIN tracking t ON t.id = s.tracking_id");
  const QString ofStep = QStringLiteral("s.tracking_id = wanted.id");
  it.parts = {{QStringLiteral("t.id AS id, s.id AS step_id, s.due AS due"), steps,
               isToDo() + QStringLiteral(" AND s.due IS NOT NULL") + first, ofStep, true},
              {QStringLiteral("t.id AS id, s.id AS step_id, NULL AS due"), steps,
               isToDo() + QStringLiteral(" AND s.due IS NULL") + first, ofStep, false},
              {QStringLiteral("t.id AS id, (SELECT o.id FROM step o WHERE o.tracking_id = t.id ORDER BY o.position "
                              "DESC, o.id DESC LIMIT 1) AS step_id, NULL AS due"),
               QStringLiteral("tracking t"),
               QStringLiteral("t.status NOT IN ('Completed', 'Cancelled') AND NOT EXISTS (SELECT 1 FROM step o WHERE "
                              "o.tracking_id = t.id AND o.status %1)")
                   .arg(open),
               QStringLiteral("t.id = wanted.id"), false}};
  const auto ofFirst = [&](const char* cell) {
    return QStringLiteral("(SELECT o.%1 FROM step o WHERE o.tracking_id = t.id AND o.status %2 ORDER BY o.position, "
                          "o.id LIMIT 1)")
        .arg(QLatin1String(cell), open);
  };
  it.whole = {QStringLiteral("t.id AS id, coalesce(%1, (SELECT o.id FROM step o WHERE o.tracking_id = t.id ORDER BY "
                             "o.position DESC, o.id DESC LIMIT 1)) AS step_id, %2 AS due")
                  .arg(ofFirst("id"), ofFirst("due")),
              QStringLiteral("tracking t"), QStringLiteral("t.status NOT IN ('Completed', 'Cancelled')"),
              QStringLiteral("t.id = wanted.id"), true};
  it.from = QStringLiteral("x JOIN tracking t ON t.id = x.id LEFT JOIN step s ON s.id = x.step_id") + ofTracking() +
            QStringLiteral(" LEFT JOIN coordinator a ON a.id = t.assignee_id") +
            newestNote(QStringLiteral("x.tracking_id = t.id"));
  it.keyOrder = {QStringLiteral("x.step_id"), QStringLiteral("x.id")};
  it.columns[size_t(it.date)].sql = QStringLiteral("x.due");
  it.columns.push_back(text("Waiting on", "CASE WHEN s.status IN ('Completed', 'Not needed') THEN '' "
                                          "ELSE s.waiting_on END")
                           .editing("step.waiting_on", "s.id"));
  it.columns.back().extra = true;
  it.filters[QStringLiteral("waiting-on")] = QStringLiteral("s.waiting_on");
  it.order = QStringLiteral("team.sort_name, p.sort_name, x.due NULLS LAST, t.id");
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
                                           aside(payor()),
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
