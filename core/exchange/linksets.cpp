// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/linksets.h"

#include "core/exchange/lists.h"

#include <algorithm>

namespace exchange {

void LinkSets::say(qint64 record, const std::vector<qint64>& others, const ImportRow& row, int column,
                   Outcome outcome) {
  size_t* known = m_places.find(quint64(record));
  if (!known) {
    m_places[quint64(record)] = m_said.size();
    m_said.push_back({record, {}, {row.number(), outcome, outcome, row.cellChanges()}, row.heading(column)});
    known = m_places.find(quint64(record));
  }
  std::vector<qint64>& all = m_said[*known].others;
  for (const qint64 other : others)
    if (std::find(all.begin(), all.end(), other) == all.end())
      all.push_back(other);
}

void LinkSets::finish(const Write& add, const Write& remove, const std::function<QString(qint64)>& nameOf,
                      const KindImport::Tell& tell) {
  const auto names = [&](const std::vector<qint64>& ids) {
    QStringList all;
    for (const qint64 id : ids)
      all += nameOf(id);
    return joinList(all);
  };
  for (Said& said : m_said) {
    const auto before = m_import.database.all(m_sql, {said.record}, [](db::Row& row) { return row.number(); });
    const auto lacks = [](const std::vector<qint64>& ids, qint64 id) {
      return std::find(ids.begin(), ids.end(), id) == ids.end();
    };
    bool changed = false;
    for (const qint64 id : before)
      if (lacks(said.others, id)) {
        remove(said.record, id);
        changed = true;
      }
    for (const qint64 id : said.others)
      if (lacks(before, id)) {
        add(said.record, id);
        changed = true;
      }
    if (!changed || said.first.told == Outcome::Created)
      continue;
    said.first.outcome = Outcome::Updated;
    said.first.changes.push_back({said.heading, names(before), names(said.others)});
    tell(said.first);
  }
}

} // namespace exchange
