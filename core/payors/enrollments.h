// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/payors/enrollment.h"

/// Whom an enrollment of this status waits on, as it is shipped or as the office set it.
QString waitingOnOf(db::Database& database, const QString& status);

/// The waiting since: today when whom it waits on has changed, none when it waits on nobody named.
void keepWaiting(Enrollment& enrollment, const Enrollment& before, QDate today);
