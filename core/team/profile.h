// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

struct Provider;

/// A specialty by its NUCC code beside the provider's first one, with the licence it was reported with.
struct ProviderTaxonomy {
  Id<ProviderTaxonomy> id;
  Id<Provider> provider;
  QString code;
  QString description;
  QString license;
  QString state;

  static const db::Table& table();
  db::Values values() const;
  static ProviderTaxonomy read(db::Row& row);
};

/// Where a provider is written to. Kind: Home, Mailing, Billing, Practice.
struct ProviderAddress {
  Id<ProviderAddress> id;
  Id<Provider> provider;
  QString kind = QStringLiteral("Mailing");
  QString address;
  QString city;
  QString state;
  QString zip;
  QString phone;
  QString fax;

  static const db::Table& table();
  db::Values values() const;
  static ProviderAddress read(db::Row& row);
};

/// Where a provider learned, and who confirmed it. Kind: Undergraduate, Graduate, Medical school, Internship,
/// Residency, Fellowship, Other.
struct Education {
  Id<Education> id;
  Id<Provider> provider;
  QString kind = QStringLiteral("Medical school");
  QString institution;
  QString degree;
  QString specialty;
  QDate started;
  QDate ended;
  QString city;
  QString state;
  QString country;
  QDate verified;
  QString source;
  QString verifiedBy;

  static const db::Table& table();
  db::Values values() const;
  static Education read(db::Row& row);
};

/// Where a provider worked; without an end, still does.
struct WorkHistory {
  Id<WorkHistory> id;
  Id<Provider> provider;
  QString employer;
  QString position;
  QDate started;
  QDate ended;
  QString city;
  QString state;
  QString phone;
  QString leaving; ///< why

  static const db::Table& table();
  db::Values values() const;
  static WorkHistory read(db::Row& row);
};

/// Why there is a gap in a work history; the gap itself is worked out.
struct WorkGap {
  Id<WorkGap> id;
  Id<Provider> provider;
  QDate started;
  QDate ended;
  QString explanation;

  static const db::Table& table();
  db::Values values() const;
  static WorkGap read(db::Row& row);
};

/// Somebody of the field who speaks for a provider.
struct PeerReference {
  Id<PeerReference> id;
  Id<Provider> provider;
  QString name;
  QString degree;
  QString specialty;
  QString relation;
  QString phone;
  QString email;
  QDate knownSince;

  static const db::Table& table();
  db::Values values() const;
  static PeerReference read(db::Row& row);
};
