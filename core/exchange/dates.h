// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace exchange {

/// What a cell that should hold a date does hold.
enum class DateCell { Date, None, Unreadable };

struct DateRead {
  DateCell what = DateCell::None;
  QDate date; ///< valid for Date alone
};

/// Reads a date as people write it: ISO (a time behind it is passed over), M/D/YYYY, M/D/YY, M-D-YYYY, D-Mon-YYYY,
/// Mon D, YYYY, YYYYMMDD, or a spreadsheet's serial from 20000 (1954) to 80000 (2119). Empty, N/A, none, TBD, - and the
/// like are no date. Impossible dates, those without a day and those before 1800 are unreadable: none is guessed.
/// latestYear: two digits stand for the last such year that is not after it; for a date of birth give this year.
DateRead parseDate(QStringView text, int latestYear = 2049);

struct DateTimeRead {
  DateCell what = DateCell::None;
  QString text; ///< for Date: YYYY-MM-DD, or with HH:MM or HH:MM:SS behind it as precise as it was given
};

/// Reads a local day, or a day and time of day, in the forms of parseDate and with 24 hours or AM and PM. An offset
/// from UTC is passed over: the time counts as it is written.
DateTimeRead parseDateTime(QStringView text, int latestYear = 2049);

} // namespace exchange
