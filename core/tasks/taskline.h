// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calendar/typeddate.h"
#include "core/tasks/task.h"

/// A task's name with the follow-up date that stood in it taken out: "f/u 1/12 Aetna" → "Aetna", 12 January. The date
/// is invalid, and the name as it was, where none stands in it.
struct LiftedFollowUp {
  QString name;
  QDate followUp;
};
LiftedFollowUp liftFollowUp(const QString& name, QDate today, const AddBusinessDays& addBusinessDays);

/// Reads a task from one line: "CAQH for Marten with Aetna due fri @Anna". `for` and a name relates it to a provider,
/// practice or payor, `with` and a name to a payor, and so does a payor's whole name wherever it stands (which stays in
/// the task's name); `due` and a date (as typedDate reads one) says when, `@` and a name assigns it to a coordinator,
/// else to a provider; a follow-up is lifted out. Names may be cut short. What is not understood stays in the task's
/// name. A name that fits several is a Problem that names them; so is an `@` nobody is called by. `start` holds what is
/// known from where one stands.
Result<Task> readTaskLine(db::Database& database, const QString& line, Task start, QDate today,
                          const AddBusinessDays& addBusinessDays);
