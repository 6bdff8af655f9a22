// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/previewrows.h"
#include "ui/shell/attempt.h"
#include "ui/shell/worker.h"

namespace ui {

/// Imports, or tries an import, on a thread and a connection of its own. The window must write nothing meanwhile.
class ImportJob : public QObject {
  Q_OBJECT
public:
  /// exchange::importFile, or what a test puts in its place.
  using Importer =
      std::function<Result<exchange::ImportReport>(db::Database&, const db::Actor&, const QString&,
                                                   const exchange::ImportOptions&, const exchange::ImportCallbacks&)>;
  struct Order {
    QString database;
    QString path;
    db::Actor actor;
    exchange::ImportOptions options;
  };
  /// How it ended: with a report and the rows, or cancelled, or with what cannot be, or with what broke.
  struct Ending {
    std::optional<exchange::ImportReport> report;
    std::shared_ptr<PreviewRows> rows;
    bool cancelled = false;
    QStringList problems;
    std::optional<Trouble> trouble;
  };

  explicit ImportJob(Importer importer, QObject* parent = nullptr);
  ~ImportJob() override;

  void start(const Order& order);
  void cancel() { m_cancelled = true; }
  bool isRunning() const { return m_worker.isRunning(); }

Q_SIGNALS:
  void progressed(int percent, qint64 rows);
  void finished(const ui::ImportJob::Ending& ending);

private:
  Ending work(const Order& order);

  Importer m_importer;
  std::atomic_bool m_cancelled = false;
  Worker m_worker;
};

} // namespace ui
