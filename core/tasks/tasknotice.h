// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/task.h"

struct Outgoing;

/// That a task was told to whom it is assigned, by which mail. Event: Assigned, Due, Overdue; due: the date it had
/// then.
struct TaskNotice {
  Id<TaskNotice> id;
  Id<Outgoing> mail;
  Id<Task> task;
  QString event;
  Id<Coordinator> coordinator;
  Id<Provider> provider;
  QDate due;
  QDate on;

  static const db::Table& table();
  db::Values values() const;
  static TaskNotice read(db::Row& row);
};
