// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/typeddate.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <optional>

namespace {

QString say(const char* sentence) { return QCoreApplication::translate("TypedDate", sentence); }

QString examples() { return say("Try 1/12, 12 Jan 2027, +7, 3b (business days) or mon."); }

/// What matched, or nothing when the whole text has another form.
std::optional<QRegularExpressionMatch> fits(const QString& text, const char* form) {
  const QRegularExpression expression(QLatin1Char('^') + QLatin1String(form) + QLatin1Char('$'));
  const auto match = expression.match(text);
  return match.hasMatch() ? std::optional(match) : std::nullopt;
}

/// Two digits of a year mean a licence of the next twenty years, or a birthday.
int fullYear(const QString& digits, QDate today) {
  const int year = digits.toInt();
  if (digits.size() > 2)
    return year;
  const int century = today.year() / 100 * 100;
  return century + year > today.year() + 20 ? century - 100 + year : century + year;
}

/// A day without a year is soon, or not long ago.
int nearYear(int month, int day, QDate today) {
  const QDate thisYear(today.year(), month, day);
  return thisYear.isValid() && thisYear < today.addMonths(-6) ? today.year() + 1 : today.year();
}

/// "jan", "January", "sept" → 1…12; 0 when no month starts so.
int monthNamed(const QString& name) {
  for (int month = 1; month <= 12; ++month)
    if (name.size() >= 3 &&
        QLocale::c().monthName(month).toLower().startsWith(name.left(name == QLatin1String("sept") ? 3 : 9)))
      return month;
  return 0;
}

/// "mon", "tues", "Friday" → 1…7; 0 when no day starts so.
int weekdayNamed(const QString& name) {
  for (int day = 1; day <= 7; ++day)
    if (name.size() >= 3 && QLocale::c().dayName(day).toLower().startsWith(name))
      return day;
  return 0;
}

Result<QDate> onCalendar(int year, int month, int day, const QString& text) {
  const QDate date(year, month, day);
  if (date.isValid() && year >= 1900 && year <= 2200)
    return date;
  return Problem{{}, say("There is no day “%1” in %2.").arg(text).arg(year)};
}

} // namespace

Result<QDate> typedDate(const QString& typed, QDate today, const AddBusinessDays& addBusinessDays) {
  QString text = typed.simplified().toLower();
  if (text.isEmpty())
    return QDate();
  if (text == QLatin1String("today"))
    return today;
  if (text == QLatin1String("tomorrow"))
    return today.addDays(1);
  if (text == QLatin1String("yesterday"))
    return today.addDays(-1);
  if (text == QLatin1String("eom"))
    return QDate(today.year(), today.month(), today.daysInMonth());
  if (const int weekday = weekdayNamed(text)) {
    const int ahead = (weekday - today.dayOfWeek() + 7) % 7;
    return today.addDays(ahead == 0 ? 7 : ahead);
  }
  if (const auto days = fits(text, "([+-]\\d{1,4})"))
    return today.addDays(days->captured(1).toInt());
  if (const auto days = fits(text, "\\+?(\\d{1,4}) ?b"))
    return addBusinessDays(today, days->captured(1).toInt());
  if (const auto iso = fits(text, "(\\d{4})-(\\d{1,2})-(\\d{1,2})"))
    return onCalendar(iso->captured(1).toInt(), iso->captured(2).toInt(), iso->captured(3).toInt(), typed);
  if (const auto us = fits(text, "(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{2}|\\d{4}))?")) {
    const int month = us->captured(1).toInt();
    const int day = us->captured(2).toInt();
    const QString year = us->captured(3);
    return onCalendar(year.isEmpty() ? nearYear(month, day, today) : fullYear(year, today), month, day, typed);
  }
  // What the field itself shows, "Mon 12 Jan" or "12 Jan 2027", and the American order of it.
  text.remove(QLatin1Char(','));
  const auto dayFirst = fits(text, "(?:[a-z]{3,9} )?(\\d{1,2})[ -]?([a-z]{3,9})(?:[ -](\\d{2}|\\d{4}))?");
  const auto monthFirst = fits(text, "(?:[a-z]{3,9} )?([a-z]{3,9}) ?(\\d{1,2})(?: (\\d{2}|\\d{4}))?");
  if (const auto& words = dayFirst ? dayFirst : monthFirst) {
    const int month = monthNamed(words->captured(dayFirst ? 2 : 1));
    const int day = words->captured(dayFirst ? 1 : 2).toInt();
    const QString year = words->captured(3);
    if (month != 0)
      return onCalendar(year.isEmpty() ? nearYear(month, day, today) : fullYear(year, today), month, day, typed);
  }
  return Problem{{}, say("“%1” is no date.").arg(typed.simplified()) + QLatin1Char(' ') + examples()};
}

QString shownDate(QDate date, QDate today) {
  const QLocale english = QLocale::c();
  return english.toString(date,
                          date.year() == today.year() ? QStringLiteral("ddd d MMM") : QStringLiteral("d MMM yyyy"));
}
