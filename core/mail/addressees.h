// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/address.h"
#include "core/team/coordinator.h"

#include <QHash>

namespace mail {

/// Who is told of what: the coordinator it is assigned to, while active and with an address; else those with full
/// access who work for the team; else all with full access who work for no team in particular. Looked up once.
class Addressees {
public:
  explicit Addressees(db::Database& database);

  /// Empty when there is nobody to tell.
  std::vector<Id<Coordinator>> of(Id<Coordinator> assignee, Id<Team> team) const;
  Person person(Id<Coordinator> id) const { return m_people.value(id); }

private:
  QHash<Id<Coordinator>, Person> m_people;
  QHash<Id<Team>, std::vector<Id<Coordinator>>> m_ofTeam;
  std::vector<Id<Coordinator>> m_ofNone;
};

} // namespace mail
