// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

struct Affiliation;
struct Coordinator;
struct Enrollment;
struct Facility;
struct Payor;
struct Practice;
struct Provider;
struct Team;
struct TrackingTemplate;

/// One run of a template about an enrollment, licence, affiliation or onboarding. set_status as a person or a file set
/// it, else empty: then the steps say.
struct Tracking {
  Id<Tracking> id;
  QString reference;
  Id<Team> team;
  Id<Provider> provider;
  Id<Practice> practice;
  Id<TrackingTemplate> ofTemplate;
  QString type;
  QString subtype;
  Id<Payor> payor;
  Id<Facility> facility;
  QString state;
  Id<Enrollment> enrollment;
  Id<Affiliation> affiliation;
  Id<Coordinator> assignee;
  QString priority = QStringLiteral("Normal");
  QDate started;
  QString setStatus;
  QString reason;
  QDate resumeOn;

  static const db::Table& table();
  db::Values values() const;
  static Tracking read(db::Row& row);
};
