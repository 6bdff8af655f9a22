// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/facilities/affiliation.h"
#include "core/facilities/facility.h"

// check: why a record cannot be saved as it is; field is the member's name. warnings: what is odd in one that can.

Problems check(const Facility& facility, db::Database& database);
Problems check(const Affiliation& affiliation, db::Database& database);

/// An odd phone number.
Problems warnings(const Facility& facility, db::Database& database);
/// A reappointment due before the appointment; a second affiliation of the same provider and facility.
Problems warnings(const Affiliation& affiliation, db::Database& database);
