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
  /// Made: steps come from the template at once. Waiting: rows of kind steps follow and lay over them. Given: an export
  /// of everything names every step of a tracking; the template has only their descriptions and times.
  enum class From { Made, Waiting, Given };
  NewSteps(db::Transaction& transaction, StepIndex& index, From from)
      : m_trackings(transaction), m_transaction(transaction), m_index(index), m_from(from) {}

  Trackings& trackings() { return m_trackings; }
  /// What starting a tracking is going to write. Nobody is assigned to its steps: a file says who does a step, and an
  /// empty assignee stays empty.
  Trackings::Start prepare(Tracking tracking);
  /// Writes a tracking, and its steps now or later. status is how far its steps are said to be: empty, In progress or
  /// Completed.
  Id<Tracking> start(Trackings::Start& start, const QString& status);

  /// Whether the steps of this tracking are still to be written: then the row is about step(), and put() takes it back.
  bool waits(Id<Tracking> tracking);
  /// The step of this name that no row was about yet, else a fresh one behind the last.
  Step step(const QString& name);
  /// Whether step() was there before the row.
  bool isKnown() const { return m_place >= 0; }
  /// pinSaid: the row says itself whether the due date was set by hand.
  void put(const Step& step, bool pinSaid);
  /// The row that step() was for was rejected: another may be about it.
  void giveBack();
  /// Writes the steps of all trackings that still wait.
  void writeAll();

private:
  enum class Standing : char { None, Started, Completed, Written };
  const Tracking& waiting(Id<Tracking> id);
  void open(Id<Tracking> id, Standing standing);
  void close();
  void unpinPlanned();

  Trackings m_trackings;
  db::Transaction& m_transaction;
  StepIndex& m_index;
  From m_from;
  FlatMap<Standing> m_standings;       // of the trackings that wait
  std::vector<Id<Tracking>> m_waiting; // likewise, in order
  std::vector<Tracking> m_ahead;       // some that wait, by id; no row changes a tracking once steps are read
  Tracking m_open;                     // the one whose steps are held
  std::vector<Step> m_steps;           // as they are going to be written
  std::vector<Step> m_template;        // with From::Given
  std::vector<bool> m_pinSaid;         // likewise, of m_steps
  std::vector<bool> m_taken;           // of the one or the other
  int m_given = -1;                    // the one of m_taken that step() gave last
  int m_place = -1;                    // of the step that was asked for last
};

} // namespace exchange
