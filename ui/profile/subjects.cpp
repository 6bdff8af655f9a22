// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/subjects.h"

#include "core/db/database.h"

namespace ui {
namespace {

/// Provider and practice of table x, as `from` finds it by one key.
std::optional<Subject> found(db::Database& database, const char* from, qint64 id) {
  const auto both = database.first(
      QStringLiteral("SELECT coalesce(x.provider_id, 0), coalesce(x.practice_id, 0) FROM ") + QLatin1String(from), {id},
      [](db::Row& row) {
        const qint64 provider = row.number();
        return std::pair(provider, row.number());
      });
  if (!both)
    return std::nullopt;
  if (both->first != 0)
    return Subject(Id<Provider>{both->first});
  return both->second != 0 ? std::optional(Subject(Id<Practice>{both->second})) : std::nullopt;
}

/// An alert's key says what it is about: see core/report/catalogue/alerts.cpp.
std::optional<Subject> ofAlert(db::Database& database, qint64 key) {
  constexpr qint64 perRequirement = 1000000000;
  const qint64 id = key / 4;
  switch (key % 4) {
  case 0:
    return found(database, "credential x WHERE x.id = ?", id);
  case 1:
    return found(database, "enrollment x WHERE x.id = ?", id);
  case 2:
    return found(database, "(SELECT id, provider_id, NULL AS practice_id FROM affiliation) x WHERE x.id = ?", id);
  default:
    return Subject(Id<Provider>{id % perRequirement});
  }
}

} // namespace

std::optional<Subject> subjectOf(db::Database& database, const QString& list, qint64 key) {
  if (list == QLatin1String("tracking"))
    return found(database, "step s JOIN tracking x ON x.id = s.tracking_id WHERE s.id = ?", key);
  if (list == QLatin1String("trackings"))
    return found(database, "tracking x WHERE x.id = ?", key);
  if (list == QLatin1String("tasks"))
    return found(database, "task x WHERE x.id = ?", key);
  if (list == QLatin1String("alerts"))
    return ofAlert(database, key);
  return std::nullopt;
}

} // namespace ui
