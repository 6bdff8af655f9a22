// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/taskindex.h"

#include "core/exchange/byowner.h"

namespace exchange {

TaskIndex::TaskIndex(db::Database& database) {
  database.each(QStringLiteral("SELECT name, id, team_id, provider_id, practice_id FROM task ORDER BY id"), {},
                [&](db::Row& row) {
                  const QString name = row.text();
                  Entry entry;
                  entry.id = row.id<Task>();
                  entry.team = row.id<Team>();
                  entry.provider = row.id<Provider>();
                  entry.practice = row.id<Practice>();
                  named(name).push_back(entry);
                });
}

std::vector<TaskIndex::Entry>& TaskIndex::named(const QString& name) {
  size_t& place = m_places[keyOf(name)];
  if (place == 0) {
    m_lists.emplace_back();
    place = m_lists.size();
  }
  return m_lists[place - 1];
}

void TaskIndex::add(const QString& name, Entry entry) {
  entry.takenBy = m_sheet;
  named(name).push_back(entry);
}

} // namespace exchange
