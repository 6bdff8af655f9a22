// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/payors/participation.h"

#include <QString>

namespace ui {

/// A record that fits what was typed, or the answer to it.
struct Hit {
  enum class Kind { Answer, Problem, Provider, Practice, Facility, Payor, Tracking, Task };
  Kind kind = Kind::Provider;
  qint64 id = 0; ///< of the record; of a tracking its step in hand
  QString title, second;
  participation::Question question; ///< of an answer
};

/// Records by what is typed, the first few of each kind; an answer first when it is a question. Reads thousands of
/// rows: for a worker.
std::vector<Hit> findRecords(db::Database& database, const QString& typed, QDate today);

} // namespace ui
