// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>
#include <functional>

namespace ui {

/// Does long work on a thread of its own, one piece at a time, and what comes of it on the window's. What has begun is
/// waited for at the end.
class Worker : public QObject {
  Q_OBJECT
public:
  explicit Worker(QObject* parent = nullptr);
  ~Worker() override;

  /// `work` runs on the thread and answers what is to be done on the window's when it is through; it must not throw.
  void begin(std::function<std::function<void()>()> work);
  bool isRunning() const { return m_running > 0; }

private:
  int m_running = 0;
  QThreadPool m_pool;
};

} // namespace ui
