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

/// A colour as it is written: "#1f4fa3".
inline const QString exampleColour = QStringLiteral("#1f4fa3");
/// Why a text is no colour; empty when it is one, or nothing.
QString colourProblem(const QString& typed);
