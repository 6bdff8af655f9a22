// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/notes/note.h"

#include <QVariantMap>

namespace ui {

class FormRows;
class Session;

/// The rows of a form that add a note to what the form is about: kind, reference, text.
void addNoteFields(FormRows& form);
/// Shows the last five notes for which a condition holds ("step_id = ?").
void addLastNotes(FormRows& form, Session& session, const QString& condition, const db::Values& arguments);

/// Writes what was typed into those rows as a note of `about` (its tracking, step, task …), by me and now; nothing when
/// no text was typed.
Problems saveNote(db::Transaction& transaction, const Session& session, Note about, const QVariantMap& values);

} // namespace ui
