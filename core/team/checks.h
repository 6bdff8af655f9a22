// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/team/coordinator.h"
#include "core/team/practice.h"
#include "core/team/profile.h"
#include "core/team/provider.h"
#include "core/team/team.h"

// check: why a record cannot be saved as it is; field is the member's name. warnings: what is odd in one that can.

Problems check(const Team& team, db::Database& database);
Problems check(const ClosedDay& day, db::Database& database);
Problems check(const Coordinator& coordinator, db::Database& database);
Problems check(const Practice& practice, db::Database& database);
/// Who becomes terminated needs a reason.
Problems check(const Provider& provider, db::Database& database);
Problems check(const ProviderPractice& link, db::Database& database);
Problems check(const ProviderName& name, db::Database& database);
Problems check(const ProviderTaxonomy& taxonomy, db::Database& database);
Problems check(const ProviderAddress& address, db::Database& database);
Problems check(const Education& education, db::Database& database);
Problems check(const WorkHistory& job, db::Database& database);
Problems check(const WorkGap& gap, db::Database& database);
Problems check(const PeerReference& reference, db::Database& database);

/// Another provider of the same name and date of birth; no NPI; a start before the birth; an end before the start;
/// terminated without a reason; an odd phone number.
Problems warnings(const Provider& provider, db::Database& database);
/// Another practice of the same group NPI; odd phone numbers.
Problems warnings(const Practice& practice, db::Database& database);

Problems warnings(const ProviderAddress& address, db::Database& database);
/// Verified before it ended.
Problems warnings(const Education& education, db::Database& database);
/// No start; an odd phone number.
Problems warnings(const WorkHistory& job, db::Database& database);
/// Nothing to reach them by; an odd phone number.
Problems warnings(const PeerReference& reference, db::Database& database);
