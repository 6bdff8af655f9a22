// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/task.h"

const db::Table& Task::table() {
  static const db::Table it("task", {"team_id", "name", "provider_id", "practice_id", "tracking_id", "payor_id",
                                     "assignee_id", "assigned_provider_id", "due", "follow_up", "status", "priority",
                                     "notify", "created", "completed", "repeat", "reply_by"});
  return it;
}

db::Values Task::values() const {
  return {team,     name,   provider, practice, tracking, payor,     assignee, assignedProvider, due,
          followUp, status, priority, notify,   created,  completed, repeat,   replyBy};
}

Task Task::read(db::Row& row) {
  Task r;
  r.id = row.id<Task>();
  r.team = row.id<Team>();
  r.name = row.text();
  r.provider = row.id<Provider>();
  r.practice = row.id<Practice>();
  r.tracking = row.id<Tracking>();
  r.payor = row.id<Payor>();
  r.assignee = row.id<Coordinator>();
  r.assignedProvider = row.id<Provider>();
  r.due = row.date();
  r.followUp = row.date();
  r.status = row.text();
  r.priority = row.text();
  r.notify = row.yes();
  r.created = row.date();
  r.completed = row.date();
  r.repeat = row.text();
  r.replyBy = row.date();
  return r;
}

const db::Table& TaskItem::table() {
  static const db::Table it("task_item", {"task_id", "position", "name", "done"});
  return it;
}

db::Values TaskItem::values() const { return {task, position, name, done}; }

TaskItem TaskItem::read(db::Row& row) {
  TaskItem r;
  r.id = row.id<TaskItem>();
  r.task = row.id<Task>();
  r.position = row.integer();
  r.name = row.text();
  r.done = row.yes();
  return r;
}
