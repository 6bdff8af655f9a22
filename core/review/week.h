// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/businessdays.h"

// A review belongs to a calendar week, whichever days it is done on: being late with one never shifts the next.

/// The Monday of a day's week, Monday to Sunday.
QDate mondayOf(QDate day);

/// The day on which a week's review is to be done: its first business day, so the Tuesday after a holiday. Its Monday
/// where the week has no business day.
QDate reviewDay(QDate dayOfWeek, const Calendar& calendar = {});
