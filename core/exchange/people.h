// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/flatmap.h"
#include "core/exchange/names.h"
#include "core/exchange/personname.h"
#include "core/team/provider.h"

namespace exchange {

/// What a provider is found by.
struct Person {
  Id<Provider> id;
  Id<Team> team;
  QString npi;
  QString last, first, middle, suffix, degree;
  QDate dateOfBirth;

  QString shownName() const { return last + QStringLiteral(", ") + first; }
};

/// Whom a row may mean when it gives a name.
struct Wanted {
  PersonName name;
  QDate dateOfBirth;
  Id<Team> team;           ///< the row's; invalid: any
  bool withoutNpi = false; ///< only providers whose NPI is not on file
};

/// The providers on file, found by NPI, else by name and date of birth, else by name within the team when one fits.
class People {
public:
  explicit People(db::Database& database);

  const Person* byNpi(quint64 npi) const;
  const Person* byId(Id<Provider> id) const;
  /// "Marten, Lily"; empty for 0.
  QString nameOf(qint64 id) const { return id ? byId({id})->shownName() : QString(); }
  /// All that fit equally well: none, the one, or several between whom nothing tells.
  std::vector<const Person*> fitting(const Wanted& wanted) const;
  void each(const std::function<void(const Person&)>& visit) const {
    for (const Person& person : m_people)
      visit(person);
  }
  /// Takes up a provider, or what changed about one.
  void put(const Provider& provider);

private:
  std::vector<Person> m_people;
  FlatMap<int> m_byId;                       // places in m_people
  FlatMap<int> m_byNpi;                      // likewise
  QHash<QString, std::vector<int>> m_byName; // likewise
};

/// The digits of an NPI as a number; 0 when the text is anything else than 10 digits.
quint64 npiNumber(std::string_view text);

/// A name without case, marks, spaces and punctuation: "O'Brien-Nuñez" → "obriennunez".
QString nameKey(const QString& name);

/// Whether a name says nothing new about the same one that is known: without small letters, capitals or marks.
bool isPoorerSpelling(const QString& name, const QString& known);

/// "Marten, Lily (NPI 1234567893)", as people tell namesakes apart.
QString description(const Person& person);

} // namespace exchange
