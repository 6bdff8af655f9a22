// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/review.h"

#include "core/db/dialect.h"
#include "core/payors/statutory.h"
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"
#include "core/tracking/status.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("report", text); }
QString say(const char* part) { return QString::fromUtf8(part); }

constexpr int patience = 14;   // days that somebody else may have the ball
constexpr int delinquent = 30; // days without a note after which an open item counts as left alone (domain: CredyApp)

QString number(ReviewSection section) { return QString::number(int(section)); }

/// The conditions of the sections that rows of one kind can stand in: a map, so in the order of the sections.
using Fits = std::map<ReviewSection, QString>;

QString firstFitting(const Fits& fits, ReviewSection rest) {
  QString sql = QStringLiteral("CASE");
  for (const auto& [section, condition] : fits)
    sql += QStringLiteral(" WHEN %1 THEN %2").arg(condition, number(section));
  return sql + QStringLiteral(" ELSE %1 END").arg(number(rest));
}

/// `of` as SQL beside each of these sections.
QString bySection(const std::map<ReviewSection, QString>& of, const QString& rest) {
  QString sql = QStringLiteral("CASE x.section");
  for (const auto& [section, what] : of)
    sql += QStringLiteral(" WHEN %1 THEN %2").arg(number(section), what);
  return sql + QStringLiteral(" ELSE %1 END").arg(rest);
}

/// What a row of the review has, whatever it is about; each kind says where it comes from.
struct Cells {
  QString key, record, kind, section;
  QString provider = say("NULL"), practice = say("NULL"), team = say("NULL"), payor = say("NULL"),
          facility = say("NULL");
  QString what, about, status, assignee = say("NULL");
  QString waitingOn = say("''"), waitingSince = say("NULL");
  QString date, daysLate = say("NULL"), followUp = say("NULL"), priority = say("'Normal'");
  QString touched = say("NULL"); ///< when somebody last did something about it
  QString ladder = say("''");
  QString holds = say("''");   ///< what it holds up, in words
  QString limit = say("NULL"); ///< the day by which a payor must have decided
  QString note = say("NULL");  ///< the id of its last note

  QString sql() const {
    const std::pair<const char*, const QString&> all[] = {{"id", key},
                                                          {"record", record},
                                                          {"kind", kind},
                                                          {"section", section},
                                                          {"provider_id", provider},
                                                          {"practice_id", practice},
                                                          {"team_id", team},
                                                          {"payor_id", payor},
                                                          {"facility_id", facility},
                                                          {"what", what},
                                                          {"about", about},
                                                          {"status", status},
                                                          {"assignee_id", assignee},
                                                          {"waiting_on", waitingOn},
                                                          {"waiting_since", waitingSince},
                                                          {"on_day", date},
                                                          {"days_late", daysLate},
                                                          {"follow_up", followUp},
                                                          {"priority", priority},
                                                          {"touched", touched},
                                                          {"ladder", ladder},
                                                          {"holds", holds},
                                                          {"limit_day", limit},
                                                          {"note_id", note}};
    QStringList cells;
    for (const auto& [name, expression] : all)
      cells << QStringLiteral("%1 AS %2").arg(expression, QLatin1String(name));
    return cells.join(QStringLiteral(", "));
  }
};

QString assigneeOf(const char* provider) {
  return QStringLiteral("(SELECT v.assignee_id FROM provider v WHERE v.id = %1)").arg(say(provider));
}

QString joined(const QStringList& cells) {
  QStringList all;
  for (const QString& cell : cells)
    all << QStringLiteral("CASE coalesce(%1, '') WHEN '' THEN '' ELSE ' · ' || %1 END").arg(cell);
  return QStringLiteral("substr(%1, 4)").arg(all.join(QStringLiteral(" || ")));
}

QString weekEnd() { return db::dialect::endOfWeek(QStringLiteral(":today")); }

QString longAgo(const QString& date, int days) {
  return QStringLiteral("%1 < %2").arg(date, db::dialect::daysBefore(QStringLiteral(":today"), QString::number(days)));
}

