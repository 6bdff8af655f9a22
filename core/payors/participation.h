// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"

#include <QDate>
#include <optional>
#include <vector>

struct Enrollment;
struct Payor;
struct Practice;
struct Provider;

/// Who is with which payor, where, and from when.
namespace participation {

/// What an enrollment says of a day. Best first: of several enrollments the first standing counts.
enum class Standing {
  Yes,     ///< billed as participating: effective, and not past its end
  PastEnd, ///< billed as participating, but its end is past
  Pending, ///< effective later, or on its way: claims are held
  No,
};

/// `claims` as the enrollment's status says (Bill, Hold, Bill non-par, Do not schedule).
Standing standing(const QString& claims, QDate effective, QDate end, QDate day);

/// An office's own cases: days from submitted to effective. Averages mislead, so median and 80th percentile, and only
/// from `leastCases` on.
struct History {
  int cases = 0, median = 0, eightieth = 0;
};
inline constexpr int leastCases = 5;
std::optional<History> historyOf(const std::vector<int>& days);

/// The own history of a payor in a state: enrollments that were submitted and became effective, then or later. (One
/// that was made effective backwards says nothing of the waiting.)
std::optional<History> history(db::Database& database, Id<Payor> payor, const QString& state);

/// When an enrollment may become effective, and what says so.
struct Expected {
  enum class From { Nothing, EffectiveDate, History, UsualDays };
  From from = From::Nothing;
  QDate date; ///< its effective date, else submitted + median of the history, else submitted + the payor's usual days
  QDate late; ///< submitted + the 80th percentile of the history; invalid without one
  int cases = 0;
};
Expected expected(QDate submitted, QDate effective, const std::optional<History>& history,
                  std::optional<int> usualDays);

/// "Is this provider with this payor at this practice on this day?" Without a practice: anywhere.
struct Question {
  Id<Provider> provider;
  Id<Payor> payor;
  Id<Practice> practice;
  QDate day;
};
struct Answer {
  Standing standing = Standing::No;
  Id<Enrollment> enrollment; ///< that says so; none: there is none
  QString status, claims;    ///< of that enrollment
  QDate effective, end;
  Expected expected;                       ///< while pending
  std::vector<Id<Provider>> participating; ///< others at that practice who are, by name
};

/// An enrollment of the practice counts for its providers there; one of the provider that names no practice counts at
/// each of the provider's practices in its state.
Answer answer(db::Database& database, const Question& question);

} // namespace participation
