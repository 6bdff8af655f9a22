// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

/// An organisation's way of working: type, subtype, ordered steps.
struct TrackingTemplate {
  Id<TrackingTemplate> id;
  QString type;
  QString subtype;
  int version = 1;
  bool retired = false;

  static const db::Table& table();
  db::Values values() const;
  static TrackingTemplate read(db::Row& row);
};

/// A step of a template: tat = turn-around time in business days, role = who usually does it, never a person.
struct TemplateStep {
  Id<TemplateStep> id;
  Id<TrackingTemplate> ofTemplate;
  int position = 0;
  QString name;
  QString description;
  std::optional<int> tat;
  QString role;
  QString waitingOn;

  static const db::Table& table();
  db::Values values() const;
  static TemplateStep read(db::Row& row);
};
