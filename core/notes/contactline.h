// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/typeddate.h"

#include <QString>

/// A contact as it is typed in one line: "called, ref 4711, says in committee, +7".
struct ContactLine {
  QString kind = QStringLiteral("Note"); ///< Note, Call, Email, Portal, Fax, Letter, Meeting
  QString reference;                     ///< "4711"
  QDate followUp;                        ///< when to ask again; invalid when the line says nothing of it
  QString text;                          ///< what is left, in the words it was typed
};

/// Takes a line apart. Its parts are parted by commas, semicolons or " - ".
/// Kind: the first word of a part tells it (called, emailed, portal, faxed, letter, met …); a part that says nothing
/// else is not repeated in the text. Reference: `ref 4711`, `case #A-12`, `conf. no. 99`, anywhere. Follow-up: a last
/// part that is a date as typedDate reads one, or `f/u 1/12`, `follow up mon` anywhere.
/// Whatever it does not understand stays in the text: nothing of what was typed is lost.
ContactLine readContactLine(const QString& line, QDate today, const AddBusinessDays& addBusinessDays);
