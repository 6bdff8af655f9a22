// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

struct Coordinator;
struct Payor;
struct Practice;
struct Provider;
struct Team;
struct Tracking;

/// Something to do, assigned to a coordinator or to a provider, related to a provider or practice.
struct Task {
  Id<Task> id;
  Id<Team> team;
  QString name;
  Id<Provider> provider;
  Id<Practice> practice;
  Id<Tracking> tracking;
  Id<Payor> payor;
  Id<Coordinator> assignee;
  Id<Provider> assignedProvider;
  QDate due;
  QDate followUp;
  QString status = QStringLiteral("New");
  QString priority = QStringLiteral("Normal");
  bool notify = true;
  QDate created;
  QDate completed;
  QString repeat; ///< empty, weekly, monthly, or business days ("10b"): completing it makes the next
  QDate replyBy;  ///< when a provider is asked to have answered

  static const db::Table& table();
  db::Values values() const;
  static Task read(db::Row& row);
};

/// A line of a task's checklist.
struct TaskItem {
  Id<TaskItem> id;
  Id<Task> task;
  int position = 0;
  QString name;
  bool done = false;

  static const db::Table& table();
  db::Values values() const;
  static TaskItem read(db::Row& row);
};
