// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"

class QThreadPool;

namespace ui {

/// A connection of one's own for reading beside the window. On a pool's thread, within a ReadingFor, it is ended as
/// soon as nobody wants its answer any more: what it reads throws then, and the window waits for none of it.
class Reader : public db::Database {
public:
  explicit Reader(const QString& file);
  ~Reader();
};

/// While it lives, the readers that its thread opens are those of a pool.
class ReadingFor {
public:
  explicit ReadingFor(const QThreadPool& pool);
  ~ReadingFor();
  Q_DISABLE_COPY_MOVE(ReadingFor)
};

/// Ends the statements that the readers of a pool have under way.
void stopReading(const QThreadPool& pool);
/// Waits until nothing runs in the pool, and ends what is read there meanwhile.
void endReading(QThreadPool& pool);

} // namespace ui
