// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/listing.h"

/// Fragments that several listings share. The joined tables have the same short names everywhere: team, p (provider),
/// pr (practice), py (payor), f (facility), a (assignee), n (the last note).
namespace report::parts {

Column team();
Column provider();
Column npi();
Column practice();
Column payor();
/// Whom it is about, first in every report.
std::vector<Column> who();
/// Last note on, Last note by, Last note.
std::vector<Column> lastNote();

Column text(const char* heading, const char* sql);
Column date(const char* heading, const char* sql);
Column number(const char* heading, const QString& sql);

/// Step s of tracking t is still to be done: open, and its tracking neither completed nor cancelled. To the letter of
/// the partial indices of the queue.
QString isToDo();
/// The filter "responsible" over open steps s: each of the two ways to be somebody's walks an index.
QString responsibleForOpen();
/// The same over all steps s of trackings t.
QString responsible();
/// The filter "untouched" over trackings t, a day: neither started nor written about since it.
QString untouched();
/// Business days d with due < d ≤ today, federal holidays and the closed days of the team left out; NULL when there
/// are none or `open` does not hold.
QString daysLate(const QString& due, const QString& team, const QString& open);
/// Payor, facility or state of tracking t, joined by " · ".
QString about();
/// LEFT JOINs of team, provider, practice, payor and facility of tracking t; but not of the one named.
QString ofTracking(const char* without = "");
/// LEFT JOIN of note n, the newest (by written, then id) for which `condition` holds of note x.
QString newestNote(const QString& condition);

/// LEFT JOIN of step s, the step of tracking t: its first open one, else its last.
QString shownStep();
/// The id of an enrollment's last note, as a subselect: on one of its trackings or their steps, or its own. `e` has the
/// enrollment's provider_id, practice_id and payor_id; `id` is its id.
QString newestNoteOfEnrollment(const QString& id);
/// The standing of a date in days from today: 'Expired', 'Expiring' when it is not further away than `firstRung` days,
/// else 'Current'; the date is not NULL.
QString standing(const QString& date, const QString& firstRung);
/// The standing of credential c of document type d: those, 'Not applicable', or 'No date' where the type has a term.
QString standingOfCredential();
/// The first rung of the ladder of record `name`: its own, else that of its type.
QString firstRung(const char* name, const QString& ofType);
/// The first rung for dates that an enrollment or affiliation keeps.
QString firstRungOf(const char* source);
/// Whether requirement r of type d is asked of this provider, and there is no credential for it. One of a state is
/// asked of who works there: at a practice, or enrolled with a payor.
QString missingOf(const QString& provider);
/// The alerts of one standing about credentials: c of type d; or, with the standing Missing, requirement r of type d of
/// provider q. Those of providers who left are among them.
struct AlertPart {
  QString standing;
  Part part;
};
std::vector<AlertPart> credentialAlerts();
/// What a row of a directory tells of its alerts, as the listing of alerts has them; over the row's own indices.
enum class Of { Provider, Practice, Facility }; ///< p, pr or f
struct Told {
  Column alerts;   ///< "No alerts", "3 alerts"
  Column standing; ///< the worst among them: Expired, Missing, Expiring, No date; Current when there are none
  QString has;     ///< 'yes' or 'no'
};
Told told(Of of);

/// The step in hand of the newest open tracking k for which `condition` holds, "No tracking yet" where there is none.
QString openStep(const QString& condition);

/// The ids in this column of the open trackings about being credentialed again.
QString openRecredentialings(const QString& column);
/// Whether the provider with this id is not there any more: inactive or terminated.
QString hasLeft(const QString& provider);
/// Coordinator a, which a report can be grouped by and does not show unasked.
Column assigneeAside();
/// A column that is not shown unasked.
Column aside(Column column);

/// Days from submitted to effective of enrollments q for which `condition` holds, in parentheses: a row for each of
/// these columns of theirs, with cases, median and eightieth, as participation::history() has it of one payor and
/// state.
QString ownHistory(const QStringList& of, const QString& condition = QStringLiteral("1"));

/// Rows (id, cells) with the id 0, 1 … `count` - 1, for sums to be joined to; in `cells` it is n.column1.
QString numbered(int count, const QString& cells);

/// Adds columns behind others.
std::vector<Column> operator+(std::vector<Column> left, const std::vector<Column>& right);

} // namespace report::parts
