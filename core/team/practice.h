// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

struct Team;

/// A group or location that bills: group NPI (type 2), TIN, address.
struct Practice {
  Id<Practice> id;
  Id<Team> team;
  QString name;
  QString groupNpi;
  QString tin;
  QString address;
  QString city;
  QString state;
  QString zip;
  QString phone;
  QString email;
  QString fax;
  QString contact; ///< who manages it

  static const db::Table& table();
  db::Values values() const;
  static Practice read(db::Row& row);
};
