// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/encoded.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

namespace db {

class Table;

/// A new row on its way into its table.
struct PendingRow {
  const Table* table = nullptr;
  qint64 id = 0;
  Encoded cells;
};

/// Writes rows from a thread of its own, in their order, while the next ones are being made: reading a file and
/// writing the database take about as long as each other. Whoever wants to see the database drains it first.
class WriteBehind {
public:
  using Write = std::function<void(const PendingRow&)>;

  explicit WriteBehind(Write write);
  /// What was not written by then is given up.
  ~WriteBehind();
  Q_DISABLE_COPY_MOVE(WriteBehind)

  /// The place of another row, to be filled before anything else is called. Throws what broke since.
  PendingRow& next();
  /// Afterwards all rows are written and the other thread rests. Throws what broke.
  void drain() {
    if (m_filled || m_handedOver)
      finish();
  }

private:
  using Batch = std::vector<PendingRow>;

  void work();
  void handOver();
  void finish();

  Write m_write;
  Batch m_batch; ///< being filled; kept at its full size, so that its rows keep their memory
  size_t m_filled = 0;
  bool m_handedOver = false; ///< something, since all was written

  std::mutex m_mutex; ///< of all below
  std::condition_variable m_changed;
  std::deque<Batch> m_waiting, m_spare;
  bool m_busy = false;
  bool m_stop = false;
  std::exception_ptr m_broken;
  std::thread m_thread; ///< last: it uses the others
};

} // namespace db
