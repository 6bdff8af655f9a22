// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/task.h"

#include <QStringList>

class QWidget;

namespace ui {

class Session;

/// Takes files in that were dropped on a task or chosen for it (an id of 0: beside all of them). An answer (.eml) to a
/// mail of ours is kept with what is attached to it, noted as a contact, and closes the task; other files are kept as
/// documents of the task. Each is one change, made aside.
void takeFiles(Session& session, Id<Task> task, const QStringList& paths, QObject* context);

/// Asks for the file of an answer to a task, and takes it in.
void askAnswer(Session& session, Id<Task> task, QWidget* parent);

} // namespace ui
