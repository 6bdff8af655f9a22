// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alertnotice.h"

const db::Table& AlertNotice::table() {
  static const db::Table it("alert_notice",
                            {"outbox_id", "credential_id", "enrollment_id", "affiliation_id", "provider_id",
                             "document_type_id", "state", "expires", "rung", "snooze_id", "on_day"});
  return it;
}

db::Values AlertNotice::values() const {
  return {mail,
          subject.credential,
          subject.enrollment,
          subject.affiliation,
          subject.provider,
          subject.documentType,
          subject.state,
          expires,
          rung,
          snooze,
          on};
}

AlertNotice AlertNotice::read(db::Row& row) {
  AlertNotice r;
  r.id = row.id<AlertNotice>();
  r.mail = row.id<Outgoing>();
  r.subject.credential = row.id<Credential>();
  r.subject.enrollment = row.id<Enrollment>();
  r.subject.affiliation = row.id<Affiliation>();
  r.subject.provider = row.id<Provider>();
  r.subject.documentType = row.id<DocumentType>();
  r.subject.state = row.text();
  r.expires = row.date();
  r.rung = row.integer();
  r.snooze = row.id<AlertAction>();
  r.on = row.date();
  return r;
}
