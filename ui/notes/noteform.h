// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notes/note.h"

class QWidget;

namespace ui {

class Session;

/// Opens a line of the contact log to see and edit; with an id of 0 a new one about what `about` names, by me and now.
void openNoteForm(Session& session, Id<Note> id, QWidget* parent, const Note& about = {});

} // namespace ui
