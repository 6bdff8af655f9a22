// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QDateTime>
#include <QString>
#include <QVariantMap>
#include <vector>

struct Coordinator;

namespace db {
class Database;
}

/// What somebody typed into a form and has not saved: it lies in the data file, so that it outlives Cancel, a crash and
/// a restart, and nowhere else, since it is personal (the file is mode 0600). It is no record: history does not tell of
/// it, Undo does not take it back, `check` does not count it, exports do not write it. A backup has it, as a copy of
/// the file.
struct Draft {
  QString form;      ///< "provider/12", "provider/new", "note/step/7"
  QVariantMap typed; ///< only the fields that were typed into: text, bool or a list of texts, a date as ISO text
  QDateTime at;      ///< when it was typed, an instant
};

/// For so many days what was typed is offered again.
inline constexpr int draftDays = 30;

/// The drafts of one coordinator (0: of whoever did not say who they are) that are not too old.
std::vector<Draft> draftsOf(db::Database& database, Id<Coordinator> who, const QDateTime& now);

/// Keeps these in place of those with the same form; one without anything typed is forgotten. What is too old
/// goes along, whoever's it is. Throws db::Error.
void keepDrafts(db::Database& database, Id<Coordinator> who, const std::vector<Draft>& drafts, const QDateTime& now);
