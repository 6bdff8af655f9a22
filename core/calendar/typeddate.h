// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <functional>

/// Adds n business days to a date (core/calendar knows the closed days).
using AddBusinessDays = std::function<QDate(QDate, int)>;

/// Reads a date as people type one; a null date is "no date" (nothing typed).
/// `1/12` (month/day, this year, or the next when that is over half a year past) · `1/12/26` · ISO · `12 Jan 2027`,
/// `Jan 12` · `+7`, `-3` days · `3b` business days · `mon`…`sun` the next such day after today · `eom` · `today` ·
/// `tomorrow` · `yesterday`. A year of two digits lies at most twenty years ahead. Anything else is a Problem without
/// a field.
Result<QDate> typedDate(const QString& text, QDate today, const AddBusinessDays& addBusinessDays);

/// "Mon 12 Jan" in the year of today, "12 Jan 2027" in another, empty for no date.
QString shownDate(QDate date, QDate today);
