// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/provider.h"

#include <functional>

class QWidget;

namespace ui {

class Session;

/// Opens a provider to see and edit; with an id of 0 a new one. The registry can be asked about the NPI. Who was added
/// or changed is handed to `then`.
void openProviderForm(Session& session, Id<Provider> id, QWidget* parent, std::function<void(Id<Provider>)> then = {});
/// Asks when and why: providers are terminated, not deleted.
void openTerminateForm(Session& session, Id<Provider> id, QWidget* parent);

} // namespace ui
