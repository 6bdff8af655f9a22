// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/look.h"

namespace report {
namespace {

constexpr qint64 nobodyYet = -1; // 0 asks for what nobody is assigned to, which is not mine

Span spanOf(const QString& word, QDate today) {
  if (word == QLatin1String("overdue"))
    return {{}, today.addDays(-1)};
  if (word == QLatin1String("today"))
    return {today, today};
  if (word == QLatin1String("week"))
    return {today, today.addDays(7 - today.dayOfWeek())};
  if (word.startsWith(QLatin1String("days:")))
    return {today, today.addDays(word.mid(5).toInt())};
  return {};
}

db::Values idsOf(const QStringList& words, Id<Coordinator> me) {
  db::Values values;
  for (const QString& word : words)
    values.push_back(word != QLatin1String("me") ? word.toLongLong() : me.isValid() ? me.value : nobodyYet);
  return values;
}

} // namespace

bool isIdFilter(const QString& key) {
  return key == QLatin1String("assignee") || key == QLatin1String("payor") || key == QLatin1String("practice") ||
         key == QLatin1String("provider") || key == QLatin1String("team");
}

QString assigneeKey(const Listing& listing) {
  const QString own = QStringLiteral("responsible");
  return listing.filters.contains(own) ? own : QStringLiteral("assignee");
}

Request requestOf(const Look& look, const Listing& listing, const Listing* wide, QDate today, Id<Coordinator> me,
                  Filter only) {
  const Listing& taken = wide && look.filters.contains(QStringLiteral("wide")) ? *wide : listing;
  Request request{&taken, today, std::move(only)};
  request.filter.text = look.text;
  if (!look.teams.isEmpty())
    request.filter.is[QStringLiteral("team")] = idsOf(look.teams, me);
  for (auto filter = look.filters.begin(); filter != look.filters.end(); ++filter) {
    const QString& key = filter.key();
    if (key == QLatin1String("due")) {
      for (const QString& word : filter.value())
        request.filter.dates.push_back(spanOf(word, today));
    } else if (key == QLatin1String("untouched")) {
      request.filter.is[key] = {today.addDays(-filter.value().value(0).toInt())};
    } else if (isIdFilter(key)) {
      request.filter.is[key == QLatin1String("assignee") ? assigneeKey(taken) : key] = idsOf(filter.value(), me);
    } else if (key != QLatin1String("wide")) {
      for (const QString& word : filter.value())
        request.filter.is[key].push_back(word);
    }
  }
  request.group = taken.columnAt(look.group);
  for (const SortKey& key : look.sort)
    if (const int column = taken.columnAt(key.column); column >= 0)
      request.sort.push_back({column, key.descending});
  return request;
}

Request onScreen(Request request) {
  // The date that matters, so that an index gives the order, as long as nothing else is asked.
  const Listing& listing = *request.listing;
  if (request.sort.empty() && listing.date >= 0 && !listing.order.startsWith(QLatin1String("p.sort_name")))
    request.sort.push_back({listing.date, listing.newestFirst});
  request.plainTies = true;
  return request;
}

} // namespace report
