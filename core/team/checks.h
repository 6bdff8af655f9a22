// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/team/coordinator.h"
#include "core/team/practice.h"
#include "core/team/provider.h"
#include "core/team/team.h"

// check: why a record cannot be saved as it is; field is the member's name. warnings: what is odd in one that can.

Problems check(const Team& team, db::Database& database);
Problems check(const ClosedDay& day, db::Database& database);
Problems check(const Coordinator& coordinator, db::Database& database);
Problems check(const Practice& practice, db::Database& database);
Problems check(const Provider& provider, db::Database& database);

/// Another provider of the same name and date of birth; no NPI; a start before the birth.
Problems warnings(const Provider& provider, db::Database& database);
/// Another practice of the same group NPI.
Problems warnings(const Practice& practice, db::Database& database);
