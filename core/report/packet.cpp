// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/packet.h"

#include "core/report/catalogue.h"
#include "core/report/insights.h"
#include "core/report/options.h"
#include "core/review/walk.h"
#include "core/review/week.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSettings>

namespace report {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("report", text); }

QString packetKey() { return QStringLiteral("insights/packet"); }

/// Rows that are known already.
Table fixedRows(Table head, std::vector<Heading> headings, const std::vector<std::vector<std::string>>& rows) {
  head.headings = std::move(headings);
  head.group = -1;
  head.rows = [rows](const std::function<bool(Cells)>& take) {
    for (const std::vector<std::string>& row : rows) {
      const std::vector<std::string_view> cells(row.begin(), row.end());
      if (!take(cells))
        return;
    }
  };
  return head;
}

} // namespace

namespace {

/// "Reviewed 58 · moved 12 · done 9 · mailed 7 · snoozed 2 · left 0"
QString saidOfWeek(db::Database& database, const Request& review) {
  const auto ids = [&](const char* filter) {
    const auto found = review.filter.is.find(QString::fromLatin1(filter));
    return found == review.filter.is.end() ? db::Values() : found->second;
  };
  const review::Summary done = review::summaryOf(database, mondayOf(review.today), ids("assignee"), ids("team"));
  Request toDo = review;
  toDo.filter.is[QStringLiteral("left")] = {QStringLiteral("yes")};
  qint64 left = 0;
  for (const auto& [section, number] : reviewCounts(database, toDo))
    left += isToReview(section) ? number : 0;
  return tr("Reviewed %L1 · moved %L2 · done %L3 · mailed %L4 · snoozed %L5 · left %L6")
      .arg(done.reviewed)
      .arg(done.moved)
      .arg(done.done)
      .arg(done.mailed)
      .arg(done.snoozed)
      .arg(left);
}

} // namespace

QStringList figuresInPacket() { return QSettings().value(packetKey()).toStringList(); }

void setInPacket(const QString& listing, bool ticked) {
  QStringList all = figuresInPacket();
  all.removeAll(listing);
  if (ticked)
    all << listing;
  QSettings().setValue(packetKey(), all);
}

Request figuresFor(const Request& review, const QString& listing) {
  Request request{find(listing), review.today, {}};
  if (const auto team = review.filter.is.find(QStringLiteral("team")); team != review.filter.is.end())
    request.filter.is.insert(*team);
  return request;
}

std::vector<Table> packet(db::Database& database, const Request& review, const Ticked& ticked) {
  const Table plain = tableFor(database, review); // its words: whose review it is
  std::vector<Table> all;
  const auto add = [&](const QString& title, const Request& request) {
    Table table = tableFor(database, request);
    table.title = title;
    table.filters = plain.filters;
    all.push_back(std::move(table));
  };
  const auto items = [&](const char* kind, const QStringList& headings) {
    Request request = review;
    request.filter.is[QStringLiteral("type")] = {QString::fromLatin1(kind)};
    for (const QString& heading : headings)
      request.columns.push_back(review.listing->columnAt(heading));
    return request;
  };
  const auto listed = [&](const char* name) {
    const Listing* listing = find(QString::fromLatin1(name));
    Request request{listing, review.today, review.filter};
    if (!listing->grouped.isEmpty())
      request.group = listing->columnAt(listing->grouped);
    return request;
  };

  std::vector<std::vector<std::string>> counts;
  qint64 total = 0;
  for (const auto& [section, number] : reviewCounts(database, review)) {
    counts.push_back({nameOf(section).toStdString(), std::to_string(number)});
    total += number;
  }
  counts.push_back({"Total", std::to_string(total)});
  Table summary =
      fixedRows(plain, {{QStringLiteral("Section"), Kind::Text}, {QStringLiteral("Items"), Kind::Number}}, counts);
  summary.title = tr("Review of the week from %1").arg(mondayOf(review.today).toString(Qt::ISODate));
  summary.said = saidOfWeek(database, review);
  all.push_back(std::move(summary));

  const QStringList lastNote{QStringLiteral("Last note on"), QStringLiteral("Last note by"),
                             QStringLiteral("Last note")};
  Request steps =
      items("Step", QStringList{QStringLiteral("Provider"), QStringLiteral("Practice"), QStringLiteral("What"),
                                QStringLiteral("About"), QStringLiteral("Status"), QStringLiteral("Waiting on"),
                                QStringLiteral("Assignee"), QStringLiteral("Date"), QStringLiteral("Follow-up"),
                                QStringLiteral("Why here")} +
                        lastNote);
  steps.group = review.listing->columnAt(QStringLiteral("Provider"));
  add(tr("Open items by provider"), steps);
  Request ends =
      items("Payor", QStringList{QStringLiteral("Provider"), QStringLiteral("Practice"), QStringLiteral("What"),
                                 QStringLiteral("About"), QStringLiteral("Status"), QStringLiteral("Assignee"),
                                 QStringLiteral("Date"), QStringLiteral("Follow-up"), QStringLiteral("Why here")} +
                         lastNote);
  ends.sort = {{review.listing->columnAt(QStringLiteral("Date")), false}};
  add(tr("Payors with end dates"), ends);
  add(tr("Alerts"), listed("alerts"));
  add(tr("Call sheet"), listed("call-sheet"));
  add(tr("Tasks"),
      items("Task", QStringList{QStringLiteral("What"), QStringLiteral("Provider"), QStringLiteral("Practice"),
                                QStringLiteral("Status"), QStringLiteral("Assignee"), QStringLiteral("Date"),
                                QStringLiteral("Days late"), QStringLiteral("Follow-up"), QStringLiteral("Why here")} +
                        lastNote));
  for (const Insight& insight : insights())
    for (const auto& [listing, picture] : ticked)
      if (listing == insight.listing) {
        Table table = tableFor(database, figuresFor(review, listing));
        table.said = said(insight, figuresOf(table));
        table.picture = picture;
        all.push_back(std::move(table));
      }
  return all;
}

Result<Written> writeReview(db::Database& database, const Request& review, const QString& path, const Going& going,
                            const Ticked& ticked) {
  if (QFileInfo(path).suffix().compare(QLatin1String("pdf"), Qt::CaseInsensitive) != 0)
    return write(tableFor(database, review), path, going);
  const std::vector<Table> tables = packet(database, review, ticked);
  return writeAsOne(tables, tables.front().title, path, going);
}

} // namespace report
