// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/deal.h"

#include "core/review/week.h"

#include <algorithm>

namespace review {

std::vector<QDate> daysOfWeek(QDate dayOfWeek) {
  std::vector<QDate> days;
  for (int i = 0; i < 5; ++i)
    days.push_back(mondayOf(dayOfWeek).addDays(i));
  return days;
}

std::vector<QDate> daysLeft(QDate today, const Calendar& calendar) {
  std::vector<QDate> days = daysOfWeek(today);
  std::erase_if(days, [&](QDate day) { return day <= today || !isBusinessDay(day, calendar); });
  return days;
}

std::vector<size_t> deal(std::span<const size_t> whose, std::vector<std::vector<qint64>> load, size_t days) {
  if (days == 0)
    return {};
  std::vector<std::vector<qint64>> gets(load.size(), std::vector<qint64>(days));
  for (const size_t person : whose) { // how many, not yet which: one more to the day with the least
    auto& has = load[person];
    const auto day = size_t(std::min_element(has.begin(), has.end()) - has.begin());
    ++has[day];
    ++gets[person][day];
  }
  std::vector<size_t> dealt, at(load.size());
  dealt.reserve(whose.size());
  for (const size_t person : whose) {
    while (gets[person][at[person]] == 0)
      ++at[person];
    --gets[person][at[person]];
    dealt.push_back(at[person]);
  }
  return dealt;
}

} // namespace review
