// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

struct DocumentType;
struct Practice;
struct Provider;

/// A thing with a number and mostly an expiry, of a provider or of a practice.
struct Credential {
  Id<Credential> id;
  Id<Provider> provider;
  Id<Practice> practice;
  Id<DocumentType> documentType;
  QString number;
  QString state;
  QString issuer;
  QDate issued;
  QDate expires;
  QDate verified;
  QString source;
  bool notApplicable = false;
  Id<Credential> renewedBy; ///< the version that took its place: this one is no expirable any more
  QString verifiedBy;
  QString reason;               ///< why it is not applicable
  QString coverage;             ///< Occurrence or Claims-made (malpractice)
  std::optional<int> perClaim;  ///< limit in whole dollars
  std::optional<int> aggregate; ///< limit in whole dollars
  QString tail;                 ///< who covers claims made later
  QString ladder;               ///< its own, in place of its type's

  static const db::Table& table();
  db::Values values() const;
  static Credential read(db::Row& row);
};
