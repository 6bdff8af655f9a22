// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/source.h"

namespace exchange {

/// Opens an XLSX workbook (ECMA-376, transitional and strict): its visible sheets, read by streaming. What is kept in
/// memory is the table of shared strings, the styles and the list of merged cells.
Result<std::unique_ptr<Sheets>> openXlsx(const QString& path);

} // namespace exchange
