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
/// Business days d with due < d ≤ today, federal holidays and the closed days of the team left out; NULL when there
/// are none or `open` does not hold.
QString daysLate(const QString& due, const QString& team, const QString& open);
/// Payor, facility or state of tracking t, joined by " · ".
QString about();
/// LEFT JOINs of team, provider, practice, payor and facility of tracking t.
QString ofTracking();
/// LEFT JOIN of note n, the newest (by written, then id) for which `condition` holds of note x.
QString newestNote(const QString& condition);

/// How many alerts there are of provider p, as the listing of alerts has them; over the provider's own indices.
QString alertsOfProvider();
/// The worst standing among them: Expired, Missing, Expiring, No date; Current when there are none.
QString worstOfProvider();
/// 'yes' or 'no'.
QString hasAlerts();

/// The step in hand of the newest open tracking k for which `condition` holds, "No tracking yet" where there is none.
QString openStep(const QString& condition);

/// Adds columns behind others.
std::vector<Column> operator+(std::vector<Column> left, const std::vector<Column>& right);

} // namespace report::parts
