// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tracking/tracking.h"

#include <vector>

/// Running trackings of the same kind as one that is to start, the oldest first: of its type and subtype (compared as
/// names are), with its payor, facility and state, and about its provider; where it names none, about any provider or
/// practice. Another one is allowed, and seldom meant.
std::vector<Tracking> runningAlike(db::Database& database, const Tracking& wanted);

/// Of these, those that are about the same as what is to start for this provider: at its practice, or one of them says
/// no practice. Without a provider: about its practice itself.
std::vector<Tracking> aboutTheSame(std::vector<Tracking> alike, const Tracking& wanted);
