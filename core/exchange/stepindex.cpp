// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/stepindex.h"

#include "core/base/text.h"

namespace exchange {

StepIndex::StepIndex(db::Database& database)
    : m_database(database), m_hadSteps(database.value(QStringLiteral("SELECT EXISTS (SELECT 1 FROM step)"))),
      m_seen(4096) {}

quint64 StepIndex::nameHash(std::string_view name) {
  Seen& seen = m_seen[size_t(hashOf(name)) % m_seen.size()];
  if (seen.hash == 0 || seen.name != name) {
    const QByteArray key = folded(QString::fromUtf8(name.data(), qsizetype(name.size()))).toUtf8();
    seen.name = name;
    seen.hash = hashOf({key.constData(), size_t(key.size())});
  }
  return seen.hash;
}

quint64 StepIndex::keyOf(Id<Tracking> tracking, std::string_view name, int number) {
  return mixed(mixed(quint64(tracking.value), nameHash(name)), quint64(number));
}

int& StepIndex::lastPosition(Id<Tracking> tracking) {
  if (int* known = m_trackings.find(quint64(tracking.value)))
    return *known;
  int last = 0;
  std::vector<std::pair<Id<Step>, QByteArray>> steps;
  if (m_hadSteps)
    m_database.each(QStringLiteral("SELECT id, position, name FROM step WHERE tracking_id = ? ORDER BY position, id"),
                    {tracking}, [&](db::Row& row) {
                      const auto id = row.id<Step>();
                      last = row.integer();
                      const std::string_view name = row.utf8();
                      steps.emplace_back(id, QByteArray(name.data(), qsizetype(name.size())));
                    });
  int& kept = m_trackings[quint64(tracking.value)] = last;
  for (const auto& [id, name] : steps) {
    int number = 0;
    while (m_steps.find(keyOf(tracking, {name.constData(), size_t(name.size())}, number)))
      ++number;
    m_steps[keyOf(tracking, {name.constData(), size_t(name.size())}, number)].set(id, 0);
  }
  return kept;
}

void StepIndex::add(Id<Tracking> tracking, std::string_view name, Id<Step> step, bool taken) {
  int& last = lastPosition(tracking);
  ++last;
  int number = 0;
  while (m_steps.find(keyOf(tracking, name, number)))
    ++number;
  m_steps[keyOf(tracking, name, number)].set(step, taken ? m_sheet : quint16(0));
}

Id<Step> StepIndex::take(Id<Tracking> tracking, std::string_view name) {
  lastPosition(tracking);
  for (int number = 0;; ++number) {
    Entry* entry = m_steps.find(keyOf(tracking, name, number));
    if (!entry)
      return {};
    if (entry->takenBy() == m_sheet)
      continue;
    entry->set(entry->id(), m_sheet);
    return entry->id();
  }
}

void StepIndex::giveBack(Id<Tracking> tracking, std::string_view name, Id<Step> step) {
  for (int number = 0; Entry* entry = m_steps.find(keyOf(tracking, name, number)); ++number)
    if (entry->id() == step)
      entry->set(step, 0);
}

Id<Step> StepIndex::find(Id<Tracking> tracking, std::string_view name, int number) {
  lastPosition(tracking);
  const Entry* entry = m_steps.find(keyOf(tracking, name, number));
  return entry ? entry->id() : Id<Step>();
}

int StepIndex::nextPosition(Id<Tracking> tracking) { return lastPosition(tracking) + 1; }

} // namespace exchange
