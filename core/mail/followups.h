// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

struct Coordinator;
struct Provider;
struct Team;

namespace mail {

/// Something to ask about again: a task, a step of a tracking, or an enrollment.
struct FollowUpLine {
  QString what; ///< "Confirm receipt, T-1001 (Marten, Lily · Aetna TX)"
  QDate day;
  Id<Coordinator> assignee;
  Id<Team> team;
  Id<Provider> provider;

  QString words(QDate today) const;
};

/// Follow-ups of today and earlier of whatever is open, by day.
std::vector<FollowUpLine> followUpsDue(db::Database& database, QDate today);

} // namespace mail
