// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace exchange {

/// The values of a cell that holds several, parted by semicolons; one in quotation marks may hold semicolons itself.
QStringList splitList(const QString& cell);

/// Such a cell: "Lakeside; North Shore".
QString joinList(const QStringList& values);

} // namespace exchange
