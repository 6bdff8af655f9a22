// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/transaction.h"

/// Writes the templates the program brings along, to be adapted by the office: enrollments with payors and Medicare,
/// state licences, privileges at facilities, onboarding. One whose type and subtype is there already is left out.
/// Answers how many were written.
int shipTemplates(db::Transaction& transaction);
