// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/discretion.h"

#include <QLocale>
#include <QRegularExpression>

namespace mail {

QString discreet(const QString& text, const std::vector<QDate>& births) {
  // Nine digits in one are an identifier of some kind as likely as not (a TIN is public); so grouped they are an SSN.
  static const QRegularExpression ssn(
      QStringLiteral("(?<![\\w-])\\d{3}([-\\x{2010}-\\x{2015} .])\\d{2}\\1\\d{4}(?![\\w-])"),
      QRegularExpression::UseUnicodePropertiesOption);
  const QString mark = QStringLiteral("•••");
  QString clean = text;
  clean.replace(ssn, mark);
  const QLocale us(QLocale::English, QLocale::UnitedStates);
  for (const QDate birth : births) {
    const QString year = QStringLiteral("%1").arg(birth.year() % 100, 2, 10, QLatin1Char('0'));
    if (!birth.isValid() || !clean.contains(year))
      continue; // the quick way out: in whatever way it is written, these two digits are in it
    QStringList ways;
    for (const char* form :
         {"yyyy-MM-dd",  "M/d/yyyy",    "MM/dd/yyyy",  "M-d-yyyy",     "MM-dd-yyyy", "M.d.yyyy",   "MM.dd.yyyy",
          "d.M.yyyy",    "dd.MM.yyyy",  "yyyy/MM/dd",  "yyyyMMdd",     "M/d/yy",     "MM/dd/yy",   "d MMM yyyy",
          "dd MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "d-MMM-yyyy", "dd-MMM-yyyy"})
      ways << QRegularExpression::escape(us.toString(birth, QString::fromLatin1(form)));
    clean.replace(QRegularExpression(QStringLiteral("(?<!\\d)(%1)(?!\\d)").arg(ways.join(QLatin1Char('|'))),
                                     QRegularExpression::CaseInsensitiveOption),
                  mark);
  }
  return clean;
}

} // namespace mail
