// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace exchange {

/// What a column holds; it says how a cell is aligned, guarded and written.
enum class CellKind { Text, Date, Number };

} // namespace exchange
