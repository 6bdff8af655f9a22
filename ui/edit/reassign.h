// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

class QWidget;
struct Coordinator;

namespace ui {

class Session;

/// Opens the window in which everything a coordinator has to do is handed to others; `from` is chosen first.
void openReassign(Session& session, Id<Coordinator> from, QWidget* parent);

} // namespace ui
