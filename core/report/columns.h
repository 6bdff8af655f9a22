// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/rows.h"

#include <QString>
#include <vector>

namespace report {

class Typesetter;

/// Where a column stands, in device units from the left edge of the table.
struct PlacedColumn {
  size_t cell = 0; ///< its place in the row
  qreal left = 0;
  qreal width = 0;
  bool alignRight = false;
  bool isBelow = false; ///< a long text, set below the other cells of its row
};

/// Finds the widths of the columns. Looks at the headings and at as many rows as it is shown, then shares the width
/// of the page so that the usual cell of every column needs about as many lines as that of any other: a long note
/// gets lower, not longer, and a date, a number or an NPI is never broken. Then widths go from column to column as long
/// as that makes the rows lower: words that stand in most rows get more than those that are long now and then. All in
/// ems, so that one look serves every size of type.
class ColumnFitter {
public:
  /// `body` and `head` set the cells and headings; both in the same size.
  ColumnFitter(const Table& table, Typesetter& body, Typesetter& head, qreal em);

  void look(Cells cells);

  /// Sets the longest text of the row below its other cells, over the width of the page, where a dozen columns beside
  /// it would squeeze it into a ribbon; what is said about it ("Last note on" of a "Last note") stands before it there.
  /// False when no column is that long.
  bool setLongestBelow();

  /// Lines that the usual row needs in a table `ems` wide; 1 when everything fits side by side.
  qreal lines(qreal ems) const;

  /// The columns of a table `width` device units wide in type of `em` units.
  std::vector<PlacedColumn> columns(qreal width, qreal em) const;

private:
  struct Need {
    size_t cell;
    QString heading;
    Kind kind;
    qreal head;              ///< width of the heading, on one line
    qreal least;             ///< its longest word, or that of its heading
    std::vector<float> seen; ///< widths of the cells seen, on one line
    bool isFirm;             ///< dates, numbers and codes such as an NPI: who looks one up needs it whole
  };
  struct Wish {
    size_t need;
    qreal least, usual;
  };
  /// The widths of a cell's words.
  struct Words {
    std::vector<float> widths;
    float space = 0;
  };
  Words wordsOf(std::string_view cell);
  static qreal usual(const Need& need);
  std::vector<Wish> wishes() const;
  /// Makes the rows that were seen as low as the same room allows; `widths` are those of the wishes.
  void lower(std::vector<qreal>& widths, const std::vector<Wish>& all) const;
  qreal m_em;
  Typesetter& m_body;
  std::vector<Need> m_needs;
  std::vector<std::vector<Words>> m_rows; ///< some of those seen, evenly: the words of their cells, by need
  size_t m_looked = 0, m_every = 1;       ///< rows seen; of how many one is kept
  std::vector<size_t> m_below;            ///< in m_needs; the long one last
};

} // namespace report
