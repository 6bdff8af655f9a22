// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schedule/schedule.h"

class QWidget;

namespace ui {

class Session;

/// The form of a scheduled report; without an id it is a new one, which counts from now on.
void openScheduleForm(Session& session, const Schedule& schedule, QWidget* parent);

} // namespace ui
