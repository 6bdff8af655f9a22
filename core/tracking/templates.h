// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tracking/template.h"

/// The newest version of a template that is not retired, its type and subtype compared as names are (folded).
std::optional<TrackingTemplate> findTemplate(db::Database& database, const QString& type, const QString& subtype);

/// A template's steps in order.
std::vector<TemplateStep> stepsOf(db::Database& database, Id<TrackingTemplate> id);
