// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/people.h"

#include "core/base/text.h"
#include "core/db/records.h"

#include <QRegularExpression>
#include <algorithm>

namespace exchange {
namespace {

/// The given names one by one: "Mary-Ann J." → "mary", "ann", "j".
QStringList givenNames(const QString& first, const QString& middle) {
  static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
  return folded(first + QLatin1Char(' ') + middle).split(between, Qt::SkipEmptyParts);
}

/// Whether two people's given names may be one person's: each is the same, an initial, or missing.
bool agree(const QStringList& one, const QStringList& other) {
  for (qsizetype i = 0; i < std::min(one.size(), other.size()); ++i) {
    const bool initial = i > 0 && (one[i].size() == 1 || other[i].size() == 1) && one[i][0] == other[i][0];
    if (one[i] != other[i] && !initial)
      return false;
  }
  return true;
}

QString keyOf(const QString& last, const QString& first) {
  const QStringList given = givenNames(first, {});
  return nameKey(last) + QLatin1Char('|') + (given.isEmpty() ? QString() : given.front());
}

/// Keeps those for which it holds, if there are any.
template<class Holds>
void narrow(std::vector<const Person*>& people, Holds holds) {
  if (people.size() > 1 && std::any_of(people.begin(), people.end(), holds))
    std::erase_if(people, [&](const Person* one) { return !holds(one); });
}

} // namespace

quint64 npiNumber(std::string_view text) {
  if (text.size() != 10)
    return 0;
  quint64 number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9')
      return 0;
    number = number * 10 + quint64(c - '0');
  }
  return number;
}

bool isPoorerSpelling(const QString& name, const QString& known) {
  const auto isAscii = [](const QString& text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
  };
  return name != known && folded(name) == folded(known) &&
         (name == name.toUpper() || name == name.toLower() || (isAscii(name) && !isAscii(known)));
}

QString nameKey(const QString& name) {
  QString key;
  for (const QChar c : folded(name))
    if (c.isLetterOrNumber())
      key += c;
  return key;
}

QString description(const Person& person) {
  QString text = person.last + QStringLiteral(", ") + person.first;
  if (!person.middle.isEmpty())
    text += QLatin1Char(' ') + person.middle;
  QStringList more;
  if (!person.npi.isEmpty())
    more += QStringLiteral("NPI ") + person.npi;
  else if (person.dateOfBirth.isValid())
    more += person.dateOfBirth.toString(Qt::ISODate);
  if (!person.degree.isEmpty())
    more += person.degree;
  return more.isEmpty() ? text : text + QStringLiteral(" (%1)").arg(more.join(QStringLiteral(", ")));
}

People::People(db::Database& database) {
  database.each(db::selectAll<Provider>() + QStringLiteral(" ORDER BY id"), {},
                [&](db::Row& row) { put(Provider::read(row)); });
}

void People::put(const Provider& provider) {
  const auto key = [](const Person& person) { return keyOf(person.last, person.first); };
  int place = int(m_people.size());
  if (const int* known = m_byId.find(quint64(provider.id.value))) {
    place = *known;
    Person& old = m_people[size_t(place)];
    std::erase(m_byName[key(old)], place);
    if (const quint64 npi = npiNumber(old.npi.toStdString()); npi && old.npi != provider.npi)
      m_byNpi[npi] = -1;
  } else {
    m_people.emplace_back();
    m_byId[quint64(provider.id.value)] = place;
  }
  Person& person = m_people[size_t(place)];
  person = {provider.id,         provider.team,   provider.npi,    provider.lastName,   provider.firstName,
            provider.middleName, provider.suffix, provider.degree, provider.dateOfBirth};
  if (const quint64 npi = npiNumber(person.npi.toStdString()))
    m_byNpi[npi] = place;
  m_byName[key(person)].push_back(place);
}

const Person* People::byNpi(quint64 npi) const {
  const int* place = npi ? m_byNpi.find(npi) : nullptr;
  return place && *place >= 0 ? &m_people[size_t(*place)] : nullptr;
}

const Person* People::byId(Id<Provider> id) const {
  const int* place = m_byId.find(quint64(id.value));
  return place ? &m_people[size_t(*place)] : nullptr;
}

std::vector<const Person*> People::fitting(const Wanted& wanted) const {
  const auto places = m_byName.constFind(keyOf(wanted.name.last, wanted.name.first));
  if (places == m_byName.constEnd())
    return {};
  const QStringList given = givenNames(wanted.name.first, wanted.name.middle);
  const QString suffix = nameKey(wanted.name.suffix);
  std::vector<const Person*> fit;
  for (const int place : *places) {
    const Person& person = m_people[size_t(place)];
    const QString theirs = nameKey(person.suffix);
    const bool bornElsewhen =
        wanted.dateOfBirth.isValid() && person.dateOfBirth.isValid() && wanted.dateOfBirth != person.dateOfBirth;
    if (bornElsewhen || (wanted.withoutNpi && !person.npi.isEmpty()) ||
        (!suffix.isEmpty() && !theirs.isEmpty() && suffix != theirs) ||
        !agree(given, givenNames(person.first, person.middle)))
      continue;
    fit.push_back(&person);
  }
  const auto sameBirth = [&](const Person* one) { return one->dateOfBirth == wanted.dateOfBirth; };
  if (wanted.dateOfBirth.isValid() && std::any_of(fit.begin(), fit.end(), sameBirth)) {
    std::erase_if(fit, [&](const Person* one) { return !sameBirth(one); });
    narrow(fit, [&](const Person* one) { return one->team == wanted.team; });
  } else if (wanted.team.isValid()) {
    // One whom no team has is taken for the team's when it has none of that name itself.
    const bool teams = std::any_of(fit.begin(), fit.end(), [&](const Person* one) { return one->team == wanted.team; });
    std::erase_if(fit, [&](const Person* one) { return one->team != (teams ? wanted.team : Id<Team>()); });
  } else {
    narrow(fit, [](const Person* one) { return !one->team.isValid(); });
  }
  const auto sameGiven = [&](const Person* one) { return givenNames(one->first, one->middle) == given; };
  const auto sameSuffix = [&](const Person* one) { return nameKey(one->suffix) == suffix; };
  narrow(fit, [&](const Person* one) { return sameGiven(one) && sameSuffix(one); });
  narrow(fit, sameGiven);
  if (!suffix.isEmpty())
    narrow(fit, sameSuffix);
  if (!wanted.name.degree.isEmpty())
    narrow(fit, [&](const Person* one) { return nameKey(one->degree) == nameKey(wanted.name.degree); });
  return fit;
}

} // namespace exchange
