// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/practices.h"

#include "core/base/text.h"
#include "core/db/records.h"
#include "core/team/identifiers.h"

namespace exchange {

Practices::Practices(db::Database& database) {
  database.each(db::selectAll<Practice>() + QStringLiteral(" ORDER BY id"), {},
                [&](db::Row& row) { put(Practice::read(row)); });
}

void Practices::put(const Practice& practice) {
  size_t place = m_entries.size();
  if (const auto known = m_byId.constFind(practice.id.value); known != m_byId.constEnd()) {
    place = *known;
    const Entry& old = m_entries[place];
    std::erase(m_byName[folded(old.name)], place);
    std::erase(m_byNpi[old.groupNpi], place);
  } else {
    m_entries.emplace_back();
    m_byId.insert(practice.id.value, place);
  }
  m_entries[place] = {practice.id, practice.team, practice.name, practice.groupNpi};
  m_byName[folded(practice.name)].push_back(place);
  if (!practice.groupNpi.isEmpty())
    m_byNpi[practice.groupNpi].push_back(place);
}

std::vector<const Practices::Entry*> Practices::withNpi(const QString& npi) const {
  std::vector<const Entry*> found;
  for (const size_t place : m_byNpi.value(npi))
    found.push_back(&m_entries[place]);
  return found;
}

std::vector<const Practices::Entry*> Practices::named(const QString& name) const {
  std::vector<const Entry*> found;
  for (const size_t place : m_byName.value(folded(name)))
    found.push_back(&m_entries[place]);
  return found;
}

std::vector<const Practices::Entry*> Practices::fitting(const QString& cell, Id<Team> team, const Names& teams) const {
  if (const Entry* own = named(cell, team))
    return {own};
  if (const Entry* nobodys = named(cell, {}))
    return {nobodys};
  std::vector<const Entry*> found = team.isValid() ? decltype(named(cell)){} : named(cell);
  if (!found.empty())
    return found;
  if (const QString npi = identifierText(cell); npi.size() == 10)
    found = withNpi(npi);
  const qsizetype open = cell.lastIndexOf(QLatin1Char('('));
  if (!found.empty() || open <= 0 || !cell.endsWith(QLatin1Char(')')))
    return found;
  const QString inBrackets = cell.mid(open + 1).chopped(1).trimmed();
  const qint64 other = inBrackets.isEmpty() ? 0 : teams.find(inBrackets);
  if (inBrackets.isEmpty() || other)
    if (const Entry* entry = named(cell.left(open), Id<Team>{other}))
      return {entry};
  return {};
}

const Practices::Entry* Practices::named(const QString& name, Id<Team> team) const {
  for (const Entry* entry : named(name))
    if (entry->team == team)
      return entry;
  return nullptr;
}

const Practices::Entry* Practices::byId(Id<Practice> id) const {
  const auto place = m_byId.constFind(id.value);
  return place == m_byId.constEnd() ? nullptr : &m_entries[*place];
}

} // namespace exchange
