// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/table.h"

// What a provider is found by that stands in other tables, folded, in provider.also: former names, names of practices,
// provider numbers with payors, numbers of credentials. Kept at the commit of every change to one of these.

/// Brings one provider's up to date.
void settleAlso(db::Database& database, qint64 providerId);
/// The same for all, for a file that was kept by other rules.
void settleAllAlso(db::Database& database);
/// How a table's rows are followed: the provider stands in `provider_id`.
db::Table::Settle alsoFollows(std::vector<const char*> columns);
/// The providers of a practice.
std::vector<qint64> providersOfPractice(db::Database& database, qint64 practiceId);

/// "Marten, Lily" of providers whose text does not follow from their records: written past the program; 20 at most.
std::vector<QString> unsettledAlso(db::Database& database);
