// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/tracking.h"

#include "core/tracking/status.h"

const db::Table& Tracking::table() {
  static const db::Table it("tracking",
                            {"reference", "team_id", "provider_id", "practice_id", "template_id", "type", "subtype",
                             "payor_id", "facility_id", "state", "enrollment_id", "affiliation_id", "assignee_id",
                             "priority", "started", "set_status", "reason", "resume_on"},
                            db::Table::Settle{"id", settleTracking});
  return it;
}

db::Values Tracking::values() const {
  return db::valuesOf(reference, team, provider, practice, ofTemplate, type, subtype, payor, facility, state,
                      enrollment, affiliation, assignee, priority, started, setStatus, reason, resumeOn);
}

Tracking Tracking::read(db::Row& row) {
  Tracking r;
  r.id = row.id<Tracking>();
  r.reference = row.text();
  r.team = row.id<Team>();
  r.provider = row.id<Provider>();
  r.practice = row.id<Practice>();
  r.ofTemplate = row.id<TrackingTemplate>();
  r.type = row.text();
  r.subtype = row.text();
  r.payor = row.id<Payor>();
  r.facility = row.id<Facility>();
  r.state = row.text();
  r.enrollment = row.id<Enrollment>();
  r.affiliation = row.id<Affiliation>();
  r.assignee = row.id<Coordinator>();
  r.priority = row.text();
  r.started = row.date();
  r.setStatus = row.text();
  r.reason = row.text();
  r.resumeOn = row.date();
  return r;
}
