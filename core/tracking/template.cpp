// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/template.h"

#include "core/base/text.h"

const db::Table& TrackingTemplate::table() {
  static const db::Table it(
      "template", {"type", "subtype", "version", "retired"},
      db::Table::Derived{{"sort_name"}, [](const db::Values& values) -> db::Values {
                           return {folded(*values[0].text() + QStringLiteral(" \u2013 ") + *values[1].text())};
                         }});
  return it;
}

db::Values TrackingTemplate::values() const { return {type, subtype, version, retired}; }

TrackingTemplate TrackingTemplate::read(db::Row& row) {
  TrackingTemplate r;
  r.id = row.id<TrackingTemplate>();
  r.type = row.text();
  r.subtype = row.text();
  r.version = row.integer();
  r.retired = row.yes();
  return r;
}

const db::Table& TemplateStep::table() {
  static const db::Table it("template_step",
                            {"template_id", "position", "name", "description", "tat", "role", "waiting_on"});
  return it;
}

db::Values TemplateStep::values() const {
  return {ofTemplate, position, name, description, db::Value(tat), role, waitingOn};
}

TemplateStep TemplateStep::read(db::Row& row) {
  TemplateStep r;
  r.id = row.id<TemplateStep>();
  r.ofTemplate = row.id<TrackingTemplate>();
  r.position = row.integer();
  r.name = row.text();
  r.description = row.text();
  r.tat = row.maybeInteger();
  r.role = row.text();
  r.waitingOn = row.text();
  return r;
}
