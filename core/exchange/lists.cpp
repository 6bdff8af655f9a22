// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/lists.h"

namespace exchange {

QStringList splitList(const QString& cell) {
  QStringList values;
  QString value;
  bool inQuotes = false;
  const auto finish = [&] {
    value = value.simplified();
    if (!value.isEmpty() && !values.contains(value))
      values += value;
    value.clear();
  };
  for (const QChar c : cell) {
    if (c == QLatin1Char('"') && (inQuotes || value.trimmed().isEmpty()))
      inQuotes = !inQuotes;
    else if ((c == QLatin1Char(';') || c == QLatin1Char('\n')) && !inQuotes)
      finish();
    else
      value += c;
  }
  finish();
  return values;
}

QString joinList(const QStringList& values) {
  QStringList parts;
  for (const QString& value : values)
    parts += value.contains(QLatin1Char(';')) ? QStringLiteral("\"%1\"").arg(value) : value;
  return parts.join(QStringLiteral("; "));
}

} // namespace exchange
