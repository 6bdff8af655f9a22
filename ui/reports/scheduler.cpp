// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/scheduler.h"

#include "ui/shell/session.h"

namespace ui {

namespace {

constexpr int minute = 60 * 1000;

/// What one look came to.
struct Outcome {
  QStringList done, failed; ///< sentences; of the failures those that are new
};

} // namespace

Scheduler::Scheduler(Session& session, QObject* parent) : QObject(parent), m_session(session) {
  m_clock.setInterval(minute);
  connect(&m_clock, &QTimer::timeout, this, &Scheduler::look);
  m_clock.start();
}

Scheduler::~Scheduler() { m_stop = true; }

QDateTime Scheduler::officeNow(const Session& session) {
  const QDateTime now = session.actor().now.toLocalTime();
  return {now.date(), now.time(), Qt::UTC};
}

void Scheduler::look() {
  if (m_worker.isRunning() || m_session.isBusy())
    return; // the next look will find what is due
  run([now = officeNow(m_session)](db::Database& database) { return report::dueReports(database, now); });
}

void Scheduler::runNow(Id<Schedule> id) {
  run([id, now = officeNow(m_session)](db::Database& database) -> std::vector<report::DueReport> {
    const auto schedule = db::load(database, id);
    if (!schedule)
      return {};
    return {{*schedule, now, !schedule->folder.isEmpty(), schedule->addresses()}};
  });
}

void Scheduler::run(std::function<std::vector<report::DueReport>(db::Database&)> which) {
  if (m_session.database().file() == QLatin1String(":memory:"))
    return; // there is nothing that a second connection could see
  m_worker.begin([this, which = std::move(which), file = m_session.database().file(), actor = m_session.actor(),
                  today = m_session.today()]() -> std::function<void()> {
    Outcome outcome;
    try {
      db::Database database(file);
      for (const report::DueReport& one : which(database)) {
        if (m_stop)
          break;
        for (const ScheduleRun& run : report::runReport(database, one, actor, today, [this] { return !m_stop; }))
          if (run.done)
            outcome.done << report::said(one, run);
          else if (run.id.isValid()) // else it was told before
            outcome.failed << report::said(one, run);
      }
    } catch (const db::Error& error) {
      outcome.failed << error.sentence();
    }
    return [this, outcome] {
      if (!outcome.done.isEmpty())
        m_session.announce(outcome.done.join(QStringLiteral(" · ")), 0);
      if (!outcome.failed.isEmpty())
        Q_EMIT m_session.said(outcome.failed.join(QStringLiteral(" · ")));
    };
  });
}

} // namespace ui
