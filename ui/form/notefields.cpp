// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/notefields.h"

#include "core/notes/checks.h"
#include "ui/form/formdialog.h"
#include "ui/form/recordchoices.h"
#include "ui/shell/session.h"

#include <QCoreApplication>
#include <QPlainTextEdit>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(NoteFields)
};

const QString kindKey = QStringLiteral("noteKind");
const QString referenceKey = QStringLiteral("noteReference");
const QString textKey = QStringLiteral("noteText");

} // namespace

void addNoteFields(FormRows& form) {
  form.addMemo(textKey, Say::tr("Add note"))->setPlaceholderText(Say::tr("What was said or done"));
  form.addPick(kindKey, Say::tr("Kind"), wordChoices(exchange::Field::NoteKind));
  form.addText(referenceKey, Say::tr("Reference"), Say::tr("Number of the call or case"));
}

void addLastNotes(FormRows& form, Session& session, const QString& condition, const db::Values& arguments) {
  const auto notes = db::allWhere<Note>(
      session.database(), condition + QStringLiteral(" ORDER BY written DESC, id DESC LIMIT 5"), arguments);
  for (const Note& note : notes) {
    QStringList head{note.kind};
    for (const QString& part : {note.author, note.withWhom, note.reference, note.outcome})
      if (!part.isEmpty())
        head << part;
    const QDate day = QDate::fromString(note.written.left(10), Qt::ISODate);
    form.addFact(shownDate(day, session.today()),
                 head.join(QStringLiteral(" · ")) + QLatin1Char('\n') + note.text.trimmed());
  }
}

Problems saveNote(db::Transaction& transaction, const Session& session, Note about, const QVariantMap& values) {
  about.text = values.value(textKey).toString().trimmed();
  about.reference = values.value(referenceKey).toString();
  about.kind = values.value(kindKey).toString();
  about.author = session.myName();
  about.written = session.actor().now.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
  if (about.text.isEmpty() && about.reference.isEmpty())
    return {};
  Problems problems = check(about, transaction.database());
  for (Problem& problem : problems)
    if (problem.field == QLatin1String("text"))
      problem.field = textKey;
  if (problems.empty())
    db::save(transaction, about);
  return problems;
}

} // namespace ui
