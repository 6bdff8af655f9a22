// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/checks.h"

#include "core/base/findings.h"

#include <QCoreApplication>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(TaskChecks)
};

} // namespace

Problems check(const Task& task, db::Database&) {
  Findings found;
  found.addIf(task.name.trimmed().isEmpty(), "name", Say::tr("A task needs a name."));
  found.addIf(task.assignee.isValid() && task.assignedProvider.isValid(), "assignee",
              Say::tr("A task is assigned to a coordinator or to a provider, not to both."));
  found.addIf(!task.created.isValid(), "created", Say::tr("A task needs the day it was made."));
  return found;
}
