// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/alike.h"

#include "core/base/text.h"
#include "core/db/records.h"

std::vector<Tracking> runningAlike(db::Database& database, const Tracking& wanted) {
  // The index that leads to the fewest: all of a provider, all with a payor, else those that run.
  db::Values values;
  QString where = QStringLiteral("status NOT IN ('Completed', 'Cancelled') AND state = ? AND +facility_id IS ? AND "
                                 "+payor_id IS ?");
  values = {wanted.state, wanted.facility, wanted.payor};
  if (wanted.provider.isValid()) {
    where += QStringLiteral(" AND provider_id = ?");
    values.push_back(wanted.provider);
  } else if (wanted.payor.isValid()) {
    where += QStringLiteral(" AND payor_id = ?");
    values.push_back(wanted.payor);
  }
  std::vector<Tracking> all = db::allWhere<Tracking>(database, where + QStringLiteral(" ORDER BY started, id"), values);
  std::erase_if(all, [&](const Tracking& one) {
    return folded(one.type) != folded(wanted.type) || folded(one.subtype) != folded(wanted.subtype);
  });
  return all;
}

std::vector<Tracking> aboutTheSame(std::vector<Tracking> alike, const Tracking& wanted) {
  std::erase_if(alike, [&](const Tracking& one) {
    if (one.provider != wanted.provider)
      return true;
    const bool samePlace = one.practice == wanted.practice;
    return wanted.provider.isValid() ? !samePlace && one.practice.isValid() && wanted.practice.isValid() : !samePlace;
  });
  return alike;
}