/// Somebody else has had the ball for long.
QString waitsLong(const Cells& of) {
  return QStringLiteral("%1 NOT IN ('', 'Us', 'Nobody') AND %2").arg(of.waitingOn, longAgo(of.waitingSince, patience));
}

QString newestNoteId(const char* condition) {
  return QStringLiteral("(SELECT m.id FROM note m WHERE %1 ORDER BY m.written DESC, m.id DESC LIMIT 1)")
      .arg(say(condition));
}
/// The day of the newest note, else another day.
QString touchedOn(const char* condition, const char* otherwise) {
  return QStringLiteral("coalesce((SELECT substr(max(m.written), 1, 10) FROM note m WHERE %1), %2)")
      .arg(say(condition), say(otherwise));
}

/// The sections of steps and tasks, which have a due date and somebody who does them.
Fits sectionsOfWork(const Cells& of) {
  return {{ReviewSection::Overdue, of.date + QStringLiteral(" < :today")},
          {ReviewSection::DueThisWeek, QStringLiteral("%1 <= %2").arg(of.date, weekEnd())},
          {ReviewSection::FollowUpDue, of.followUp + QStringLiteral(" <= :today")},
          {ReviewSection::NoDate, QStringLiteral("%1 IS NULL AND %2 IS NULL").arg(of.date, of.followUp)},
          {ReviewSection::Waiting, waitsLong(of)},
          {ReviewSection::NotTouched, longAgo(of.touched, delinquent)}};
}

/// What a payor has not decided yet holds claims (enrollment e of status es).
QString claimsHeld() {
  return QStringLiteral("CASE es.claims WHEN 'Hold' THEN 'claims on hold' WHEN 'Do not schedule' THEN 'no scheduling' "
                        "ELSE '' END");
}

/// The day by which the law has a payor decide on enrollment e, while it has not.
QString limitDay() {
  QString sql = QStringLiteral("CASE WHEN es.claims = 'Hold' AND e.submitted IS NOT NULL THEN CASE e.state");
  for (const StatutoryLaw& law : statutoryLaws()) {
    const QString days = QString::number(law.days);
    // A business day's number is looked for near the day: n business days are never more than 2 n + 10 days.
    const QString day =
        law.inBusinessDays
            ? QStringLiteral("(SELECT min(b.day) FROM business_day b WHERE b.day > e.submitted AND b.day <= %1 AND "
                             "b.number = %2 + (SELECT y.number FROM business_day y WHERE y.day = e.submitted))")
                  .arg(db::dialect::addDays(QStringLiteral("e.submitted"), QString::number(2 * law.days + 10)), days)
            : db::dialect::addDays(QStringLiteral("e.submitted"), days);
    sql += QStringLiteral(" WHEN '%1' THEN %2").arg(QLatin1String(law.state), day);
  }
  return sql + QStringLiteral(" END END");
}

/// The step each running tracking is at. Those with an assignee of their own apart: an index finds them.
std::vector<Part> currentSteps() {
  const QString open = QLatin1String(openStatuses);
  Cells of;
  of.key = say("s.id * 4 + 1");
  of.record = say("s.id");
  of.kind = say("'Step'");
  of.provider = say("t.provider_id");
  of.practice = say("t.practice_id");
  of.team = say("t.team_id");
  of.payor = say("t.payor_id");
  of.facility = say("t.facility_id");
  of.what = say("s.name");
  of.about = joined({say("t.type || ' – ' || t.subtype"), say("(SELECT y.name FROM payor y WHERE y.id = t.payor_id)"),
                     say("(SELECT y.name FROM facility y WHERE y.id = t.facility_id)"), say("t.state")});
  of.status = say("s.status");
  of.waitingOn = say("s.waiting_on");
  of.waitingSince = say("coalesce(s.waiting_since, s.started, t.started)");
  of.date = say("s.due");
  of.daysLate = daysLate(of.date, of.team, isToDo());
  of.followUp = say("s.follow_up");
  of.priority = say("t.priority");
  of.touched = touchedOn("m.tracking_id = t.id", "s.started, t.started");
  of.holds = claimsHeld();
  of.limit = limitDay();
  of.note = newestNoteId("m.tracking_id = t.id");
  of.section = firstFitting(sectionsOfWork(of), ReviewSection::Else);
  std::vector<Part> all;
  for (const bool own : {true, false}) {
    of.assignee =
        own ? say("s.assignee_id") : QStringLiteral("coalesce(t.assignee_id, %1)").arg(assigneeOf("t.provider_id"));
    all.push_back(
        {.cells = of.sql(),
         .from = say("step s CROSS JOIN tracking t ON t.id = s.tracking_id LEFT JOIN enrollment e ON e.id = "
                     "t.enrollment_id LEFT JOIN enrollment_status es ON es.name = e.status"),
         .where = QStringLiteral("%1 AND s.assignee_id %2 AND NOT EXISTS (SELECT 1 FROM step o WHERE o.tracking_id = "
                                 "s.tracking_id AND o.status %3 AND (o.position, o.id) < (s.position, s.id))")
                      .arg(isToDo(), own ? say("IS NOT NULL") : say("IS NULL"), open),
         .byKey = say("wanted.id % 4 = 1 AND s.id = wanted.id / 4"),
         .hasDate = true});
  }
  return all;
}

