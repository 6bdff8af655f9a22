// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/task.h"

#include <vector>

namespace exchange {

/// A task's checklist as one cell: "Ask the clinic; [x] Send the form".
QString checklistText(const std::vector<TaskItem>& items);
/// The lines such a cell means, in order.
std::vector<TaskItem> checklistItems(const QString& cell);

} // namespace exchange
