// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/affiliation.h"
#include "core/payors/enrollment.h"

class QWidget;

namespace ui {

class Session;

/// Opens an enrollment to see and edit; with an id of 0 a new one that begins as `preset`.
void openEnrollmentForm(Session& session, Id<Enrollment> id, QWidget* parent, const Enrollment& preset = {});
/// The same for an affiliation with a facility.
void openAffiliationForm(Session& session, Id<Affiliation> id, QWidget* parent, const Affiliation& preset = {});

} // namespace ui
