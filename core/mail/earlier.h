// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

#include <QDate>

struct Outgoing;

namespace mail {

/// What went to somebody on a day about some things, and is not cancelled or failed: when a letter would only repeat
/// it. A mail is about a thing when its text names it.
struct Earlier {
  Id<Outgoing> mail;
  QString status;
  QString at; ///< an instant: when it was sent, else queued
};
std::optional<Earlier> earlierOn(db::Database& database, const Outgoing& letter, const QStringList& things, QDate day);

/// "This was sent today at 9:12."
QString words(const Earlier& earlier);

} // namespace mail
