// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/renewal.h"

#include "core/credentials/documenttype.h"

#include <QCoreApplication>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Renewal)
};

constexpr int usualAttestation = 120, attestationInIllinois = 180; // days

Problem gone() {
  return {{}, Say::tr("This credential is not there any more: somebody removed it, or it was undone.")};
}

/// Changes a credential that is on file.
Result<Id<Credential>> change(db::Transaction& transaction, Id<Credential> id,
                              const std::function<void(Credential&)>& lay) {
  auto credential = db::load(transaction.database(), id);
  if (!credential)
    return gone();
  lay(*credential);
  return db::save(transaction, *credential);
}

} // namespace

Result<Id<Credential>> renew(db::Transaction& transaction, Id<Credential> id, const Renewal& renewal) {
  db::Database& database = transaction.database();
  auto old = db::load(database, id);
  if (!old)
    return gone();
  if (old->renewedBy.isValid())
    return Problem{{}, Say::tr("This version was renewed already; renew the newest one.")};
  const auto type = db::load(database, old->documentType);
  Credential fresh = *old;
  fresh.id = {};
  fresh.issued = renewal.issued;
  fresh.expires = renewal.expires;
  if (type && type->section == QLatin1String("CAQH") && !fresh.expires.isValid())
    fresh.expires = nextAttestation(database, old->provider, renewal.issued);
  if (!renewal.number.trimmed().isEmpty())
    fresh.number = renewal.number.trimmed();
  fresh.verified = {};
  fresh.source.clear();
  fresh.verifiedBy.clear();
  fresh.notApplicable = false;
  fresh.reason.clear();
  if (type && type->hasTerm && !fresh.expires.isValid())
    return Problem{QStringLiteral("expires"), Say::tr("Until when does the new one count?")};
  if (fresh.issued.isValid() && fresh.expires.isValid() && fresh.expires < fresh.issued)
    return Problem{QStringLiteral("expires"), Say::tr("It expires before it was issued.")};
  old->renewedBy = db::save(transaction, fresh);
  db::save(transaction, *old);
  return old->renewedBy;
}

Result<Id<Credential>> verify(db::Transaction& transaction, Id<Credential> id, QDate on, const QString& source,
                              const QString& by) {
  if (!on.isValid())
    return Problem{QStringLiteral("verified"), Say::tr("On which day was it verified?")};
  return change(transaction, id, [&](Credential& credential) {
    credential.verified = on;
    credential.source = source.trimmed();
    credential.verifiedBy = by.trimmed();
  });
}

Result<Id<Credential>> setNotApplicable(db::Transaction& transaction, Id<Credential> id, const QString& reason) {
  if (reason.trimmed().isEmpty())
    return Problem{QStringLiteral("reason"), Say::tr("Say why it is not applicable.")};
  return change(transaction, id, [&](Credential& credential) {
    credential.notApplicable = true;
    credential.reason = reason.trimmed();
  });
}

Result<Id<Credential>> setApplicable(db::Transaction& transaction, Id<Credential> id) {
  return change(transaction, id, [](Credential& credential) {
    credential.notApplicable = false;
    credential.reason.clear();
  });
}

std::vector<Credential> versionsOf(db::Database& database, Id<Credential> newest) {
  std::vector<Credential> versions;
  for (auto one = db::load(database, newest); one;) {
    versions.push_back(*one);
    const auto before =
        db::allWhere<Credential>(database, QStringLiteral("renewed_by = ? ORDER BY id DESC"), {versions.back().id});
    const auto isKnown = [&](const Credential& other) { return other.id == before.front().id; };
    // A ring, which only something past the program can have written, ends where it closes.
    one = before.empty() || std::any_of(versions.begin(), versions.end(), isKnown) ? std::nullopt
                                                                                   : std::optional(before.front());
  }
  return versions;
}

int attestationDays(db::Database& database, Id<Provider> provider) {
  const bool inIllinois = database.value(
      QStringLiteral("SELECT EXISTS (SELECT 1 FROM provider_practice l JOIN practice pr ON pr.id = l.practice_id WHERE "
                     "l.provider_id = ? AND pr.state = 'IL') OR EXISTS (SELECT 1 FROM credential c JOIN document_type "
                     "d ON d.id = c.document_type_id WHERE c.provider_id = ? AND c.state = 'IL' AND d.section = "
                     "'Licensure' AND c.renewed_by IS NULL AND c.not_applicable = 0)"),
      {provider, provider});
  return inIllinois ? attestationInIllinois : usualAttestation;
}

QDate nextAttestation(db::Database& database, Id<Provider> provider, QDate attested) {
  return attested.isValid() ? attested.addDays(attestationDays(database, provider)) : QDate();
}
