// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <vector>

/// The days a team is closed beside the federal holidays; a plain vector of dates serves as one.
class Calendar {
public:
  Calendar() = default;
  Calendar(std::vector<QDate> extraClosed);

  /// The closed days that would else be business days, in order, each once.
  const std::vector<QDate>& extraClosed() const { return m_days; }
  bool isExtraClosed(QDate day) const;
  /// How many of them are on or before day.
  qint64 closedUpTo(QDate day) const;

private:
  std::vector<QDate> m_days;
};

/// The US federal holidays as observed that lie in this year, in order (5 U.S.C. 6103): one on a Saturday is kept on
/// the Friday before, so 31 December may keep next year's New Year; one on a Sunday on the Monday after. Martin Luther
/// King's birthday counts from 1986, Juneteenth from 2021; for the years before 1978 today's rules are used as well.
std::vector<QDate> federalHolidays(int year);

/// Monday to Friday, no federal holiday, and not closed by the team. An invalid date is none.
bool isBusinessDay(QDate day, const Calendar& calendar = {});

/// The n-th business day after day; for n = 0 the day itself, or the next business day if it is none.
/// An invalid date stays invalid, a negative n counts as 0.
QDate addBusinessDays(QDate day, int n, const Calendar& calendar = {});

/// How many business days d there are with due < d ≤ today; 0 when there are none or a date is missing.
int businessDaysLate(QDate due, QDate today, const Calendar& calendar = {});

/// Business days from 1900-01-01 up to and including day, federal holidays left out; negative before that day.
int businessDayNumber(QDate day);

/// businessDayNumber of every day from `from` to `to`, both included; empty when to is before from.
std::vector<int> businessDayNumbers(QDate from, QDate to);
