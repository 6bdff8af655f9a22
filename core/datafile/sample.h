// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/transaction.h"

/// Fills a data file without subjects with a made-up office to look around in: three teams with 60 providers, 400
/// enrollments and 250 trackings in every status, credentials in every standing, tasks and contacts, all of it relative
/// to today, in one change. Nobody in it exists; the NPIs pass their check, but begin with a 2, as none given out does.
/// The same day makes the same rows.
void makeSample(db::Database& database, const db::Actor& actor, QDate today);
