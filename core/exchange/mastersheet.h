// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/source.h"

namespace exchange {

/// Opens a file like openFile. A master sheet, which keeps several kinds side by side, has sheets beside it that are
/// read from its other columns: "Roster credentials" where a line a provider has columns of their documents (wide
/// headings), "Roster providers" where each line of an enrollment tells the provider's degree or specialty again.
Result<std::unique_ptr<Sheets>> openMaster(const QString& path);

} // namespace exchange
