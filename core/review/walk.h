// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/notes/contacts.h"
#include "core/review/item.h"

// A walk through a week's review, a step at a time. Each is written within the caller's change together with what it
// changed, so that the review goes on where it stopped and undo takes both back. An item leaves the review of its week
// only with a date after today on which it comes up again: else a problem says what is to be done. `key` is that of its
// row.
namespace review {

/// Who goes through it, on which day; `written` is the civil time for contacts, "YYYY-MM-DD HH:MM".
struct Doer {
  QString who;
  QDate today;
  QString written;
};

/// Looked at and left as it is: it has its next date.
Problems pass(db::Transaction& transaction, qint64 key, const Doer& doer);

/// Writes a contact about it and, when there is one, the day to ask again: the follow-up of a step, a task or an
/// enrollment, a reminder of any other alert. With a next date it leaves.
Problems note(db::Transaction& transaction, qint64 key, const ContactLine& line, QDate followUp, const Doer& doer);

/// When to ask again after such a contact: as the line says, else as the rule proposes. A plain note moves nothing that
/// has its next date.
QDate followUpAfter(db::Database& database, qint64 key, const ContactLine& line, QDate today);
/// The day that the rule of the office proposes when a day is asked for.
QDate proposedDay(db::Database& database, qint64 key, QDate today);

/// Somebody else has the ball until a day, on which it is asked for again: steps and enrollments say who, for all
/// others that is noted.
Problems waitFor(db::Transaction& transaction, qint64 key, const QString& whom, QDate until, const Doer& doer);

/// Moves the date that matters: due of a step or task, the end of an enrollment, a credential's expiry, when a
/// reappointment is due. It leaves when it has a next date then.
Problems moveDate(db::Transaction& transaction, qint64 key, QDate to, const Doer& doer);

/// Whether a step or task was due before today: moving that is worth a reason.
bool isLate(db::Database& database, qint64 key, QDate today);

/// Writes a note about it; it stays where it is.
Problems remark(db::Transaction& transaction, qint64 key, const QString& text, const Doer& doer);

/// Comes back on that day; its date stays what it is.
Problems snooze(db::Transaction& transaction, qint64 key, QDate until, const Doer& doer);

/// Puts it on a day of the week's plan: moves the date of a step or task, with it a follow-up on a day before that one,
/// and snoozes what has a date that is not ours to move.
Problems plan(db::Transaction& transaction, qint64 key, QDate day, const Doer& doer);

/// Another one does it from now on. Nobody, with an id of 0.
Problems assign(db::Transaction& transaction, qint64 key, Id<Coordinator> to, const Doer& doer);

/// Completes a task; a step too, but its last one without asking what was granted. An alert is done when its new date
/// is there: a problem says so.
Problems complete(db::Transaction& transaction, qint64 key, const Doer& doer);

/// That it was dealt with elsewhere, in the same change: outcome Done or Mailed.
void mark(db::Transaction& transaction, qint64 key, const QString& outcome, const Doer& doer);

/// What became of the items of a week so far, each counted once an outcome; of some assignees and teams, or of all when
/// they are empty (an id of 0: nobody's).
struct Summary {
  qint64 reviewed = 0; ///< items that left, whichever way
  qint64 moved = 0, done = 0, mailed = 0, snoozed = 0;
};
Summary summaryOf(db::Database& database, QDate week, const db::Values& assignees, const db::Values& teams);

} // namespace review
