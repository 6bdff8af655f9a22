// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exportfile.h"
#include "core/exchange/naming.h"

namespace exchange {

/// The names of the extra columns of a kind that some record fills.
QStringList filledExtras(const KindColumns& kind, db::Database& database, QDate today);

/// Writes all rows of a kind, each cell as import reads it.
void exportKind(const KindColumns& kind, db::Database& database, Naming& naming, ExportFile& file);

} // namespace exchange
