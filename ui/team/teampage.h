// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listingpage.h"

namespace ui {

/// The Team tab: the directory of providers.
ListingPage* makeTeamPage(Session& session);

} // namespace ui
