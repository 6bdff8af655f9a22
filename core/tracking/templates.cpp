// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/templates.h"

std::optional<TrackingTemplate> findTemplate(db::Database& database, const QString& type, const QString& subtype) {
  TrackingTemplate wanted;
  wanted.type = type;
  wanted.subtype = subtype;
  const db::Value sortName = TrackingTemplate::table().complete(wanted.values()).back();
  static const QString sql = db::selectAll<TrackingTemplate>() +
                             QStringLiteral(" WHERE sort_name = ? AND retired = 0 ORDER BY version DESC LIMIT 1");
  return database.first(sql, {sortName}, TrackingTemplate::read);
}

std::vector<TemplateStep> stepsOf(db::Database& database, Id<TrackingTemplate> id) {
  return db::allWhere<TemplateStep>(database, QStringLiteral("template_id = ? ORDER BY position, id"), {id});
}
