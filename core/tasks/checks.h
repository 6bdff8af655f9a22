// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tasks/task.h"

/// Why a task cannot be saved as it is; field is the member's name.
Problems check(const Task& task, db::Database& database);
