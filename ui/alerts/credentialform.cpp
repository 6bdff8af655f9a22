// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/credentialform.h"

#include "core/credentials/checks.h"
#include "ui/alerts/credentialactions.h"
#include "ui/form/recordform.h"
#include "ui/profile/evidence.h"

#include <QCheckBox>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(CredentialForm)
};

bool isCover(db::Database& database, const QString& type) {
  return database.text(QStringLiteral("SELECT section FROM document_type WHERE id = ?"), {type.toLongLong()}) ==
         QLatin1String("Malpractice");
}

} // namespace

void openCredentialForm(Session& session, Id<Credential> id, QWidget* parent, const Credential& preset) {
  db::Database& database = session.database();
  const auto credential = recordFor(session, id, preset);
  RecordForm<Credential> form(session, credential,
                              id.isValid() ? calledOf(database, credential) : Say::tr("Add a credential"), parent);
  FormDialog* dialog = form.dialog();
  ChoiceBox* type = form.choice("documentType", Say::tr("Document type"), &Credential::documentType,
                                documentTypeChoices(database, credential.documentType));
  form.search("provider", Say::tr("Provider"), &Credential::provider, providerSource(database));
  form.choice("practice", Say::tr("Practice"), &Credential::practice, practiceChoices(database));
  form.text("issuer", Say::tr("Issuer"), &Credential::issuer, Say::tr("Board, agency or carrier"));
  form.text("number", Say::tr("Number"), &Credential::number, Say::tr("Licence, certificate or policy"));
  form.text("state", Say::tr("State"), &Credential::state);
  form.choice("coverage", Say::tr("Coverage"), &Credential::coverage,
              wordChoices({QStringLiteral("Occurrence"), QStringLiteral("Claims-made")}));
  form.number("perClaim", Say::tr("Limit per claim"), &Credential::perClaim, Say::tr("Dollars"));
  form.number("aggregate", Say::tr("Limit in all"), &Credential::aggregate, Say::tr("Dollars"));
  form.text("tail", Say::tr("Tail"), &Credential::tail, Say::tr("Who covers claims made later"));
  form.date("issued", Say::tr("Issued"), &Credential::issued);
  form.date("expires", Say::tr("Expires"), &Credential::expires);
  form.text("ladder", Say::tr("Announced"), &Credential::ladder, Say::tr("Days before, in place of its type's"));
  form.tick("notApplicable", Say::tr("Not applicable"), &Credential::notApplicable);
  form.text("reason", Say::tr("Why"), &Credential::reason, Say::tr("Why it is not needed"));
  dialog->addHeading(Say::tr("Verification"));
  form.date("verified", Say::tr("Verified"), &Credential::verified);
  form.text("source", Say::tr("Source"), &Credential::source, Say::tr("Where it was verified"));
  form.text("verifiedBy", Say::tr("Verified by"), &Credential::verifiedBy);
  const EvidenceRow* evidence = EvidenceRow::addTo(*dialog, session, id);

  auto* notNeeded = dialog->findChild<QCheckBox*>(QStringLiteral("notApplicable"));
  const auto showRows = [&database, dialog, type, notNeeded] {
    attempt(Say::tr("Reading the document type"), [&] {
      const bool cover = isCover(database, type->value());
      for (const char* key : {"coverage", "perClaim", "aggregate", "tail"})
        dialog->setRowVisible(QLatin1String(key), cover);
      dialog->setRowVisible(QStringLiteral("state"), !cover);
      dialog->setRowVisible(QStringLiteral("reason"), notNeeded->isChecked());
    });
  };
  QObject::connect(type, &ChoiceBox::valueChanged, dialog, showRows);
  QObject::connect(notNeeded, &QCheckBox::toggled, dialog, showRows);
  form.open({.name = [&database](const Credential& one) { return calledOf(database, one); },
             .tidy =
                 [me = session.myName()](Credential& one) {
                   one.state = exchange::stateCode(one.state);
                   if (!one.notApplicable)
                     one.reason.clear();
                   if (one.verified.isValid() && one.verifiedBy.isEmpty())
                     one.verifiedBy = me;
                 },
             .after =
                 [evidence](db::Transaction& transaction, Id<Credential> saved, const QVariantMap&) {
                   evidence->save(transaction, saved);
                   return Problems{};
                 },
             .always = [evidence] { return evidence->hasNew(); }});
  showRows();
}

} // namespace ui
