// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listingpage.h"

namespace ui {

/// The Alerts tab: everything with an end date that is expired, expiring, missing or without a date.
ListingPage* makeAlertsPage(Session& session);

} // namespace ui
