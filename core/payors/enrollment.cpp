// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payors/enrollment.h"

#include "core/team/also.h"

const db::Table& Enrollment::table() {
  static const db::Table it("enrollment",
                            {"provider_id", "practice_id", "payor_id", "state", "line_of_business", "status",
                             "provider_number", "submitted", "effective", "end", "follow_up", "waiting_on",
                             "waiting_since", "assignee_id", "ladder"},
                            alsoFollows({"provider_number"}));
  return it;
}

db::Values Enrollment::values() const {
  return db::valuesOf(provider, practice, payor, state, lineOfBusiness, status, providerNumber, submitted, effective,
                      end, followUp, waitingOn, waitingSince, assignee, ladder);
}

Enrollment Enrollment::read(db::Row& row) {
  Enrollment r;
  r.id = row.id<Enrollment>();
  r.provider = row.id<Provider>();
  r.practice = row.id<Practice>();
  r.payor = row.id<Payor>();
  r.state = row.text();
  r.lineOfBusiness = row.text();
  r.status = row.text();
  r.providerNumber = row.text();
  r.submitted = row.date();
  r.effective = row.date();
  r.end = row.date();
  r.followUp = row.date();
  r.waitingOn = row.text();
  r.waitingSince = row.date();
  r.assignee = row.id<Coordinator>();
  r.ladder = row.text();
  return r;
}
