// SPDX-License-Identifier: GPL-3.0-or-later
// credenza-lists FILE YYYY-MM-DD [COORDINATOR [LISTING]]: how long the first rows of each list take under each chip,
// grouping and order, against the bare query of the same rows: one SELECT that says what is asked, over what indices
// there are. A line each: what, milliseconds, milliseconds of the bare query. Without a coordinator, Me is the first.
#include "core/db/database.h"
#include "core/report/catalogue.h"
#include "core/report/composer.h"
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
// By hand: the rows as they lie in the list's index, with the names, the newest note and the counts that stand in a row
// of it, and nothing that has to be worked out (days late, standing, ladders, what is missing).
constexpr auto steps =
    "SELECT s.*, t.type, t.subtype, t.state, team.name, p.last_name, p.first_name, p.npi, pr.name, py.name, f.name, "
    "a.name, n.written, n.author, n.text FROM step s JOIN tracking t ON t.id = s.tracking_id "
    "LEFT JOIN team ON team.id = t.team_id LEFT JOIN provider p ON p.id = t.provider_id "
    "LEFT JOIN practice pr ON pr.id = t.practice_id LEFT JOIN payor py ON py.id = t.payor_id "
    "LEFT JOIN facility f ON f.id = t.facility_id LEFT JOIN coordinator a ON a.id = s.assignee_id "
    "LEFT JOIN note n ON n.id = (SELECT x.id FROM note x WHERE x.step_id = s.id ORDER BY x.written DESC, x.id DESC "
    "LIMIT 1) WHERE {chip} ORDER BY {by}s.due, s.id LIMIT 50";
// {chip} is what is asked for, {by} what comes before the order they lie in. What has tables of several kinds in a row
// (alerts, the review) is compared with the rows of one of them, whatever is asked.
constexpr Tab tabs[] = {
    {"providers", nullptr,
     "SELECT p.*, team.name, a.name, (SELECT group_concat(pr.name) FROM provider_practice pp JOIN practice pr ON "
     "pr.id = pp.practice_id WHERE pp.provider_id = p.id), "
     "(SELECT count(*) FROM credential c WHERE c.provider_id = p.id AND c.not_applicable = 0 AND c.renewed_by IS NULL "
     "AND c.expires < '2026-04-12') + "
     "(SELECT count(*) FROM enrollment e WHERE e.provider_id = p.id AND e.status = 'Participating' AND e.end < "
     "'2026-04-12') + (SELECT count(*) FROM affiliation f WHERE f.provider_id = p.id AND f.status = 'Active' AND "
     "f.reappointment_due < '2026-04-12') FROM provider p LEFT JOIN team ON team.id = p.team_id "
     "LEFT JOIN coordinator a ON a.id = p.assignee_id WHERE {chip} ORDER BY {by}p.sort_name, p.id LIMIT 50"},
    {"open-items", "all-items", steps},
    {"running-trackings", nullptr,
     "SELECT t.*, s.name, s.status, s.due, team.name, p.last_name, p.first_name, p.npi, pr.name, py.name, f.name, "
     "a.name, n.written, n.author, n.text, (SELECT count(*) FROM step o WHERE o.tracking_id = t.id AND o.status IN "
     "('Completed', 'Not needed')), (SELECT count(*) FROM step o WHERE o.tracking_id = t.id) FROM step s "
     "JOIN tracking t ON t.id = s.tracking_id LEFT JOIN team ON team.id = t.team_id LEFT JOIN provider p ON p.id = "
     "t.provider_id LEFT JOIN practice pr ON pr.id = t.practice_id LEFT JOIN payor py ON py.id = t.payor_id "
     "LEFT JOIN facility f ON f.id = t.facility_id LEFT JOIN coordinator a ON a.id = t.assignee_id "
     "LEFT JOIN note n ON n.id = (SELECT x.id FROM note x WHERE x.tracking_id = t.id ORDER BY x.written DESC, x.id "
     "DESC LIMIT 1) WHERE s.status IN ('New', 'In progress', 'Waiting') AND NOT EXISTS (SELECT 1 FROM step o WHERE "
     "o.tracking_id = t.id AND o.position < s.position AND o.status IN ('New', 'In progress', 'Waiting')) "
     "AND {chip} ORDER BY {by}s.due, s.id LIMIT 50"},
    {"tasks", nullptr,
     "SELECT k.*, team.name, p.last_name, p.first_name, p.npi, pr.name, a.name, n.written, n.author, n.text "
     "FROM task k LEFT JOIN team ON team.id = k.team_id LEFT JOIN provider p ON p.id = k.provider_id "
     "LEFT JOIN practice pr ON pr.id = k.practice_id LEFT JOIN coordinator a ON a.id = k.assignee_id "
     "LEFT JOIN provider ap ON ap.id = k.assigned_provider_id LEFT JOIN payor py ON py.id = k.payor_id LEFT JOIN note "
     "n ON n.id = (SELECT x.id FROM note x WHERE x.task_id = k.id ORDER BY x.written DESC, x.id DESC "
     "LIMIT 1) WHERE {chip} ORDER BY {by}k.due, k.id LIMIT 50"},
    {"review", nullptr, steps},
    {"alerts", nullptr,
     "SELECT e.*, team.name, p.last_name, p.first_name, p.npi, pr.name, py.name FROM enrollment e "
     "LEFT JOIN provider p ON p.id = e.provider_id LEFT JOIN practice pr ON pr.id = e.practice_id "
     "LEFT JOIN team ON team.id = p.team_id LEFT JOIN payor py ON py.id = e.payor_id "
     "WHERE e.status = 'Participating' AND {chip} ORDER BY e.end, e.id LIMIT 50"},
};

