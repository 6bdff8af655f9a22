// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/personforms.h"

#include "core/team/checks.h"
#include "core/team/identifiers.h"
#include "ui/form/recordform.h"

#include <QPlainTextEdit>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(PersonForms)
};

/// The record on file, or a new one of a provider.
template<class R>
R recordOf(Session& session, Id<R> id, Id<Provider> provider) {
  R fresh;
  fresh.provider = provider;
  return recordFor(session, id, fresh);
}

template<class R>
void addPlace(RecordForm<R>& form) {
  form.text("city", Say::tr("City"), &R::city);
  form.text("state", Say::tr("State"), &R::state);
}

/// "Baylor of Marten, Lily", for what is said and for history.
template<class R>
auto namedOf(Session& session, QString R::*name) {
  return [&session, name](const R& one) {
    return Say::tr("%1 of %2").arg(one.*name, nameOf(session.database(), one.provider));
  };
}

} // namespace

void openFormerNameForm(Session& session, Id<ProviderName> id, Id<Provider> provider, QWidget* parent) {
  const auto record = recordOf(session, id, provider);
  RecordForm<ProviderName> form(session, record, id.isValid() ? Say::tr("Former name") : Say::tr("Add a former name"),
                                parent);
  form.text("lastName", Say::tr("Last name"), &ProviderName::lastName);
  form.text("firstName", Say::tr("First name"), &ProviderName::firstName);
  form.text("middleName", Say::tr("Middle name"), &ProviderName::middleName);
  form.date("until", Say::tr("Until"), &ProviderName::until);
  form.open({.name = [&session](const ProviderName& one) {
    return Say::tr("former name %1 of %2").arg(one.lastName, nameOf(session.database(), one.provider));
  }});
}

void openTaxonomyForm(Session& session, Id<ProviderTaxonomy> id, Id<Provider> provider, QWidget* parent) {
  const auto record = recordOf(session, id, provider);
  RecordForm<ProviderTaxonomy> form(
      session, record, id.isValid() ? Say::tr("Further specialty") : Say::tr("Add a further specialty"), parent);
  form.text("code", Say::tr("Taxonomy"), &ProviderTaxonomy::code, Say::tr("10 characters that end in X"));
  form.text("description", Say::tr("Specialty"), &ProviderTaxonomy::description);
  form.text("license", Say::tr("Licence"), &ProviderTaxonomy::license);
  form.text("state", Say::tr("State"), &ProviderTaxonomy::state);
  form.open({.name = namedOf(session, &ProviderTaxonomy::code), .tidy = [](ProviderTaxonomy& one) {
               one.code = identifierText(one.code);
               one.state = exchange::stateCode(one.state);
             }});
}

void openAddressForm(Session& session, Id<ProviderAddress> id, Id<Provider> provider, QWidget* parent) {
  const auto record = recordOf(session, id, provider);
  RecordForm<ProviderAddress> form(session, record, id.isValid() ? Say::tr("Address") : Say::tr("Add an address"),
                                   parent);
  form.pick("kind", Say::tr("Kind"), &ProviderAddress::kind,
            wordChoices({QStringLiteral("Mailing"), QStringLiteral("Home"), QStringLiteral("Billing"),
                         QStringLiteral("Practice")}));
  form.text("address", Say::tr("Address"), &ProviderAddress::address);
  addPlace(form);
  form.text("zip", Say::tr("ZIP"), &ProviderAddress::zip, Say::tr("5 or 9 digits"));
  form.text("phone", Say::tr("Phone"), &ProviderAddress::phone);
  form.text("fax", Say::tr("Fax"), &ProviderAddress::fax);
  form.open({.name =
                 [&session](const ProviderAddress& one) {
                   return Say::tr("%1 address of %2").arg(one.kind, nameOf(session.database(), one.provider));
                 },
             .tidy =
                 [](ProviderAddress& one) {
                   one.zip = identifierText(one.zip);
                   one.state = exchange::stateCode(one.state);
                 }});
}

