// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/packet.h"

#include <functional>

class QObject;

namespace ui {

/// Draws what is ticked for the packet of a review: counted on a worker, drawn on the window's thread, one plot at a
/// time; then goes on with `then`, on that thread. Nothing comes of it once `receiver` is gone. A plot that cannot be
/// counted is left out: the packet itself will tell why the file cannot be read.
void drawTicked(const QString& file, const report::Request& review, QObject* receiver,
                std::function<void(const report::Ticked&)> then);

} // namespace ui
