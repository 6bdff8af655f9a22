// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tracking/template.h"

#include <QStringList>

/// The templates that a quick start offers: the newest of each subtype, of these types in this order, compared as names
/// are; of all types when none is named. Best guess first: what comes around again (recredentialing, renewal,
/// revalidation, reappointment) where `again` says that there is something to keep up, else what begins.
std::vector<TrackingTemplate> quickStarts(db::Database& database, const QStringList& types, bool again);
