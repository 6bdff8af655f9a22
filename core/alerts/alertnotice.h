// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/ladder.h"
#include "core/alerts/subject.h"

struct Outgoing;

/// That an alert was told, by which mail: the lowest rung of its ladder that was reached then, for this date.
struct AlertNotice {
  Id<AlertNotice> id;
  Id<Outgoing> mail;
  alerts::Subject subject;
  QDate expires;
  int rung = 0;
  Id<AlertAction> snooze;
  QDate on;

  static const db::Table& table();
  db::Values values() const;
  static AlertNotice read(db::Row& row);
};
