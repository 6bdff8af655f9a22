// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/documentstore.h"

#include <QCoreApplication>

namespace {

constexpr qsizetype longest = 120, longestEnding = 12;

/// Names that Windows keeps for devices, whatever their ending.
bool isKept(const QString& stem) {
  static const QStringList devices{QStringLiteral("CON"), QStringLiteral("PRN"),    QStringLiteral("AUX"),
                                   QStringLiteral("NUL"), QStringLiteral("CONIN$"), QStringLiteral("CONOUT$")};
  const QString upper = stem.trimmed().toUpper();
  return devices.contains(upper) ||
         (upper.size() == 4 && upper[3].isDigit() &&
          (upper.startsWith(QLatin1String("COM")) || upper.startsWith(QLatin1String("LPT"))));
}

} // namespace

QString cleanedName(const QString& name) {
  QString last = name;
  last.replace(QLatin1Char('\\'), QLatin1Char('/'));
  last = last.section(QLatin1Char('/'), -1);
  QString clean;
  const QString forbidden = QStringLiteral("<>:\"|?*");
  for (qsizetype i = 0; i < last.size(); ++i) {
    const QChar c = last[i];
    const bool isPair = c.isHighSurrogate() && i + 1 < last.size() && last[i + 1].isLowSurrogate();
    if (isPair) {
      clean += c;
      clean += last[++i];
      continue;
    }
    const auto category = c.category();
    if (category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Other_Surrogate ||
        category == QChar::Separator_Line || category == QChar::Separator_Paragraph)
      continue;
    clean += forbidden.contains(c) ? QLatin1Char('_') : c;
  }
  clean = clean.simplified();
  while (clean.endsWith(QLatin1Char('.')) || clean.endsWith(QLatin1Char(' ')))
    clean.chop(1);
  if (isKept(clean.section(QLatin1Char('.'), 0, 0)))
    clean.prepend(QLatin1Char('_'));
  if (clean.size() > longest) {
    const qsizetype dot = clean.lastIndexOf(QLatin1Char('.'));
    const QString ending = dot > 0 && clean.size() - dot <= longestEnding ? clean.mid(dot) : QString();
    clean = clean.left(longest - ending.size());
    if (clean.back().isHighSurrogate())
      clean.chop(1);
    clean += ending;
  }
  return clean.isEmpty() ? QCoreApplication::translate("DocumentStore", "Document") : clean;
}
