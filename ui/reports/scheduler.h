// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/rundue.h"
#include "ui/shell/worker.h"

#include <QTimer>
#include <atomic>

namespace ui {

class Session;

/// Makes the scheduled reports that are due, as long as the window is open: looks once a minute, works on a thread and
/// a connection of its own, and tells what came of it.
class Scheduler : public QObject {
  Q_OBJECT
public:
  explicit Scheduler(Session& session, QObject* parent = nullptr);
  ~Scheduler() override;

  /// Looks now.
  void look();
  /// Makes one now, whether it is due or not.
  void runNow(Id<Schedule> id);

  /// The office's day and time, as schedules know it.
  static QDateTime officeNow(const Session& session);

private:
  void run(std::function<std::vector<report::DueReport>(db::Database&)> which);

  Session& m_session;
  QTimer m_clock;
  std::atomic_bool m_stop = false;
  Worker m_worker; ///< last: it is waited for while the others are there
};

} // namespace ui
