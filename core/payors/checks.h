// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/payors/teampayor.h"

// check: why a record cannot be saved as it is; field is the member's name. warnings: what is odd in one that can.

Problems check(const Payor& payor, db::Database& database);
Problems check(const Enrollment& enrollment, db::Database& database);
Problems check(const TeamPayor& wanted, db::Database& database);

/// An end before the effective date or the submission; participating without effective date; a second enrollment of the
/// same provider, practice, payor, state and line of business.
Problems warnings(const Enrollment& enrollment, db::Database& database);
