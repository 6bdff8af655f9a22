// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/fieldsof.h"
#include "core/team/checks.h"

#include <QCoreApplication>

namespace edit {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Edit)
};

/// One of these words, never none.
void oneOf(Field& field, const QStringList& words) {
  field.kind = Kind::Word;
  field.words = [words](db::Database&) { return words; };
  field.isNeeded = true;
}

template<class R>
Rules<R> stateCode() {
  return {.follow = [](Context&, R& record, const R&) { record.state = exchange::stateCode(record.state); }};
}

void addPersonFields(Fields& all) {
  FieldsOf<ProviderName> names(all, {Say::tr("a former name"), Say::tr("%L1 former names")});
  names.text("last_name", Say::tr("Last name"), &ProviderName::lastName);
  names.text("first_name", Say::tr("First name"), &ProviderName::firstName);
  names.text("middle_name", Say::tr("Middle name"), &ProviderName::middleName);
  names.date("until", Say::tr("Until"), &ProviderName::until);

  FieldsOf<ProviderTaxonomy> taxonomies(all, {Say::tr("a specialty"), Say::tr("%L1 specialties")});
  taxonomies.text("description", Say::tr("Description"), &ProviderTaxonomy::description);
  taxonomies.text("license", Say::tr("Licence"), &ProviderTaxonomy::license);
  taxonomies.text("state", Say::tr("State"), &ProviderTaxonomy::state, stateCode<ProviderTaxonomy>());

  FieldsOf<ProviderAddress> addresses(all, {Say::tr("an address"), Say::tr("%L1 addresses")});
  oneOf(addresses.text("kind", Say::tr("Kind"), &ProviderAddress::kind),
        {QStringLiteral("Home"), QStringLiteral("Mailing"), QStringLiteral("Billing"), QStringLiteral("Practice")});
  addresses.text("address", Say::tr("Address"), &ProviderAddress::address);
  addresses.text("city", Say::tr("City"), &ProviderAddress::city);
  addresses.text("state", Say::tr("State"), &ProviderAddress::state, stateCode<ProviderAddress>());
  addresses.text("zip", Say::tr("ZIP"), &ProviderAddress::zip);
  addresses.text("phone", Say::tr("Phone"), &ProviderAddress::phone);
  addresses.text("fax", Say::tr("Fax"), &ProviderAddress::fax);
}

} // namespace

void addProfileFields(Fields& all) {
  addPersonFields(all);

  FieldsOf<Education> education(all, {Say::tr("a line of education"), Say::tr("%L1 lines of education")});
  oneOf(education.text("kind", Say::tr("Kind"), &Education::kind),
        {QStringLiteral("Undergraduate"), QStringLiteral("Graduate"), QStringLiteral("Medical school"),
         QStringLiteral("Internship"), QStringLiteral("Residency"), QStringLiteral("Fellowship"),
         QStringLiteral("Other")});
  education.text("institution", Say::tr("Institution"), &Education::institution);
  education.text("degree", Say::tr("Degree"), &Education::degree);
  education.text("specialty", Say::tr("Specialty"), &Education::specialty);
  education.date("started", Say::tr("Started"), &Education::started);
  education.date("ended", Say::tr("Ended"), &Education::ended);
  education.text("city", Say::tr("City"), &Education::city);
  education.text("state", Say::tr("State"), &Education::state, stateCode<Education>());
  education.text("country", Say::tr("Country"), &Education::country);
  education.date("verified", Say::tr("Verified"), &Education::verified);
  education.text("source", Say::tr("Source"), &Education::source);
  education.text("verified_by", Say::tr("Verified by"), &Education::verifiedBy);

  FieldsOf<WorkHistory> jobs(all, {Say::tr("a job"), Say::tr("%L1 jobs")});
  jobs.text("employer", Say::tr("Employer"), &WorkHistory::employer);
  jobs.text("position", Say::tr("Position"), &WorkHistory::position);
  jobs.date("started", Say::tr("Started"), &WorkHistory::started);
  jobs.date("ended", Say::tr("Ended"), &WorkHistory::ended);
  jobs.text("city", Say::tr("City"), &WorkHistory::city);
  jobs.text("state", Say::tr("State"), &WorkHistory::state, stateCode<WorkHistory>());
  jobs.text("phone", Say::tr("Phone"), &WorkHistory::phone);
  jobs.text("leaving", Say::tr("Reason for leaving"), &WorkHistory::leaving);

  FieldsOf<PeerReference> references(all, {Say::tr("a reference"), Say::tr("%L1 references")});
  references.text("name", Say::tr("Name"), &PeerReference::name);
  references.text("degree", Say::tr("Degree"), &PeerReference::degree);
  references.text("specialty", Say::tr("Specialty"), &PeerReference::specialty);
  references.text("relation", Say::tr("Relation"), &PeerReference::relation);
  references.text("phone", Say::tr("Phone"), &PeerReference::phone);
  references.text("email", Say::tr("Email"), &PeerReference::email);
  references.date("known_since", Say::tr("Known since"), &PeerReference::knownSince);
}

} // namespace edit
