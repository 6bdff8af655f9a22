// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

/// A hospital or surgery centre.
struct Facility {
  Id<Facility> id;
  QString name;
  QString city;
  QString state;
  QString phone;
  QString address;
  QString zip;
  QString email;

  static const db::Table& table();
  db::Values values() const;
  static Facility read(db::Row& row);
};
