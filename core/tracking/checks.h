// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tracking/step.h"
#include "core/tracking/template.h"
#include "core/tracking/tracking.h"

// check: why a record cannot be saved as it is; field is the member's name. warnings: what is odd in one that can.

Problems check(const TrackingTemplate& trackingTemplate, db::Database& database);
Problems check(const TemplateStep& step, db::Database& database);
Problems check(const Tracking& tracking, db::Database& database);
Problems check(const Step& step, db::Database& database);

/// Neither provider nor practice; on hold without a reason.
Problems warnings(const Tracking& tracking, db::Database& database);
/// Completed or due before it started; completed without a day.
Problems warnings(const Step& step, db::Database& database);
