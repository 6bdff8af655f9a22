// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/businessdays.h"

#include <algorithm>
#include <array>

// Days are counted, never walked: weekdays by division, holidays by years times holidays a year. So a day's number
// takes the same few nanoseconds whatever the distance, and an import can ask it for a million steps.
namespace {

constexpr int martinLutherKingSince = 1986; // Pub. L. 98-144
constexpr int juneteenthSince = 2021;       // Pub. L. 117-17
constexpr qint64 mondayFirst1900 = 2415021; // the Julian day of 1900-01-01, a Monday

// The Julian day of 1 January. Julian day 0 was a Monday, so jd % 7 is 0 on Mondays.
constexpr qint64 newYear(int year) {
  const qint64 before = year - 1;
  return 1721426 + 365 * before + before / 4 - before / 100 + before / 400;
}

constexpr qint64 observed(qint64 jd) {
  const qint64 weekday = jd % 7;
  return weekday == 5 ? jd - 1 : weekday == 6 ? jd + 1 : jd;
}

constexpr qint64 mondayOnOrAfter(qint64 jd) { return jd + (7 - jd % 7) % 7; }

struct Holidays {
  std::array<qint64, 11> days; // Julian days, rising but for the first, which may lie in the year before
  int count = 0;
  constexpr void add(qint64 jd) { days[size_t(count++)] = jd; }
};

// The holidays that belong to this year, as observed: 5 U.S.C. 6103(a) for the days, (b) and Executive Order 11582 for
// those on a weekend.
Holidays holidaysOf(int year) {
  const qint64 january = newYear(year);
  const qint64 march = newYear(year + 1) - 306; // from here on the leap day is behind
  Holidays result{};
  result.add(observed(january));
  if (year >= martinLutherKingSince)
    result.add(mondayOnOrAfter(january + 14));
  result.add(mondayOnOrAfter(january + 31 + 14)); // Washington's birthday: third Monday in February
  result.add(mondayOnOrAfter(march + 92 - 7));    // Memorial Day: last Monday in May
  if (year >= juneteenthSince)
    result.add(observed(march + 92 + 18));               // 19 June
  result.add(observed(march + 122 + 3));                 // 4 July
  result.add(mondayOnOrAfter(march + 184));              // Labor Day: first Monday in September
  result.add(mondayOnOrAfter(march + 214 + 7));          // Columbus Day: second Monday in October
  result.add(observed(march + 245 + 10));                // Veterans Day: 11 November
  result.add(mondayOnOrAfter(march + 245 + 21 - 3) + 3); // Thanksgiving: fourth Thursday in November
  result.add(observed(march + 275 + 24));                // 25 December
  return result;
}

// Counts from a start of its own choosing: only differences mean something.
qint64 rawNumber(QDate day) {
  const qint64 jd = day.toJulianDay();
  const qint64 weekdays = (jd + 1) / 7 * 5 + std::min<qint64>((jd + 1) % 7, 5);
  const int year = day.year();
  qint64 holidays = qint64(year) * 9 + std::max(0, year - martinLutherKingSince) + std::max(0, year - juneteenthSince);
  const Holidays own = holidaysOf(year);
  for (int i = 0; i < own.count; ++i)
    holidays += own.days[size_t(i)] <= jd;
  holidays += observed(newYear(year + 1)) <= jd;
  return weekdays - holidays;
}

qint64 number(QDate day, const Calendar& calendar) { return rawNumber(day) - calendar.closedUpTo(day); }

} // namespace

Calendar::Calendar(std::vector<QDate> extraClosed) : m_days(std::move(extraClosed)) {
  std::sort(m_days.begin(), m_days.end());
  m_days.erase(std::unique(m_days.begin(), m_days.end()), m_days.end());
  std::erase_if(m_days, [](QDate day) { return !::isBusinessDay(day); });
}

bool Calendar::isExtraClosed(QDate day) const { return std::binary_search(m_days.begin(), m_days.end(), day); }

qint64 Calendar::closedUpTo(QDate day) const {
  return std::upper_bound(m_days.begin(), m_days.end(), day) - m_days.begin();
}

std::vector<QDate> federalHolidays(int year) {
  std::vector<QDate> result;
  const Holidays own = holidaysOf(year);
  for (int i = 0; i < own.count; ++i)
    result.push_back(QDate::fromJulianDay(own.days[size_t(i)]));
  result.push_back(QDate::fromJulianDay(observed(newYear(year + 1))));
  std::erase_if(result, [year](QDate day) { return day.year() != year; });
  return result;
}

bool isBusinessDay(QDate day, const Calendar& calendar) {
  return day.isValid() && number(day, calendar) > number(day.addDays(-1), calendar);
}

QDate addBusinessDays(QDate day, int n, const Calendar& calendar) {
  if (!day.isValid() || (n <= 0 && isBusinessDay(day, calendar)))
    return day;
  const qint64 target = number(day, calendar) + std::max(n, 1);
  // A business day takes at least a calendar day, so a step of what is missing never passes the one looked for.
  for (qint64 missing = std::max(n, 1); missing > 0; missing = target - number(day, calendar))
    day = day.addDays(missing);
  return day;
}

int businessDaysLate(QDate due, QDate today, const Calendar& calendar) {
  if (!due.isValid() || !today.isValid() || today <= due)
    return 0;
  return int(number(today, calendar) - number(due, calendar));
}

int businessDayNumber(QDate day) {
  static const qint64 before = rawNumber(QDate::fromJulianDay(mondayFirst1900 - 1));
  return int(rawNumber(day) - before);
}

std::vector<int> businessDayNumbers(QDate from, QDate to) {
  std::vector<int> result;
  if (!from.isValid() || !to.isValid() || to < from)
    return result;
  result.reserve(size_t(from.daysTo(to) + 1));
  for (QDate day = from; day <= to; day = day.addDays(1))
    result.push_back(businessDayNumber(day));
  return result;
}
