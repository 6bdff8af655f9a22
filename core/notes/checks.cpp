// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notes/checks.h"

#include "core/base/findings.h"

#include <QCoreApplication>
#include <QTime>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(NoteChecks)
};

bool isCivilTime(const QString& text) {
  if (!QDate::fromString(text.left(10), Qt::ISODate).isValid())
    return false;
  const QString time = text.mid(10);
  return time.isEmpty() || QTime::fromString(time, QStringLiteral(" HH:mm")).isValid() ||
         QTime::fromString(time, QStringLiteral(" HH:mm:ss")).isValid();
}

} // namespace

Problems check(const Note& note, db::Database&) {
  Findings found;
  found.addIf(note.text.trimmed().isEmpty(), "text", Say::tr("A note needs some text."));
  found.addIf(!isCivilTime(note.written), "written",
              Say::tr("The day a note was written is YYYY-MM-DD, or with HH:MM behind it."));
  found.addIf(note.step.isValid() && !note.tracking.isValid(), "tracking",
              Say::tr("A note on a step is a note on its tracking too."));
  return found;
}
