// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/businessdays.h"
#include "core/calendar/typeddate.h"
#include "core/exchange/dates.h"
#include "core/notes/contactline.h"
#include "core/tasks/taskline.h"
#include "core/team/identifiers.h"
#include "fuzz.h"

/// What people type into a cell or a line: dates, numbers that name somebody, a contact.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const QString text = QString::fromUtf8(fuzz::bytesOf(data, size));
  const QDate today(2026, 1, 15);
  const AddBusinessDays add = [](QDate day, int n) { return addBusinessDays(day, n); };

  for (const int latest : {2026, 2049}) {
    const auto read = exchange::parseDate(text, latest);
    PROMISE((read.what == exchange::DateCell::Date) == read.date.isValid());
    if (read.date.isValid()) { // written out it is read as the same day
      PROMISE(exchange::parseDate(read.date.toString(Qt::ISODate)).date == read.date);
      PROMISE(read.date.year() >= 1800);
    }
    const auto moment = exchange::parseDateTime(text, latest);
    PROMISE((moment.what == exchange::DateCell::Date) == !moment.text.isEmpty());
    if (!moment.text.isEmpty())
      PROMISE(exchange::parseDateTime(moment.text).text == moment.text);
  }
  if (const auto typed = typedDate(text, today, add); !typed.isOk())
    PROMISE(!typed.problems().front().sentence.isEmpty());
  const ContactLine line = readContactLine(text, today, add);
  PROMISE(!line.kind.isEmpty());
  const LiftedFollowUp lifted = liftFollowUp(text, today, add);
  PROMISE(lifted.followUp.isValid() || lifted.name == text);

  // An NPI that is right stays right as it is kept, and one with another check digit is not.
  if (const QString npi = identifierText(text); !npi.isEmpty() && npiProblem(text).isEmpty()) {
    PROMISE(npi.size() == 10 && npiProblem(npi).isEmpty());
    const QString other = npi.left(9) + QString::number((npi.back().digitValue() + 1) % 10);
    PROMISE(!npiProblem(other).isEmpty());
  }
  for (const auto problem : {deaProblem, caqhProblem, tinProblem, zipProblem, taxonomyProblem, emailProblem})
    (void)problem(text);
  (void)deaWarning(text, text);
  PROMISE(shownTin(shownTin(text)) == shownTin(text) || shownTin(text) == text);
  return 0;
}
