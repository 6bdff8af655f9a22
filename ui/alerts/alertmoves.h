// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <vector>

class QWidget;

namespace ui {

class Session;

// What people do about alerts, each for all of these rows of the list of alerts as one change that can be undone. What
// is gone by then is left out and told. Many at once are written aside.

/// Seen: nothing is told of them until the next rung of their ladders.
void acknowledgeAlerts(Session& session, const std::vector<qint64>& rows);
/// Asks until when nothing is told of them.
void snoozeAlerts(Session& session, const std::vector<qint64>& rows, QWidget* parent);
/// Asks on which template the renewal runs (of several: each on the one that fits it), and starts it.
void startRenewals(Session& session, const std::vector<qint64>& rows, QWidget* parent);
/// Asks why they are not needed.
void dismissAlerts(Session& session, const std::vector<qint64>& rows, QWidget* parent);

} // namespace ui
