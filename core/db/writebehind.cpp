// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/writebehind.h"

namespace db {

namespace {

constexpr size_t rowsOfBatch = 512;
constexpr size_t mostWaiting = 4;

} // namespace

WriteBehind::WriteBehind(Write write) : m_write(std::move(write)), m_batch(rowsOfBatch), m_thread([this] { work(); }) {}

WriteBehind::~WriteBehind() {
  {
    const std::lock_guard lock(m_mutex);
    m_stop = true;
    m_waiting.clear();
  }
  m_changed.notify_all();
  m_thread.join();
}

PendingRow& WriteBehind::next() {
  if (m_filled == m_batch.size())
    handOver();
  return m_batch[m_filled++];
}

void WriteBehind::handOver() {
  {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.size() < mostWaiting || m_broken; });
    if (m_broken)
      std::rethrow_exception(m_broken);
    m_waiting.push_back(std::move(m_batch));
    if (m_spare.empty()) {
      m_batch = Batch(rowsOfBatch);
    } else {
      m_batch = std::move(m_spare.front());
      m_spare.pop_front();
    }
  }
  m_changed.notify_all();
  m_filled = 0;
  m_handedOver = true;
}

void WriteBehind::finish() {
  if (m_handedOver) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return (m_waiting.empty() && !m_busy) || m_broken; });
    if (m_broken)
      std::rethrow_exception(m_broken);
    m_handedOver = false;
  }
  // The few that are left are written here: where rows and questions alternate, no thread waits for another.
  const size_t filled = std::exchange(m_filled, 0);
  for (size_t i = 0; i < filled; ++i)
    m_write(m_batch[i]);
}

void WriteBehind::work() {
  std::unique_lock lock(m_mutex);
  while (true) {
    m_changed.wait(lock, [this] { return m_stop || !m_waiting.empty(); });
    if (m_stop)
      return;
    Batch batch = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_busy = true;
    lock.unlock();
    std::exception_ptr broken;
    try {
      for (const PendingRow& row : batch)
        m_write(row);
    } catch (...) {
      broken = std::current_exception();
    }
    lock.lock();
    m_busy = false;
    m_spare.push_back(std::move(batch));
    if (broken) {
      m_broken = broken;
      m_waiting.clear();
    }
    m_changed.notify_all();
    if (broken)
      return;
  }
}

} // namespace db
