// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/listing.h"

namespace report {

Listing openItems(); ///< steps that are open, of trackings that are neither completed nor cancelled
Listing allItems();  ///< all steps
Listing trackings(); ///< trackings, each with its latest step
Listing notes();     ///< all notes of all trackings and their steps
Listing payors();    ///< enrollments
Listing tasks();
Listing alerts();    ///< expirables that are expired, expiring, missing or without a date
Listing providers(); ///< the directory of the Team tab

} // namespace report
