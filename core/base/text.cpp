// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

QString folded(const QString& text) {
  bool plain = true; // nearly all names are: skip the normaliser
  for (QChar c : text)
    plain = plain && c.unicode() < 0x80;
  if (plain)
    return text.simplified().toLower();
  const QString decomposed = text.normalized(QString::NormalizationForm_KD);
  QString result;
  result.reserve(decomposed.size());
  for (QChar c : decomposed)
    if (!c.isMark())
      result += c;
  return result.toCaseFolded().simplified();
}
