// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/db/database.h"
#include "core/exchange/kinds.h"

#include <QDate>
#include <functional>
#include <optional>

namespace exchange {

/// The field of a Problem about where it is to be written, which is another place's business than the data's.
inline constexpr QLatin1String exportPathField("path");

/// Writes everything but secrets in the shape that import reads: FILE.xlsx with a sheet a kind, else a folder (made
/// where there is none) with KIND.csv each; the files of documents beside it, in "FILE documents" or "all documents".
/// Rows are in the order they were made, so the same data gives the same bytes, and what is imported from it into a new
/// database is exported the same again. goesOn is asked every thousand rows and may stop it. With `only` just the rows
/// of that kind are written. Answers how many rows were written.
Result<qint64> exportTo(db::Database& database, const QString& path, QDate today,
                        const std::function<bool()>& goesOn = {}, std::optional<Kind> only = {});

} // namespace exchange
