// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payors/payor.h"

#include "core/base/text.h"

const db::Table& Payor::table() {
  static const db::Table it(
      "payor", {"name", "payor_id", "class", "states", "usual_days", "recredentialing_months", "phone", "portal"},
      db::Table::Derived{{"sort_name"},
                         [](const db::Values& values) -> db::Values { return {folded(*values[0].text())}; }});
  return it;
}

db::Values Payor::values() const {
  return {name, payorId, payorClass, states, db::Value(usualDays), db::Value(recredentialingMonths), phone, portal};
}

Payor Payor::read(db::Row& row) {
  Payor r;
  r.id = row.id<Payor>();
  r.name = row.text();
  r.payorId = row.text();
  r.payorClass = row.text();
  r.states = row.text();
  r.usualDays = row.maybeInteger();
  r.recredentialingMonths = row.maybeInteger();
  r.phone = row.text();
  r.portal = row.text();
  return r;
}
