// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/subject.h"

struct Coordinator;
struct Step;
struct Task;
struct Team;
struct Tracking;

namespace review {

/// What a row of the review is about: a step, a task, or what an alert is about (a payor's or facility's end date too).
struct Item {
  Id<Step> step = {};
  Id<Task> task = {};
  alerts::Subject subject = {};
};

/// The item of a row by its key (core/report/catalogue/review.cpp: the last two bits say which table it is of);
/// nothing when it is not there any more.
std::optional<Item> itemOf(db::Database& database, qint64 key);

/// The key of a step's row.
qint64 keyOf(Id<Step> step);

/// Whose an item is: its own assignee's, else that of its tracking, else that of its provider; as the list has it.
struct Whose {
  Id<Coordinator> assignee = {};
  Id<Team> team = {};
};
Whose whoseIs(db::Database& database, const Item& item);

/// Whom an item is about; none where it is about a practice or nobody, or is not there any more.
Id<Provider> providerOf(db::Database& database, qint64 key);

/// The day on which an item comes up again by itself, after today: its due date or follow-up, the day its tracking
/// resumes, what a reminder was set for, the next rung of its ladder, or such a day of the renewal that is under way.
/// Invalid when there is none.
QDate nextDate(db::Database& database, const Item& item, QDate today);

} // namespace review
