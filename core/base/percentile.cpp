// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/percentile.h"

#include <algorithm>

std::optional<int> percentile(std::vector<int> values, int p) {
  if (values.empty())
    return {};
  const size_t rank = (values.size() * size_t(p) + 99) / 100;
  const auto place = values.begin() + std::ptrdiff_t(rank) - 1;
  std::nth_element(values.begin(), place, values.end());
  return *place;
}
