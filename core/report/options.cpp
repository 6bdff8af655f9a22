// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/options.h"

#include "core/base/text.h"
#include "core/exchange/values.h"
#include "core/report/letterhead.h"

#include <QCoreApplication>
#include <utility>

namespace report {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("report", text); }

db::Values ids(db::Database& database, const char* sql, const db::Values& arguments) {
  return database.all(QString::fromUtf8(sql), arguments, [](db::Row& row) { return db::Value(row.number()); });
}

/// A filter by name: which records have it. Names are compared without case and marks.
struct Named {
  const char* key;
  const QString Asked::*word;
  const char* sql; ///< ids for one folded name, and for the name as typed
  const char* unknown;
};

const Named named[] = {
    {"team", &Asked::team, "SELECT id FROM team WHERE sort_name = ? AND ? <> ''", "There is no team “%1”."},
    {"assignee", &Asked::assignee, "SELECT id FROM coordinator WHERE sort_name = ? AND ? <> ''",
     "There is no coordinator “%1”."},
    {"provider", &Asked::provider, "SELECT id FROM provider WHERE sort_name = ? OR npi = ?",
     "There is no provider “%1”. Give the NPI, or “Last, First”."},
    {"practice", &Asked::practice, "SELECT id FROM practice WHERE sort_name = ? OR group_npi = ?",
     "There is no practice “%1”."},
    {"payor", &Asked::payor, "SELECT id FROM payor WHERE sort_name = ? OR payor_id = ?", "There is no payor “%1”."},
};

std::optional<QDate> readDay(const QString& text) {
  const QDate day = QDate::fromString(text, Qt::ISODate);
  return day.isValid() && text.size() == 10 ? std::optional(day) : std::nullopt;
}

AskedProblem usage(const QString& sentence) { return {Fault::WrongUsage, sentence}; }

QString headingsOf(const Listing& listing) {
  QStringList headings;
  for (const Column& column : listing.columns)
    headings << column.heading;
  return headings.join(QStringLiteral(", "));
}

} // namespace

std::variant<Request, AskedProblem> requestFor(db::Database& database, const Listing& listing, const Asked& asked,
                                               QDate today) {
  Request request{&listing, today, {}};
  const auto column = [&](const QString& heading) { return listing.columnAt(heading.trimmed()); };
  const auto noColumn = [&](const QString& heading) {
    return usage(
        tr("The report %1 has no column “%2”. It has: %3.").arg(listing.name, heading.trimmed(), headingsOf(listing)));
  };

  // Wrong words first: they are wrong whatever the data.
  if (!asked.columns.isEmpty())
    for (const QString& heading : asked.columns.split(QLatin1Char(','))) {
      if (column(heading) < 0)
        return noColumn(heading);
      request.columns.push_back(column(heading));
    }
  if (!asked.sort.isEmpty()) {
    const bool descending = asked.sort.endsWith(QLatin1String(":desc"), Qt::CaseInsensitive);
    const bool ascending = asked.sort.endsWith(QLatin1String(":asc"), Qt::CaseInsensitive);
    const QString heading = descending || ascending ? asked.sort.section(QLatin1Char(':'), 0, -2) : asked.sort;
    if (column(heading) < 0)
      return noColumn(heading);
    request.sort.push_back({column(heading), descending});
  }
  if (const QString group = asked.group.isEmpty() ? listing.grouped : asked.group; !group.isEmpty()) {
    if (column(group) < 0)
      return noColumn(group);
    request.group = column(group);
  }
  Span span;
  for (const auto& [word, day] : {std::pair{&asked.from, &span.from}, {&asked.to, &span.to}})
    if (!word->isEmpty()) {
      const auto read = readDay(*word);
      if (!read)
        return usage(tr("“%1” is not a date as YYYY-MM-DD.").arg(*word));
      *day = *read;
    }
  if (listing.usualDays > 0 && !span.from.isValid() && !span.to.isValid())
    span = {today.addDays(1 - listing.usualDays), today};
  if (span.from.isValid() || span.to.isValid()) {
    if (listing.date < 0)
      return usage(tr("The report %1 has no date to be filtered by.").arg(listing.name));
    request.filter.dates = {span};
  }

  for (const Named& one : named) {
    const QString& word = asked.*one.word;
    if (word.isEmpty())
      continue;
    const db::Values found = ids(database, one.sql, {folded(word), word.trimmed()});
    if (found.empty())
      return AskedProblem{Fault::Unknown, tr(one.unknown).arg(word)};
    request.filter.is[QString::fromLatin1(one.key)] = found;
  }
  if (!asked.state.isEmpty())
    request.filter.is[QStringLiteral("state")] = {exchange::stateCode(asked.state).toUpper()};
  for (const auto& [key, values] : request.filter.is)
    if (!listing.filters.contains(key))
      return usage(tr("The report %1 cannot be filtered by %2.").arg(listing.name, key));
  return request;
}

