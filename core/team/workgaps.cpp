// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/workgaps.h"

#include <algorithm>

namespace {

constexpr int shownFrom = 31;    // days
constexpr int explainedFrom = 6; // months

struct Span {
  QDate from, to; // both included

  int days() const { return int(from.daysTo(to)) + 1; }
};

/// What of `whole` none of the spans covers, in order.
std::vector<Span> leftOut(std::vector<Span> spans, Span whole) {
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
  std::vector<Span> left;
  QDate next = whole.from; // the first day not looked at
  for (const Span& span : spans) {
    if (span.from > whole.to)
      break;
    if (span.from > next)
      left.push_back({next, span.from.addDays(-1)});
    next = std::max(next, span.to.addDays(1));
  }
  if (next <= whole.to)
    left.push_back({next, whole.to});
  return left;
}

} // namespace

std::vector<Gap> workGaps(const std::vector<WorkHistory>& jobs, const std::vector<WorkGap>& explained, QDate today) {
  std::vector<Span> worked;
  for (const WorkHistory& job : jobs) {
    const QDate to = job.ended.isValid() ? job.ended : std::max(today, job.started);
    if (job.started.isValid() && to >= job.started)
      worked.push_back({job.started, to});
  }
  std::vector<Gap> gaps;
  if (worked.empty())
    return gaps;
  const auto first =
      std::min_element(worked.begin(), worked.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
  for (const Span& span : leftOut(worked, {first->from, today})) {
    if (span.days() < shownFrom)
      continue;
    std::vector<Span> told;
    QStringList why;
    for (const WorkGap& one : explained)
      if (one.started <= span.to && one.ended >= span.from) {
        told.push_back({one.started, one.ended});
        why << one.explanation;
      }
    const auto left = leftOut(told, span);
    const bool isExplained =
        std::all_of(left.begin(), left.end(), [](const Span& part) { return part.days() < shownFrom; });
    gaps.push_back({span.from, span.to, span.days(), span.to >= span.from.addMonths(explainedFrom) && !isExplained,
                    why.join(QStringLiteral("; "))});
  }
  return gaps;
}
