// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"
#include "core/exchange/flatmap.h"
#include "core/notes/note.h"

namespace exchange {

/// The notes that were on file when a sheet began, read by what they are about when a row first asks. 16 bytes a note:
/// two notes are the same when a number made of all that they say is.
class NoteIndex {
public:
  /// Which columns the file has; the others are not compared.
  struct Compared {
    bool author = true, kind = true, reference = true;
  };
  NoteIndex(db::Database& database, Compared compared);

  /// Whether the same note is on file; each is found once.
  bool take(const Note& note);
  /// A note with this text that a task was imported with, and that says no more than that: the row is that note.
  Id<Note> takeBare(const Note& note);

private:
  quint64 keyOf(const Note& note) const;
  void read(const Note& about);

  db::Database& m_database;
  Compared m_compared;
  qint64 m_newest;          // notes above it came with this import
  FlatMap<qint32> m_counts; // of those not taken yet
  FlatMap<char> m_read;     // what they are about
};

} // namespace exchange
