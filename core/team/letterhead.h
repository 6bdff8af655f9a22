// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

struct Document;
struct Practice;

/// What stands above what is written for a practice; its picture is one of the practice's documents.
struct PracticeLetterhead {
  Id<PracticeLetterhead> id;
  Id<Practice> practice;
  Id<Document> logo;
  QString colour; ///< of the practice's name, "#1f4fa3"; empty: that of all text

  static const db::Table& table();
  db::Values values() const;
  static PracticeLetterhead read(db::Row& row);
};
