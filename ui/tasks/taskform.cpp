// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/taskform.h"

#include "core/tasks/checks.h"
#include "core/tasks/completion.h"
#include "core/tasks/repeat.h"
#include "core/tasks/taskline.h"
#include "ui/form/notefields.h"
#include "ui/form/recordform.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>

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

/// "Weekly", "10 business days": as people say it.
QString shownRepeat(const QString& repeat) {
  if (repeat.endsWith(QLatin1Char('b')))
    return Say::tr("%1 business days").arg(repeat.chopped(1));
  return repeat;
}

/// A line each; what is done has [x] before it.
QString shownItems(const std::vector<TaskItem>& items) {
  QStringList lines;
  for (const TaskItem& item : items)
    lines << (item.done ? QStringLiteral("[x] ") : QStringLiteral("[ ] ")) + item.name;
  return lines.join(QLatin1Char('\n'));
}

std::vector<TaskItem> typedItems(const QString& text, const std::vector<TaskItem>& before) {
  static const QRegularExpression mark(QStringLiteral("\\A\\s*(?:[-*]\\s*)?(?:\\[([ xX]?)\\]\\s*)?(.*?)\\s*\\z"));
  std::vector<TaskItem> items;
  for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
    const auto match = mark.match(line);
    TaskItem item;
    item.name = match.captured(2);
    item.done = match.captured(1).compare(QLatin1String("x"), Qt::CaseInsensitive) == 0;
    if (item.name.isEmpty())
      continue;
    // A line that was there stays the same record, so that its past tells of it.
    for (const TaskItem& old : before)
      if (old.name == item.name &&
          std::none_of(items.begin(), items.end(), [&](const TaskItem& one) { return one.id == old.id; })) {
        item.id = old.id;
        break;
      }
    items.push_back(item);
  }
  return items;
}

/// Below the name: an offer to lift a follow-up out of it, as long as one stands in it ("f/u 1/12 Aetna").
void offerLift(FormDialog& dialog, const Session& session, QLineEdit& name) {
  auto* offer = new QPushButton;
  offer->setObjectName(QStringLiteral("liftFollowUp"));
  offer->setProperty("quiet", true);
  offer->setAutoDefault(false);
  setButtonIcon(offer, QStringLiteral("calendar"));
  const auto lifted = [&name, today = session.today(), days = session.addBusinessDays()] {
    return liftFollowUp(name.text(), today, days);
  };
  const auto follow = [offer, lifted, today = session.today()] {
    const LiftedFollowUp found = lifted();
    offer->setVisible(found.followUp.isValid());
    offer->setText(Say::tr("Lift the follow-up out: “%1”, %2 (%3)")
                       .arg(found.name, shownDate(found.followUp, today),
                            QKeySequence(Qt::CTRL | Qt::Key_L).toString(QKeySequence::NativeText)));
    offer->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L)); // a new text takes it away
  };
  QObject::connect(&name, &QLineEdit::textChanged, offer, follow);
  QObject::connect(offer, &QPushButton::clicked, &dialog, [&dialog, &name, lifted] {
    const LiftedFollowUp found = lifted();
    if (!found.followUp.isValid())
      return;
    dialog.setValues({{QStringLiteral("name"), found.name}, {QStringLiteral("followUp"), found.followUp}});
    name.setFocus();
  });
  dialog.addPart(offer);
  follow();
}

/// The tracking says whom and what it is about, where the form does not.
void followTracking(Task& task, db::Database& database) {
  const auto tracking = db::load(database, task.tracking);
  if (!tracking)
    return;
  if (!task.provider.isValid() && !task.practice.isValid()) {
    task.provider = tracking->provider;
    task.practice = tracking->practice;
  }
  if (!task.payor.isValid())
    task.payor = tracking->payor;
}

} // namespace

void giveTeam(Task& task, db::Database& database) {
  if (!task.team.isValid())
    task.team = teamOf(database, task);
}

