// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/exchange/flatmap.h"
#include "core/tracking/step.h"

#include <string>

namespace exchange {

/// The steps of trackings by their names, read a tracking at a time when one is first asked for. Of several steps of
/// the same name in a tracking the k-th is found by the k-th row that names it. 32 bytes a step.
class StepIndex {
public:
  explicit StepIndex(db::Database& database);

  /// The tracking was made just now: it has no steps but those that are added.
  void startNew(Id<Tracking> tracking) { m_trackings[quint64(tracking.value)] = 0; }
  void add(Id<Tracking> tracking, std::string_view name, Id<Step> step, bool taken);
  /// Another sheet begins: no step is taken by it.
  void startSheet() { ++m_sheet; }
  /// The first step of this name that the sheet did not take yet, and takes it; invalid when there is none.
  Id<Step> take(Id<Tracking> tracking, std::string_view name);
  /// The row that took it last was rejected.
  void giveBack(Id<Tracking> tracking, std::string_view name, Id<Step> step);
  /// The step of this name, of several the one of this number from 0.
  Id<Step> find(Id<Tracking> tracking, std::string_view name, int number = 0);
  /// The place behind the last step.
  int nextPosition(Id<Tracking> tracking);

private:
  /// A step's id, and above it the sheet that took it: together in 8 bytes.
  struct Entry {
    quint64 packed = 0;

    Id<Step> id() const { return {qint64(packed & 0xFFFF'FFFF'FFFF)}; }
    quint16 takenBy() const { return quint16(packed >> 48); }
    void set(Id<Step> step, quint16 sheet) { packed = quint64(step.value) | quint64(sheet) << 48; }
  };
  int& lastPosition(Id<Tracking> tracking);
  quint64 keyOf(Id<Tracking> tracking, std::string_view name, int number);
  /// A number for a name without case and marks.
  quint64 nameHash(std::string_view name);

  db::Database& m_database;
  bool m_hadSteps;
  quint16 m_sheet = 0;
  FlatMap<Entry> m_steps;
  FlatMap<int> m_trackings; // by id: the last position
  struct Seen {
    std::string name;
    quint64 hash = 0;
  };
  std::vector<Seen> m_seen; // names as they stood in the file; they are few
};

} // namespace exchange
