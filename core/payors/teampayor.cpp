// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payors/teampayor.h"

const db::Table& TeamPayor::table() {
  static const db::Table it("team_payor", {"team_id", "payor_id", "state", "line_of_business"});
  return it;
}

db::Values TeamPayor::values() const { return {team, payor, state, lineOfBusiness}; }

TeamPayor TeamPayor::read(db::Row& row) {
  TeamPayor r;
  r.id = row.id<TeamPayor>();
  r.team = row.id<Team>();
  r.payor = row.id<Payor>();
  r.state = row.text();
  r.lineOfBusiness = row.text();
  return r;
}
