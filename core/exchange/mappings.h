// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/exchange/headers.h"

namespace exchange {

/// How a person matched the columns of a file with these headings, or nothing when nobody has.
std::optional<HeaderMatch> rememberedMatch(db::Database& database, const QStringList& headings);
/// The same of a sheet whose headings stand somewhere in its first rows.
std::optional<HeaderMatch> rememberedMatch(db::Database& database, const Sheets& sheets, size_t sheet);

/// Keeps a person's matching for the next file with the same headings. It is no record, so history does not know it.
void rememberMatch(db::Database& database, const HeaderMatch& match);

/// The next file with these headings is matched by them alone again.
void forgetMatch(db::Database& database, const QStringList& headings);

} // namespace exchange
