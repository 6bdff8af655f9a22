// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/credentials/credential.h"

#include <QDate>

// What is done with a credential beyond editing its fields. Each takes the credential as it is on file and answers the
// id that is valid from then on, or why it cannot be; the field of a problem is the member's name.

/// The next version of a credential: its dates, and a number where it is another one.
struct Renewal {
  QDate issued;
  QDate expires; ///< may be left out where the type may lack a date, and for an attestation, whose end follows
  QString number = {};
};

/// Makes a new version: as the old one but for the dates, not verified yet. The old one is linked to it and is no
/// expirable any more.
Result<Id<Credential>> renew(db::Transaction& transaction, Id<Credential> credential, const Renewal& renewal);

/// Primary source verification: what was checked, where, when and by whom.
Result<Id<Credential>> verify(db::Transaction& transaction, Id<Credential> credential, QDate on, const QString& source,
                              const QString& by);

/// Nothing of this kind is needed of this provider, for a reason.
Result<Id<Credential>> setNotApplicable(db::Transaction& transaction, Id<Credential> credential, const QString& reason);
/// It is needed after all.
Result<Id<Credential>> setApplicable(db::Transaction& transaction, Id<Credential> credential);

/// A credential and its earlier versions, the newest first.
std::vector<Credential> versionsOf(db::Database& database, Id<Credential> newest);

/// The days for which a CAQH attestation counts: 120, and 180 for a provider with a practice or a licence in Illinois
/// (caqh.org, CAQH ProView resources).
int attestationDays(db::Database& database, Id<Provider> provider);
/// When the next attestation is due after one on this day.
QDate nextAttestation(db::Database& database, Id<Provider> provider, QDate attested);
