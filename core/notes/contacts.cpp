// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notes/contacts.h"

#include "core/notes/checks.h"
#include "core/tracking/status.h"
#include "core/tracking/step.h"

#include <QCoreApplication>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Contacts)
};

} // namespace

QDate followUpAfter(const ContactLine& line, const Step& step, QDate today, const FollowUpRule& rule,
                    const Calendar& calendar) {
  if (line.followUp.isValid())
    return line.followUp;
  if (!isOpenStatus(step.status))
    return {};
  if (line.kind == QLatin1String("Note") && step.followUp.isValid() && step.followUp > today)
    return step.followUp;
  return proposedFollowUp(today, rule, calendar);
}

Result<Id<Note>> logContact(db::Transaction& transaction, Id<Step> id, const ContactLine& line, QDate followUp,
                            const ContactStamp& stamp) {
  auto step = db::load(transaction.database(), id);
  if (!step)
    return Problem{{}, Say::tr("This step is not there any more: somebody removed it, or it was undone.")};
  Note note;
  note.tracking = step->tracking;
  note.step = id;
  note.written = stamp.written;
  note.author = stamp.author;
  note.kind = line.kind;
  note.reference = line.reference;
  note.followUp = followUp;
  note.text = line.text.trimmed();
  if (Problems problems = check(note, transaction.database()); !problems.empty())
    return problems;
  if (followUp.isValid() && followUp != step->followUp) {
    step->followUp = followUp;
    db::save(transaction, *step);
  }
  return db::save(transaction, note);
}
