// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/kinds.h"
#include "core/exchange/source.h"

#include <QStringList>

namespace exchange {

/// Heads what an import says about each row that it hands back.
inline constexpr QLatin1String reasonHeading("Reason");

/// How the headings of a sheet stand for the columns of a kind.
struct HeaderMatch {
  Kind kind = Kind::Teams;
  qint64 row = 0;            ///< where the headings stand, as RowCells::row() counts
  QStringList headings;      ///< as the file has them
  std::vector<int> columnAt; ///< for each column of the kind the heading it is read from, or -1
  int score = 0;             ///< how well and how many; 0: none

  /// Whether some column is read from this heading.
  bool reads(int heading) const;
  /// The heading a column is read from, or -1.
  int at(QLatin1String column) const;
  /// The headings that stand for no column, empty ones left out.
  QStringList unmatched() const;
  /// The needed columns that no heading stands for. One Provider column is as good as Last name and First name.
  QStringList missing() const;
};

/// Matches without case, spaces and punctuation, by the columns' names and by what spreadsheets usually call them.
/// Where two headings would fit a column, the closer one takes it, of equals the left one.
HeaderMatch matchHeadings(Kind kind, const QStringList& headings);

/// Whether some kind has a column that is called so.
bool isKnownHeading(const QString& heading);

/// A heading as it is compared: "Lic #" → "licnumber", "Eff. Date" → "effdate".
QString headingKey(const QString& heading);

/// The kind of a sheet: by its name when that speaks of one whose needed columns are there, else the one whose columns
/// fit the headings best; by the name alone when none fits, so that what is missing can be said.
std::optional<Kind> kindOf(const QString& title, const QStringList& headings);

/// Finds the row of headings among the first rows of a sheet, below whatever titles, and matches it; the records are
/// the rows whose row() is greater than that of the match. Without a kind, that is found too. Says what is missing, and
/// which headings it saw. title: the name of the file or sheet, for the kind and for the sentence.
Result<HeaderMatch> findHeader(const Sheets& sheets, size_t sheet, const QString& title, std::optional<Kind> kind);

} // namespace exchange
