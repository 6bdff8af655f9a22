// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/followups.h"

#include "core/mail/body.h"
#include "core/tracking/status.h"

#include <QCoreApplication>

namespace mail {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Mail)
};

/// Cells of all three: day, name, about, with whom, assignee, team, provider.
QString sql() {
  const QString who = QStringLiteral("coalesce(p.last_name || CASE p.first_name WHEN '' THEN '' ELSE ', ' || "
                                     "p.first_name END, pr.name, '')");
  const QString with = QStringLiteral("coalesce(y.name, f.name, '') || CASE %1 WHEN '' THEN '' ELSE ' ' || %1 END");
  return QStringLiteral(
             "WITH clock(day) AS (SELECT ?) SELECT k.follow_up AS day, k.name, %1, coalesce(y.name, ''), "
             "k.assignee_id, k.team_id, k.provider_id, "
             "k.id "
             "AS id FROM task k LEFT JOIN provider p ON p.id = k.provider_id LEFT JOIN practice pr ON pr.id = "
             "k.practice_id LEFT JOIN payor y ON y.id = k.payor_id WHERE k.status %2 AND k.follow_up <= (SELECT day "
             "FROM clock) AND "
             "k.notify "
             "= 1 AND k.assigned_provider_id IS NULL UNION ALL "
             "SELECT s.follow_up, s.name || ', ' || t.reference, %1, %3, coalesce(s.assignee_id, t.assignee_id), "
             "t.team_id, t.provider_id, s.id FROM step s JOIN tracking t ON t.id = s.tracking_id LEFT JOIN provider p "
             "ON p.id = t.provider_id LEFT JOIN practice pr ON pr.id = t.practice_id LEFT JOIN payor y ON y.id = "
             "t.payor_id LEFT JOIN facility f ON f.id = t.facility_id WHERE s.status %2 AND s.follow_up <= (SELECT day "
             "FROM clock) AND "
             "t.status IN ('New', 'In progress') UNION ALL "
             "SELECT e.follow_up, '', %1, %4, coalesce(e.assignee_id, p.assignee_id), coalesce(p.team_id, "
             "pr.team_id), e.provider_id, e.id FROM enrollment e LEFT JOIN provider p ON p.id = e.provider_id LEFT "
             "JOIN "
             "practice pr ON pr.id = e.practice_id JOIN payor y ON y.id = e.payor_id LEFT JOIN facility f ON 0 WHERE "
             "e.follow_up <= (SELECT day FROM clock) AND e.status NOT IN ('Withdrawn', 'Terminated') ORDER BY day, 2, "
             "id")
      .arg(who, QLatin1String(openStatuses), with.arg(QStringLiteral("t.state")), with.arg(QStringLiteral("e.state")));
}

} // namespace

QString FollowUpLine::words(QDate today) const {
  return day == today ? what : Say::tr("%1: since %2").arg(what, mailDate(day));
}

std::vector<FollowUpLine> followUpsDue(db::Database& database, QDate today) {
  static const QString text = sql();
  return database.all(text, {today}, [](db::Row& row) {
    FollowUpLine line;
    line.day = row.date();
    line.what = row.text();
    if (line.what.isEmpty())
      line.what = Say::tr("Enrollment");
    QStringList about{row.text()};
    about << row.text().trimmed();
    about.removeAll(QString());
    if (!about.isEmpty())
      line.what += QStringLiteral(" (%1)").arg(about.join(QStringLiteral(" · ")));
    line.assignee = row.id<Coordinator>();
    line.team = row.id<Team>();
    line.provider = row.id<Provider>();
    row.number();
    return line;
  });
}

} // namespace mail
