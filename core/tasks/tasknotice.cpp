// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/tasknotice.h"

const db::Table& TaskNotice::table() {
  static const db::Table it("task_notice",
                            {"outbox_id", "task_id", "event", "coordinator_id", "provider_id", "due", "on_day"});
  return it;
}

db::Values TaskNotice::values() const { return {mail, task, event, coordinator, provider, due, on}; }

TaskNotice TaskNotice::read(db::Row& row) {
  TaskNotice r;
  r.id = row.id<TaskNotice>();
  r.mail = row.id<Outgoing>();
  r.task = row.id<Task>();
  r.event = row.text();
  r.coordinator = row.id<Coordinator>();
  r.provider = row.id<Provider>();
  r.due = row.date();
  r.on = row.date();
  return r;
}
