// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"

#include <vector>

/// Records by a name that was cut short: each word typed begins a word of the name, none of them twice; marks and case
/// do not count. Those that are called just so leave out the others.
namespace named {

struct Named {
  qint64 id;
  QString shown; ///< the whole name
};
using Fitting = std::vector<Named>;

/// Terminated ones are left out; a surname alone is enough. Where nobody is called so, titles and degrees ("Dr.
/// Marten") are passed over.
Fitting providers(db::Database& database, const QString& typed);
/// By name, or by name and city.
Fitting practices(db::Database& database, const QString& typed);
Fitting payors(db::Database& database, const QString& typed);
/// The active ones.
Fitting coordinators(db::Database& database, const QString& typed);

/// "“Ma” fits several: Marten, Lily; Mapleton, Grace. Type more of the name."
QString severalFit(const QString& typed, const Fitting& all);

} // namespace named
