// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calendar/businessdays.h"
#include "core/tasks/task.h"

/// How a task repeats is kept as "", "weekly", "monthly", or a number of business days, "10b".

/// Reads it as people type it ("Weekly", "10 b", "10 business days"); else the sentence says what can be typed.
Result<QString> readRepeat(const QString& typed);

/// When a repeated task is due next: the first such day after today, counted on from when it was due (without a date
/// from today). The last day of a month stays the last.
QDate nextDue(const QString& repeat, QDate due, QDate today, const Calendar& calendar);

/// The lines of a task's checklist, in order.
std::vector<TaskItem> itemsOf(db::Database& database, Id<Task> task);
/// Puts these in the place of a task's checklist, in this order.
void setItems(db::Transaction& transaction, Id<Task> task, const std::vector<TaskItem>& items);

/// Saves a task by its rules: what check() refuses is refused, and one that is completed by this and repeats has its
/// next one made, with the checklist undone. Answers the task's id.
Result<Id<Task>> saveTask(db::Transaction& transaction, Task task, QDate today);
