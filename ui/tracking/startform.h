// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tracking/tracking.h"

class QWidget;

namespace ui {

class Session;

/// Opens the form that starts a tracking, from a template on file or of a type and subtype of its own; it begins as
/// `preset`, assigned to me and started today where that does not say.
void openStartTracking(Session& session, QWidget* parent, const Tracking& preset = {});

} // namespace ui
