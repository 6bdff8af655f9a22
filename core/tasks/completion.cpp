// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/completion.h"

void keepCompleted(Task& task, QDate today) {
  if (task.status != QLatin1String("Completed"))
    task.completed = {};
  else if (!task.completed.isValid())
    task.completed = today;
}
