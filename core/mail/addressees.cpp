// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/addressees.h"

namespace mail {

Addressees::Addressees(db::Database& database) {
  QHash<Id<Coordinator>, std::vector<Id<Team>>> teams;
  for (const auto& link : db::allWhere<CoordinatorTeam>(database, QStringLiteral("1 ORDER BY id")))
    teams[link.coordinator].push_back(link.team);
  for (const auto& one : db::allWhere<Coordinator>(database, QStringLiteral("active = 1 ORDER BY sort_name"))) {
    const auto address = mailAddress(one.email);
    if (!address)
      continue;
    m_people.insert(one.id, {one.name, *address});
    if (one.role != QLatin1String("Full access"))
      continue;
    for (const Id<Team> team : teams.value(one.id))
      m_ofTeam[team].push_back(one.id);
    if (!teams.contains(one.id))
      m_ofNone.push_back(one.id);
  }
}

std::vector<Id<Coordinator>> Addressees::of(Id<Coordinator> assignee, Id<Team> team) const {
  if (m_people.contains(assignee))
    return {assignee};
  const auto known = m_ofTeam.constFind(team);
  return known == m_ofTeam.constEnd() ? m_ofNone : *known;
}

} // namespace mail
