// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/mark.h"

const db::Table& ReviewMark::table() {
  static const db::Table it("review_mark",
                            {"week", "item", "outcome", "until", "on_day", "by_whom", "assignee_id", "team_id"});
  return it;
}

db::Values ReviewMark::values() const { return {week, item, outcome, until, on, byWhom, assignee, team}; }

ReviewMark ReviewMark::read(db::Row& row) {
  ReviewMark r;
  r.id = row.id<ReviewMark>();
  r.week = row.date();
  r.item = row.number();
  r.outcome = row.text();
  r.until = row.date();
  r.on = row.date();
  r.byWhom = row.text();
  r.assignee = row.id<Coordinator>();
  r.team = row.id<Team>();
  return r;
}