namespace {

/// In its own order, and with all that they are about, a listing that has pages is set on them.
void setPages(Table& table, const Listing& listing, const std::function<int(int)>& placeOf) {
  for (const QString& heading : listing.pages)
    table.pages.push_back(placeOf(listing.columnAt(heading)));
  const int section = placeOf(listing.columnAt(listing.section));
  if (section < 0 || std::count(table.pages.begin(), table.pages.end(), -1) > 0)
    table.pages.clear();
  else
    table.group = section;
}

} // namespace

Table tableFor(db::Database& database, const Request& request) {
  const auto name = [&](const char* sql, const db::Values& of) {
    QStringList names;
    for (const db::Value& id : of)
      names << database.text(QString::fromLatin1(sql), {id});
    names.removeDuplicates();
    return names.join(tr(" or "));
  };
  const Filter& filter = request.filter;
  Table table;
  table.title = request.title.isEmpty() ? request.listing->title : request.title;
  table.day = request.today.toString(Qt::ISODate);
  table.team = tr("All teams");
  QStringList words;
  for (const auto& [key, values] : filter.is) {
    if (key == QLatin1String("team"))
      table.team = name("SELECT name FROM team WHERE id = ?", values);
    else if (key == QLatin1String("assignee") || key == QLatin1String("responsible"))
      words << tr("Assignee: %1").arg(name("SELECT name FROM coordinator WHERE id = ?", values));
    else if (key == QLatin1String("provider"))
      words
          << tr("Provider: %1").arg(name("SELECT last_name || ', ' || first_name FROM provider WHERE id = ?", values));
    else if (key == QLatin1String("practice"))
      words << tr("Practice: %1").arg(name("SELECT name FROM practice WHERE id = ?", values));
    else if (key == QLatin1String("payor"))
      words << tr("Payor: %1").arg(name("SELECT name FROM payor WHERE id = ?", values));
    else {
      QStringList texts;
      for (const db::Value& value : values)
        texts << (value.text() ? *value.text() : QString());
      QString label = key;
      label[0] = label[0].toUpper();
      words << QStringLiteral("%1: %2").arg(label.replace(QLatin1Char('-'), QLatin1Char(' ')), texts.join(tr(" or ")));
    }
  }
  if (request.listing->date >= 0) {
    const QString what = request.listing->columns[size_t(request.listing->date)].heading;
    QStringList spans;
    for (const Span& span : filter.dates) {
      const QString from = span.from.toString(Qt::ISODate), to = span.to.toString(Qt::ISODate);
      spans << (from.isEmpty() && to.isEmpty() ? tr("none")
                : to.isEmpty()                 ? tr("from %1").arg(from)
                : from.isEmpty()               ? tr("to %1").arg(to)
                                               : tr("from %1 to %2").arg(from, to));
    }
    if (!spans.isEmpty())
      words << QStringLiteral("%1 %2").arg(what, spans.join(tr(" or ")));
  }
  if (!filter.text.isEmpty())
    words << tr("Containing “%1”").arg(filter.text);
  table.filters = words.join(QStringLiteral(" · "));

  const std::vector<int> shown = request.shown();
  for (int index : shown) {
    const Column& column = request.listing->columns[size_t(index)];
    table.headings.push_back({column.heading, column.kind});
  }
  const auto placeOf = [&](int column) {
    const auto place = std::find(shown.begin(), shown.end(), column);
    return place == shown.end() ? -1 : int(place - shown.begin());
  };
  Request read = request;
  if (request.group >= 0 && placeOf(request.group) < 0) {
    read.columns = shown;
    read.columns.push_back(request.group);
    table.group = int(shown.size());
    table.groupName = request.listing->columns[size_t(request.group)].heading;
  } else if (request.group >= 0)
    table.group = placeOf(request.group);
  else if (request.sort.empty() && !request.listing->pages.isEmpty())
    setPages(table, *request.listing, placeOf);
  if (request.listing->name == QLatin1String("tracking")) // with how many are in each status
    table.counted = placeOf(request.listing->columnAt(QStringLiteral("Status")));
  if (request.listing->isLetter && !table.pages.empty())
    table.letterhead = letterheadsOf(database);
  table.rows = [query = rowsQuery(read), file = database.file(), columns = read.shown().size(),
                reader = std::shared_ptr<db::Database>()](const std::function<bool(Cells)>& take) mutable {
    if (!reader) {
      reader = std::make_shared<db::Database>(file, db::Database::Mode::ReadOnly);
      reader->run(QStringLiteral("BEGIN")); // one snapshot for as long as the table is kept
    }
    std::vector<std::string_view> cells(columns);
    reader->run(QStringLiteral("PRAGMA cache_size = -2048"));
    bool isSorted = false;
    reader->until(query.sql, query.arguments, [&](db::Row& row) {
      // SQLite sorts in pieces of the size of its cache, sooner where they fit the processor's, and holds one in
      // memory; rows that come unsorted are walked, and meet pages again that a large cache still has.
      if (!std::exchange(isSorted, true))
        reader->run(QStringLiteral("PRAGMA cache_size = -32768"));
      for (std::string_view& cell : cells)
        cell = row.utf8();
      return take(cells);
    });
  };
  return table;
}

} // namespace report
