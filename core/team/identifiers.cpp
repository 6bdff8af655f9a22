// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/identifiers.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Identifiers)
};

bool isDigit(QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); }

bool isDigits(const QString& text, qsizetype size) {
  return text.size() == size && std::all_of(text.begin(), text.end(), isDigit);
}

/// Luhn over 80840 and the digits: the prefix adds 24 whatever the number is.
bool passesLuhn(const QString& npi) {
  int sum = 24;
  for (qsizetype i = 0; i < npi.size(); ++i) {
    const int digit = npi[i].digitValue();
    const int doubled = digit * 2;
    sum += i % 2 == 1 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 == 0;
}

} // namespace

QString identifierText(const QString& typed) {
  static const QRegularExpression number(QStringLiteral("^'?(\\d+)\\.0+$"));
  static const QRegularExpression named(QStringLiteral("^(?:NPI|')?[:#.]*(\\d{10})$"));
  QString text;
  for (const QChar c : typed)
    if (!c.isSpace() && c.category() != QChar::Punctuation_Dash && c.category() != QChar::Other_Format)
      text += c.toUpper();
  const bool isPlain = text.isEmpty() || (!QStringLiteral("N#'").contains(text[0]) && !text.contains(QLatin1Char('.')));
  if (!isPlain)
    for (const QRegularExpression* form : {&number, &named})
      if (const auto match = form->match(text); match.hasMatch())
        return match.captured(1);
  return text;
}

QString npiProblem(const QString& typed) {
  const QString npi = identifierText(typed);
  if (npi.isEmpty())
    return {};
  if (!isDigits(npi, 10))
    return Say::tr("The NPI %1 does not have 10 digits.").arg(typed.trimmed());
  if (npi[0] != QLatin1Char('1') && npi[0] != QLatin1Char('2'))
    return Say::tr("The NPI %1 does not begin with 1 or 2.").arg(npi);
  if (!passesLuhn(npi))
    return Say::tr("The NPI %1 fails its check digit: one of its digits is wrong.").arg(npi);
  return {};
}

QString deaProblem(const QString& typed) {
  const QString dea = identifierText(typed);
  if (dea.isEmpty())
    return {};
  const auto isLetter = [](QChar c) { return c >= QLatin1Char('A') && c <= QLatin1Char('Z'); };
  const bool shaped = dea.size() == 9 && isLetter(dea[0]) && (isLetter(dea[1]) || dea[1] == QLatin1Char('9')) &&
                      isDigits(dea.mid(2), 7);
  if (!shaped)
    return Say::tr("The DEA number %1 is not two letters and 7 digits.").arg(typed.trimmed());
  const auto digit = [&](int place) { return dea[place + 1].digitValue(); };
  if ((digit(1) + digit(3) + digit(5) + 2 * (digit(2) + digit(4) + digit(6))) % 10 != digit(7))
    return Say::tr("The DEA number %1 fails its check digit: one of its digits is wrong.").arg(dea);
  return {};
}

QString deaWarning(const QString& typed, const QString& lastName) {
  const QString dea = identifierText(typed);
  const QString first = lastName.trimmed().left(1).normalized(QString::NormalizationForm_D).left(1).toUpper();
  if (dea.size() < 2 || first.isEmpty() || dea[1] == QLatin1Char('9') || dea.mid(1, 1) == first)
    return {};
  return Say::tr("The second letter of the DEA number %1 is not the first of the surname.").arg(dea);
}

QString caqhProblem(const QString& typed) {
  const QString id = identifierText(typed);
  return id.isEmpty() || isDigits(id, 8) ? QString()
                                         : Say::tr("The CAQH ID %1 does not have 8 digits.").arg(typed.trimmed());
}

QString tinProblem(const QString& typed) {
  const QString tin = identifierText(typed);
  return tin.isEmpty() || isDigits(tin, 9) ? QString()
                                           : Say::tr("The tax ID %1 does not have 9 digits.").arg(typed.trimmed());
}

QString shownTin(const QString& tin) {
  const QString digits = identifierText(tin);
  return isDigits(digits, 9) ? digits.left(2) + QLatin1Char('-') + digits.mid(2) : tin;
}

QString zipProblem(const QString& typed) {
  const QString zip = identifierText(typed);
  return zip.isEmpty() || isDigits(zip, 5) || isDigits(zip, 9)
             ? QString()
             : Say::tr("The ZIP code %1 does not have 5 or 9 digits.").arg(typed.trimmed());
}

QString shownZip(const QString& zip) {
  const QString digits = identifierText(zip);
  return isDigits(digits, 9) ? digits.left(5) + QLatin1Char('-') + digits.mid(5) : isDigits(digits, 5) ? digits : zip;
}

QString taxonomyProblem(const QString& typed) {
  const QString code = identifierText(typed);
  const bool shaped =
      code.size() == 10 && code.endsWith(QLatin1Char('X')) && std::all_of(code.begin(), code.end(), [](QChar c) {
        return isDigit(c) || (c >= QLatin1Char('A') && c <= QLatin1Char('Z'));
      });
  return code.isEmpty() || shaped
             ? QString()
             : Say::tr("The taxonomy code %1 is not 10 letters and digits that end in X.").arg(typed.trimmed());
}

QString emailProblem(const QString& typed) {
  const QString trimmed = typed.trimmed();
  const qsizetype at = trimmed.indexOf(QLatin1Char('@'));
  const bool shaped = at > 0 && at == trimmed.lastIndexOf(QLatin1Char('@')) && at < trimmed.size() - 1 &&
                      !trimmed.contains(QLatin1Char(' '));
  return trimmed.isEmpty() || shaped ? QString() : Say::tr("“%1” is not an email address.").arg(trimmed);
}

QString phoneWarning(const QString& typed) {
  static const QRegularExpression extension(QStringLiteral("\\s*(x|ext|extension)[. ]*\\d{1,6}$"),
                                            QRegularExpression::CaseInsensitiveOption);
  static const QRegularExpression written(QStringLiteral("^\\+?[0-9().\\-/ ]+$"));
  const QString number = typed.trimmed().remove(extension);
  const auto digits = std::count_if(number.begin(), number.end(), isDigit);
  const bool ours = digits == 10 || (digits == 11 && number.contains(QRegularExpression(QStringLiteral("^[(]?1"))));
  const bool abroad = number.startsWith(QLatin1Char('+')) && digits >= 7 && digits <= 15;
  return number.isEmpty() || (written.match(number).hasMatch() && (ours || abroad))
             ? QString()
             : Say::tr("“%1” does not look like a phone number: 10 digits, or + and the country.").arg(typed.trimmed());
}
