// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/names.h"
#include "core/team/practice.h"

namespace exchange {

/// The practices on file, found by group NPI or by name within a team. Several places of a group may share its NPI.
class Practices {
public:
  struct Entry {
    Id<Practice> id;
    Id<Team> team;
    QString name;
    QString groupNpi;
  };

  explicit Practices(db::Database& database);

  std::vector<const Entry*> withNpi(const QString& npi) const;
  /// The one of this name in exactly this team (or in none), or null.
  const Entry* named(const QString& name, Id<Team> team) const;
  /// What a cell means that names a practice of a provider or row of this team: the team's own of this name, else one
  /// of no team; any where no team is known. "Name (Team)" and a group NPI are understood too. Several when nothing
  /// tells between them.
  std::vector<const Entry*> fitting(const QString& cell, Id<Team> team, const Names& teams) const;
  const Entry* byId(Id<Practice> id) const;
  /// Empty for 0.
  QString nameOf(qint64 id) const { return id ? byId({id})->name : QString(); }
  void put(const Practice& practice);

private:
  std::vector<const Entry*> named(const QString& name) const;

  std::vector<Entry> m_entries;
  QHash<qint64, size_t> m_byId;
  QHash<QString, std::vector<size_t>> m_byName; // folded
  QHash<QString, std::vector<size_t>> m_byNpi;
};

} // namespace exchange
