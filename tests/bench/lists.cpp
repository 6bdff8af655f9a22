// SPDX-License-Identifier: GPL-3.0-or-later
// credenza-lists FILE YYYY-MM-DD: how long the first rows of each tab's list take, against the bare query that walks an
// index of the table the rows are about. A line each: what, milliseconds, milliseconds of the bare query.
#include "core/db/database.h"
#include "core/report/catalogue.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

namespace {

constexpr int rows = 50, repeats = 15;

struct Tab {
  const char *listing, *bare;
};
constexpr Tab tabs[] = {
    {"providers", "SELECT * FROM provider ORDER BY sort_name, id LIMIT 50"},
    {"open-items", "SELECT * FROM step WHERE status IN ('New', 'In progress', 'Waiting') ORDER BY due, id LIMIT 50"},
    {"tasks", "SELECT * FROM task ORDER BY due, id LIMIT 50"},
    {"alerts", "SELECT * FROM enrollment WHERE status = 'Participating' ORDER BY end, id LIMIT 50"},
};

/// The best of some runs in milliseconds, each cell read.
double timed(db::Database& database, const report::Query& query, size_t cells) {
  qint64 best = std::numeric_limits<qint64>::max();
  for (int i = 0; i < repeats; ++i) {
    QElapsedTimer timer;
    timer.start();
    database.each(query.sql, query.arguments, [cells](db::Row& row) {
      for (size_t cell = 0; cell < cells; ++cell)
        row.text();
    });
    best = std::min(best, timer.nsecsElapsed());
  }
  return double(best) / 1e6;
}

} // namespace

int main(int argc, char** argv) {
  const QCoreApplication app(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  const QDate today = arguments.size() == 3 ? QDate::fromString(arguments[2], Qt::ISODate) : QDate();
  QTextStream out(stdout), err(stderr);
  if (!today.isValid()) {
    err << "usage: credenza-lists FILE YYYY-MM-DD\n";
    return 2;
  }
  db::Database database(arguments[1], db::Database::Mode::ReadOnly);
  for (const Tab& tab : tabs) {
    const report::Listing& listing = *report::find(QString::fromLatin1(tab.listing));
    const QString table = QString::fromLatin1(tab.bare).section(QLatin1Char(' '), 3, 3);
    const auto columns = size_t(database.value(QStringLiteral("SELECT count(*) FROM pragma_table_info(?)"), {table}));
    const double bare = timed(database, {QString::fromLatin1(tab.bare), {}}, columns);
    const auto say = [&](const QString& what, const report::Query& query, size_t cells) {
      out << QStringLiteral("%1\t%2\t%3\n")
                 .arg(what)
                 .arg(timed(database, query, cells), 0, 'f', 2)
                 .arg(bare, 0, 'f', 2);
      out.flush();
    };
    report::Request request{&listing, today, {}};
    request.plainTies = true;
    if (!listing.order.startsWith(QLatin1String("p.sort_name")))
      request.sort = {{listing.date, false}};
    say(listing.title, report::rowsWithIdQuery(request, rows), request.shown().size() + 1);
    for (size_t i = 0; i < listing.columns.size(); ++i) {
      request.sort = {{int(i), false}};
      say(listing.title + QStringLiteral(" by ") + listing.columns[i].heading, report::rowsWithIdQuery(request, rows),
          request.shown().size() + 1);
    }
    request.sort.clear();
    say(listing.title + QStringLiteral(", counted"), report::countQuery(request), 1);
  }
  return 0;
}
