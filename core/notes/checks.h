// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/notes/note.h"

/// Why a note cannot be saved as it is; field is the member's name.
Problems check(const Note& note, db::Database& database);
