// SPDX-License-Identifier: GPL-3.0-or-later
// credenza-lists FILE YYYY-MM-DD [COORDINATOR [LISTING]]: how long the first rows of each list take under each chip,
// grouping and order, against the bare query that walks an index of the table the rows are about. A line each: what,
// milliseconds, milliseconds of the bare query. Without a coordinator, Me is the first.
#include "core/db/database.h"
#include "core/report/catalogue.h"
#include "core/report/look.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

namespace {

constexpr int rows = 50;
constexpr qint64 longEnough = 200000000; // nanoseconds spent on one question
constexpr int tooLong = 1500;            // milliseconds after which a question is given up

struct Tab {
  const char *listing, *wide, *bare;
};
constexpr Tab tabs[] = {
    {"providers", nullptr, "SELECT * FROM provider ORDER BY sort_name, id LIMIT 50"},
    {"open-items", "all-items",
     "SELECT * FROM step WHERE status IN ('New', 'In progress', 'Waiting') ORDER BY due, id LIMIT 50"},
    {"running-trackings", nullptr,
     "SELECT * FROM step WHERE status IN ('New', 'In progress', 'Waiting') ORDER BY due, id LIMIT 50"},
    {"tasks", nullptr, "SELECT * FROM task ORDER BY due, id LIMIT 50"},
    {"review", nullptr,
     "SELECT * FROM step WHERE status IN ('New', 'In progress', 'Waiting') ORDER BY due, id LIMIT 50"},
    {"alerts", nullptr, "SELECT * FROM enrollment WHERE status = 'Participating' ORDER BY end, id LIMIT 50"},
};

/// Chips as they stand over the queue; a list leaves out what it does not know.
struct Chip {
  const char *key, *value;
};
constexpr Chip chips[] = {{"assignee", "me"},      {"assignee", "0"},
                          {"due", "overdue"},      {"due", "today"},
                          {"due", "week"},         {"due", "days:7"},
                          {"due", "none"},         {"status", "Waiting"},
                          {"waiting-on", "Payor"}, {"type", "Payor – Initial"},
                          {"priority", "High"},    {"payor", "1"},
                          {"untouched", "30"},     {"wide", "all"}};

/// The best of some runs in milliseconds, each cell read; `tooLong` when it was given up.
double timed(db::Database& database, const report::Query& query, size_t cells) {
  qint64 best = std::numeric_limits<qint64>::max(), all = 0;
  for (int i = 0; i < 15 && all < longEnough; ++i) {
    QElapsedTimer timer;
    timer.start();
    const auto found = database.allWithin(tooLong, query.sql, query.arguments, [cells](db::Row& row) {
      for (size_t cell = 0; cell < cells; ++cell)
        row.text();
      return 0;
    });
    if (!found)
      return tooLong;
    const qint64 once = timer.nsecsElapsed();
    best = std::min(best, once);
    all += once;
  }
  return double(best) / 1e6;
}

class Bench {
public:
  Bench(db::Database& database, QDate today, Id<Coordinator> me)
      : m_database(database), m_today(today), m_me(me), m_out(stdout) {}

  void run(const Tab& tab) {
    m_listing = report::find(QString::fromLatin1(tab.listing));
    m_wide = tab.wide ? report::find(QString::fromLatin1(tab.wide)) : nullptr;
    const QString table = QString::fromLatin1(tab.bare).section(QLatin1Char(' '), 3, 3);
    const auto columns = size_t(m_database.value(QStringLiteral("SELECT count(*) FROM pragma_table_info(?)"), {table}));
    m_bare = timed(m_database, {QString::fromLatin1(tab.bare), {}}, columns);
    first({}, {});
    counted({}, {});
    for (const Chip& chip : chips) {
      const QString key = QString::fromUtf8(chip.key), value = QString::fromUtf8(chip.value);
      report::Look look;
      look.filters[key] = {value};
      const bool known = key == QLatin1String("due")    ? m_listing->date >= 0
                         : key == QLatin1String("wide") ? m_wide != nullptr
                                                        : m_listing->filters.contains(key);
      if (!known)
        continue;
      first(look, QStringLiteral(", %1 %2").arg(key, value));
      counted(look, QStringLiteral(", %1 %2").arg(key, value));
    }
    for (const report::Column& column : m_listing->columns) {
      report::Look sorted, grouped;
      sorted.sort = {{column.heading, false}};
      grouped.group = column.heading;
      first(sorted, QStringLiteral(" by ") + column.heading);
      first(grouped, QStringLiteral(", grouped by ") + column.heading);
      grouped.filters[QStringLiteral("wide")] = {QStringLiteral("all")};
      if (m_wide)
        first(grouped, QStringLiteral(", all grouped by ") + column.heading);
    }
  }

private:
  report::Request request(const report::Look& look) const {
    return report::onScreen(report::requestOf(look, *m_listing, m_wide, m_today, m_me));
  }
  void first(const report::Look& look, const QString& what) {
    const report::Request asked = request(look);
    say(what, timed(m_database, report::rowsWithIdQuery(asked, rows), asked.shown().size() + 1));
  }
  void counted(const report::Look& look, const QString& what) {
    say(what + QStringLiteral(", counted"), timed(m_database, report::countQuery(request(look)), 1));
  }
  void say(const QString& what, double milliseconds) {
    m_out << QStringLiteral("%1\t%2\t%3\n")
                 .arg(m_listing->title + what)
                 .arg(milliseconds, 0, 'f', 2)
                 .arg(m_bare, 0, 'f', 2);
    m_out.flush();
  }

  db::Database& m_database;
  QDate m_today;
  Id<Coordinator> m_me;
  QTextStream m_out;
  const report::Listing* m_listing = nullptr;
  const report::Listing* m_wide = nullptr;
  double m_bare = 0;
};

} // namespace

int main(int argc, char** argv) {
  const QCoreApplication app(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  const QDate today = arguments.size() >= 3 ? QDate::fromString(arguments[2], Qt::ISODate) : QDate();
  if (!today.isValid()) {
    QTextStream(stderr) << "usage: credenza-lists FILE YYYY-MM-DD [COORDINATOR [LISTING]]\n";
    return 2;
  }
  db::Database database(arguments[1], db::Database::Mode::ReadOnly);
  const qint64 me = arguments.size() > 3 ? arguments[3].toLongLong()
                                         : database.value(QStringLiteral("SELECT min(id) FROM coordinator"));
  Bench bench(database, today, Id<Coordinator>{me});
  for (const Tab& tab : tabs)
    if (arguments.size() < 5 || arguments[4] == QLatin1String(tab.listing))
      bench.run(tab);
  return 0;
}
