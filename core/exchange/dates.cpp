// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/dates.h"

#include <QRegularExpression>
#include <QSet>
#include <QTime>
#include <array>
#include <cmath>

namespace exchange {
namespace {

bool isDigit(QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); }

QDate sane(int year, int month, int day) {
  const QDate date(year, month, day);
  return date.isValid() && year >= 1800 && year <= 9999 ? date : QDate();
}

/// "2026-01-05" and nothing else: what our own files hold, so it is tried first and by hand.
QDate fromIso(QStringView text) {
  if (text.size() != 10 || text[4] != QLatin1Char('-') || text[7] != QLatin1Char('-'))
    return {};
  int numbers[3] = {};
  for (qsizetype i = 0; i < 10; ++i) {
    if (i == 4 || i == 7)
      continue;
    if (!isDigit(text[i]))
      return {};
    int& number = numbers[i < 4 ? 0 : i < 7 ? 1 : 2];
    number = number * 10 + text[i].digitValue();
  }
  return sane(numbers[0], numbers[1], numbers[2]);
}

bool meansNone(QStringView text) {
  static const QSet<QString> words = {
      QStringLiteral("na"),         QStringLiteral("none"),          QStringLiteral("tbd"),
      QStringLiteral("tba"),        QStringLiteral("nil"),           QStringLiteral("null"),
      QStringLiteral("unknown"),    QStringLiteral("notapplicable"), QStringLiteral("nodate"),
      QStringLiteral("indefinite"), QStringLiteral("lifetime"),      QStringLiteral("noexpiration"),
      QStringLiteral("never"),      QStringLiteral("doesnotexpire"), QStringLiteral("noexpiry"),
      QStringLiteral("noend"),      QStringLiteral("notset"),        QStringLiteral("nonexpiring"),
      QStringLiteral("permanent"),  QStringLiteral("tobedetermined")};
  QString key;
  bool onlyZeros = true;
  for (const QChar c : text) {
    if (c.isLetterOrNumber())
      key += c.toCaseFolded();
    onlyZeros = onlyZeros && (!c.isLetterOrNumber() || c == QLatin1Char('0'));
  }
  return onlyZeros || words.contains(key); // -, —, ?, 00000000, 00/00/0000
}

int monthNamed(QStringView name) {
  constexpr std::array<const char*, 12> months = {"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
  const QString wanted = name.toString().toLower();
  if (wanted == QLatin1String("sept"))
    return 9;
  for (size_t i = 0; i < months.size(); ++i)
    if (wanted.size() >= 3 && QLatin1String(months[i]).startsWith(wanted))
      return static_cast<int>(i) + 1;
  return 0;
}

int yearFrom(QStringView digits, int latestYear) {
  const int year = digits.toInt();
  if (digits.size() != 2)
    return digits.size() == 4 ? year : 0;
  const int sameCentury = latestYear - latestYear % 100 + year;
  return sameCentury > latestYear ? sameCentury - 100 : sameCentury;
}

/// A date in the forms people write, and where in the text it ends; invalid where there is none.
struct Found {
  QDate date;
  qsizetype end = 0;
};

Found fromWords(const QString& text, int latestYear) {
  // Each with the places of year, month and day among its captures.
  struct Form {
    QRegularExpression pattern;
    int year, month, day;
  };
  const auto form = [](const char* pattern, int year, int month, int day) {
    return Form{QRegularExpression(
                    QStringLiteral("^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?") +
                        QLatin1String(pattern) + QLatin1String("(?![0-9])"),
                    QRegularExpression::CaseInsensitiveOption),
                year, month, day};
  };
  static const Form forms[] = {
      form("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})", 1, 2, 3),
      form("(\\d{1,2})\\s?[-/.]\\s?(\\d{1,2})\\s?[-/.]\\s?(\\d{4}|\\d{2})", 3, 1, 2),
      form("(\\d{1,2})(?:st|nd|rd|th)?[-\\s./]*([a-z]{3,9})\\.?[-\\s./,]*(\\d{4}|\\d{2})", 3, 2, 1),
      form("([a-z]{3,9})\\.?[-\\s./]*(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*,\\s*|[-\\s./]+)(\\d{4}|\\d{2})", 3, 1, 2),
      form("(\\d{4})[-\\s./]([a-z]{3,9})[-\\s./](\\d{1,2})", 1, 2, 3),
      form("(\\d{4})(\\d{2})(\\d{2})", 1, 2, 3),
  };
  for (const Form& one : forms) {
    const auto match = one.pattern.match(text);
    if (!match.hasMatch())
      continue;
    const QStringView month = match.capturedView(one.month);
    return {sane(yearFrom(match.capturedView(one.year), latestYear),
                 isDigit(month[0]) ? month.toInt() : monthNamed(month), match.capturedView(one.day).toInt()),
            match.capturedEnd()};
  }
  return {};
}

/// The time behind a date: "T13:45:00Z", " 1:45 PM"; empty for none, null where it is no time.
QString timeFrom(QStringView rest) {
  static const QRegularExpression form(QStringLiteral("^(?:T|,?\\s+(?:at\\s+)?|\\s*[-@]\\s*)(\\d{1,2}):(\\d{2})(?::("
                                                      "\\d{2})(?:[.,]\\d+)?)?\\s*([ap])?\\.?(?:m\\.?)?\\s*"
                                                      "(?:Z|UTC|[+-]\\d{2}:?\\d{2})?$"),
                                       QRegularExpression::CaseInsensitiveOption);
  if (rest.trimmed().isEmpty())
    return QStringLiteral("");
  const auto match = form.match(rest.toString());
  if (!match.hasMatch())
    return {};
  int hour = match.capturedView(1).toInt();
  const QString half = match.captured(4).toLower();
  if (!half.isEmpty()) {
    if (hour < 1 || hour > 12)
      return {};
    hour = hour % 12 + (half == QLatin1String("p") ? 12 : 0);
  }
  const QTime time(hour, match.capturedView(2).toInt(), match.capturedView(3).toInt()); // none are 0
  // A spreadsheet shows the same time with or without ":00": it is one time.
  return time.isValid() ? time.toString(time.second() != 0 ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"))
                        : QString();
}

/// A spreadsheet's number of days, with the part of the day behind the point.
DateTimeRead fromSerial(QStringView text) {
  bool isNumber = false;
  const double serial = text.toDouble(&isNumber);
  if (!isNumber || serial < 20000 || serial > 80000 || !isDigit(text[0]) ||
      text.contains(QLatin1Char('e'), Qt::CaseInsensitive))
    return {DateCell::Unreadable, {}};
  const double day = std::floor(serial);
  const QString date = QDate(1899, 12, 30).addDays(static_cast<qint64>(day)).toString(Qt::ISODate);
  const int second = static_cast<int>(std::lround((serial - day) * 86400));
  if (second == 0 || second == 86400)
    return {DateCell::Date, date};
  const QTime time = QTime(0, 0).addSecs(second);
  return {DateCell::Date,
          date + time.toString(time.second() == 0 ? QStringLiteral(" HH:mm") : QStringLiteral(" HH:mm:ss"))};
}

} // namespace

DateTimeRead parseDateTime(QStringView given, int latestYear) {
  QStringView text = given.trimmed();
  if (text.startsWith(QLatin1Char('\''))) // what is typed before a date to keep it as text
    text = text.mid(1).trimmed();
  if (fromIso(text).isValid())
    return {DateCell::Date, text.toString()};
  if (text.size() > 60) // no date, and not worth the search
    return {DateCell::Unreadable, {}};
  if (meansNone(text))
    return {};
  const Found found = fromWords(text.toString(), latestYear);
  if (found.end == 0)
    return fromSerial(text);
  const QString time = timeFrom(text.mid(found.end));
  if (!found.date.isValid() || time.isNull())
    return {DateCell::Unreadable, {}};
  const QString date = found.date.toString(Qt::ISODate);
  return {DateCell::Date, time.isEmpty() ? date : date + QLatin1Char(' ') + time};
}

DateRead parseDate(QStringView given, int latestYear) {
  const QStringView text = given.trimmed();
  if (text.isEmpty())
    return {};
  if (const QDate date = fromIso(text); date.isValid())
    return {DateCell::Date, date};
  const DateTimeRead read = parseDateTime(text, latestYear);
  return {read.what, fromIso(QStringView(read.text).left(10))};
}

} // namespace exchange
