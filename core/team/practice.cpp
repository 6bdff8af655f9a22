// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/practice.h"

#include "core/base/text.h"
#include "core/team/also.h"

const db::Table& Practice::table() {
  static const db::Table it(
      "practice",
      {"team_id", "name", "group_npi", "tin", "address", "city", "state", "zip", "phone", "email", "fax", "contact"},
      db::Table::Derived{{"sort_name"},
                         [](const db::Values& values) -> db::Values { return {folded(*values[1].text())}; }},
      db::Table::Settle{"id", settleAlso, {"name"}, providersOfPractice});
  return it;
}

db::Values Practice::values() const {
  return {team, name, groupNpi, tin, address, city, state, zip, phone, email, fax, contact};
}

Practice Practice::read(db::Row& row) {
  Practice r;
  r.id = row.id<Practice>();
  r.team = row.id<Team>();
  r.name = row.text();
  r.groupNpi = row.text();
  r.tin = row.text();
  r.address = row.text();
  r.city = row.text();
  r.state = row.text();
  r.zip = row.text();
  r.phone = row.text();
  r.email = row.text();
  r.fax = row.text();
  r.contact = row.text();
  return r;
}
