// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/review.h"

#include "core/db/dialect.h"
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"
#include "core/report/catalogue/reviewparts.h"

#include <QCoreApplication>

namespace report {

using namespace parts;
using namespace reviewing;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("report", text); }

/// `of` as SQL beside each of these sections.
QString bySection(const std::map<ReviewSection, QString>& of, const QString& rest) {
  QString sql = QStringLiteral("CASE x.section");
  for (const auto& [section, what] : of)
    sql += QStringLiteral(" WHEN %1 THEN %2").arg(number(section), what);
  return sql + QStringLiteral(" ELSE %1 END").arg(rest);
}

QString counted(const QString& number, const char* one, const char* many) {
  return QStringLiteral("%1 || CASE %1 WHEN 1 THEN '%2' ELSE '%3' END").arg(number, say(one), say(many));
}

/// Why a row stands where it stands, in words: what its section saw, then what moves it up within it.
Column whyHere() {
  const QString today = say(":today");
  const QString ago = counted(db::dialect::daysBetween(say("x.on_day"), today), " day ago", " days ago");
  const QString left = counted(db::dialect::daysBetween(today, say("x.on_day")), " day left", " days left");
  const QString rung = db::dialect::reachedRung(say("x.ladder"), db::dialect::daysBetween(today, say("x.on_day")));
  const QString noDate =
      say("CASE x.status WHEN 'Missing' THEN 'required and not on file' WHEN 'No date' THEN 'no date "
          "on file' ELSE CASE x.kind WHEN 'Facility' THEN 'no date on file' ELSE 'neither due date "
          "nor follow-up' END END");
  const QString why = bySection(
      {{ReviewSection::Overdue, QStringLiteral("coalesce(%1, 'due ' || x.on_day)")
                                    .arg(counted(say("x.days_late"), " business day late", " business days late"))},
       {ReviewSection::DueThisWeek, say("'due ' || x.on_day")},
       {ReviewSection::FollowUpDue, say("'follow-up ' || x.follow_up")},
       {ReviewSection::Expired, QStringLiteral("'expired ' || ") + ago},
       {ReviewSection::Expiring, QStringLiteral("coalesce(%1 || '-day rung, ', '') || %2").arg(rung, left)},
       {ReviewSection::NoDate, noDate},
       {ReviewSection::PayorEnd, QStringLiteral("coalesce('ended ' || %1, 'no end date')").arg(ago)},
       {ReviewSection::Waiting, say("'waiting on ' || lower(x.waiting_on) || ' since ' || x.waiting_since")},
       {ReviewSection::NotTouched, say("'nothing noted since ' || x.touched")},
       {ReviewSection::Tasks, say("'open task'")},
       {ReviewSection::Recredentialing,
        QStringLiteral("CASE WHEN x.on_day < :today THEN 'ended ' || %1 ELSE 'in recredentialing' END").arg(ago)}},
      say("coalesce('due ' || x.on_day, 'follow-up ' || x.follow_up)"));
  return {QStringLiteral("Why here"), Kind::Text,
          why + say(" || CASE x.priority WHEN 'Fast-track' THEN ' · fast-track' WHEN 'High' THEN ' · high priority' "
                    "ELSE '' END || coalesce(' · by law decided by ' || x.limit_day, '') || CASE x.holds WHEN '' THEN "
                    "'' ELSE ' · ' || x.holds END")};
}

/// Of what became of it in this week's review, or of a snooze of it that lasts; NULL while it is to be gone through.
QString ofMark(const char* cell) {
  return QStringLiteral("(SELECT %1 FROM review_mark m WHERE m.item = x.id AND (m.outcome = 'Snoozed' AND m.until > "
                        ":today OR m.outcome NOT IN ('Snoozed', 'Mailed') AND m.week = %2) ORDER BY m.id DESC LIMIT 1)")
      .arg(say(cell), db::dialect::startOfWeek(QStringLiteral(":today")));
}

QString passed() { return ofMark("m.outcome || coalesce(', ' || m.until, '')"); }

