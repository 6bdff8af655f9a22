// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/businessdays.h"

#include <span>

// Planning a week: what stands on no day of it is dealt over the days that are left.
namespace review {

/// Monday to Friday of a day's week, holidays too.
std::vector<QDate> daysOfWeek(QDate dayOfWeek);

/// Those on which something can still be put: after today, and no holiday.
std::vector<QDate> daysLeft(QDate today, const Calendar& calendar = {});

/// Deals items over days: the day of each, in their order. `whose` is the person of each item, the most needed first;
/// `load` what every person has on each day already. Everybody's days come out as even as can be, fuller ones first;
/// what is needed more never comes later than what the same person needs less. With no day nothing is dealt.
std::vector<size_t> deal(std::span<const size_t> whose, std::vector<std::vector<qint64>> load, size_t days);

} // namespace review
