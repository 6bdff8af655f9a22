// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/dialect.h"
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"

#include <QCoreApplication>

#include <array>

// Figures: each row is a sum over many records, and a filter narrows what is summed.
namespace report {

using namespace parts;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("report", text); }
QString say(const char* part) { return QString::fromUtf8(part); }

constexpr int weeksBack = 26;
constexpr int weeksAhead = 8;
constexpr int monthsBack = 12;
constexpr std::array ages{30, 60, 90, 120, 180}; // days: usual turn-arounds lie between the second and the last

QString monday() { return db::dialect::startOfWeek(QStringLiteral(":today")); }

QString notLess(const char* cell) { return QStringLiteral("coalesce(%1, 0)").arg(say(cell)); }

/// What can be asked of steps s of trackings t; `assignee` is an expression.
std::map<QString, QString> ofSteps(const char* assignee) {
  return {{QStringLiteral("team"), QStringLiteral("t.team_id")},
          {QStringLiteral("assignee"), say(assignee)},
          {QStringLiteral("payor"), QStringLiteral("t.payor_id")},
          {QStringLiteral("state"), QStringLiteral("t.state")},
          {QStringLiteral("type"), QStringLiteral("t.type || ' – ' || t.subtype")}};
}

const char* const responsibleOne = "coalesce(s.assignee_id, t.assignee_id)";

} // namespace

Listing throughput() {
  const QString first = db::dialect::daysBefore(monday(), QString::number(7 * (weeksBack - 1)));
  // AND would look for a later step even where the tracking is not completed; CASE does not.
  const QString counted =
      QStringLiteral("SELECT %1 AS week, count(*) AS steps, sum(CASE t.status WHEN 'Completed' THEN NOT EXISTS (SELECT "
                     "1 FROM step o WHERE o.tracking_id = t.id AND o.status = 'Completed' AND (o.completed > "
                     "s.completed OR o.completed = s.completed AND o.id > s.id)) ELSE 0 END) AS trackings FROM step s "
                     "CROSS JOIN tracking t ON t.id = s.tracking_id WHERE s.status = 'Completed' AND s.completed >= %2 "
                     "AND s.completed <= :today AND "
                     "(:narrowed) GROUP BY 1")
          .arg(db::dialect::startOfWeek(QStringLiteral("s.completed")), first);
  Listing it;
  it.name = QStringLiteral("throughput");
  it.title = tr("Work completed, by week");
  it.reason = tr("This week and the 25 before, each from its Monday, with the steps completed in it, and the trackings "
                 "of which the last completed step was one of them.");
  it.id = QStringLiteral("w.id");
  it.from =
      QStringLiteral("%1 w LEFT JOIN (%2) d ON d.week = w.week")
          .arg(numbered(weeksBack, QStringLiteral("%1 AS week")
                                       .arg(db::dialect::daysBefore(
                                           monday(), QStringLiteral("(%1 - 7 * n.column1)").arg(7 * (weeksBack - 1))))),
               counted);
  it.columns = {date("Week", "w.week"), number("Steps", notLess("d.steps")),
                number("Trackings", notLess("d.trackings"))};
  it.filters = ofSteps(responsibleOne);
  it.search = {QStringLiteral("w.week")};
  it.order = QStringLiteral("w.id");
  it.date = 0;
  return it;
}

Listing onTime() {
  const QString first = db::dialect::startOfMonth(QStringLiteral(":today"));
  const auto dayNumber = [](const char* day) {
    return QStringLiteral("(SELECT b.number FROM business_day b WHERE b.day = %1)").arg(say(day));
  };
  // As days late are counted; most teams have no closed days of their own, and then none are looked for.
  const QString took =
      QStringLiteral("%1 - %2 - (SELECT count(*) FROM closed_day c WHERE c.team_id = t.team_id AND c.counts = 1 AND "
                     "c.day > s.started AND c.day <= s.completed)")
          .arg(dayNumber("s.completed"), dayNumber("s.started"));
  const QString counted =
      QStringLiteral("SELECT substr(s.completed, 1, 7) AS month, count(*) AS steps, sum(%1 <= s.tat) AS kept FROM step "
                     "s CROSS JOIN tracking t ON t.id = s.tracking_id WHERE s.status = 'Completed' AND s.completed >= "
                     "%2 AND s.completed <= :today AND s.tat IS NOT NULL AND s.started <= s.completed AND (:narrowed) "
                     "GROUP BY 1")
          .arg(took, db::dialect::addMonths(first, QString::number(1 - monthsBack)));
  Listing it;
  it.name = QStringLiteral("on-time");
  it.title = tr("Steps within their turn-around time, by month");
  it.reason =
      tr("This month and the eleven before, with the steps completed in each that have a turn-around time (TAT) "
         "and a day they were started, and how many of them took no more business days than that.");
  it.id = QStringLiteral("w.id");
  it.from =
      QStringLiteral("%1 w LEFT JOIN (%2) d ON d.month = w.month")
          .arg(numbered(monthsBack,
                        QStringLiteral("substr(%1, 1, 7) AS month")
                            .arg(db::dialect::addMonths(first, QStringLiteral("n.column1 - %1").arg(monthsBack - 1)))),
               counted);
  it.columns = {text("Month", "w.month"), number("Steps", notLess("d.steps")), number("On time", notLess("d.kept")),
                number("On time %", QStringLiteral("CAST(round(100.0 * d.kept / d.steps) AS INTEGER)"))};
  it.filters = ofSteps(responsibleOne);
  it.search = {QStringLiteral("w.month")};
  it.order = QStringLiteral("w.id");
  return it;
}