std::vector<Part> openTasks() {
  Cells of;
  of.key = say("k.id * 4 + 3");
  of.record = say("k.id");
  of.kind = say("'Task'");
  of.provider = say("k.provider_id");
  of.practice = say("k.practice_id");
  of.team = say("k.team_id");
  of.payor = say("k.payor_id");
  of.what = say("k.name");
  of.about = say("coalesce((SELECT y.name FROM payor y WHERE y.id = k.payor_id), '')");
  of.status = say("k.status");
  of.waitingOn = say("CASE WHEN k.assigned_provider_id IS NULL THEN '' ELSE 'Provider' END");
  of.waitingSince = say("k.created");
  of.date = say("k.due");
  of.daysLate = daysLate(of.date, of.team, QStringLiteral("1"));
  of.followUp = say("k.follow_up");
  of.priority = say("k.priority");
  of.touched = touchedOn("m.task_id = k.id", "k.created");
  of.note = newestNoteId("m.task_id = k.id");
  of.section = firstFitting(sectionsOfWork(of), ReviewSection::Tasks);
  std::vector<Part> all;
  for (const bool own : {true, false}) {
    of.assignee = own ? say("k.assignee_id") : assigneeOf("coalesce(k.assigned_provider_id, k.provider_id)");
    all.push_back({.cells = of.sql(),
                   .from = say("task k"),
                   .where = QStringLiteral("k.status %1 AND k.assignee_id %2")
                                .arg(QLatin1String(openStatuses), own ? say("IS NOT NULL") : say("IS NULL")),
                   .byKey = say("wanted.id % 4 = 3 AND k.id = wanted.id / 4"),
                   .hasDate = true});
  }
  return all;
}

/// The key of a row that the listing of alerts has too: twice its key there.
QString keyOfAlert(const QString& record, int kind) {
  return QStringLiteral("(%1 * 4 + %2) * 2").arg(record).arg(kind);
}

QString byKeyOfAlert(const QString& byKey) {
  return QStringLiteral("wanted.id % 2 = 0 AND ") +
         QString(byKey).replace(QLatin1String("wanted.id"), QLatin1String("(wanted.id / 2)"));
}

