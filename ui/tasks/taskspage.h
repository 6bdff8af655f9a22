// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listingpage.h"

namespace ui {

/// The Tasks tab.
ListingPage* makeTasksPage(Session& session);

} // namespace ui
