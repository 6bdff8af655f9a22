// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/provider.h"

class QWidget;

namespace ui {

class Session;

/// Opens a provider to see and edit; with an id of 0 a new one that begins as `preset`.
void openProviderForm(Session& session, Id<Provider> id, QWidget* parent, const Provider& preset = {});
/// Asks when and why: providers are terminated, not deleted.
void openTerminateForm(Session& session, Id<Provider> id, QWidget* parent);

} // namespace ui