std::vector<Part> alertsOfDocuments() {
  std::vector<Part> all;
  for (const AlertPart& alert : credentialAlerts()) {
    const bool isMissing = alert.standing == QLatin1String("Missing");
    Cells of;
    of.record = isMissing ? say("(q.id + r.id * 1000000000)") : say("c.id");
    of.key = keyOfAlert(of.record, isMissing ? 3 : 0);
    of.kind = say("'Credential'");
    of.provider = isMissing ? say("q.id") : say("c.provider_id");
    of.practice = isMissing ? say("NULL") : say("c.practice_id");
    of.what = say("d.name");
    of.about = isMissing ? say("r.state") : joined({say("c.number"), say("c.state")});
    of.status = QStringLiteral("'%1'").arg(alert.standing);
    of.assignee = isMissing ? say("q.assignee_id") : assigneeOf("c.provider_id");
    of.date = isMissing ? say("NULL") : say("c.expires");
    of.ladder = isMissing ? say("''") : say("CASE c.ladder WHEN '' THEN d.ladder ELSE c.ladder END");
    of.holds = say("CASE WHEN EXISTS (SELECT 1 FROM document_requirement w WHERE w.document_type_id = d.id) THEN "
                   "'required to work' ELSE '' END");
    of.section = number(alert.standing == QLatin1String("Expired")    ? ReviewSection::Expired
                        : alert.standing == QLatin1String("Expiring") ? ReviewSection::Expiring
                                                                      : ReviewSection::NoDate);
    all.push_back({.cells = of.sql(),
                   .from = alert.part.from,
                   .where = alert.part.where,
                   .byKey = byKeyOfAlert(alert.part.byKey),
                   .hasDate = alert.part.hasDate});
  }
  return all;
}

/// Records `name` whose date (its end) is past or within their ladder, or that are being credentialed again: parts that
/// have no row in common, each found by an index. The longest ladder of the records without one of their own is one
/// value, which an index over the dates can find; those with one have an index of theirs.
struct Ending {
  const char *name, *date, *source, *link; ///< source: its table; link: the column of a tracking that names it
  QString isIn;                            ///< it holds today
  QString others;                          ///< what must be so of one that does not
  QString lacks;                           ///< when one that holds is looked at though it has no date

  QString rung() const { return firstRung(name, firstRungOf(source)); }
  QString isNear() const {
    return QStringLiteral("%1 <= %2").arg(say(date), db::dialect::addDays(say(":today"), rung()));
  }
  std::vector<Part> parts(const QString& cells, const QString& joins, const QString& byKey) const {
    const QString own = say(name) + QStringLiteral(".ladder");
    const QString horizon = QStringLiteral("%1 = '' AND %2 <= (SELECT %3)")
                                .arg(own, say(date), db::dialect::addDays(say(":today"), firstRungOf(source)));
    const QString near = QStringLiteral("%1 <> '' AND %2").arg(own, isNear());
    const QString rest = QStringLiteral("NOT (%1) AND %2").arg(isIn, others);
    const QString missing = QStringLiteral("%1 AND %2 IS NULL AND %3").arg(isIn, say(date), lacks);
    const QString again = QStringLiteral("%1.id IN (%2) AND %3 AND NOT (%4) AND NOT coalesce(%5, 0)")
                              .arg(say(name), openRecredentialings(say(link)), others, missing, isNear());
    std::vector<Part> all;
    const auto add = [&](const QString& where, const QString& index = {}) {
      all.push_back({.cells = cells,
                     .from = QStringLiteral("%1 %2%3 %4").arg(say(source), say(name), index, joins),
                     .where = where,
                     .byKey = byKeyOfAlert(byKey),
                     .hasDate = true});
    };
    // Left to itself SQLite would walk all dates to find the few.
    const QString fewest = QStringLiteral(" INDEXED BY %1_ladder").arg(say(source));
    add(missing);
    add(isIn + QStringLiteral(" AND ") + horizon);
    add(isIn + QStringLiteral(" AND ") + near, fewest);
    add(rest + QStringLiteral(" AND ") + horizon);
    add(rest + QStringLiteral(" AND ") + near, fewest);
    add(again, QStringLiteral(" NOT INDEXED")); // but by their keys
    return all;
  }
};

