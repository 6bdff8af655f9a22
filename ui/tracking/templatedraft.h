// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tracking/templates.h"

#include <optional>
#include <vector>

namespace ui {

/// Steps of a template that were changed and not saved; nothing when there are none.
std::optional<std::vector<TemplateStep>> draftOf(Id<TrackingTemplate> id);
void keepDraft(Id<TrackingTemplate> id, const std::vector<TemplateStep>& steps);
/// They were saved, or are not wanted any more.
void forgetDraft(Id<TrackingTemplate> id);

} // namespace ui
