// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/sample/world.h"
#include "core/notes/note.h"
#include "core/tasks/task.h"

namespace sample {

namespace {

constexpr const char* names[] = {
    "Send W-9 with the new address",       "Ask for the updated malpractice certificate",
    "Explain the gap in work history",     "Sign the reassignment of benefits",
    "Check the directory listing",         "Upload CME certificates",
    "Order the board verification letter", "Answer the payor's request for the DEA copy",
    "Renew the portal password",           "Prepare the roster for the quarter",
    "Confirm office hours and languages",  "Collect three peer references",
};
constexpr const char* statuses[] = {"New",       "New", "In progress", "Waiting",
                                    "Completed", "New", "Cancelled",   "In progress"};
constexpr const char* priorities[] = {"Normal", "Normal", "Normal", "High", "Low", "Fast-track"};
constexpr int noDate = 1000;
// Days from today: overdue, today, soon, later, none.
constexpr int dues[] = {-21, -6, -1, 0, 0, 1, 3, 7, 14, 30, noDate};

} // namespace

void makeTasks(World& world) {
  const auto trackings = world.transaction.database().all(
      QStringLiteral("SELECT id, provider_id FROM tracking WHERE provider_id IS NOT NULL ORDER BY id"), {},
      [](db::Row& row) {
        const Id<Tracking> tracking = row.id<Tracking>();
        return std::pair(tracking, row.id<Provider>());
      });
  for (int i = 0; i < 70; ++i) {
    Task task;
    task.name = QString::fromLatin1(names[size_t(i) % std::size(names)]);
    if (i % 9 == 8) {
      const Practice& practice = world.practices[size_t(i) % world.practices.size()];
      task.practice = practice.id;
      task.team = practice.team;
    } else {
      const Provider& provider = world.providers[size_t(i * 13) % world.providers.size()];
      task.provider = provider.id;
      task.team = provider.team;
      for (const auto& [tracking, of] : trackings)
        if (i % 3 == 0 && of == provider.id && !task.tracking.isValid())
          task.tracking = tracking;
      if (i % 4 == 3)
        task.assignedProvider = provider.id;
    }
    size_t team = 0;
    while (world.teams[team].id != task.team)
      ++team;
    if (!task.assignedProvider.isValid() && i % 17 != 16)
      task.assignee = world.dice.one(world.workers[team]);
    task.status = QString::fromLatin1(statuses[size_t(i) % std::size(statuses)]);
    task.priority = QString::fromLatin1(priorities[size_t(i) % std::size(priorities)]);
    const int due = dues[size_t(i) % std::size(dues)];
    if (due != noDate)
      task.due = world.today.addDays(due);
    if (i % 5 == 1)
      task.followUp = world.today.addDays(world.dice.between(-2, 6));
    task.notify = i % 6 != 5;
    task.created = world.daysAgo(world.dice.between(22, 60));
    if (task.status == QLatin1String("Completed"))
      task.completed = world.daysAgo(world.dice.between(0, 20));
    task = world.add(task);
    if (i % 3 == 1) {
      Note note;
      note.task = task.id;
      note.written = task.created.toString(Qt::ISODate) + QStringLiteral(" 09:30");
      note.author = world.nameOf(task.assignee);
      note.text = QStringLiteral("Agreed on the telephone; see the file for what is meant.");
      world.add(note);
    }
  }
}

} // namespace sample
