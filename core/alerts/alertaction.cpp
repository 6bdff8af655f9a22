// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alertaction.h"

const db::Table& AlertAction::table() {
  static const db::Table it("alert_action",
                            {"credential_id", "enrollment_id", "affiliation_id", "provider_id", "document_type_id",
                             "what", "on_day", "until", "by_whom", "reason", "expires", "tracking_id", "state"});
  return it;
}

db::Values AlertAction::values() const {
  return {credential, enrollment, affiliation, provider, documentType, what, on,
          until,      byWhom,     reason,      expires,  tracking,     state};
}

AlertAction AlertAction::read(db::Row& row) {
  AlertAction r;
  r.id = row.id<AlertAction>();
  r.credential = row.id<Credential>();
  r.enrollment = row.id<Enrollment>();
  r.affiliation = row.id<Affiliation>();
  r.provider = row.id<Provider>();
  r.documentType = row.id<DocumentType>();
  r.what = row.text();
  r.on = row.date();
  r.until = row.date();
  r.byWhom = row.text();
  r.reason = row.text();
  r.expires = row.date();
  r.tracking = row.id<Tracking>();
  r.state = row.text();
  return r;
}
