// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

struct Coordinator;
struct Facility;
struct Provider;

/// One provider's privileges at a facility.
struct Affiliation {
  Id<Affiliation> id;
  Id<Provider> provider;
  Id<Facility> facility;
  QString category;
  QString status = QStringLiteral("Not started");
  QDate appointed;
  QDate reappointmentDue;
  Id<Coordinator> assignee;
  QString ladder; ///< its own, in place of its type's

  static const db::Table& table();
  db::Values values() const;
  static Affiliation read(db::Row& row);
};
