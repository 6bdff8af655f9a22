// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/listing.h"

class QWidget;

namespace ui {

class Session;

/// Asks for the filters, order and grouping of a report, and then for the file it is written to.
/// `teams` is the scope of the window: where that is one team, it is proposed.
void openReport(Session& session, const report::Listing& listing, const QStringList& teams, QWidget* parent);

} // namespace ui
