// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/notes/contactline.h"
#include "core/notes/followup.h"
#include "core/notes/note.h"

/// Who wrote a contact down, and when: local civil time, "YYYY-MM-DD HH:MM".
struct ContactStamp {
  QString author;
  QString written;
};

/// When to ask again after a contact about this step: as the line says, else as the rule proposes. A plain note moves
/// no follow-up that is still to come, and what is done needs none.
QDate followUpAfter(const ContactLine& line, const Step& step, QDate today, const FollowUpRule& rule,
                    const Calendar& calendar);

/// Writes a contact about a step, once: a note on the step and its tracking, and the step's next follow-up. An invalid
/// follow-up leaves that of the step as it is.
Result<Id<Note>> logContact(db::Transaction& transaction, Id<Step> step, const ContactLine& line, QDate followUp,
                            const ContactStamp& stamp);
