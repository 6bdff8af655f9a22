// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datafile/sample/world.h"
#include "core/tracking/step.h"
#include "core/tracking/tracking.h"

namespace sample {

/// Notes of the contacts that a tracking took: on steps that are done, and on the one in hand.
void tellOf(World& world, const Tracking& tracking, const std::vector<Step>& steps);

} // namespace sample
