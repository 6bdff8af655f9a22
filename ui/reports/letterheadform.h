// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace ui {

class Session;

/// Asks for a practice's letterhead: a picture, which is kept with the practice's documents, and a colour.
void openLetterheadForm(Session& session, QWidget* parent);

} // namespace ui
