// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

namespace edit {

/// The cells of tab-separated text as a spreadsheet puts it on the clipboard: a cell with tabs, line breaks or quotes
/// stands in quotes, in which a quote is doubled; a line end at the end begins no further row. Rows are as long as
/// they come.
std::vector<QStringList> blockOf(const QString& text);

} // namespace edit
