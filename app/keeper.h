// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datafile/backups.h"
#include "ui/shell/worker.h"

#include <QTimer>

/// Makes backups of a data file while its window is open, beside the window's thread: looks once a minute whether one
/// is due.
class Keeper : public QObject {
  Q_OBJECT
public:
  explicit Keeper(QString file, QObject* parent = nullptr);

Q_SIGNALS:
  void made(const datafile::Backup& backup);
  /// A sentence; said once as long as it stays the same.
  void failed(const QString& why);

private:
  void look();

  QString m_file, m_said;
  QTimer m_timer;
  ui::Worker m_worker;
};
