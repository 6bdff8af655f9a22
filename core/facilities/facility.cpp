// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/facility.h"

#include "core/base/text.h"

const db::Table& Facility::table() {
  static const db::Table it("facility", {"name", "city", "state", "phone", "address", "zip", "email"},
                            db::Table::Derived{{"sort_name"}, [](const db::Values& values) -> db::Values {
                                                 return {folded(*values[0].text())};
                                               }});
  return it;
}

db::Values Facility::values() const { return {name, city, state, phone, address, zip, email}; }

Facility Facility::read(db::Row& row) {
  Facility r;
  r.id = row.id<Facility>();
  r.name = row.text();
  r.city = row.text();
  r.state = row.text();
  r.phone = row.text();
  r.address = row.text();
  r.zip = row.text();
  r.email = row.text();
  return r;
}