/// Participating with the end past or missing; the end within its ladder; or being credentialed again.
std::vector<Part> payorEnds() {
  const Ending ending{"e",
                      "e.end",
                      "enrollment",
                      "enrollment_id",
                      say("e.status = 'Participating'"),
                      say("e.provider_id IS NOT NULL"),
                      say("1")};
  Cells of;
  of.record = say("e.id");
  of.key = keyOfAlert(of.record, 1);
  of.kind = say("'Payor'");
  of.provider = say("e.provider_id");
  of.practice = say("e.practice_id");
  of.payor = say("e.payor_id");
  of.what = say("(SELECT y.name FROM payor y WHERE y.id = e.payor_id)");
  of.about = joined({say("e.state"), say("e.line_of_business"), say("e.provider_number")});
  of.status = say("e.status");
  of.assignee = QStringLiteral("coalesce(e.assignee_id, %1)").arg(assigneeOf("e.provider_id"));
  of.waitingOn = say("CASE e.waiting_on WHEN '' THEN es.waiting_on ELSE e.waiting_on END");
  of.waitingSince = say("coalesce(e.waiting_since, e.submitted)");
  of.date = say("e.end");
  of.followUp = say("e.follow_up");
  of.ladder =
      say("CASE e.ladder WHEN '' THEN (SELECT d.ladder FROM document_type d WHERE d.source = 'enrollment' ORDER "
          "BY d.first_alert DESC LIMIT 1) ELSE e.ladder END");
  of.holds =
      QStringLiteral("CASE e.status WHEN 'Participating' THEN 'billed as participating' ELSE %1 END").arg(claimsHeld());
  of.limit = limitDay();
  of.note = newestNoteOfEnrollment(say("e.id"));
  of.section = firstFitting(
      {{ReviewSection::FollowUpDue, say("e.follow_up <= :today")},
       {ReviewSection::Expiring, say("e.status = 'Participating' AND e.end >= :today AND ") + ending.isNear()},
       {ReviewSection::PayorEnd, say("e.status = 'Participating' AND (e.end IS NULL OR e.end < :today)")},
       {ReviewSection::Waiting, waitsLong(of)}},
      ReviewSection::Recredentialing);
  return ending.parts(of.sql(), say("CROSS JOIN enrollment_status es ON es.name = e.status"),
                      say("wanted.id % 4 = 1 AND e.id = wanted.id / 4"));
}

/// The same of facilities. An active one of a provider who left needs no date.
std::vector<Part> reappointments() {
  const Ending ending{
      "af",
      "af.reappointment_due",
      "affiliation",
      "affiliation_id",
      say("af.status = 'Active'"),
      say("1"),
      QStringLiteral(
          "NOT %1 AND EXISTS (SELECT 1 FROM document_type d WHERE d.source = 'affiliation' AND d.has_term = 1)")
          .arg(hasLeft(say("af.provider_id")))};
  Cells of;
  of.record = say("af.id");
  of.key = keyOfAlert(of.record, 2);
  of.kind = say("'Facility'");
  of.provider = say("af.provider_id");
  of.facility = say("af.facility_id");
  of.what = say("(SELECT y.name FROM facility y WHERE y.id = af.facility_id)");
  of.about = joined({say("(SELECT y.state FROM facility y WHERE y.id = af.facility_id)"), say("af.category")});
  of.status = say("af.status");
  of.assignee = QStringLiteral("coalesce(af.assignee_id, %1)").arg(assigneeOf("af.provider_id"));
  of.date = say("af.reappointment_due");
  of.ladder = say("CASE af.ladder WHEN '' THEN (SELECT d.ladder FROM document_type d WHERE d.source = 'affiliation' "
                  "ORDER BY d.first_alert DESC LIMIT 1) ELSE af.ladder END");
  of.holds = say("CASE af.status WHEN 'Active' THEN 'privileges' ELSE '' END");
  of.note = newestNoteId("m.tracking_id IN (SELECT k.id FROM tracking k WHERE k.affiliation_id = af.id)");
  of.section = firstFitting(
      {{ReviewSection::Expired, say("af.status = 'Active' AND af.reappointment_due < :today")},
       {ReviewSection::Expiring, say("af.status = 'Active' AND ") + ending.isNear()},
       {ReviewSection::NoDate, say("af.status = 'Active' AND af.reappointment_due IS NULL AND ") + ending.lacks}},
      ReviewSection::Recredentialing);
  return ending.parts(of.sql(), QString(), say("wanted.id % 4 = 2 AND af.id = wanted.id / 4"));
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