Listing openByAge() {
  const QString age = db::dialect::daysBetween(QStringLiteral("t.started"), QStringLiteral(":today"));
  QString band = QStringLiteral("CASE"), name = QStringLiteral("CASE n.column1");
  for (size_t i = 0; i < ages.size(); ++i) {
    band += QStringLiteral(" WHEN %1 <= %2 THEN %3").arg(age).arg(ages[i]).arg(i);
    const QString words = i == 0 ? QStringLiteral("Up to %1 days").arg(ages[i])
                                 : QStringLiteral("%1–%2 days").arg(ages[i - 1] + 1).arg(ages[i]);
    name += QStringLiteral(" WHEN %1 THEN '%2'").arg(i).arg(words);
  }
  band += QStringLiteral(" ELSE %1 END").arg(ages.size());
  name += QStringLiteral(" ELSE 'Over %1 days' END AS age").arg(ages.back());
  const QString counted =
      QStringLiteral("SELECT %1 AS band, count(*) AS trackings, sum(EXISTS (SELECT 1 FROM step s WHERE s.tracking_id = "
                     "t.id AND s.due < :today AND %2)) AS late FROM tracking t WHERE t.status NOT IN ('Completed', "
                     "'Cancelled') AND (:narrowed) GROUP BY 1")
          .arg(band, isToDo());
  Listing it;
  it.name = QStringLiteral("open-by-age");
  it.title = tr("Open trackings, by age");
  it.reason = tr("Every tracking that is neither completed nor cancelled, by the days since it was started; and how "
                 "many of them have an open step that was due before today.");
  it.id = QStringLiteral("w.id");
  it.from = QStringLiteral("%1 w LEFT JOIN (%2) d ON d.band = w.id").arg(numbered(int(ages.size()) + 1, name), counted);
  Column first = text("Age", "w.age");
  first.sort = QStringLiteral("w.id");
  it.columns = {first, number("Trackings", notLess("d.trackings")), number("Overdue", notLess("d.late"))};
  it.filters = ofSteps("t.assignee_id");
  it.search = {QStringLiteral("w.age")};
  it.order = QStringLiteral("w.id");
  return it;
}

Listing turnaround() {
  Listing it;
  it.name = QStringLiteral("turnaround");
  it.title = tr("From submitted to effective, by payor");
  it.reason = tr("Every payor with five or more enrollments that were submitted and became effective, then or later; "
                 "half of them took the median or less, four of five the 80th percentile or less, in calendar days. "
                 "The slowest come first.");
  it.id = QStringLiteral("py.id");
  it.from = ownHistory({QStringLiteral("payor_id")}, QStringLiteral(":narrowed")) +
            QStringLiteral(" h JOIN payor py ON py.id = h.payor_id");
  it.columns = {payor(), number("Cases", say("h.cases")), number("Median days", say("h.median")),
                number("80th percentile", say("h.eightieth")), number("Usual days", say("py.usual_days"))};
  it.filters = {{QStringLiteral("team"),
                 QStringLiteral("coalesce((SELECT v.team_id FROM provider v WHERE v.id = q.provider_id), (SELECT "
                                "v.team_id FROM practice v WHERE v.id = q.practice_id))")},
                {QStringLiteral("assignee"), QStringLiteral("q.assignee_id")},
                {QStringLiteral("payor"), QStringLiteral("q.payor_id")},
                {QStringLiteral("state"), QStringLiteral("q.state")}};
  it.search = {QStringLiteral("py.sort_name")};
  it.order = QStringLiteral("h.median DESC, h.eightieth DESC, py.sort_name, py.id");
  return it;
}

Listing dueLoad() {
  const QString week = QStringLiteral("%1 / 7").arg(db::dialect::daysBetween(monday(), QStringLiteral("s.due")));
  QStringList sums;
  std::vector<Column> weeks;
  for (int i = 0; i < weeksAhead; ++i) {
    sums << QStringLiteral("sum(s.due >= :today AND %1 = %2) AS week%3").arg(week).arg(i).arg(i + 1);
    const QString heading = i == 0 ? QStringLiteral("This week") : QStringLiteral("Week %1").arg(i + 1);
    weeks.push_back({heading, Kind::Number, QStringLiteral("d.week%1").arg(i + 1)});
  }
  const QString counted =
      QStringLiteral("SELECT %1 AS assignee_id, count(*) AS steps, sum(s.due < :today) AS late, %2 FROM step s CROSS "
                     "JOIN tracking t ON t.id = s.tracking_id WHERE %3 AND s.due < %4 AND (:narrowed) GROUP BY 1")
          .arg(say(responsibleOne), sums.join(QStringLiteral(", ")), isToDo(),
               db::dialect::addDays(monday(), QString::number(7 * weeksAhead)));
  Listing it;
  it.name = QStringLiteral("due-load");
  it.title = tr("Steps due in the next eight weeks, by person");
  it.reason = tr("Everybody with an open step that is overdue, or due this week or in the seven after it: one's own, "
                 "or without an assignee of a tracking of one's own. Who has most comes first.");
  it.id = QStringLiteral("coalesce(d.assignee_id, 0)");
  it.from = QStringLiteral("(%1) d LEFT JOIN coordinator a ON a.id = d.assignee_id").arg(counted);
  Column assignee = text("Assignee", "coalesce(a.name, 'Nobody')");
  assignee.sort = QStringLiteral("coalesce(a.sort_name, '')");
  it.columns = std::vector<Column>{assignee, number("Overdue", say("d.late"))} + weeks +
               std::vector<Column>{number("All", say("d.steps"))};
  it.filters = ofSteps(responsibleOne);
  it.search = {QStringLiteral("coalesce(a.sort_name, 'nobody')")};
  it.order = QStringLiteral("d.steps DESC, a.sort_name, d.assignee_id");
  return it;
}

} // namespace report