void openTaskForm(Session& session, Id<Task> id, QWidget* parent, const Task& preset) {
  db::Database& database = session.database();
  Task fresh = preset;
  fresh.created = session.today();
  if (!fresh.assignee.isValid() && !fresh.assignedProvider.isValid())
    fresh.assignee = session.me();
  const auto task = recordFor(session, id, fresh);
  RecordForm<Task> form(session, task, id.isValid() ? task.name : Say::tr("Add a task"), parent);
  FormDialog* dialog = form.dialog();
  offerLift(*dialog, session, *form.text("name", Say::tr("Task"), &Task::name));
  const auto* provider = form.search("provider", Say::tr("Provider"), &Task::provider, providerSource(database));
  const auto* practice = form.choice("practice", Say::tr("Practice"), &Task::practice, practiceChoices(database));
  form.search("tracking", Say::tr("Tracking"), &Task::tracking, trackingSource(database, [provider, practice] {
                return Whose{idIn<Provider>(provider->value()), idIn<Practice>(practice->value())};
              }));
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
  form.date("replyBy", Say::tr("Answer by"), &Task::replyBy);
  form.bind(
      "repeat", [](const Task& one) { return shownRepeat(one.repeat); },
      [](Task& one, const QVariant& value) {
        if (const auto read = readRepeat(value.toString()))
          one.repeat = *read;
      });
  dialog->addText(QStringLiteral("repeat"), Say::tr("Repeats"),
                  Say::tr("weekly, monthly, 10b; completing makes the next"));
  form.pick("status", Say::tr("Status"), &Task::status, wordChoices(exchange::Field::TaskStatus));
  form.pick("priority", Say::tr("Priority"), &Task::priority, wordChoices(exchange::Field::Priority));
  form.tick("notify", Say::tr("Notify by email"), &Task::notify);
  dialog->addMemo(QStringLiteral("items"), Say::tr("Checklist"))
      ->setPlaceholderText(Say::tr("One thing a line; [x] in front of what is done"));
  dialog->addHeading(Say::tr("Notes"));
  addNoteFields(*dialog);
  if (id.isValid())
    addLastNotes(*dialog, session, QStringLiteral("task_id = ?"), {id});
  // The letter that tells a provider of it asks for an answer by a day.
  auto* assignee = dialog->findChild<SearchField*>(QStringLiteral("assignee"));
  const auto showReply = [dialog, assignee] {
    dialog->setRowVisible(QStringLiteral("replyBy"), recordIn<Provider>(assignee->value()).isValid());
  };
  QObject::connect(assignee, &SearchField::valueChanged, dialog, showReply);
  const QString repeatKey = QStringLiteral("repeat"), itemsKey = QStringLiteral("items");
  form.open({.name = [](const Task& one) { return one.name; },
             .tidy =
                 [&database, today = session.today()](Task& one) {
                   keepCompleted(one, today);
                   followTracking(one, database);
                   giveTeam(one, database);
                   if (!one.assignedProvider.isValid())
                     one.replyBy = {};
                 },
             .check =
                 [dialog, repeatKey](const Task&) {
                   const auto read = readRepeat(dialog->values().value(repeatKey).toString());
                   return read ? Problems{} : read.problems();
                 },
             .store =
                 [today = session.today()](db::Transaction& transaction, const Task& wanted) {
                   const auto saved = saveTask(transaction, wanted, today);
                   // What was wrong before, and stays, does not hinder another change.
                   return saved ? *saved : db::save(transaction, wanted);
                 },
             .after =
                 [&session, itemsKey](db::Transaction& transaction, Id<Task> saved, const QVariantMap& values) {
                   const auto before = itemsOf(transaction.database(), saved);
                   setItems(transaction, saved, typedItems(values.value(itemsKey).toString(), before));
                   Note about;
                   about.task = saved;
                   return saveNote(transaction, session, about, values);
                 },
             .further =
                 [itemsKey](db::Database& reader, Id<Task> shown) {
                   return QVariantMap{{itemsKey, shownItems(itemsOf(reader, shown))}};
                 }});
  showReply();
}

} // namespace ui
