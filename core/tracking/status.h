// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"

/// The statuses of a step that are open, as SQL that the partial indices of the queue are made for; to the letter.
inline constexpr auto openStatuses = "IN ('New', 'In progress', 'Waiting')";

/// Whether a step or a task of this status is still to be done.
bool isOpenStatus(const QString& status);

/// Brings a tracking's status up to date: On hold and Cancelled as set; without steps as set, else New; Completed when
/// every step is completed or not needed, New when every step is new, else In progress.
void settleTracking(db::Database& database, qint64 trackingId);

/// The references of trackings whose status does not follow from their steps: written past the program.
std::vector<QString> unsettledTrackings(db::Database& database);
