// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/task.h"

class QWidget;

namespace ui {

/// A new task that is related to where somebody stands on a page: whose profile it is, and the tracking, the payor, the
/// provider or practice of the row that is selected. Related to nothing on the list of tasks itself.
Task taskAbout(db::Database& database, QWidget* page);

/// "Marten, Lily · Aetna · T-000012": what a task is related to; empty for nothing.
QString relatedTo(db::Database& database, const Task& task);

} // namespace ui
