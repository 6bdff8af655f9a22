// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/report/listing.h"

// The week's review: one queue of what four screens showed (trackings by assignee, tasks by assigned to, alerts, payor
// recredentialing), each thing once. Its rows are the listing "review" (catalogue/review.cpp).
namespace report {

/// The sections of the review. An item stands in the first one that it fits; the week is that of today, Monday to
/// Sunday.
enum class ReviewSection {
  Overdue = 1,     ///< a step or task that was due before today
  DueThisWeek,     ///< a step or task due from today to Sunday
  FollowUpDue,     ///< to be followed up today or before
  Expired,         ///< a credential or affiliation whose date is past
  Expiring,        ///< a date not further away than the first rung of its ladder
  NoDate,          ///< a step or task with neither due date nor follow-up; an expirable that is missing or has no date
  PayorEnd,        ///< participating with a payor though the end is past or was never put down
  Waiting,         ///< the ball has been with somebody else for more than 14 days
  NotTouched,      ///< a step or task whose last note (else its start) is more than 30 days old
  Tasks,           ///< every other open task
  Recredentialing, ///< every other payor or facility in recredentialing
  Else,            ///< every other open step: it has its date, and needs nobody this week
};
inline constexpr int reviewSections = 12;

/// As in files: "Due this week".
QString nameOf(ReviewSection section);
/// Whether what stands there is to be gone through this week; all but the last.
constexpr bool isToReview(ReviewSection section) { return section != ReviewSection::Else; }

/// How many items of a review stand in each section, in order, all of them.
std::vector<std::pair<ReviewSection, qint64>> reviewCounts(db::Database& database, const Request& review);

/// The keys of the rows of a review with their sections, the most needed first.
std::vector<std::pair<qint64, ReviewSection>> reviewOrder(db::Database& database, const Request& review);

/// What the week's plan calls what is past or has no date: in files too, so not translated.
inline constexpr auto toDeal = "To deal";

/// A week's plan of a review: how many items of each person stand on each day (ISO, or `toDeal`), and how many of what
/// is left have their date after the week.
struct ReviewLoad {
  std::map<QString, std::map<QString, qint64>> byDay; ///< day → person (empty: nobody) → items
  qint64 later = 0;
};
ReviewLoad reviewLoad(db::Database& database, const Request& review);

/// Narrows a review to what its week's plan has.
Request planOf(const Request& review);

/// An item of the plan that stands on no day.
struct Undealt {
  qint64 key = 0;
  QString whose; ///< name of the person; empty: nobody
  QString about; ///< "Submit · Marten, Lily"
  QString date;  ///< the one it has, ISO or empty
};
/// The most needed first.
std::vector<Undealt> undealt(db::Database& database, const Request& review);

} // namespace report
