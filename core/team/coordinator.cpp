// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/coordinator.h"

#include "core/base/text.h"

const db::Table& Coordinator::table() {
  static const db::Table it("coordinator", {"name", "email", "role", "active"},
                            db::Table::Derived{{"sort_name"}, [](const db::Values& values) -> db::Values {
                                                 return {folded(*values[0].text())};
                                               }});
  return it;
}

db::Values Coordinator::values() const { return {name, email, role, active}; }

Coordinator Coordinator::read(db::Row& row) {
  Coordinator r;
  r.id = row.id<Coordinator>();
  r.name = row.text();
  r.email = row.text();
  r.role = row.text();
  r.active = row.yes();
  return r;
}

const db::Table& CoordinatorTeam::table() {
  static const db::Table it("coordinator_team", {"coordinator_id", "team_id"});
  return it;
}

db::Values CoordinatorTeam::values() const { return {coordinator, team}; }

CoordinatorTeam CoordinatorTeam::read(db::Row& row) {
  CoordinatorTeam r;
  r.id = row.id<CoordinatorTeam>();
  r.coordinator = row.id<Coordinator>();
  r.team = row.id<Team>();
  return r;
}
