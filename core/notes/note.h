// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

struct Payor;
struct Practice;
struct Provider;
struct Step;
struct Task;
struct Tracking;

/// A line of the one contact log. written is local civil time, YYYY-MM-DD or with HH:MM[:SS] after a space.
struct Note {
  Id<Note> id;
  Id<Tracking> tracking;
  Id<Step> step;
  Id<Task> task;
  Id<Provider> provider;
  Id<Practice> practice;
  Id<Payor> payor;
  QString written;
  QString author;
  QString kind = QStringLiteral("Note");
  QString withWhom;
  QString reference;
  QString outcome;
  QDate followUp;
  QString text;

  static const db::Table& table();
  db::Values values() const;
  static Note read(db::Row& row);
};
