// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alertaction.h"
#include "core/alerts/expirables.h"
#include "core/base/result.h"
#include "core/tracking/template.h"

// What people do about alerts. Each is written within the caller's change, so that undo takes it back, and answers the
// action; the field of a problem is the member's name. An alert itself goes when its cause goes: nothing here hides it.
namespace alerts {

/// Who does it, on which day.
struct Doer {
  QString who;
  QDate today;
};

/// Seen: nothing is told of it until the next rung of its ladder.
Result<Id<AlertAction>> acknowledge(db::Transaction& transaction, const Subject& subject, const Doer& doer);

/// Nothing is told of it before `until`; then it is told again.
Result<Id<AlertAction>> snooze(db::Transaction& transaction, const Subject& subject, QDate until, const Doer& doer);

/// The template that a renewal would run on, the best guess: renewal of a licence, recredentialing of an enrollment
/// (revalidation for Medicare), reappointment of an affiliation; nothing where the office has none of the kind.
std::optional<TrackingTemplate> renewalTemplate(db::Database& database, const Subject& subject);

/// A renewal is under way: nothing more is told of this date while its tracking is open. With a template the tracking
/// is started from it today, about this record and assigned to whom the alert is; without one the renewal is done
/// elsewhere, and nothing is told of this date any more.
Result<Id<AlertAction>> renewalStarted(db::Transaction& transaction, const Subject& subject,
                                       std::optional<Id<TrackingTemplate>> from, const Doer& doer);

/// Nothing of this kind is needed, for a reason. A credential is marked so (a missing one is entered so), and its alert
/// is gone; of an enrollment or affiliation nothing is told any more.
Result<Id<AlertAction>> notApplicable(db::Transaction& transaction, const Subject& subject, const QString& reason,
                                      const Doer& doer);

/// Somebody was written to about it: that alone changes nothing about when it is told.
Id<AlertAction> mailed(db::Transaction& transaction, const Expirable& alert, const QString& subject, const Doer& doer);

} // namespace alerts
