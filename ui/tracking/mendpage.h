// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listingpage.h"

namespace ui {

/// Trackings that lost what they are about, and what mends them.
ListingPage* makeMendPage(Session& session);

} // namespace ui
