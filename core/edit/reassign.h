// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/changes.h"

#include <array>
#include <set>

struct Coordinator;

namespace edit {

/// What a coordinator has to do or looks after: open steps of trackings that are neither completed nor cancelled, open
/// trackings, open tasks; enrollments, affiliations, providers.
enum class Duty { Step, Tracking, Task, Enrollment, Affiliation, Provider };
inline constexpr size_t dutyCount = 6;

/// How many of each.
using Load = std::array<qint64, dutyCount>;

struct LoadOf {
  Id<Coordinator> who;
  QString name;
  bool isActive = true;
  Load load{};
};

/// What every coordinator has now, in order of name: the active ones, and others that still have something.
std::vector<LoadOf> loads(db::Database& database);

/// Handing over what somebody has, to one or dealt evenly over several.
struct Handover {
  Id<Coordinator> from;
  std::set<Duty> duties;
  std::vector<Id<Coordinator>> to;
};

/// Who gets what.
struct Dealt {
  struct Item {
    Duty duty;
    qint64 id;
    size_t to; ///< its place in Handover::to
  };
  std::vector<Item> items;
  std::vector<Load> gets; ///< of each of Handover::to
};

/// Deals: enrollments, affiliations and providers in turn; steps, trackings and tasks of one tracking go to the same
/// person, each next tracking to whom has got the fewest of them. Evenly is what is dealt, not what they have then.
Dealt deal(db::Database& database, const Handover& handover);

/// Writes what was dealt. Answers false when it was stopped.
bool handOver(db::Transaction& transaction, const Handover& handover, const Dealt& dealt, const Progress& progress);

} // namespace edit
