// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/listing.h"

namespace report {

/// Every listing there is, in the order they are offered. To add a report: write its entry in catalogue/ and name it in
/// catalogue.cpp; the command line, the menus, CSV, PDF, XLSX and the lists on screen read it from here.
const std::vector<Listing>& catalogue();

/// By name; null when there is none.
const Listing* find(const QString& name);

} // namespace report
