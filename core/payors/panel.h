// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/payors/enrollment.h"
#include "core/payors/teampayor.h"

#include <span>

/// Whose enrollments: a provider's, or a practice's own; one of the two.
struct PanelOwner {
  Id<Provider> provider = {};
  Id<Practice> practice = {};

  bool isValid() const { return provider.isValid() || practice.isValid(); }
  friend bool operator==(const PanelOwner&, const PanelOwner&) = default;
};

/// An enrollment as it is (without an id: there is none yet) and as it would be.
struct PanelChange {
  Enrollment before;
  Enrollment after;

  bool isNew() const { return !after.id.isValid(); }
};

/// Gives the enrollments of `to` the statuses that those of `from` with the same payor, state and line of business
/// have; where there are several, the one at the same practice. Whom they wait on goes with the status; numbers, dates
/// and assignees stay. With `makeMissing` those that `to` does not have are made; at the practice of `from`'s where
/// `to` works there, else at that of `to`, if it is one only. What would be as it is, is left out.
std::vector<PanelChange> copiedStatuses(db::Database& database, const PanelOwner& from, const PanelOwner& to,
                                        bool makeMissing, QDate today);

/// The enrollments (status Not started) that the owner lacks of the list of its team: for each payor of the list, with
/// its state and line of business (empty: any), at each practice of the provider. Where the list names no state, that
/// of the practice.
std::vector<PanelChange> missingOfTeam(db::Database& database, const PanelOwner& owner);

/// Writes them; what was changed or made by somebody else meanwhile is left as it is. Refused when one cannot be.
Problems write(db::Transaction& transaction, std::span<const PanelChange> changes);

/// The team of a provider or practice; none when it has none.
Id<Team> teamOf(db::Database& database, const PanelOwner& owner);

/// The payors of a team's list, in order of name.
std::vector<TeamPayor> panelOf(db::Database& database, Id<Team> team);
/// Makes that list what it is to be. Refused where two lines are the same or a payor is not named.
Problems writePanel(db::Transaction& transaction, Id<Team> team, std::vector<TeamPayor> wanted);
