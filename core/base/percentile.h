// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

/// The p-th percentile by nearest rank: the ⌈n·p/100⌉-th of the values in order; always one of them, so the median of
/// 2 and 8 is 2. Nothing when there are none; p from 1 to 100.
std::optional<int> percentile(std::vector<int> values, int p);
