// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/week.h"

QDate mondayOf(QDate day) { return day.addDays(1 - day.dayOfWeek()); }

QDate reviewDay(QDate dayOfWeek, const Calendar& calendar) {
  const QDate monday = mondayOf(dayOfWeek);
  const QDate first = addBusinessDays(monday, 0, calendar);
  return mondayOf(first) == monday ? first : monday;
}
