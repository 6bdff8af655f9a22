// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/step.h"

#include "core/tracking/status.h"

const db::Table& Step::table() {
  static const db::Table it("step",
                            {"tracking_id", "position", "name", "description", "tat", "status", "assignee_id",
                             "started", "due", "due_pinned", "completed", "follow_up", "waiting_on", "waiting_since"},
                            db::Table::Settle{"tracking_id", settleTracking});
  return it;
}

db::Values Step::values() const {
  return db::valuesOf(tracking, position, name, description, db::Value(tat), status, assignee, started, due, duePinned,
                      completed, followUp, waitingOn, waitingSince);
}

Step Step::read(db::Row& row) {
  Step r;
  r.id = row.id<Step>();
  r.tracking = row.id<Tracking>();
  r.position = row.integer();
  r.name = row.text();
  r.description = row.text();
  r.tat = row.maybeInteger();
  r.status = row.text();
  r.assignee = row.id<Coordinator>();
  r.started = row.date();
  r.due = row.date();
  r.duePinned = row.yes();
  r.completed = row.date();
  r.followUp = row.date();
  r.waitingOn = row.text();
  r.waitingSince = row.date();
  return r;
}
