// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/fieldsof.h"
#include "core/tasks/checks.h"
#include "core/tasks/completion.h"
#include "core/tasks/repeat.h"
#include "core/team/provider.h"

#include <QCoreApplication>

namespace edit {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Edit)
};

/// A task may be assigned to a provider instead; a coordinator takes their place.
Rules<Task> assigns() {
  return {.follow = [](Context&, Task& task, const Task&) { task.assignedProvider = {}; },
          .show =
              [](Context& context, const Task& task) {
                if (!task.assignedProvider.isValid())
                  return context.nameOf(task.assignee);
                const auto provider = db::load(context.database(), task.assignedProvider);
                return provider->firstName.isEmpty() ? provider->lastName
                                                     : provider->lastName + QStringLiteral(", ") + provider->firstName;
              }};
}

} // namespace

void addTaskFields(Fields& all) {
  FieldsOf<Task> of(all, {Say::tr("a task"), Say::tr("%L1 tasks")});
  of.text("name", Say::tr("Task"), &Task::name);
  of.coordinator("assignee_id", Say::tr("Assigned to"), &Task::assignee, assigns());
  of.word("status", Say::tr("Status"), &Task::status, exchange::Field::TaskStatus, true,
          {.follow = [](Context& context, Task& task, const Task&) { keepCompleted(task, context.today()); },
           .write =
               [](Context& context, db::Transaction& transaction, const Task& task) {
                 // One that repeats makes its next. What was wrong with it before does not hinder this change.
                 if (!saveTask(transaction, task, context.today()))
                   db::save(transaction, task);
                 return Problems{};
               }});
  of.date("due", Say::tr("Due"), &Task::due);
  of.date("follow_up", Say::tr("Follow-up"), &Task::followUp);
  of.word("priority", Say::tr("Priority"), &Task::priority, exchange::Field::Priority, true);
  of.yesNo("notify", Say::tr("Notify"), &Task::notify);
  of.payor("payor_id", Say::tr("Payor"), &Task::payor);
}

} // namespace edit
