// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/facility.h"
#include "core/team/practice.h"
#include "ui/form/recordform.h"

namespace ui {

// The rows of a practice and of a facility, for their forms and for the cards of their pages, and what they are saved
// by.

void addPracticeRows(RecordForm<Practice>& form, Session& session);
void addPracticePlaceRows(RecordForm<Practice>& form);
RecordForm<Practice>::Rules practiceRules();
void addFacilityRows(RecordForm<Facility>& form);
RecordForm<Facility>::Rules facilityRules();

} // namespace ui
