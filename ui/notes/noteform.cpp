// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/noteform.h"

#include "core/notes/checks.h"
#include "ui/form/recordform.h"

#include <QPlainTextEdit>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(NoteForm)
};

/// "Marten, Lily", or the tracking it is on.
QString ownerOf(db::Database& database, const Note& note) {
  if (note.tracking.isValid())
    return database.text(QStringLiteral("SELECT reference || ' · ' || type || ' – ' || subtype FROM tracking WHERE "
                                        "id = ?"),
                         {note.tracking});
  if (note.task.isValid())
    return database.text(QStringLiteral("SELECT name FROM task WHERE id = ?"), {note.task});
  return note.provider.isValid() ? nameOf(database, note.provider) : nameOf(database, note.practice);
}

} // namespace

void openNoteForm(Session& session, Id<Note> id, QWidget* parent, const Note& about) {
  db::Database& database = session.database();
  Note fresh = about;
  fresh.author = session.myName();
  fresh.written = session.actor().now.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
  const Note note = recordFor(session, id, fresh);
  RecordForm<Note> form(session, note, id.isValid() ? Say::tr("Note") : Say::tr("Add a note"), parent);
  FormDialog* dialog = form.dialog();
  dialog->addFact(Say::tr("About"), ownerOf(database, note));
  if (id.isValid())
    dialog->addFact(Say::tr("Written"),
                    note.author.isEmpty() ? note.written : Say::tr("%1 by %2").arg(note.written, note.author));
  form.bind(
      "text", [](const Note& one) { return one.text; },
      [](Note& one, const QVariant& value) { one.text = value.toString().trimmed(); });
  dialog->addMemo(QStringLiteral("text"), Say::tr("Note"))->setPlaceholderText(Say::tr("What was said or done"));
  form.pick("kind", Say::tr("Kind"), &Note::kind, wordChoices(exchange::Field::NoteKind));
  if (!note.tracking.isValid() && !note.task.isValid())
    form.choice("payor", Say::tr("Payor"), &Note::payor, payorChoices(database));
  form.text("withWhom", Say::tr("With"), &Note::withWhom);
  form.text("reference", Say::tr("Reference"), &Note::reference, Say::tr("Number of the call or case"));
  form.text("outcome", Say::tr("Outcome"), &Note::outcome);
  form.date("followUp", Say::tr("Follow-up"), &Note::followUp);
  form.open({.name = [&database](const Note& one) { return Say::tr("a note on %1").arg(ownerOf(database, one)); }});
}

} // namespace ui
