// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/credentials/credential.h"
#include "core/credentials/document.h"
#include "core/credentials/documenttype.h"

// check: why a record cannot be saved as it is; field is the member's name. warnings: what is odd in one that can.

/// Name, and a ladder of falling days parted by "/" ("120/90/60/30/14/7/0").
Problems check(const DocumentType& type, db::Database& database);
Problems check(const DocumentRequirement& requirement, db::Database& database);
/// Whose and what it is, limits, its own ladder; what becomes not applicable needs a reason.
Problems check(const Credential& credential, db::Database& database);
Problems check(const Document& document, db::Database& database);

/// Dates or limits out of order, claims-made cover that has ended without a tail, a DEA number that fails its check or
/// may be another person's, a type whose date is kept elsewhere.
Problems warnings(const Credential& credential, db::Database& database);
