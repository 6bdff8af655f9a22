// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <functional>

class QWidget;
struct Provider;

namespace ui {

class Session;

/// Adds a provider by NPI or by name alone, and hands the new one to `then`.
void openAddProvider(Session& session, QWidget* parent, std::function<void(Id<Provider>)> then);

} // namespace ui
