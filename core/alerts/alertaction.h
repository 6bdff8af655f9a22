// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

struct Affiliation;
struct Credential;
struct DocumentType;
struct Enrollment;
struct Provider;
struct Tracking;

/// What a person did about an alert (the alert itself is derived): Acknowledged, Snoozed, Mailed, Renewal started, Not
/// applicable.
struct AlertAction {
  Id<AlertAction> id;
  Id<Credential> credential;
  Id<Enrollment> enrollment;
  Id<Affiliation> affiliation;
  Id<Provider> provider;
  Id<DocumentType> documentType;
  QString what;
  QDate on;
  QDate until;
  QString byWhom;
  QString reason;
  QDate expires;         ///< the date it is about: it holds for no other
  Id<Tracking> tracking; ///< what a renewal started
  QString state;         ///< of a document that is missing

  static const db::Table& table();
  db::Values values() const;
  static AlertAction read(db::Row& row);
};
