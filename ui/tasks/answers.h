// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/task.h"

#include <QStringList>

namespace ui {

class Session;

/// Takes files in that were dropped on a task (an id of 0: beside all of them). An answer (.eml) to a mail of ours is
/// kept with what is attached to it, noted as a contact, and closes the task; other files are kept as documents of the
/// task. Each is one change, made aside.
void takeFiles(Session& session, Id<Task> task, const QStringList& paths, QObject* context);

} // namespace ui
