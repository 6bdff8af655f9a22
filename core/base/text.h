// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// A name as it is compared, searched and sorted: marks and case stripped, spaces single, ends trimmed.
/// "Nuñez-Ruiz,  ZOË" → "nunez-ruiz, zoe". Other scripts stay as they are.
QString folded(const QString& text);
