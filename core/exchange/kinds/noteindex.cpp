// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/kinds/noteindex.h"

namespace exchange {
namespace {

quint64 add(quint64 hash, const QString& text) {
  const auto* bytes = reinterpret_cast<const char*>(text.utf16());
  return mixed(hash, hashOf({bytes, size_t(text.size()) * sizeof(char16_t)}));
}

/// Where notes about the same thing are found: a condition that an index serves.
struct Place {
  const char* condition;
  qint64 id;
};

Place placeOf(const Note& note) {
  if (note.tracking.isValid())
    return {"tracking_id = ?", note.tracking.value};
  if (note.task.isValid())
    return {"task_id = ? AND tracking_id IS NULL", note.task.value};
  if (note.provider.isValid())
    return {"provider_id = ? AND tracking_id IS NULL AND task_id IS NULL", note.provider.value};
  if (note.practice.isValid())
    return {"practice_id = ? AND provider_id IS NULL AND tracking_id IS NULL AND task_id IS NULL", note.practice.value};
  // Rare, and no index knows them: all at once.
  return {"? = 0 AND tracking_id IS NULL AND task_id IS NULL AND provider_id IS NULL AND practice_id IS NULL", 0};
}

} // namespace

NoteIndex::NoteIndex(db::Database& database, Compared compared)
    : m_database(database), m_compared(compared),
      m_newest(database.value(QStringLiteral("SELECT coalesce(max(id), 0) FROM note"))) {}

quint64 NoteIndex::keyOf(const Note& note) const {
  // On a step or tracking a note says nothing else of whom it is about, and on a task only the payor.
  const bool onTracking = note.tracking.isValid(), onTask = !onTracking && note.task.isValid();
  quint64 hash = mixed(quint64(note.tracking.value), quint64(note.step.value));
  if (onTask)
    hash = mixed(hash, quint64(note.task.value));
  if (!onTracking && !onTask)
    hash = mixed(mixed(hash, quint64(note.provider.value)), quint64(note.practice.value));
  if (!onTracking)
    hash = mixed(hash, quint64(note.payor.value));
  hash = add(add(hash, note.written), note.text);
  if (m_compared.author)
    hash = add(hash, note.author);
  if (m_compared.kind)
    hash = add(hash, note.kind);
  return m_compared.reference ? add(hash, note.reference) : hash;
}

void NoteIndex::read(const Note& about) {
  const Place place = placeOf(about);
  if (char& done = m_read[hashOf(place.condition, quint64(place.id))]; !done)
    done = 1;
  else
    return;
  m_database.each(db::selectAll<Note>() + QStringLiteral(" WHERE %1 AND id <= ?").arg(QLatin1String(place.condition)),
                  {place.id, m_newest}, [&](db::Row& row) { ++m_counts[keyOf(Note::read(row))]; });
}

bool NoteIndex::take(const Note& note) {
  if (m_newest == 0)
    return false;
  read(note);
  qint32* count = m_counts.find(keyOf(note));
  if (!count || *count == 0)
    return false;
  --*count;
  return true;
}

Id<Note> NoteIndex::takeBare(const Note& note) {
  if (m_newest == 0)
    return {};
  const auto bare = db::allWhere<Note>(
      m_database,
      QStringLiteral("task_id = ? AND tracking_id IS NULL AND text = ? AND author = '' AND reference = '' AND kind = "
                     "'Note' AND written = (SELECT created FROM task WHERE id = note.task_id) AND id <= ? ORDER BY id"),
      {note.task, note.text, m_newest});
  for (const Note& one : bare) {
    qint32* left = m_counts.find(keyOf(one)); // 0: a row before was that very note
    if (left && *left > 0) {
      --*left;
      return one.id;
    }
  }
  return {};
}

} // namespace exchange
