// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/affiliation.h"

const db::Table& Affiliation::table() {
  static const db::Table it("affiliation", {"provider_id", "facility_id", "category", "status", "appointed",
                                            "reappointment_due", "assignee_id", "ladder"});
  return it;
}

db::Values Affiliation::values() const {
  return {provider, facility, category, status, appointed, reappointmentDue, assignee, ladder};
}

Affiliation Affiliation::read(db::Row& row) {
  Affiliation r;
  r.id = row.id<Affiliation>();
  r.provider = row.id<Provider>();
  r.facility = row.id<Facility>();
  r.category = row.text();
  r.status = row.text();
  r.appointed = row.date();
  r.reappointmentDue = row.date();
  r.assignee = row.id<Coordinator>();
  r.ladder = row.text();
  return r;
}
