// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exportfile.h"
#include "core/exchange/naming.h"

namespace exchange {

/// Writes all rows of a kind, each cell as import reads it.
void exportKind(Kind kind, db::Database& database, Naming& naming, ExportFile& file);

} // namespace exchange
