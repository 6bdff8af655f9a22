// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/exchange/flatmap.h"
#include "core/tasks/task.h"

namespace exchange {

/// The tasks on file by their names. Of several that are alike the k-th row of a file is the k-th on file.
class TaskIndex {
public:
  struct Entry {
    Id<Task> id;
    Id<Team> team;
    Id<Provider> provider;
    Id<Practice> practice;
    quint16 takenBy = 0; // the sheet
  };

  explicit TaskIndex(db::Database& database);

  void startSheet() { ++m_sheet; }
  /// Whether this sheet has spoken of it.
  bool isTaken(const Entry& entry) const { return entry.takenBy == m_sheet; }
  void take(Entry& entry) const { entry.takenBy = m_sheet; }
  /// All of this name, by id.
  std::vector<Entry>& named(const QString& name);
  void add(const QString& name, Entry entry);

private:
  quint16 m_sheet = 0;
  FlatMap<size_t> m_places; // in m_lists, from 1, by name
  std::vector<std::vector<Entry>> m_lists;
};

} // namespace exchange
