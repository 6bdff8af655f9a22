// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

struct Payor;
struct Team;

/// A payor on whose panels the providers of a team are to be; an empty state or line of business means any.
struct TeamPayor {
  Id<TeamPayor> id;
  Id<Team> team;
  Id<Payor> payor;
  QString state;
  QString lineOfBusiness;

  static const db::Table& table();
  db::Values values() const;
  static TeamPayor read(db::Row& row);
};
