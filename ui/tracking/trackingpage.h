// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listdeck.h"

struct Step;
struct Tracking;

namespace ui {

/// The queue of open steps, of all coordinators, on all providers.
ListingPage* makeTrackingPage(Session& session);
/// The Tracking tab: that queue, and beside it the running trackings.
ListDeck* makeTrackingDeck(Session& session);
/// The first open step of a tracking, else its last; none when it has no steps.
Id<Step> stepInHand(db::Database& database, Id<Tracking> tracking);

} // namespace ui
