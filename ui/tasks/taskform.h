// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/task.h"

class QWidget;

namespace ui {

class Session;

/// Opens a task to see and edit; with an id of 0 a new one that begins as `preset`.
void openTaskForm(Session& session, Id<Task> id, QWidget* parent, const Task& preset = {});

/// The team of whom it is related to, where it has none.
void giveTeam(Task& task, db::Database& database);

} // namespace ui
