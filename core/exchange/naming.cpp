// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/naming.h"

#include "core/base/text.h"

#include <algorithm>

namespace exchange {
namespace {

/// Whom a cell of this name would mean.
bool finds(const People& people, const QString& name, QDate born, Id<Team> team, Id<Provider> wanted) {
  const auto fit = people.fitting({splitPersonName(name), born, team});
  return fit.size() == 1 && fit.front()->id == wanted;
}

QByteArray number(const FlatMap<int>& numbers, qint64 id) {
  const int* number = numbers.find(quint64(id));
  return number ? " #" + QByteArray::number(*number) : QByteArray();
}

} // namespace

Naming::Naming(db::Database& database)
    : m_teams(database, QStringLiteral("team")), m_coordinators(database, QStringLiteral("coordinator")),
      m_people(database), m_practices(database) {
  m_people.each([&](const Person& person) {
    m_npis[quint64(person.id.value)] = person.npi.toUtf8();
    m_names[quint64(person.id.value)] =
        person.npi.isEmpty() ? longName(person, person.team) : person.shownName().toUtf8();
  });
}

QByteArray Naming::longName(const Person& person, Id<Team> team) const {
  const QString shown = person.shownName();
  if (finds(m_people, shown, {}, team, person.id))
    return shown.toUtf8();
  QString more = shown;
  if (!person.middle.isEmpty())
    more += QLatin1Char(' ') + person.middle;
  if (!person.suffix.isEmpty())
    more += QStringLiteral(", ") + person.suffix;
  if (!person.degree.isEmpty())
    more += QStringLiteral(" - ") + person.degree;
  if (finds(m_people, more, {}, team, person.id))
    return more.toUtf8();
  if (person.dateOfBirth.isValid() && finds(m_people, more, person.dateOfBirth, team, person.id))
    return (more + QStringLiteral(" (%1)").arg(person.dateOfBirth.toString(Qt::ISODate))).toUtf8();
  return (person.team.isValid() ? more + QStringLiteral(" (%1)").arg(m_teams.nameOf(person.team.value)) : more)
      .toUtf8();
}

std::string_view Naming::npi(Id<Provider> provider) const {
  const QByteArray* npi = m_npis.find(quint64(provider.value));
  return npi ? std::string_view(npi->constData(), size_t(npi->size())) : std::string_view();
}

QByteArray Naming::provider(Id<Provider> provider, Id<Team> team) const {
  const QByteArray* name = m_names.find(quint64(provider.value));
  if (!name)
    return {};
  const Person& person = *m_people.byId(provider);
  return person.npi.isEmpty() && person.team != team ? longName(person, team) : *name;
}

QString Naming::practice(Id<Practice> practice, Id<Team> team) const {
  const Practices::Entry* entry = m_practices.byId(practice);
  if (!entry)
    return {};
  const auto fit = m_practices.fitting(entry->name, team, m_teams);
  if (fit.size() == 1 && fit.front()->id == practice)
    return entry->name;
  return QStringLiteral("%1 (%2)").arg(entry->name, m_teams.nameOf(entry->team.value));
}

QString Naming::assigned(Id<Provider> provider) const {
  const Person* person = m_people.byId(provider);
  if (!person)
    return {};
  if (!m_coordinators.find(person->shownName()) && finds(m_people, person->shownName(), {}, {}, provider))
    return person->shownName();
  return person->npi.isEmpty() ? QString::fromUtf8(longName(*person, {})) : person->npi;
}

Id<Team> Naming::teamOf(Id<Provider> provider) const {
  const Person* person = m_people.byId(provider);
  return person ? person->team : Id<Team>();
}

Id<Team> Naming::teamOf(Id<Practice> practice) const {
  const Practices::Entry* entry = m_practices.byId(practice);
  return entry ? entry->team : Id<Team>();
}

void Naming::passStep(Id<Step> step, Id<Tracking> tracking, std::string_view name) {
  if (m_tracking != tracking)
    m_stepNames.clear();
  m_tracking = tracking;
  const QString key = folded(QString::fromUtf8(name.data(), qsizetype(name.size())));
  const auto before = std::count(m_stepNames.begin(), m_stepNames.end(), key);
  if (before > 0)
    m_stepNumbers[quint64(step.value)] = int(before) + 1;
  m_stepNames.push_back(key);
}

void Naming::passTask(const Task& task) {
  const QByteArray key = folded(task.name).toUtf8();
  const quint64 hash = mixed(hashOf({key.constData(), size_t(key.size())}),
                             mixed(quint64(task.provider.value), quint64(task.practice.value)));
  if (const int number = ++m_alikeTasks[hash]; number > 1)
    m_taskNumbers[quint64(task.id.value)] = number;
}

QByteArray Naming::numberOf(Id<Step> step) const { return number(m_stepNumbers, step.value); }

QByteArray Naming::numberOf(Id<Task> task) const { return number(m_taskNumbers, task.value); }

} // namespace exchange
