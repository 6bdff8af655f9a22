// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/item.h"

#include "core/alerts/alertaction.h"
#include "core/alerts/expirables.h"
#include "core/credentials/credential.h"
#include "core/credentials/ladder.h"
#include "core/facilities/affiliation.h"
#include "core/payors/enrollment.h"
#include "core/tasks/task.h"
#include "core/team/practice.h"
#include "core/team/provider.h"
#include "core/tracking/status.h"
#include "core/tracking/step.h"
#include "core/tracking/tracking.h"

namespace review {

namespace {

template<class R>
bool isThere(db::Database& database, Id<R> id) {
  return db::load(database, id).has_value();
}

/// The soonest day after today of those it is shown.
class Soonest {
public:
  explicit Soonest(QDate today) : m_today(today) {}
  void look(QDate day) {
    if (day.isValid() && day > m_today && (!m_day.isValid() || day < m_day))
      m_day = day;
  }
  QDate day() const { return m_day; }

private:
  QDate m_today, m_day;
};

/// The step that each open tracking is at for which `condition` holds of tracking t.
void lookAtTrackings(db::Database& database, const char* condition, const db::Value& value, Soonest& soonest) {
  database.each(QStringLiteral("SELECT s.due, s.follow_up FROM tracking t JOIN step s ON s.tracking_id = t.id WHERE %1 "
                               "AND t.status NOT IN ('Completed', 'Cancelled') AND s.status %2")
                    .arg(QLatin1String(condition), QLatin1String(openStatuses)),
                {value}, [&](db::Row& row) {
                  soonest.look(row.date());
                  soonest.look(row.date());
                });
}

void lookAtAlert(db::Database& database, const alerts::Subject& subject, QDate today, Soonest& soonest) {
  const auto alert = alerts::expirable(database, subject);
  if (!alert)
    return;
  for (const int rung : rungsOf(alert->ladder))
    if (alert->expires.isValid() && alert->expires >= today)
      soonest.look(alert->expires.addDays(-rung));
  const alerts::Condition about = alerts::isAbout(subject);
  const auto actions =
      db::allWhere<AlertAction>(database, about.sql + QStringLiteral(" ORDER BY id DESC LIMIT 1"), about.arguments);
  // What was done about another date than today's is over.
  if (actions.empty() || actions.front().expires != alert->expires)
    return;
  if (actions.front().what == QLatin1String("Snoozed"))
    soonest.look(actions.front().until);
  if (actions.front().tracking.isValid())
    lookAtTrackings(database, "t.id = ?", actions.front().tracking, soonest);
}

Id<Coordinator> assigneeOf(db::Database& database, Id<Provider> id) {
  const auto provider = db::load(database, id);
  return provider ? provider->assignee : Id<Coordinator>();
}

Id<Team> teamOf(db::Database& database, Id<Provider> provider, Id<Practice> practice) {
  if (const auto there = db::load(database, provider); there && there->team.isValid())
    return there->team;
  const auto at = db::load(database, practice);
  return at ? at->team : Id<Team>();
}

Whose whose(db::Database& database, Id<Coordinator> own, Id<Team> team, Id<Provider> provider, Id<Practice> practice) {
  return {own.isValid() ? own : assigneeOf(database, provider),
          team.isValid() ? team : teamOf(database, provider, practice)};
}

} // namespace

std::optional<Item> itemOf(db::Database& database, qint64 key) {
  Item item;
  if (key % 2 == 0) {
    const auto subject = alerts::subjectOfRow(database, key / 2);
    if (!subject)
      return {};
    item.subject = *subject;
    return item;
  }
  if (key % 4 == 1) {
    item.step = {key / 4};
    return isThere(database, item.step) ? std::optional(item) : std::nullopt;
  }
  item.task = {key / 4};
  return isThere(database, item.task) ? std::optional(item) : std::nullopt;
}

qint64 keyOf(Id<Step> step) { return step.value * 4 + 1; }

Whose whoseIs(db::Database& database, const Item& item) {
  if (const auto step = db::load(database, item.step)) {
    const Tracking tracking = *db::load(database, step->tracking);
    return whose(database, step->assignee.isValid() ? step->assignee : tracking.assignee, tracking.team,
                 tracking.provider, tracking.practice);
  }
  if (const auto task = db::load(database, item.task)) {
    Whose of = whose(database, task->assignee, task->team, task->provider, task->practice);
    if (!task->assignee.isValid() && task->assignedProvider.isValid())
      of.assignee = assigneeOf(database, task->assignedProvider);
    return of;
  }
  if (const auto one = db::load(database, item.subject.enrollment))
    return whose(database, one->assignee, {}, one->provider, one->practice);
  if (const auto one = db::load(database, item.subject.affiliation))
    return whose(database, one->assignee, {}, one->provider, {});
  if (const auto one = db::load(database, item.subject.credential))
    return whose(database, {}, {}, one->provider, one->practice);
  return whose(database, {}, {}, item.subject.provider, {});
}

Id<Provider> providerOf(db::Database& database, qint64 key) {
  const auto item = itemOf(database, key);
  if (!item)
    return {};
  if (const auto step = db::load(database, item->step))
    return db::load(database, step->tracking)->provider;
  if (const auto task = db::load(database, item->task))
    return task->provider;
  if (const auto one = db::load(database, item->subject.enrollment))
    return one->provider;
  if (const auto one = db::load(database, item->subject.affiliation))
    return one->provider;
  if (const auto one = db::load(database, item->subject.credential))
    return one->provider;
  return item->subject.provider;
}

QDate nextDate(db::Database& database, const Item& item, QDate today) {
  Soonest soonest(today);
  if (const auto step = db::load(database, item.step)) {
    const Tracking tracking = *db::load(database, step->tracking);
    soonest.look(step->due);
    soonest.look(step->followUp);
    if (tracking.setStatus == QLatin1String("On hold"))
      soonest.look(tracking.resumeOn);
  } else if (const auto task = db::load(database, item.task)) {
    soonest.look(task->due);
    soonest.look(task->followUp);
  } else {
    lookAtAlert(database, item.subject, today, soonest);
    if (const auto one = db::load(database, item.subject.enrollment)) {
      soonest.look(one->followUp);
      lookAtTrackings(database, "t.enrollment_id = ?", one->id, soonest);
    }
    if (item.subject.affiliation.isValid())
      lookAtTrackings(database, "t.affiliation_id = ?", item.subject.affiliation, soonest);
  }
  return soonest.day();
}

} // namespace review
