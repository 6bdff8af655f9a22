// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/flatmap.h"
#include "core/exchange/stepindex.h"
#include "core/tracking/trackings.h"

namespace exchange {

/// The steps that trackings started by this import get from their templates. Where rows of kind steps follow, they are
/// written together with what those say, so that a step is written once; the rest when the last such row was read.
class NewSteps {
public:
  /// stepsFollow: the import has rows of kind steps.
  NewSteps(db::Transaction& transaction, StepIndex& index, bool stepsFollow)
      : m_trackings(transaction), m_transaction(transaction), m_index(index), m_waits(stepsFollow) {}

  Trackings& trackings() { return m_trackings; }
  /// Writes a tracking, and its steps now or later. status is how far its steps are said to be: empty, In progress or
  /// Completed.
  Id<Tracking> start(Trackings::Start& start, const QString& status, Trackings::Links links);

  /// The steps of this tracking where they are still to be written: rows lay over them and add to them. Null for others.
  std::vector<Step>* waiting(Id<Tracking> tracking);
  /// The step of this name among them that this sheet has not taken, and takes it; else -1.
  int take(const QString& name);
  void addTaken() { m_taken.push_back(true); }
  /// Writes the steps of all trackings that still wait.
  void writeAll();

private:
  enum class Standing : char { None, Started, Completed, Written };
  std::vector<Step> stepsOf(Id<Tracking> tracking, Standing standing);
  void close();

  Trackings m_trackings;
  db::Transaction& m_transaction;
  StepIndex& m_index;
  bool m_waits;
  FlatMap<Standing> m_standings;       // of the trackings that wait
  std::vector<Id<Tracking>> m_waiting; // likewise, in order
  Id<Tracking> m_open;                 // the one whose steps are held
  std::vector<Step> m_steps;
  std::vector<bool> m_taken;
};

} // namespace exchange