/// Chips as they stand over the queue, of a text the first that there is; a list leaves out what it does not know.
struct Chip {
  const char *key, *value;
};
constexpr Chip chips[] = {{"assignee", "me"},      {"assignee", "0"},
                          {"due", "overdue"},      {"due", "today"},
                          {"due", "week"},         {"due", "days:7"},
                          {"due", "none"},         {"status", "Waiting"},
                          {"waiting-on", "Payor"}, {"type", "SELECT min(type || ' – ' || subtype) FROM tracking"},
                          {"priority", "High"},    {"payor", "1"},
                          {"untouched", "30"},     {"wide", "all"}};

/// The best of some runs in milliseconds, each cell read; `tooLong` when it was given up.
double timed(db::Database& database, const report::Query& query) {
  qint64 best = std::numeric_limits<qint64>::max(), all = 0;
  for (int i = 0; i < 15 && all < longEnough; ++i) {
    QElapsedTimer timer;
    timer.start();
    const auto found = database.allWithin(tooLong, query.sql, query.arguments, [](db::Row& row) {
      while (row.consumed() < row.columns())
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
    m_bare = QString::fromLatin1(tab.bare);
    first({}, {});
    counted({}, {});
    for (const Chip& chip : chips) {
      const QString key = QString::fromUtf8(chip.key), said = QString::fromUtf8(chip.value);
      const QString value = said.startsWith(QLatin1String("SELECT")) ? m_database.text(said) : said;
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
    say(what, timed(m_database, report::rowsWithIdQuery(asked, rows)), timed(m_database, bare(asked, look)));
  }
  void counted(const report::Look& look, const QString& what) {
    const report::Request asked = request(look);
    report::Query all = bare(asked, look);
    all.sql = QStringLiteral("SELECT count(*) FROM (%1)").arg(all.sql.replace(QLatin1String(" LIMIT 50"), QString()));
    say(what + QStringLiteral(", counted"), timed(m_database, report::countQuery(asked)), timed(m_database, all));
  }
  report::Query bare(const report::Request& asked, const report::Look& look) const {
    const report::Listing& listing = *asked.listing;
    report::Composer composer(asked);
    QString chip = QStringLiteral("1"), by;
    if (listing.parts.empty() || listing.whole) {
      if (const QString where = composer.where(); !where.isEmpty())
        chip = where.mid(QStringLiteral(" WHERE ").size());
      if (const int column = asked.group >= 0    ? asked.group
                             : look.sort.empty() ? -1
                                                 : asked.sort.front().column;
          column >= 0) {
        const report::Column& first = listing.columns[size_t(column)];
        by = (first.sort.isEmpty() ? first.sql : first.sort) + QStringLiteral(", ");
      }
    }
    const auto ofStep = [](QString sql) { return sql.replace(QLatin1String("x.due"), QLatin1String("s.due")); };
    return composer.finish(
        QString(m_bare).replace(QLatin1String("{chip}"), ofStep(chip)).replace(QLatin1String("{by}"), ofStep(by)));
  }
  void say(const QString& what, double milliseconds, double bare) {
    m_out << QStringLiteral("%1\t%2\t%3\n")
                 .arg(m_listing->title + what)
                 .arg(milliseconds, 0, 'f', 2)
                 .arg(bare, 0, 'f', 2);
    m_out.flush();
  }

  db::Database& m_database;
  QDate m_today;
  Id<Coordinator> m_me;
  QTextStream m_out;
  const report::Listing* m_listing = nullptr;
  const report::Listing* m_wide = nullptr;
  QString m_bare;
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
