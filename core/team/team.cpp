// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/team.h"

#include "core/base/text.h"

const db::Table& Team::table() {
  static const db::Table it("team", {"name"},
                            db::Table::Derived{{"sort_name"}, [](const db::Values& values) -> db::Values {
                                                 return {folded(*values[0].text())};
                                               }});
  return it;
}

db::Values Team::values() const { return {name}; }

Team Team::read(db::Row& row) {
  Team r;
  r.id = row.id<Team>();
  r.name = row.text();
  return r;
}

const db::Table& ClosedDay::table() {
  static const db::Table it(
      "closed_day", {"team_id", "day", "name"},
      db::Table::Derived{{"counts"}, [](const db::Values& values) -> db::Values {
                           return {qint64(isBusinessDay(QDate::fromString(*values[1].text(), Qt::ISODate)))};
                         }});
  return it;
}

db::Values ClosedDay::values() const { return {team, day, name}; }

ClosedDay ClosedDay::read(db::Row& row) {
  ClosedDay r;
  r.id = row.id<ClosedDay>();
  r.team = row.id<Team>();
  r.day = row.date();
  r.name = row.text();
  return r;
}

Calendar calendarOf(db::Database& database, Id<Team> team) {
  return database.all(QStringLiteral("SELECT day FROM closed_day WHERE team_id = ? ORDER BY day"), {team},
                      [](db::Row& row) { return row.date(); });
}
