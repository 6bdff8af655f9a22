// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/taskspage.h"

#include "core/report/catalogue.h"
#include "core/tasks/repeat.h"
#include "ui/edit/removing.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/profile/filing.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/tasks/answers.h"
#include "ui/tasks/quicktask.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QShortcut>

namespace ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("TasksPage", text); }

constexpr size_t manyTasks = 50; // more are completed aside

/// As one change; those that repeat have their next one made.
void complete(Session& session, const std::vector<qint64>& ids) {
  if (ids.empty())
    return;
  const auto first = db::load(session.database(), Id<Task>{ids.front()});
  const QString what =
      ids.size() == 1 && first ? tr("Completed “%1”").arg(first->name) : tr("Completed %L1 tasks").arg(ids.size());
  const auto work = [ids, today = session.today()](db::Transaction& transaction) {
    for (const qint64 id : ids) {
      auto task = db::load(transaction.database(), Id<Task>{id});
      if (!task || task->status == QLatin1String("Completed"))
        continue;
      task->status = QStringLiteral("Completed");
      if (const auto saved = saveTask(transaction, *task, today); !saved)
        return saved.problems();
    }
    return Problems{};
  };
  const auto tell = [&session](const Problems& problems) {
    if (!problems.empty())
      Q_EMIT session.said(problems.front().sentence);
  };
  if (ids.size() > manyTasks)
    session.changeAside(what, work, tell);
  else
    tell(session.tryChange(what, work));
}

} // namespace

ListingPage* makeTasksPage(Session& session) {
  const std::vector<ColumnLook> looks{
      {"Task", CellKind::Strong, 260},
      {"Provider", CellKind::Text, 170},
      {"Practice", CellKind::Text, 150},
      {"Assigned to", CellKind::Text, 140},
      {"Status", CellKind::Status, 126},
      {"Due", CellKind::Due, 170, true, "Days late", "Status"},
      {"Follow-up", CellKind::FollowUp, 110, true, nullptr, "Status"},
      {"Priority", CellKind::Text, 90},
      {"Last note", CellKind::Second, 240, false},
      {"Last note on", CellKind::Date, 110, false},
      {"Last note by", CellKind::Second, 120, false},
      {"Payor", CellKind::Text, 130, false},
      {"Team", CellKind::Second, 140, false},
      {"NPI", CellKind::Text, 108, false},
      {"Notify", CellKind::Text, 70, false},
      {"Created", CellKind::Date, 110, false},
      {"Completed", CellKind::Date, 110, false},
      {"Days late", CellKind::Number, 80, false},
  };
  PageSpec spec;
  spec.key = QStringLiteral("tasks");
  spec.title = tr("Tasks");
  spec.icon = QStringLiteral("circle-check");
  spec.emptyTitle = tr("No tasks yet");
  spec.emptyText = tr("What is to be done beside the trackings stands here: with a due date, for a coordinator or a "
                      "provider. Add one, or import your list.");
  spec.add = tr("Add Task");
  spec.addKeys = QStringLiteral("Ctrl+Shift+K");
  spec.chips = {
      chips::me(),
      chips::overdue(),
      chips::today(),
      chips::thisWeek(),
      chips::nextSeven(),
      chips::noDate(),
      chips::assignee(session),
      chips::words(QStringLiteral("status"), tr("Status"),
                   {QStringLiteral("New"), QStringLiteral("In progress"), QStringLiteral("Waiting"),
                    QStringLiteral("Completed"), QStringLiteral("Cancelled")}),
      chips::found(session, QStringLiteral("payor"), tr("Payor"),
                   QStringLiteral("SELECT id, name FROM payor ORDER BY sort_name")),
      chips::words(
          QStringLiteral("priority"), tr("Priority"),
          {QStringLiteral("Low"), QStringLiteral("Normal"), QStringLiteral("High"), QStringLiteral("Fast-track")}),
  };
  auto rows = std::make_shared<ListingRows>(session, *report::find(QStringLiteral("tasks")), looks);
  auto* page = new ListingPage(session, std::move(spec), std::move(rows));
  // What is done is a click away; a list of work begins with the work.
  Query query;
  query.filters[QStringLiteral("status")] = {QStringLiteral("New"), QStringLiteral("In progress"),
                                             QStringLiteral("Waiting")};
  page->setQuery(query);
  auto* quick = new QuickTask(session);
  page->setNotice(quick);
  auto* begin = new QAction(QCoreApplication::translate("TasksPage", "Add a task in one line"), page);
  begin->setShortcut(Qt::Key_N);
  begin->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  page->addAction(begin);
  QObject::connect(begin, &QAction::triggered, quick, [quick] { quick->begin(); });
  QObject::connect(quick, &QuickTask::left, page->table(), qOverload<>(&QWidget::setFocus));
  TableView* table = page->table();
  auto* done = new QAction(icon(QStringLiteral("circle-check"), Ink::Second), tr("Complete"), table);
  done->setShortcut(Qt::Key_X);
  done->setShortcutContext(Qt::WidgetShortcut);
  table->addAction(done);
  QObject::connect(done, &QAction::triggered, page, [&session, table] {
    attempt(tr("Completing tasks"), [&] { complete(session, table->selectedIds()); });
  });
  page->addRowMenu([done](QMenu& menu) { menu.addAction(done); });
  offerRemoving(session, page, Task::table());
  // An answer that is dropped on its task, or chosen for it, closes it.
  const auto choose = [&session, page, table] {
    if (const Id<Task> id{table->currentId()}; id.isValid())
      askAnswer(session, id, page->window());
  };
  auto* keys = new QShortcut(Qt::Key_R, table, nullptr, nullptr, Qt::WidgetShortcut);
  QObject::connect(keys, &QShortcut::activated, page, choose);
  page->addRowMenu([page, choose](QMenu& menu) {
    menu.addAction(icon(QStringLiteral("mail"), Ink::Second), tr("Take in an answer (.eml)…"), page, choose)
        ->setShortcut(Qt::Key_R);
  });
  new FileTarget(table->viewport(), [&session, page, table](const QStringList& paths, const QPoint& at) {
    const QModelIndex row = table->indexAt(at);
    takeFiles(session, {row.isValid() ? page->model()->idAt(row.row()) : 0}, paths, page);
  });
  return page;
}

} // namespace ui