/// The day of the week's plan that it stands on: its next date; on the Friday what falls on the weekend. What is past
/// or has no date is to be dealt.
QString planned() {
  const QString friday = db::dialect::daysBefore(weekEnd(), QStringLiteral("2"));
  const QString day =
      say("CASE WHEN y.until >= :today AND (x.kind NOT IN ('Step', 'Task') OR coalesce(x.on_day, '') < :today) THEN "
          "y.until WHEN y.until IS NULL AND (x.on_day < :today OR x.follow_up < :today) THEN 'To deal' WHEN x.on_day "
          ">= :today AND x.follow_up >= :today THEN min(x.on_day, x.follow_up) WHEN x.on_day >= :today THEN x.on_day "
          "WHEN x.follow_up >= :today THEN x.follow_up ELSE 'To deal' END");
  return QStringLiteral("(SELECT CASE WHEN z.day > %1 AND z.day <= %2 THEN %1 ELSE z.day END FROM (SELECT %3 AS day "
                        "FROM (SELECT %4 AS until) y) z)")
      .arg(friday, weekEnd(), day, ofMark("coalesce(m.until, '')"));
}

Column section() {
  std::map<ReviewSection, QString> names;
  for (int i = 1; i <= reviewSections; ++i)
    names[ReviewSection(i)] = QStringLiteral("'%1'").arg(nameOf(ReviewSection(i)));
  return {QStringLiteral("Section"), Kind::Text, bySection(names, say("''")), QStringLiteral("x.section")};
}

/// The most needed first, as `reason` tells it; each from the least to the greatest.
std::vector<QString> need() {
  return {say("CASE x.priority WHEN 'Fast-track' THEN 0 WHEN 'High' THEN 1 WHEN 'Normal' THEN 2 ELSE 3 END"),
          QStringLiteral("coalesce(x.limit_day > %1, 1)").arg(weekEnd()), say("x.holds = ''"),
          QStringLiteral("coalesce(%1, '9999')")
              .arg(bySection({{ReviewSection::FollowUpDue, say("x.follow_up")},
                              {ReviewSection::Waiting, say("x.waiting_since")},
                              {ReviewSection::NotTouched, say("x.touched")}},
                             say("x.on_day")))};
}

} // namespace

QString nameOf(ReviewSection section) {
  // As the command prints them and files have them: not translated.
  static const char* const names[reviewSections] = {"Overdue",
                                                    "Due this week",
                                                    "Follow-up due",
                                                    "Expired",
                                                    "Expiring by rung",
                                                    "No date",
                                                    "Payor end dates past or missing",
                                                    "Waiting on somebody for over 14 days",
                                                    "Not touched for 30 days",
                                                    "Tasks",
                                                    "Re-credentialing",
                                                    "Everything else open"};
  return QString::fromLatin1(names[int(section) - 1]);
}

std::vector<std::pair<ReviewSection, qint64>> reviewCounts(db::Database& database, const Request& review) {
  std::vector<std::pair<ReviewSection, qint64>> counts;
  for (int i = 1; i <= reviewSections; ++i)
    counts.emplace_back(ReviewSection(i), 0);
  const Query query = countsQuery(review, QStringLiteral("x.section"));
  database.each(query.sql, query.arguments, [&](db::Row& row) {
    const size_t at = size_t(row.number()) - 1;
    counts[at].second = row.number();
  });
  return counts;
}

std::vector<std::pair<qint64, ReviewSection>> reviewOrder(db::Database& database, const Request& review) {
  Request request = review;
  request.columns = {review.listing->columnAt(QStringLiteral("Section"))};
  // The same order as the report's, written so that each part works out only what it is ordered by.
  request.sort = {{request.columns.front(), false}};
  request.plainTies = true;
  std::map<QString, ReviewSection> sections;
  for (int i = 1; i <= reviewSections; ++i)
    sections[nameOf(ReviewSection(i))] = ReviewSection(i);
  const Query query = rowsWithIdQuery(request, 0);
  return database.all(query.sql, query.arguments, [&](db::Row& row) {
    const qint64 key = row.number();
    return std::pair(key, sections.at(row.text()));
  });
}

