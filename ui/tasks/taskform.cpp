// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/taskform.h"

#include "core/tasks/checks.h"
#include "core/tasks/completion.h"
#include "ui/form/notefields.h"
#include "ui/form/recordform.h"

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(TaskForm)
};

Id<Team> teamOf(db::Database& database, const Task& task) {
  if (task.provider.isValid())
    return {database.value(QStringLiteral("SELECT team_id FROM provider WHERE id = ?"), {task.provider})};
  return {database.value(QStringLiteral("SELECT team_id FROM practice WHERE id = ?"), {task.practice})};
}

void tidy(Task& task, db::Database& database, QDate today) {
  keepCompleted(task, today);
  if (!task.team.isValid())
    task.team = teamOf(database, task);
}

} // namespace

void openTaskForm(Session& session, Id<Task> id, QWidget* parent, const Task& preset) {
  db::Database& database = session.database();
  Task fresh = preset;
  fresh.created = session.today();
  if (!fresh.assignee.isValid() && !fresh.assignedProvider.isValid())
    fresh.assignee = session.me();
  const auto task = recordFor(session, id, fresh);
  RecordForm<Task> form(session, task, id.isValid() ? task.name : Say::tr("Add a task"), parent);
  FormDialog* dialog = form.dialog();
  form.text("name", Say::tr("Task"), &Task::name);
  form.search("provider", Say::tr("Provider"), &Task::provider, providerSource(database));
  form.choice("practice", Say::tr("Practice"), &Task::practice, practiceChoices(database));
  form.choice("payor", Say::tr("Payor"), &Task::payor, payorChoices(database));
  form.bind(
      "assignee",
      [](const Task& one) {
        return one.assignee.isValid() ? recordValue(one.assignee) : recordValue(one.assignedProvider);
      },
      [](Task& one, const QVariant& value) {
        one.assignee = recordIn<Coordinator>(value.toString());
        one.assignedProvider = recordIn<Provider>(value.toString());
      });
  dialog->addSearch(QStringLiteral("assignee"), Say::tr("Assigned to"), personSource(database));
  form.date("due", Say::tr("Due"), &Task::due);
  form.date("followUp", Say::tr("Follow-up"), &Task::followUp);
  form.pick("status", Say::tr("Status"), &Task::status, wordChoices(exchange::Field::TaskStatus));
  form.pick("priority", Say::tr("Priority"), &Task::priority, wordChoices(exchange::Field::Priority));
  form.tick("notify", Say::tr("Notify by email"), &Task::notify);
  dialog->addHeading(Say::tr("Notes"));
  addNoteFields(*dialog);
  if (id.isValid())
    addLastNotes(*dialog, session, QStringLiteral("task_id = ?"), {id});
  form.open({.name = [](const Task& one) { return one.name; },
             .tidy = [&database, today = session.today()](Task& one) { tidy(one, database, today); },
             .after =
                 [&session](db::Transaction& transaction, Id<Task> saved, const QVariantMap& values) {
                   Note about;
                   about.task = saved;
                   return saveNote(transaction, session, about, values);
                 }});
}

} // namespace ui
