// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importjob.h"

#include <QElapsedTimer>
#include <algorithm>

namespace ui {

namespace {
constexpr int tellEvery = 50; // milliseconds; a bar that moves more often is not smoother
}

ImportJob::ImportJob(Importer importer, QObject* parent) : QObject(parent), m_importer(std::move(importer)) {}

ImportJob::~ImportJob() { cancel(); }

void ImportJob::start(const Order& order) {
  m_cancelled = false;
  m_worker.begin([this, order]() -> std::function<void()> {
    auto ending = std::make_shared<Ending>();
    try {
      *ending = work(order);
    } catch (const std::exception& error) { // carried to the window's thread
      ending->trouble = troubleOf(order.options.dryRun ? tr("Trying the import") : tr("The import"), error);
    }
    return [this, ending] { Q_EMIT finished(*ending); };
  });
}

ImportJob::Ending ImportJob::work(const Order& order) {
  db::Database database(order.database);
  Ending ending;
  ending.rows = std::make_shared<PreviewRows>(order.path, order.options.matches);
  QElapsedTimer told;
  told.start();
  const exchange::ImportCallbacks callbacks{
      .row = [&](const exchange::RowOutcome& row) { ending.rows->add(row); },
      .progress =
          [&](qint64 done, qint64 all) {
            if (told.elapsed() >= tellEvery) {
              told.restart();
              const int percent = all > 0 ? int(std::clamp<qint64>(done * 100 / all, 0, 100)) : 0;
              QMetaObject::invokeMethod(
                  this, [this, percent, rows = ending.rows->seen()] { Q_EMIT progressed(percent, rows); },
                  Qt::QueuedConnection);
            }
            return !m_cancelled;
          }};
  const auto result = m_importer(database, order.actor, order.path, order.options, callbacks);
  // An import that was through before it heard of Cancel is done, and is told as done.
  ending.cancelled = m_cancelled && (!result.isOk() || order.options.dryRun);
  if (ending.cancelled)
    return ending;
  if (result.isOk()) {
    ending.report = result.value();
    ending.rows->finish(*ending.report);
  } else {
    for (const Problem& problem : result.problems())
      ending.problems += problem.sentence;
  }
  return ending;
}

} // namespace ui
