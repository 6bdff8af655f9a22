// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

class QWidget;
struct Provider;

namespace ui {

class Session;

/// Opens a provider to see and edit; with an id of 0 a new one.
void openProviderForm(Session& session, Id<Provider> id, QWidget* parent);

} // namespace ui
