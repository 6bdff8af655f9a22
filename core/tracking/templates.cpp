// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/templates.h"

#include "core/tracking/checks.h"

#include <algorithm>

namespace {

QString sortNameOf(const TrackingTemplate& one) {
  return *TrackingTemplate::table().complete(one.values()).back().text();
}

bool isAsItWas(const std::vector<TemplateStep>& before, const std::vector<TemplateStep>& now) {
  return std::equal(before.begin(), before.end(), now.begin(), now.end(),
                    [](const TemplateStep& one, const TemplateStep& other) { return one.values() == other.values(); });
}

/// Rewrites the steps of a version on which nothing runs.
void write(db::Transaction& transaction, const std::vector<TemplateStep>& before,
           const std::vector<TemplateStep>& now) {
  for (const TemplateStep& old : before)
    if (std::none_of(now.begin(), now.end(), [&](const TemplateStep& step) { return step.id == old.id; }))
      db::remove(transaction, old.id);
  for (const TemplateStep& step : now)
    db::save(transaction, step);
}

} // namespace

std::optional<TrackingTemplate> findTemplate(db::Database& database, const QString& type, const QString& subtype) {
  TrackingTemplate wanted;
  wanted.type = type;
  wanted.subtype = subtype;
  static const QString sql = db::selectAll<TrackingTemplate>() +
                             QStringLiteral(" WHERE sort_name = ? AND retired = 0 ORDER BY version DESC LIMIT 1");
  return database.first(sql, {sortNameOf(wanted)}, TrackingTemplate::read);
}

std::vector<TemplateStep> stepsOf(db::Database& database, Id<TrackingTemplate> id) {
  return db::allWhere<TemplateStep>(database, QStringLiteral("template_id = ? ORDER BY position, id"), {id});
}

std::vector<TrackingTemplate> newestTemplates(db::Database& database) {
  return db::allWhere<TrackingTemplate>(
      database, QStringLiteral("id = (SELECT n.id FROM template n WHERE n.sort_name = template.sort_name ORDER BY "
                               "n.retired, n.version DESC LIMIT 1) ORDER BY sort_name, id"));
}

std::vector<Id<Tracking>> runningOn(db::Database& database, Id<TrackingTemplate> id) {
  return database.all(QStringLiteral("SELECT id FROM tracking WHERE template_id = ? AND status NOT IN ('Completed', "
                                     "'Cancelled') ORDER BY id"),
                      {id}, [](db::Row& row) { return row.id<Tracking>(); });
}

std::vector<Id<Tracking>> runningOnEarlier(db::Database& database, const TrackingTemplate& newest) {
  return database.all(QStringLiteral("SELECT t.id FROM template o CROSS JOIN tracking t ON t.template_id = o.id WHERE "
                                     "o.sort_name = ? AND o.id <> ? AND t.status NOT IN ('Completed', 'Cancelled') "
                                     "ORDER BY t.id"),
                      {sortNameOf(newest), newest.id}, [](db::Row& row) { return row.id<Tracking>(); });
}

Result<SavedTemplate> saveSteps(db::Transaction& transaction, Id<TrackingTemplate> id,
                                std::vector<TemplateStep> steps) {
  db::Database& database = transaction.database();
  const std::vector<TemplateStep> before = stepsOf(database, id);
  int position = 0;
  for (TemplateStep& step : steps) {
    if (Problems problems = check(step, database); !problems.empty())
      return problems;
    if (std::none_of(before.begin(), before.end(), [&](const TemplateStep& old) { return old.id == step.id; }))
      step.id = {};
    step.ofTemplate = id;
    step.position = ++position;
  }
  if (isAsItWas(before, steps))
    return SavedTemplate{id, false};
  if (runningOn(database, id).empty()) {
    write(transaction, before, steps);
    return SavedTemplate{id, false};
  }
  TrackingTemplate old = *db::load(database, id);
  TrackingTemplate fresh = old;
  fresh.id = {};
  fresh.version = 1 + int(database.value(QStringLiteral("SELECT max(version) FROM template WHERE sort_name = ?"),
                                         {sortNameOf(old)}));
  fresh.id = db::save(transaction, fresh);
  old.retired = true;
  db::save(transaction, old);
  for (TemplateStep& step : steps) {
    step.id = {};
    step.ofTemplate = fresh.id;
    db::save(transaction, step);
  }
  return SavedTemplate{fresh.id, true};
}

void setRetired(db::Transaction& transaction, Id<TrackingTemplate> id, bool retired) {
  if (auto one = db::load(transaction.database(), id)) {
    one->retired = retired;
    db::save(transaction, *one);
  }
}
