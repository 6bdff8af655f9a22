// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

/// A health plan or programme. Class: Commercial, Medicare, Medicaid, Other.
struct Payor {
  Id<Payor> id;
  QString name;
  QString payorId;
  QString payorClass = QStringLiteral("Commercial");
  QString states;
  std::optional<int> usualDays;
  std::optional<int> recredentialingMonths;
  QString phone;
  QString portal;

  static const db::Table& table();
  db::Values values() const;
  static Payor read(db::Row& row);
};
