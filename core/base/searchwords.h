// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// The words to look for in what was typed, as they stand there. Of a text that was pasted by mistake only the
/// beginning counts: the engine refuses patterns and conditions beyond its limits.
inline QStringList searchWords(const QString& typed) {
  constexpr int enough = 500; // letters
  return typed.left(enough).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}
