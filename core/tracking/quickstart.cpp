// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/quickstart.h"

#include "core/base/text.h"
#include "core/tracking/effects.h"

#include <algorithm>

std::vector<TrackingTemplate> quickStarts(db::Database& database, const QStringList& types, bool again) {
  auto found = db::allWhere<TrackingTemplate>(
      database, QStringLiteral("retired = 0 AND version = (SELECT max(n.version) FROM template n WHERE n.sort_name = "
                               "template.sort_name AND n.retired = 0) ORDER BY sort_name, id"));
  QStringList wanted;
  for (const QString& type : types)
    wanted << folded(type);
  const auto rank = [&](const TrackingTemplate& one) { return wanted.indexOf(folded(one.type)); };
  if (!wanted.isEmpty())
    std::erase_if(found, [&](const TrackingTemplate& one) { return rank(one) < 0; });
  std::stable_sort(found.begin(), found.end(), [&](const TrackingTemplate& one, const TrackingTemplate& other) {
    if (rank(one) != rank(other))
      return rank(one) < rank(other);
    return (effects::comesAround(one.subtype) == again) > (effects::comesAround(other.subtype) == again);
  });
  return found;
}
