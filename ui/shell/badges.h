// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <functional>

class QObject;

namespace ui {

class Session;

/// What of each tab needs me, of the teams in scope: my open steps and tasks that are due by today, and my alerts;
/// those of everybody as long as nobody said who they are.
struct Badges {
  qint64 tracking = 0, tasks = 0, alerts = 0;
  qint64 expired = 0; ///< of the alerts
};

/// Counts on a worker thread and hands the counts to `then` on the window's, unless `context` is gone.
void countBadges(Session& session, const QStringList& teams, QObject* context, std::function<void(const Badges&)> then);

} // namespace ui
