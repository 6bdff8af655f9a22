// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/credentialactions.h"

#include "core/credentials/renewal.h"
#include "ui/form/recordform.h"
#include "ui/profile/evidence.h"

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(CredentialActions)
};

QString key(const char* name) { return QString::fromLatin1(name); }

Problems problemsOf(const Result<Id<Credential>>& done) { return done.isOk() ? Problems{} : done.problems(); }

FormDialog* newForm(Session& session, const Credential& credential, const char* what, const QString& title,
                    QWidget* parent) {
  auto* form = new FormDialog(QStringLiteral("%1/%2").arg(QLatin1String(what)).arg(credential.id.value), title, parent);
  form->addFact(Say::tr("Of"), calledOf(session.database(), credential));
  return form;
}

} // namespace

QString calledOf(db::Database& database, const Credential& credential) {
  const QString type = nameOf(database, credential.documentType);
  const QString owner =
      credential.provider.isValid() ? nameOf(database, credential.provider) : nameOf(database, credential.practice);
  return owner.isEmpty() ? type : Say::tr("%1 of %2").arg(type, owner);
}

void openRenewForm(Session& session, Id<Credential> id, QWidget* parent) {
  const Credential credential = recordFor(session, id);
  FormDialog* form = newForm(session, credential, "renew", Say::tr("Renew"), parent);
  if (credential.expires.isValid())
    form->addFact(Say::tr("Until now"), shownDate(credential.expires, session.today()));
  form->addDate(key("issued"), Say::tr("Issued"), session.today(), session.addBusinessDays());
  form->addDate(key("expires"), Say::tr("Expires"), session.today(), session.addBusinessDays());
  form->addText(key("number"), Say::tr("Number"));
  form->setValues({{key("number"), credential.number}});
  form->setSaveText(Say::tr("Renew"));
  form->setSave([&session, id, called = calledOf(session.database(), credential)](const QVariantMap& values) {
    return session.tryChange(Say::tr("Renewed %1").arg(called), [&](db::Transaction& transaction) {
      return problemsOf(renew(transaction, id,
                              {values.value(key("issued")).toDate(), values.value(key("expires")).toDate(),
                               values.value(key("number")).toString()}));
    });
  });
  form->open();
}

void openVerifyForm(Session& session, Id<Credential> id, QWidget* parent) {
  const Credential credential = recordFor(session, id);
  FormDialog* form = newForm(session, credential, "verify", Say::tr("Verified at its source"), parent);
  form->addDate(key("verified"), Say::tr("Verified"), session.today(), session.addBusinessDays());
  form->addText(key("source"), Say::tr("Source"), Say::tr("The board's site, NPDB, a call"));
  form->addText(key("verifiedBy"), Say::tr("By"));
  const EvidenceRow* evidence = EvidenceRow::addTo(*form, session, id);
  form->setValues(
      {{key("verified"), session.today()}, {key("source"), credential.source}, {key("verifiedBy"), session.myName()}});
  form->setSave([&session, id, evidence, called = calledOf(session.database(), credential)](const QVariantMap& values) {
    return session.tryChange(Say::tr("Verified %1").arg(called), [&](db::Transaction& transaction) {
      const auto done = verify(transaction, id, values.value(key("verified")).toDate(),
                               values.value(key("source")).toString(), values.value(key("verifiedBy")).toString());
      if (done.isOk())
        evidence->save(transaction, id);
      return problemsOf(done);
    });
  });
  form->open();
}

void openNotApplicableForm(Session& session, Id<Credential> id, QWidget* parent) {
  const Credential credential = recordFor(session, id);
  FormDialog* form = newForm(session, credential, "notApplicable", Say::tr("Not applicable"), parent);
  form->addText(key("reason"), Say::tr("Why"), Say::tr("Does not prescribe controlled substances"));
  form->setSave([&session, id, called = calledOf(session.database(), credential)](const QVariantMap& values) {
    return session.tryChange(Say::tr("Not applicable: %1").arg(called), [&](db::Transaction& transaction) {
      return problemsOf(setNotApplicable(transaction, id, values.value(key("reason")).toString()));
    });
  });
  form->open();
}

void makeApplicable(Session& session, Id<Credential> id) {
  const Credential credential = recordFor(session, id);
  for (const Problem& problem :
       session.tryChange(Say::tr("Applicable: %1").arg(calledOf(session.database(), credential)),
                         [&](db::Transaction& transaction) { return problemsOf(setApplicable(transaction, id)); }))
    Q_EMIT session.said(problem.sentence);
}

} // namespace ui
