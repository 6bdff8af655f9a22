// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/fieldsof.h"
#include "core/facilities/checks.h"
#include "core/team/checks.h"
#include "core/team/identifiers.h"

#include <QCoreApplication>

namespace edit {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Edit)
};

/// Identifiers are kept without the signs that people put between their parts.
template<class R>
Rules<R> bare(QString R::*member) {
  return {.follow = [member](Context&, R& record, const R&) { record.*member = identifierText(record.*member); }};
}

template<class R>
Rules<R> stateCode(QString R::*member) {
  return {.follow = [member](Context&, R& record, const R&) { record.*member = exchange::stateCode(record.*member); }};
}

void addProviderFields(Fields& all) {
  FieldsOf<Provider> of(all, {Say::tr("a provider"), Say::tr("%L1 providers")});
  of.text("last_name", Say::tr("Last name"), &Provider::lastName);
  of.text("first_name", Say::tr("First name"), &Provider::firstName);
  of.text("middle_name", Say::tr("Middle name"), &Provider::middleName);
  of.text("suffix", Say::tr("Suffix"), &Provider::suffix);
  of.text("degree", Say::tr("Degree"), &Provider::degree);
  of.text("specialty", Say::tr("Specialty"), &Provider::specialty);
  of.text("taxonomy", Say::tr("Taxonomy"), &Provider::taxonomy, bare(&Provider::taxonomy));
  of.text("npi", Say::tr("NPI"), &Provider::npi, bare(&Provider::npi));
  of.text("caqh_id", Say::tr("CAQH ID"), &Provider::caqhId, bare(&Provider::caqhId));
  of.text("email", Say::tr("Email"), &Provider::email);
  of.text("phone", Say::tr("Phone"), &Provider::phone);
  of.text("tags", Say::tr("Tags"), &Provider::tags);
  of.text("languages", Say::tr("Languages"), &Provider::languages);
  of.date("start_date", Say::tr("Start date"), &Provider::startDate);
  of.word("status", Say::tr("Status"), &Provider::status, exchange::Field::ProviderStatus, true);
  of.coordinator("assignee_id", Say::tr("Assignee"), &Provider::assignee);
}

void addPracticeFields(Fields& all) {
  FieldsOf<Practice> of(all, {Say::tr("a practice"), Say::tr("%L1 practices")});
  of.text("name", Say::tr("Name"), &Practice::name);
  of.text("group_npi", Say::tr("Group NPI"), &Practice::groupNpi, bare(&Practice::groupNpi));
  of.text("tin", Say::tr("TIN"), &Practice::tin, bare(&Practice::tin));
  of.text("address", Say::tr("Address"), &Practice::address);
  of.text("city", Say::tr("City"), &Practice::city);
  of.text("state", Say::tr("State"), &Practice::state, stateCode(&Practice::state));
  of.text("zip", Say::tr("ZIP"), &Practice::zip, bare(&Practice::zip));
  of.text("phone", Say::tr("Phone"), &Practice::phone);
  of.text("email", Say::tr("Email"), &Practice::email);
  of.text("fax", Say::tr("Fax"), &Practice::fax);
  of.text("contact", Say::tr("Contact"), &Practice::contact);
}

void addFacilityFields(Fields& all) {
  FieldsOf<Facility> of(all, {Say::tr("a facility"), Say::tr("%L1 facilities")});
  of.text("name", Say::tr("Name"), &Facility::name);
  of.text("address", Say::tr("Address"), &Facility::address);
  of.text("city", Say::tr("City"), &Facility::city);
  of.text("state", Say::tr("State"), &Facility::state, stateCode(&Facility::state));
  of.text("zip", Say::tr("ZIP"), &Facility::zip);
  of.text("phone", Say::tr("Phone"), &Facility::phone);
  of.text("email", Say::tr("Email"), &Facility::email);
}

void addAffiliationFields(Fields& all) {
  FieldsOf<Affiliation> of(all, {Say::tr("an affiliation"), Say::tr("%L1 affiliations")});
  of.text("category", Say::tr("Category"), &Affiliation::category);
  of.word("status", Say::tr("Status"), &Affiliation::status, exchange::Field::AffiliationStatus, true);
  of.date("appointed", Say::tr("Appointed"), &Affiliation::appointed);
  of.date("reappointment_due", Say::tr("Reappointment due"), &Affiliation::reappointmentDue);
  of.coordinator("assignee_id", Say::tr("Assignee"), &Affiliation::assignee);
}

} // namespace

void addTeamFields(Fields& all) {
  addProviderFields(all);
  addPracticeFields(all);
  addFacilityFields(all);
  addAffiliationFields(all);
}

} // namespace edit