/// Whose a row is: its own assignee's, else that of its tracking, else that of its provider.
Listing review() {
  Listing it;
  it.name = QStringLiteral("review");
  it.title = tr("Review");
  it.reason =
      tr("What a week's review goes through, each thing once: the step every running tracking is at, open tasks, "
         "alerts, payor end dates past or missing, and what is in recredentialing. It stands in the first section it "
         "fits. Within one the most needed comes first: fast-track before other priorities, then what the law has a "
         "payor decide by this Sunday, then what holds something up, then the oldest date. Without an assignee of its "
         "own a row counts for whom its tracking, else its provider, is assigned to.");
  it.id = QStringLiteral("x.id");
  it.parts = currentSteps();
  for (std::vector<Part>& more :
       std::vector<std::vector<Part>>{openTasks(), alertsOfDocuments(), payorEnds(), reappointments()})
    it.parts.insert(it.parts.end(), more.begin(), more.end());
  it.from =
      say("x LEFT JOIN provider p ON p.id = x.provider_id LEFT JOIN practice pr ON pr.id = x.practice_id LEFT JOIN "
          "team ON team.id = coalesce(x.team_id, p.team_id, pr.team_id) LEFT JOIN payor py ON py.id = x.payor_id "
          "LEFT JOIN facility f ON f.id = x.facility_id LEFT JOIN coordinator a ON a.id = x.assignee_id LEFT JOIN "
          "note n ON n.id = x.note_id");
  // As in the list of alerts: of who left nothing is asked any more.
  it.where = say("x.kind <> 'Credential' OR p.status IS NULL OR p.status NOT IN ('Inactive', 'Terminated')");
  it.columns = std::vector<Column>{section()} + who() +
               std::vector<Column>{parts::text("Kind", "x.kind"),
                                   parts::text("What", "x.what"),
                                   parts::text("About", "x.about"),
                                   parts::text("Status", "x.status"),
                                   parts::text("Waiting on", "x.waiting_on"),
                                   parts::text("Assignee", "a.name"),
                                   date("Date", "x.on_day"),
                                   parts::number("Days late", say("x.days_late")),
                                   date("Follow-up", "x.follow_up"),
                                   parts::text("Priority", "x.priority"),
                                   whyHere()} +
               lastNote();
  for (Column extra :
       {parts::text("With", "coalesce(py.name, f.name, '')"), parts::text("Phone", "coalesce(py.phone, f.phone, '')"),
        parts::text("Portal", "py.portal"), date("Waiting since", "x.waiting_since"),
        date("Decided by law", "x.limit_day"), Column{QStringLiteral("This week"), Kind::Text, passed()},
        Column{QStringLiteral("Plan"), Kind::Text, planned()}}) {
    extra.extra = true;
    it.columns.push_back(extra);
  }
  it.filters = {{QStringLiteral("team"), QStringLiteral("coalesce(x.team_id, p.team_id, pr.team_id)")},
                {QStringLiteral("assignee"), QStringLiteral("x.assignee_id")},
                {QStringLiteral("provider"), QStringLiteral("x.provider_id")},
                {QStringLiteral("practice"), QStringLiteral("x.practice_id")},
                {QStringLiteral("payor"), QStringLiteral("x.payor_id")},
                {QStringLiteral("section"), QStringLiteral("x.section")},
                {QStringLiteral("status"), QStringLiteral("x.status")},
                {QStringLiteral("waiting-on"), QStringLiteral("x.waiting_on")},
                {QStringLiteral("type"), QStringLiteral("x.kind")},
                {QStringLiteral("left"), QStringLiteral("CASE WHEN %1 IS NULL THEN 'yes' ELSE 'no' END").arg(passed())},
                {QStringLiteral("priority"), QStringLiteral("x.priority")},
                {QStringLiteral("planned"), planned()},
                {QStringLiteral("in-plan"),
                 QStringLiteral("(SELECT CASE WHEN q.day = 'To deal' OR q.day <= %2 THEN 'yes' ELSE 'no' END FROM "
                                "(SELECT %1 AS day) q)")
                     .arg(planned(), weekEnd())}};
  it.search = {QStringLiteral("p.search"),    QStringLiteral("pr.sort_name"), QStringLiteral("py.sort_name"),
               QStringLiteral("f.sort_name"), QStringLiteral("x.what"),       QStringLiteral("x.about")};
  QStringList order{QStringLiteral("x.section")};
  for (const QString& term : need())
    order << term;
  it.order = order.join(QStringLiteral(", ")) + QStringLiteral(", team.sort_name, p.sort_name, x.id");
  it.keyOrder = need();
  for (const char* tie : {"team.sort_name", "p.sort_name", "x.id"})
    it.keyOrder.push_back(say(tie));
  it.date = it.columnAt(QStringLiteral("Date"));
  it.aside = true;
  return it;
}

} // namespace report
