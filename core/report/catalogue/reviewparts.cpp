// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue/reviewparts.h"

#include "core/db/dialect.h"
#include "core/payors/statutory.h"

namespace report::reviewing {

namespace {

constexpr int patience = 14; // days that somebody else may have the ball

} // namespace

QString number(ReviewSection section) { return QString::number(int(section)); }

QString firstFitting(const Fits& fits, ReviewSection rest) {
  QString sql = QStringLiteral("CASE");
  for (const auto& [section, condition] : fits)
    sql += QStringLiteral(" WHEN %1 THEN %2").arg(condition, number(section));
  return sql + QStringLiteral(" ELSE %1 END").arg(number(rest));
}

QString Cells::sql() const {
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

QString waitsLong(const Cells& of) {
  return QStringLiteral("%1 NOT IN ('', 'Us', 'Nobody') AND %2").arg(of.waitingOn, longAgo(of.waitingSince, patience));
}

QString newestNoteId(const char* condition) {
  return QStringLiteral("(SELECT m.id FROM note m WHERE %1 ORDER BY m.written DESC, m.id DESC LIMIT 1)")
      .arg(say(condition));
}

QString claimsHeld() {
  return QStringLiteral("CASE es.claims WHEN 'Hold' THEN 'claims on hold' WHEN 'Do not schedule' THEN 'no scheduling' "
                        "ELSE '' END");
}

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

} // namespace report::reviewing
