// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/typeddate.h"
#include "core/payors/participation.h"

namespace participation {

/// What a question may mean: each provider, payor and practice that its words fit, a handful at most.
struct Asked {
  std::vector<Question> questions;
  QString problem; ///< why there is none, in a sentence
};

/// Reads "is Dr. Erin Marten with Aetna at Dallas on 12 March?": names may be cut short, `at` and `on` may be left out
/// (anywhere, today). Nothing when the line is no such question.
std::optional<Asked> readQuestion(db::Database& database, const QString& line, QDate today,
                                  const AddBusinessDays& addBusinessDays);

/// The answer for people.
struct Said {
  QString question; ///< "Marten, Lily with Aetna at Lakeside Dallas on Thu 12 Mar"
  QString word;     ///< Yes, Past its end, Pending, No
  QString reason;   ///< "In review. Expected 9 May (median of 9 own cases; 80 % by 30 Jun). Claims: Hold."
};
Said said(db::Database& database, const Question& question, const Answer& answer, QDate today);

} // namespace participation
