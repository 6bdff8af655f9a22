// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/profile.h"

const db::Table& ProviderTaxonomy::table() {
  static const db::Table it("provider_taxonomy", {"provider_id", "code", "description", "license", "state"});
  return it;
}

db::Values ProviderTaxonomy::values() const { return {provider, code, description, license, state}; }

ProviderTaxonomy ProviderTaxonomy::read(db::Row& row) {
  ProviderTaxonomy r;
  r.id = row.id<ProviderTaxonomy>();
  r.provider = row.id<Provider>();
  r.code = row.text();
  r.description = row.text();
  r.license = row.text();
  r.state = row.text();
  return r;
}

const db::Table& ProviderAddress::table() {
  static const db::Table it("provider_address",
                            {"provider_id", "kind", "address", "city", "state", "zip", "phone", "fax"});
  return it;
}

db::Values ProviderAddress::values() const { return {provider, kind, address, city, state, zip, phone, fax}; }

ProviderAddress ProviderAddress::read(db::Row& row) {
  ProviderAddress r;
  r.id = row.id<ProviderAddress>();
  r.provider = row.id<Provider>();
  r.kind = row.text();
  r.address = row.text();
  r.city = row.text();
  r.state = row.text();
  r.zip = row.text();
  r.phone = row.text();
  r.fax = row.text();
  return r;
}

const db::Table& Education::table() {
  static const db::Table it("education", {"provider_id", "kind", "institution", "degree", "specialty", "started",
                                          "ended", "city", "state", "country", "verified", "source", "verified_by"});
  return it;
}

db::Values Education::values() const {
  return {provider, kind,  institution, degree,   specialty, started,   ended,
          city,     state, country,     verified, source,    verifiedBy};
}

Education Education::read(db::Row& row) {
  Education r;
  r.id = row.id<Education>();
  r.provider = row.id<Provider>();
  r.kind = row.text();
  r.institution = row.text();
  r.degree = row.text();
  r.specialty = row.text();
  r.started = row.date();
  r.ended = row.date();
  r.city = row.text();
  r.state = row.text();
  r.country = row.text();
  r.verified = row.date();
  r.source = row.text();
  r.verifiedBy = row.text();
  return r;
}

const db::Table& WorkHistory::table() {
  static const db::Table it(
      "work_history", {"provider_id", "employer", "position", "started", "ended", "city", "state", "phone", "leaving"});
  return it;
}

db::Values WorkHistory::values() const {
  return {provider, employer, position, started, ended, city, state, phone, leaving};
}

WorkHistory WorkHistory::read(db::Row& row) {
  WorkHistory r;
  r.id = row.id<WorkHistory>();
  r.provider = row.id<Provider>();
  r.employer = row.text();
  r.position = row.text();
  r.started = row.date();
  r.ended = row.date();
  r.city = row.text();
  r.state = row.text();
  r.phone = row.text();
  r.leaving = row.text();
  return r;
}

const db::Table& WorkGap::table() {
  static const db::Table it("work_gap", {"provider_id", "started", "ended", "explanation"});
  return it;
}

db::Values WorkGap::values() const { return {provider, started, ended, explanation}; }

WorkGap WorkGap::read(db::Row& row) {
  WorkGap r;
  r.id = row.id<WorkGap>();
  r.provider = row.id<Provider>();
  r.started = row.date();
  r.ended = row.date();
  r.explanation = row.text();
  return r;
}

const db::Table& PeerReference::table() {
  static const db::Table it(
      "peer_reference", {"provider_id", "name", "degree", "specialty", "relation", "phone", "email", "known_since"});
  return it;
}

db::Values PeerReference::values() const {
  return {provider, name, degree, specialty, relation, phone, email, knownSince};
}

PeerReference PeerReference::read(db::Row& row) {
  PeerReference r;
  r.id = row.id<PeerReference>();
  r.provider = row.id<Provider>();
  r.name = row.text();
  r.degree = row.text();
  r.specialty = row.text();
  r.relation = row.text();
  r.phone = row.text();
  r.email = row.text();
  r.knownSince = row.date();
  return r;
}
