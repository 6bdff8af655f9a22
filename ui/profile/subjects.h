// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/profile/subject.h"

#include <optional>

namespace db {
class Database;
}

namespace ui {

/// Whose a row is, of the list of a tab: by the list's name and the row's key. The provider, else the practice.
std::optional<Subject> subjectOf(db::Database& database, const QString& list, qint64 key);

} // namespace ui
