// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listingpage.h"

namespace ui {

/// The Tracking tab: the queue of open steps, of all coordinators, on all providers.
ListingPage* makeTrackingPage(Session& session);

} // namespace ui
