// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace exchange {

/// A clinician's name in its parts.
struct PersonName {
  QString last;
  QString first;
  QString middle;
  QString suffix; ///< "Jr.", "III"
  QString degree; ///< "MD", or several: "MD, PhD"
};

/// Takes a name apart as spreadsheets have it: "Marten, Lily - MD", "Lily Marten, MD", "MARTEN LILY", "Dr. Lily
/// Marten", "Marten, Lily A., MD". Names in capitals throughout get small letters, and without a comma they begin with
/// the surname, as do Chinese, Japanese and Korean ones; "van der", "de la" and the like belong to the surname.
PersonName splitPersonName(const QString& text);

/// The names of several people in one cell: "Marten, Lily; Ash, Bo", "Lily Marten & Bo Ash", one below the other. The
/// cell as it is where not each piece is a whole name.
QStringList splitPeople(const QString& cell);

/// A name in capitals as people write it: "O'BRIEN-MCDONALD" → "O'Brien-McDonald"; roman numerals stay.
QString inSmallLetters(const QString& text);

/// A degree in its usual spelling, "M.D." → "MD", "phd" → "PhD"; empty when it is none known.
QString degreeFrom(const QString& word);

} // namespace exchange
