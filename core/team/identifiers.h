// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// The numbers that name clinicians and practices. Each ...Problem answers a sentence, or an empty text when the number
// is right; empty numbers are right too. Spaces and hyphens are passed over; identifierText takes them out for keeping.

/// The letters and digits of an identifier as it is kept, in capitals: " 123-456 7893" → "1234567893". What
/// other programs put around it goes too: "1234567893.0", "NPI: 1234567893", "'1234567893".
QString identifierText(const QString& typed);

/// NPI: 10 digits, the first 1 or 2, and a check digit by Luhn over 80840 and the number (45 CFR 162.406).
QString npiProblem(const QString& typed);

/// DEA registration: two letters (the second may be 9) and 7 digits, where (d1+d3+d5) + 2·(d2+d4+d6) ends in d7.
QString deaProblem(const QString& typed);

/// Why a right DEA number may still be another person's: its second letter is the surname's first, or 9 for a business.
QString deaWarning(const QString& typed, const QString& lastName);

/// CAQH ProView ID: 8 digits.
QString caqhProblem(const QString& typed);

/// TIN or EIN: 9 digits.
QString tinProblem(const QString& typed);

/// A TIN as it is shown, NN-NNNNNNN; other text as it is.
QString shownTin(const QString& tin);

/// US ZIP: 5 or 9 digits.
QString zipProblem(const QString& typed);

/// A ZIP as it is shown, NNNNN or NNNNN-NNNN; other text as it is.
QString shownZip(const QString& zip);

/// NUCC taxonomy code: 10 letters and digits that end in X. Whether the table has it is another question.
QString taxonomyProblem(const QString& typed);

/// An address of email: one @ with something on both sides, no space.
QString emailProblem(const QString& typed);

/// Why a phone or fax number may not be one: it has neither 10 digits, nor 11 that begin with 1, nor a + for another
/// country's. An extension behind ("x12", "ext. 12") is passed over.
QString phoneWarning(const QString& typed);
