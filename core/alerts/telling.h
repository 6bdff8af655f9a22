// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alertnotice.h"
#include "core/alerts/expirables.h"

namespace alerts {

/// An alert that is to be told today, and how far down its ladder that is.
struct Telling {
  Expirable alert;
  Told what;
};

/// What is to be told today: of every alert what its ladder, what was told before and what people did about it say.
std::vector<Telling> dueToTell(db::Database& database, QDate today);

/// What people did about an alert of this date, as it still holds, in that order: a renewal whose tracking has come to
/// an end, without a new date, holds no more.
std::vector<AlertAction> actionsThatHold(db::Database& database, const Subject& subject, QDate expires);

/// The next day, from today on, on which this alert will be told as things stand; invalid when it will not be any more.
QDate nextTold(db::Database& database, const Expirable& alert, QDate today);

} // namespace alerts
