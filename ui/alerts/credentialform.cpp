// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/credentialform.h"

#include "core/credentials/checks.h"
#include "ui/form/recordform.h"

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(CredentialForm)
};

QString called(db::Database& database, const Credential& credential) {
  const QString type = nameOf(database, credential.documentType);
  const QString owner =
      credential.provider.isValid() ? nameOf(database, credential.provider) : nameOf(database, credential.practice);
  return owner.isEmpty() ? type : Say::tr("%1 of %2").arg(type, owner);
}

} // namespace

void openCredentialForm(Session& session, Id<Credential> id, QWidget* parent, const Credential& preset) {
  db::Database& database = session.database();
  const auto credential = recordFor(session, id, preset);
  RecordForm<Credential> form(session, credential,
                              id.isValid() ? called(database, credential) : Say::tr("Add a credential"), parent);
  form.choice("documentType", Say::tr("Document type"), &Credential::documentType,
              documentTypeChoices(database, credential.documentType));
  form.search("provider", Say::tr("Provider"), &Credential::provider, providerSource(database));
  form.choice("practice", Say::tr("Practice"), &Credential::practice, practiceChoices(database));
  form.text("number", Say::tr("Number"), &Credential::number);
  form.text("state", Say::tr("State"), &Credential::state);
  form.text("issuer", Say::tr("Issuer"), &Credential::issuer);
  form.date("issued", Say::tr("Issued"), &Credential::issued);
  form.date("expires", Say::tr("Expires"), &Credential::expires);
  form.date("verified", Say::tr("Verified"), &Credential::verified);
  form.text("source", Say::tr("Source"), &Credential::source, Say::tr("Where it was verified"));
  form.tick("notApplicable", Say::tr("Not applicable"), &Credential::notApplicable);
  form.open({.name = [&database](const Credential& one) { return called(database, one); },
             .tidy = [](Credential& one) { one.state = exchange::stateCode(one.state); }});
}

} // namespace ui
