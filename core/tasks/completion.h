// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/task.h"

/// Only a completed task has a day of completion: today when it has none yet.
void keepCompleted(Task& task, QDate today);
