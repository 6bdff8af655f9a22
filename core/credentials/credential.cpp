// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/credential.h"

#include "core/team/also.h"

const db::Table& Credential::table() {
  static const db::Table it("credential",
                            {"provider_id", "practice_id", "document_type_id", "number", "state", "issuer", "issued",
                             "expires", "verified", "source", "not_applicable", "renewed_by", "verified_by", "reason",
                             "coverage", "per_claim", "aggregate", "tail", "ladder"},
                            alsoFollows({"number"}));
  return it;
}

db::Values Credential::values() const {
  return db::valuesOf(provider, practice, documentType, number, state, issuer, issued, expires, verified, source,
                      notApplicable, renewedBy, verifiedBy, reason, coverage, perClaim, aggregate, tail, ladder);
}

Credential Credential::read(db::Row& row) {
  Credential r;
  r.id = row.id<Credential>();
  r.provider = row.id<Provider>();
  r.practice = row.id<Practice>();
  r.documentType = row.id<DocumentType>();
  r.number = row.text();
  r.state = row.text();
  r.issuer = row.text();
  r.issued = row.date();
  r.expires = row.date();
  r.verified = row.date();
  r.source = row.text();
  r.notApplicable = row.yes();
  r.renewedBy = row.id<Credential>();
  r.verifiedBy = row.text();
  r.reason = row.text();
  r.coverage = row.text();
  r.perClaim = row.maybeInteger();
  r.aggregate = row.maybeInteger();
  r.tail = row.text();
  r.ladder = row.text();
  return r;
}