void openEducationForm(Session& session, Id<Education> id, Id<Provider> provider, QWidget* parent) {
  const auto record = recordOf(session, id, provider);
  RecordForm<Education> form(session, record, id.isValid() ? record.institution : Say::tr("Add education or training"),
                             parent);
  form.pick("kind", Say::tr("Kind"), &Education::kind,
            wordChoices({QStringLiteral("Medical school"), QStringLiteral("Undergraduate"), QStringLiteral("Graduate"),
                         QStringLiteral("Internship"), QStringLiteral("Residency"), QStringLiteral("Fellowship"),
                         QStringLiteral("Other")}));
  form.text("institution", Say::tr("Institution"), &Education::institution);
  form.text("degree", Say::tr("Degree"), &Education::degree);
  form.text("specialty", Say::tr("Specialty"), &Education::specialty);
  form.date("started", Say::tr("Started"), &Education::started);
  form.date("ended", Say::tr("Ended"), &Education::ended);
  addPlace(form);
  form.text("country", Say::tr("Country"), &Education::country);
  form.rows()->addHeading(Say::tr("Verification"));
  form.date("verified", Say::tr("Verified"), &Education::verified);
  form.text("source", Say::tr("Source"), &Education::source, Say::tr("Where it was verified"));
  form.text("verifiedBy", Say::tr("Verified by"), &Education::verifiedBy);
  form.open({.name = namedOf(session, &Education::institution), .tidy = [&session](Education& one) {
               one.state = exchange::stateCode(one.state);
               if (one.verified.isValid() && one.verifiedBy.isEmpty())
                 one.verifiedBy = session.myName();
             }});
}

void openWorkHistoryForm(Session& session, Id<WorkHistory> id, Id<Provider> provider, QWidget* parent) {
  const auto record = recordOf(session, id, provider);
  RecordForm<WorkHistory> form(session, record, id.isValid() ? record.employer : Say::tr("Add a job"), parent);
  form.text("employer", Say::tr("Employer"), &WorkHistory::employer);
  form.text("position", Say::tr("Position"), &WorkHistory::position);
  form.date("started", Say::tr("Started"), &WorkHistory::started);
  form.date("ended", Say::tr("Ended"), &WorkHistory::ended);
  addPlace(form);
  form.text("phone", Say::tr("Phone"), &WorkHistory::phone);
  form.text("leaving", Say::tr("Reason for leaving"), &WorkHistory::leaving);
  form.open({.name = namedOf(session, &WorkHistory::employer),
             .tidy = [](WorkHistory& one) { one.state = exchange::stateCode(one.state); }});
}

void openReferenceForm(Session& session, Id<PeerReference> id, Id<Provider> provider, QWidget* parent) {
  const auto record = recordOf(session, id, provider);
  RecordForm<PeerReference> form(session, record, id.isValid() ? record.name : Say::tr("Add a reference"), parent);
  form.text("name", Say::tr("Name"), &PeerReference::name);
  form.text("degree", Say::tr("Degree"), &PeerReference::degree);
  form.text("specialty", Say::tr("Specialty"), &PeerReference::specialty);
  form.text("relation", Say::tr("Relation"), &PeerReference::relation, Say::tr("Colleague, chief, programme director"));
  form.text("phone", Say::tr("Phone"), &PeerReference::phone);
  form.text("email", Say::tr("Email"), &PeerReference::email);
  form.date("knownSince", Say::tr("Known since"), &PeerReference::knownSince);
  form.open({.name = namedOf(session, &PeerReference::name)});
}

void openGapForm(Session& session, Id<Provider> provider, QDate from, QDate to, QWidget* parent) {
  const auto there = db::allWhere<WorkGap>(
      session.database(), QStringLiteral("provider_id = ? AND started = ? AND ended = ?"), {provider, from, to});
  WorkGap gap;
  gap.provider = provider;
  gap.started = from;
  gap.ended = to;
  if (!there.empty())
    gap = there.front();
  RecordForm<WorkGap> form(session, gap, Say::tr("Explain a gap"), parent);
  form.bind(
      "explanation", [](const WorkGap& one) { return one.explanation; },
      [](WorkGap& one, const QVariant& value) { one.explanation = value.toString().trimmed(); });
  form.rows()->addMemo(QStringLiteral("explanation"), Say::tr("Explanation"));
  form.date("started", Say::tr("From"), &WorkGap::started);
  form.date("ended", Say::tr("To"), &WorkGap::ended);
  form.open({.name = [&session](const WorkGap& one) {
    return Say::tr("the explanation of a gap of %1").arg(nameOf(session.database(), one.provider));
  }});
}

} // namespace ui
