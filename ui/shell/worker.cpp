// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/worker.h"

#include "ui/shell/reader.h"

namespace ui {

Worker::Worker(QObject* parent) : QObject(parent) { m_pool.setMaxThreadCount(1); }

Worker::~Worker() { endReading(m_pool); }

void Worker::begin(std::function<std::function<void()>()> work) {
  ++m_running;
  m_pool.start([this, work = std::move(work)] {
    const ReadingFor pool(m_pool);
    QMetaObject::invokeMethod(
        this,
        [this, then = work()] {
          --m_running;
          then();
        },
        Qt::QueuedConnection);
  });
}

} // namespace ui
