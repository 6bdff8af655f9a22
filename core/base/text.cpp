// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

namespace {

/// Small letters that are another with a stroke, or two in one, which Unicode does not take apart.
QLatin1String plainOf(QChar c) {
  switch (c.unicode()) {
  case u'ł':
    return QLatin1String("l");
  case u'ø':
    return QLatin1String("o");
  case u'đ':
  case u'ð':
    return QLatin1String("d");
  case u'ħ':
    return QLatin1String("h");
  case u'æ':
    return QLatin1String("ae");
  case u'œ':
    return QLatin1String("oe");
  case u'þ':
    return QLatin1String("th");
  case u'ı':
    return QLatin1String("i");
  default:
    return {};
  }
}

} // namespace

QString folded(const QString& text) {
  bool isPlain = true; // nearly all names are: skip the normaliser
  for (QChar c : text)
    isPlain = isPlain && c.unicode() < 0x80;
  if (isPlain)
    return text.simplified().toLower();
  const QString decomposed = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
  QString result;
  result.reserve(decomposed.size());
  for (QChar c : decomposed)
    if (const QLatin1String plain = plainOf(c); !plain.isEmpty())
      result += plain;
    else if (!c.isMark())
      result += c;
  return result.simplified();
}
