// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue/parts.h"
#include "core/report/catalogue/reviewparts.h"
#include "core/tracking/status.h"

namespace report::reviewing {

using namespace parts;

namespace {

constexpr int delinquent = 30; // days without a note after which an open item counts as left alone (domain: CredyApp)

/// The day of the newest note, else another day.
QString touchedOn(const char* condition, const char* otherwise) {
  return QStringLiteral("coalesce((SELECT substr(max(m.written), 1, 10) FROM note m WHERE %1), %2)")
      .arg(say(condition), say(otherwise));
}

/// The sections of steps and tasks, which have a due date and somebody who does them.
Fits sectionsOfWork(const Cells& of) {
  return {{ReviewSection::Overdue, of.date + QStringLiteral(" < :today")},
          {ReviewSection::DueThisWeek, QStringLiteral("%1 <= %2").arg(of.date, weekEnd())},
          {ReviewSection::FollowUpDue, of.followUp + QStringLiteral(" <= :today")},
          {ReviewSection::NoDate, QStringLiteral("%1 IS NULL AND %2 IS NULL").arg(of.date, of.followUp)},
          {ReviewSection::Waiting, waitsLong(of)},
          {ReviewSection::NotTouched, longAgo(of.touched, delinquent)}};
}

} // namespace

std::vector<Part> currentSteps() {
  const QString open = QLatin1String(openStatuses);
  Cells of;
  of.key = say("s.id * 4 + 1");
  of.record = say("s.id");
  of.kind = say("'Step'");
  of.provider = say("t.provider_id");
  of.practice = say("t.practice_id");
  of.team = say("t.team_id");
  of.payor = say("t.payor_id");
  of.facility = say("t.facility_id");
  of.what = say("s.name");
  of.about = joined({say("t.type || ' – ' || t.subtype"), say("(SELECT y.name FROM payor y WHERE y.id = t.payor_id)"),
                     say("(SELECT y.name FROM facility y WHERE y.id = t.facility_id)"), say("t.state")});
  of.status = say("s.status");
  of.waitingOn = say("s.waiting_on");
  of.waitingSince = say("coalesce(s.waiting_since, s.started, t.started)");
  of.date = say("s.due");
  of.daysLate = daysLate(of.date, of.team, isToDo());
  of.followUp = say("s.follow_up");
  of.priority = say("t.priority");
  of.touched = touchedOn("m.tracking_id = t.id", "s.started, t.started");
  of.holds = claimsHeld();
  of.limit = limitDay();
  of.note = newestNoteId("m.tracking_id = t.id");
  of.section = firstFitting(sectionsOfWork(of), ReviewSection::Else);
  std::vector<Part> all;
  for (const bool own : {true, false}) {
    of.assignee =
        own ? say("s.assignee_id") : QStringLiteral("coalesce(t.assignee_id, %1)").arg(assigneeOf("t.provider_id"));
    all.push_back(
        {.cells = of.sql(),
         .from = say("step s CROSS JOIN tracking t ON t.id = s.tracking_id LEFT JOIN enrollment e ON e.id = "
                     "t.enrollment_id LEFT JOIN enrollment_status es ON es.name = e.status"),
         .where = QStringLiteral("%1 AND s.assignee_id %2 AND NOT EXISTS (SELECT 1 FROM step o WHERE o.tracking_id = "
                                 "s.tracking_id AND o.status %3 AND (o.position, o.id) < (s.position, s.id))")
                      .arg(isToDo(), own ? say("IS NOT NULL") : say("IS NULL"), open),
         .byKey = say("wanted.id % 4 = 1 AND s.id = wanted.id / 4"),
         .hasDate = true});
  }
  return all;
}

std::vector<Part> openTasks() {
  Cells of;
  of.key = say("k.id * 4 + 3");
  of.record = say("k.id");
  of.kind = say("'Task'");
  of.provider = say("k.provider_id");
  of.practice = say("k.practice_id");
  of.team = say("k.team_id");
  of.payor = say("k.payor_id");
  of.what = say("k.name");
  of.about = say("coalesce((SELECT y.name FROM payor y WHERE y.id = k.payor_id), '')");
  of.status = say("k.status");
  of.waitingOn = say("CASE WHEN k.assigned_provider_id IS NULL THEN '' ELSE 'Provider' END");
  of.waitingSince = say("k.created");
  of.date = say("k.due");
  of.daysLate = daysLate(of.date, of.team, QStringLiteral("1"));
  of.followUp = say("k.follow_up");
  of.priority = say("k.priority");
  of.touched = touchedOn("m.task_id = k.id", "k.created");
  of.note = newestNoteId("m.task_id = k.id");
  of.section = firstFitting(sectionsOfWork(of), ReviewSection::Tasks);
  std::vector<Part> all;
  for (const bool own : {true, false}) {
    of.assignee = own ? say("k.assignee_id") : assigneeOf("coalesce(k.assigned_provider_id, k.provider_id)");
    all.push_back({.cells = of.sql(),
                   .from = say("task k"),
                   .where = QStringLiteral("k.status %1 AND k.assignee_id %2")
                                .arg(QLatin1String(openStatuses), own ? say("IS NOT NULL") : say("IS NULL")),
                   .byKey = say("wanted.id % 4 = 3 AND k.id = wanted.id / 4"),
                   .hasDate = true});
  }
  return all;
}

} // namespace report::reviewing
