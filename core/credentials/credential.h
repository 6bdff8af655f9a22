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

  static const db::Table& table();
  db::Values values() const;
  static Credential read(db::Row& row);
};
