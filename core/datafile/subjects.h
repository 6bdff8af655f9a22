// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Makes every table of the subjects known to db::Table::find: undo and check walk over them by name.
void knowAllSubjects();
