// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tracking/template.h"
#include "core/tracking/tracking.h"

/// The newest version of a template that is not retired, its type and subtype compared as names are (folded).
std::optional<TrackingTemplate> findTemplate(db::Database& database, const QString& type, const QString& subtype);

/// A template's steps in order.
std::vector<TemplateStep> stepsOf(db::Database& database, Id<TrackingTemplate> id);

/// The templates there are, in order of type and subtype: of each its newest version that is not retired, else its
/// newest.
std::vector<TrackingTemplate> newestTemplates(db::Database& database);

/// The trackings that run on this version (neither completed nor cancelled), the oldest first.
std::vector<Id<Tracking>> runningOn(db::Database& database, Id<TrackingTemplate> id);
/// Those that run on earlier versions of it.
std::vector<Id<Tracking>> runningOnEarlier(db::Database& database, const TrackingTemplate& newest);

/// What became of a template that was saved.
struct SavedTemplate {
  Id<TrackingTemplate> id; ///< valid from now on
  bool isNewVersion = false;
};
/// Writes a template's steps in this order. While no tracking runs on this version it is changed in place; else a new
/// version is made and the old one retired, on which what runs stays until it is carried over. Steps that are as they
/// were write nothing. What check() refuses is refused.
Result<SavedTemplate> saveSteps(db::Transaction& transaction, Id<TrackingTemplate> id, std::vector<TemplateStep> steps);

/// A retired template is not offered any more; what runs on it runs on.
void setRetired(db::Transaction& transaction, Id<TrackingTemplate> id, bool retired);
