// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tracking/tracking.h"

#include <vector>

class QWidget;

namespace ui {

class Session;

/// Opens the form that starts a tracking, from a template on file or of a type and subtype of its own; it begins as
/// `preset`, assigned to me and started today where that does not say. For a practice it may start one for each of its
/// providers; with `providers` it starts one for each of those.
void openStartTracking(Session& session, QWidget* parent, const Tracking& preset = {},
                       const std::vector<Id<Provider>>& providers = {});

} // namespace ui
