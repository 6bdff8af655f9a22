// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

struct Coordinator;
struct Payor;
struct Practice;
struct Provider;

/// One provider or practice with one payor, in a state, at a practice, for a line of business.
struct Enrollment {
  Id<Enrollment> id;
  Id<Provider> provider;
  Id<Practice> practice;
  Id<Payor> payor;
  QString state;
  QString lineOfBusiness;
  QString status = QStringLiteral("Not started");
  QString providerNumber;
  QDate submitted;
  QDate effective;
  QDate end;
  QDate followUp;
  QString waitingOn;
  QDate waitingSince;
  Id<Coordinator> assignee;
  QString ladder; ///< its own, in place of its type's

  static const db::Table& table();
  db::Values values() const;
  static Enrollment read(db::Row& row);
};
