// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

class QWidget;
struct Coordinator;
struct Facility;
struct Payor;
struct Practice;
struct Team;

namespace ui {

class Session;

// Each opens a record to see and edit; with an id of 0 a new one.

void openTeamForm(Session& session, Id<Team> id, QWidget* parent);
void openPracticeForm(Session& session, Id<Practice> id, QWidget* parent);
void openCoordinatorForm(Session& session, Id<Coordinator> id, QWidget* parent);
void openPayorForm(Session& session, Id<Payor> id, QWidget* parent);
void openFacilityForm(Session& session, Id<Facility> id, QWidget* parent);

} // namespace ui
