// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/reader.h"

#include <QThreadPool>
#include <mutex>

namespace ui {
namespace {

constexpr int glance = 5; // milliseconds from one look at what runs to the next

/// Where all readers are known while they are open, by the pool that they read for.
struct Known {
  std::mutex lock;
  std::unordered_map<db::Database*, const QThreadPool*> readers;
};

Known& known() {
  static Known all;
  return all;
}

thread_local const QThreadPool* poolHere = nullptr;

} // namespace

Reader::Reader(const QString& file) : Database(file, Mode::ReadOnly) {
  const std::lock_guard guard(known().lock);
  known().readers[this] = poolHere;
}

Reader::~Reader() {
  const std::lock_guard guard(known().lock);
  known().readers.erase(this);
}

ReadingFor::ReadingFor(const QThreadPool& pool) { poolHere = &pool; }

ReadingFor::~ReadingFor() { poolHere = nullptr; }

void stopReading(const QThreadPool& pool) {
  const std::lock_guard guard(known().lock);
  for (const auto& [reader, of] : known().readers)
    if (of == &pool)
      reader->interrupt();
}

// More than once: between two statements there is nothing to end.
void endReading(QThreadPool& pool) {
  do
    stopReading(pool);
  while (!pool.waitForDone(glance));
}

} // namespace ui
