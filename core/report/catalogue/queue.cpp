// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"
#include "core/tracking/status.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("report", text); }

/// Payor or facility of tracking t: whom one calls.
Column with() {
  return {QStringLiteral("With"), Kind::Text, QStringLiteral("coalesce(py.name, f.name)"),
          QStringLiteral("coalesce(py.sort_name, f.sort_name)")};
}

std::map<QString, QString> filtersOfTracking(const char* assignee) {
  return {{QStringLiteral("team"), QStringLiteral("t.team_id")},
          {QStringLiteral("assignee"), QString::fromLatin1(assignee)},
          {QStringLiteral("provider"), QStringLiteral("t.provider_id")},
          {QStringLiteral("practice"), QStringLiteral("t.practice_id")},
          {QStringLiteral("payor"), QStringLiteral("t.payor_id")},
          {QStringLiteral("state"), QStringLiteral("t.state")},
          {QStringLiteral("type"), QStringLiteral("t.type || ' – ' || t.subtype")},
          {QStringLiteral("priority"), QStringLiteral("t.priority")}};
}

} // namespace

Listing callSheet() {
  const QString open = QLatin1String(openStatuses);
  Listing it;
  it.name = QStringLiteral("call-sheet");
  it.title = tr("Call sheet");
  it.reason =
      tr("What is to be followed up by today, and steps in hand that are due by today with no follow-up set: by "
         "payor or facility, so that one call serves all providers there. What is on hold is left out until it "
         "resumes.");
  it.id = QStringLiteral("s.id");
  it.from = QStringLiteral("step s JOIN tracking t ON t.id = s.tracking_id") + ofTracking() +
            QStringLiteral(" LEFT JOIN coordinator a ON a.id = s.assignee_id") +
            newestNote(QStringLiteral("x.step_id = s.id"));
  // The status stands in both: each is looked for in an index of its own, the second not in that of the first.
  it.where =
      QStringLiteral("(s.status %1 AND s.follow_up <= :today OR s.status %1 AND s.due <= :today AND +s.follow_up "
                     "IS NULL AND NOT EXISTS (SELECT 1 FROM step o WHERE o.tracking_id = s.tracking_id AND "
                     "o.position < s.position AND o.status %1)) AND t.status NOT IN ('Completed', 'Cancelled') "
                     "AND (t.status <> 'On hold' OR t.resume_on <= :today) AND (t.payor_id IS NOT NULL OR "
                     "t.facility_id IS NOT NULL)")
          .arg(open);
  it.columns =
      std::vector<Column>{with(), text("Phone", "coalesce(py.phone, f.phone)"), text("Portal", "py.portal")} + who() +
      std::vector<Column>{text("State", "t.state"),
                          text("Type", "t.type"),
                          text("Subtype", "t.subtype"),
                          text("Step", "s.name"),
                          text("Status", "s.status").editing("step.status"),
                          text("Waiting on", "s.waiting_on").editing("step.waiting_on"),
                          text("Assignee", "a.name").editing("step.assignee_id"),
                          date("Due", "s.due").editing("step.due"),
                          number("Days late", daysLate(QStringLiteral("s.due"), QStringLiteral("t.team_id"), isToDo())),
                          date("Follow-up", "s.follow_up").editing("step.follow_up")} +
      lastNote();
  for (Column extra : {text("Tracking", "t.reference"), text("Priority", "t.priority"), text("TIN", "pr.tin")}) {
    extra.extra = true;
    it.columns.push_back(extra);
  }
  it.filters = filtersOfTracking("s.assignee_id");
  it.filters[QStringLiteral("responsible")] = responsible();
  it.filters[QStringLiteral("status")] = QStringLiteral("s.status");
  it.filters[QStringLiteral("waiting-on")] = QStringLiteral("s.waiting_on");
  it.search = {QStringLiteral("p.search"),    QStringLiteral("pr.sort_name"), QStringLiteral("py.sort_name"),
               QStringLiteral("f.sort_name"), QStringLiteral("s.name"),       QStringLiteral("t.reference")};
  it.order = QStringLiteral("coalesce(py.sort_name, f.sort_name), team.sort_name, p.sort_name, s.due NULLS LAST, s.id");
  it.date = it.columnAt(QStringLiteral("Due"));
  it.grouped = QStringLiteral("With");
  it.aside = true;
  return it;
}

Listing looseTrackings() {
  Listing it;
  it.name = QStringLiteral("loose-trackings");
  it.title = tr("Trackings to mend");
  it.reason =
      tr("Running trackings that name a payor or facility but are about no enrollment or affiliation, and those "
         "of a template that was retired and has no version after it.");
  it.isReport = false;
  it.id = QStringLiteral("t.id");
  // To the letter of the index, which is named since an OR else has SQLite look in two others.
  const QString loose = QStringLiteral(
      "SELECT id FROM tracking INDEXED BY tracking_loose WHERE status NOT IN ('Completed', 'Cancelled') AND (payor_id "
      "IS NOT NULL AND enrollment_id IS NULL OR facility_id IS NOT NULL AND affiliation_id IS NULL AND provider_id IS "
      "NOT "
      "NULL)");
  const QString retired = QStringLiteral(
      "SELECT k.id FROM template x CROSS JOIN tracking k ON k.template_id = x.id WHERE x.retired = 1 AND k.status NOT "
      "IN ('Completed', 'Cancelled') AND NOT EXISTS (SELECT 1 FROM template y WHERE y.sort_name = x.sort_name AND "
      "y.retired = 0)");
  it.from = QStringLiteral("(%1 UNION %2) u JOIN tracking t ON t.id = u.id").arg(loose, retired) + ofTracking() +
            QStringLiteral(" LEFT JOIN coordinator a ON a.id = t.assignee_id");
  it.columns = who() + std::vector<Column>{
                           text("Type", "t.type"),
                           text("Subtype", "t.subtype"),
                           {QStringLiteral("About"), Kind::Text, about()},
                           text("Why", "CASE WHEN t.payor_id IS NOT NULL AND t.enrollment_id IS NULL THEN 'No "
                                       "enrollment' WHEN t.facility_id IS NOT NULL AND t.affiliation_id IS NULL AND "
                                       "t.provider_id IS NOT NULL THEN 'No affiliation' ELSE 'Template retired' END"),
                           text("Status", "t.status"),
                           text("Assignee", "a.name"),
                           date("Started", "t.started"),
                           text("Tracking", "t.reference"),
                       };
  it.filters = filtersOfTracking("t.assignee_id");
  it.search = {QStringLiteral("p.search"), QStringLiteral("pr.sort_name"), QStringLiteral("py.sort_name"),
               QStringLiteral("f.sort_name"), QStringLiteral("t.reference")};
  it.order = QStringLiteral("team.sort_name, p.sort_name, t.started, t.id");
  it.date = it.columnAt(QStringLiteral("Started"));
  return it;
}

} // namespace report
