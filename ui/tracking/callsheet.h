// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listingpage.h"

namespace ui {

/// Everything to be asked for today, by payor or facility: one call serves all providers there, and what it brought is
/// noted row by row.
ListingPage* makeCallSheet(Session& session);

} // namespace ui
