// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/payors/panel.h"

class QWidget;

namespace ui {

class Session;

/// Opens the window in which the statuses of another provider's or practice's enrollments are copied to this one's.
void openCopyEnrollments(Session& session, const PanelOwner& to, QWidget* parent);

/// Opens the window that makes the enrollments which are missing of the list of the team's payors.
void openAddTeamPayors(Session& session, const PanelOwner& owner, QWidget* parent);

/// Opens the list of the payors a team's providers are to be with.
void openTeamPayorList(Session& session, Id<Team> team, QWidget* parent);

} // namespace ui
