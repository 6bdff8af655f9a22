// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// The words to look for in what was typed, as they stand there but for commas behind them. Of a text that was pasted
/// by mistake only the beginning counts: the engine refuses patterns and conditions beyond its limits.
inline QStringList searchWords(const QString& typed) {
  constexpr int enough = 500; // letters
  QStringList words = typed.left(enough).split(QLatin1Char(' '), Qt::SkipEmptyParts);
  for (QString& word : words)
    while (word.size() > 1 && word.endsWith(QLatin1Char(',')))
      word.chop(1);
  return words;
}

/// Folded words without titles and degrees, "dr." and "m.d."; all of them when nothing else is among them.
inline QStringList withoutTitles(const QStringList& words) {
  static const QStringList titles = QStringLiteral("dr doctor prof professor mr mrs ms miss md do mbbs phd dnp np fnp "
                                                   "fnp-c aprn crna cnm rn pa pa-c dds dmd dpm dc od psyd pharmd lcsw "
                                                   "lpc lmft bcba facp facs")
                                        .split(QLatin1Char(' '));
  QStringList names;
  for (const QString& word : words)
    if (!titles.contains(QString(word).remove(QLatin1Char('.')).remove(QLatin1Char(','))))
      names << word;
  return names.isEmpty() ? words : names;
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
