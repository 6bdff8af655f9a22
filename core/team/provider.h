// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

struct Coordinator;
struct Practice;
struct Team;

/// A clinician. Status: Onboarding, Active, Inactive, Terminated. tags are parted by "; ".
struct Provider {
  Id<Provider> id;
  Id<Team> team;
  QString npi;
  QString lastName;
  QString firstName;
  QString middleName;
  QString suffix;
  QString degree;
  QString specialty;
  QString taxonomy;
  QString email;
  QString phone;
  QDate dateOfBirth;
  QString caqhId;
  QString status = QStringLiteral("Active");
  QDate startDate;
  QString tags;
  Id<Coordinator> assignee;
  QString languages; ///< parted by "; "
  QDate ended;       ///< when terminated, and why
  QString endReason;

  static const db::Table& table();
  db::Values values() const;
  static Provider read(db::Row& row);
};

/// A provider works at one or several practices.
struct ProviderPractice {
  Id<ProviderPractice> id;
  Id<Provider> provider;
  Id<Practice> practice;

  static const db::Table& table();
  db::Values values() const;
  static ProviderPractice read(db::Row& row);
};

/// A name a provider had before.
struct ProviderName {
  Id<ProviderName> id;
  Id<Provider> provider;
  QString lastName;
  QString firstName;
  QString middleName;
  QDate until;

  static const db::Table& table();
  db::Values values() const;
  static ProviderName read(db::Row& row);
};
