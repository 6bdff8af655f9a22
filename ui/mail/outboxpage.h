// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listingpage.h"

namespace ui {

class Courier;

/// Every mail that waits, was sent or did not go, the newest first, with the mail itself beside the list. R sends again
/// (or now), C cancels, E writes an .eml file.
ListingPage* makeOutboxPage(Session& session, Courier& courier);

} // namespace ui
