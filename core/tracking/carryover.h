// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/businessdays.h"
#include "core/tracking/step.h"
#include "core/tracking/template.h"
#include "core/tracking/tracking.h"

#include <QStringList>
#include <span>

/// A running tracking on another version of its template, or on another template: no database, no clock.
namespace carryover {

/// The steps as they are to be. A step is found again by its name, compared as names are. What is done stays as it is;
/// an open one takes description and time of the template, and one not begun whom it waits on too; what the template
/// has more is added, to be done by whoever has the tracking; an open one that it does not have any more is not needed.
/// Dates that are not set by hand are planned anew, those of added steps from `today` on. Where the step in hand is not
/// needed any more, the next open one starts.
std::vector<Step> carriedOver(const std::vector<Step>& running, std::span<const TemplateStep> wanted,
                              const Tracking& tracking, QDate today, const Calendar& calendar);

/// What that changes, a sentence each: "“EDI/ERA/EFT” is added, due 12 Jan 2027." Nothing when all stays.
QStringList differences(const std::vector<Step>& before, const std::vector<Step>& after, QDate today);

} // namespace carryover
