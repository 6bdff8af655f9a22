// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/review.h"

namespace report {

namespace {

Request ofSections(const Request& review) {
  Request request = review;
  for (int i = 1; i <= reviewSections; ++i)
    if (isToReview(ReviewSection(i)))
      request.filter.is[QStringLiteral("section")].push_back(i);
  return request;
}

const QString& sqlOf(const Listing& listing, const char* heading) {
  return listing.columns[size_t(listing.columnAt(QLatin1String(heading)))].sql;
}

} // namespace

Request planOf(const Request& review) {
  Request request = ofSections(review);
  request.filter.is[QStringLiteral("in-plan")] = {QStringLiteral("yes")};
  return request;
}

ReviewLoad reviewLoad(db::Database& database, const Request& review) {
  ReviewLoad load;
  const Request plan = planOf(review);
  // A day and a name in one value: counted in one go.
  const QString both = QStringLiteral("%1 || '|' || coalesce(%2, '')")
                           .arg(sqlOf(*plan.listing, "Plan"), sqlOf(*plan.listing, "Assignee"));
  const Query counts = countsQuery(plan, both);
  database.each(counts.sql, counts.arguments, [&](db::Row& row) {
    const QString value = row.text();
    load.byDay[value.section(QLatin1Char('|'), 0, 0)][value.section(QLatin1Char('|'), 1)] = row.number();
  });
  Request later = ofSections(review);
  later.filter.is[QStringLiteral("in-plan")] = {QStringLiteral("no")};
  later.filter.is[QStringLiteral("left")] = {QStringLiteral("yes")};
  const Query count = countQuery(later);
  load.later = database.value(count.sql, count.arguments);
  return load;
}

std::vector<Undealt> undealt(db::Database& database, const Request& review) {
  Request request = planOf(review);
  request.filter.is[QStringLiteral("planned")] = {QString::fromLatin1(toDeal)};
  for (const char* heading : {"Assignee", "What", "Provider", "Practice", "Date"})
    request.columns.push_back(request.listing->columnAt(QLatin1String(heading)));
  const Query query = rowsWithIdQuery(request, 0);
  return database.all(query.sql, query.arguments, [](db::Row& row) {
    Undealt one;
    one.key = row.number();
    one.whose = row.text();
    one.about = row.text();
    const QString provider = row.text(), practice = row.text();
    if (const QString& who = provider.isEmpty() ? practice : provider; !who.isEmpty())
      one.about += QStringLiteral(" · ") + who;
    one.date = row.text();
    return one;
  });
}

} // namespace report
