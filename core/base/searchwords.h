// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// The words to look for in what was typed, as they stand there. Of a text that was pasted by mistake only the
/// beginning counts: the engine refuses patterns and conditions beyond its limits.
inline QStringList searchWords(const QString& typed) {
  constexpr int enough = 500; // letters
  return typed.left(enough).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// The digits of a telephone number as people write it, "(405) 555-0131" or "+1 405.555.0131", without the country's 1;
/// empty for any other text. A number of fewer than seven digits is none.
inline QString phoneDigits(const QString& typed) {
  QString digits;
  for (const QChar c : typed.trimmed())
    if (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
      digits += c;
    else if (!QStringLiteral("()-.+ ").contains(c))
      return {};
  if (digits.size() == 11 && digits.startsWith(QLatin1Char('1')))
    digits.remove(0, 1);
  return digits.size() < 7 || digits.size() > 15 ? QString() : digits;
}
