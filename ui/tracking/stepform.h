// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

class QWidget;
struct Step;

namespace ui {

class Session;

/// Opens a step of a tracking to see and edit, with its tracking, the other steps and the last notes.
void openStepForm(Session& session, Id<Step> id, QWidget* parent);

} // namespace ui
