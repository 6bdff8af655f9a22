// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/people.h"
#include "core/exchange/practices.h"
#include "core/tasks/task.h"
#include "core/tracking/step.h"

namespace exchange {

/// How a record is named in a cell so that import finds that very record again.
class Naming {
public:
  explicit Naming(db::Database& database);

  /// UTF-8 of the NPI; empty for 0.
  std::string_view npi(Id<Provider> provider) const;
  /// "Marten, Lily"; where that may be another one in a row of this team, with what tells them apart behind it.
  QByteArray provider(Id<Provider> provider, Id<Team> team) const;
  /// The name; where that may be another one, with the team behind it: "Main Street Clinic (Lakeside)".
  QString practice(Id<Practice> practice, Id<Team> team) const;
  /// The provider a task is assigned to.
  QString assigned(Id<Provider> provider) const;
  Id<Team> teamOf(Id<Provider> provider) const;
  Id<Team> teamOf(Id<Practice> practice) const;
  QString team(Id<Team> team) const { return m_teams.nameOf(team.value); }

  /// Steps of the same name in a tracking and tasks that are alike are told apart by their number, which is taken in
  /// the order they are written: "Follow up #2".
  void passStep(Id<Step> step, Id<Tracking> tracking, std::string_view name);
  void passTask(const Task& task);
  /// What is to be written behind the name of a step or task: nothing, or " #2".
  QByteArray numberOf(Id<Step> step) const;
  QByteArray numberOf(Id<Task> task) const;

private:
  QByteArray longName(const Person& person, Id<Team> team) const;

  Names m_teams, m_coordinators;
  People m_people;
  Practices m_practices;
  FlatMap<QByteArray> m_npis, m_names; // by provider
  Id<Tracking> m_tracking;             // that of the steps passed last
  std::vector<QString> m_stepNames;    // of its steps
  FlatMap<int> m_stepNumbers, m_taskNumbers, m_alikeTasks;
};

} // namespace exchange
