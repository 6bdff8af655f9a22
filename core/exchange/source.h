// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace exchange {

/// One row of a file made by people, read as text: a date is YYYY-MM-DD, a boolean yes or no, a number plain digits,
/// and a guard apostrophe is taken off. Everything in it is valid until the next row is read into it.
class RowCells {
public:
  /// Where the row stands in the file, counted from 1: the line of a text file, the row of a sheet.
  qint64 row() const { return m_row; }
  size_t size() const { return m_cells.size(); }
  /// The cell as UTF-8; beyond the last one empty.
  std::string_view utf8(size_t column) const { return column < m_cells.size() ? m_cells[column].bytes : ""; }
  /// The cell as QString, made when asked for; beyond the last one empty.
  const QString& text(size_t column) const;
  /// Whether the cell stands on a fill colour that a person sees (XLSX only).
  bool filled(size_t column) const { return column < m_cells.size() && m_cells[column].filled; }
  /// Nothing but spaces in any cell.
  bool isBlank() const;

  /// For readers: forgets the cells and begins another row.
  void start(qint64 row);
  /// For readers: plain numbers are days since 1904, where they are dates.
  void setFrom1904(bool from1904) { m_from1904 = from1904; }
  bool isFrom1904() const { return m_from1904; }
  /// Says something else in a cell that is there; the bytes must stay as long.
  void put(size_t column, std::string_view bytes);
  /// For readers: the next cell; the bytes must stay until the next row.
  void add(std::string_view bytes, bool filled = false);

private:
  struct Cell {
    std::string_view bytes;
    bool filled = false;
  };

  qint64 m_row = 0;
  bool m_from1904 = false;
  std::vector<Cell> m_cells;
  mutable std::vector<QString> m_texts;   // kept from row to row, so that their memory is used again
  mutable std::vector<quint64> m_madeFor; // the turn a text was made in
  quint64 m_turn = 0;
};

/// The rows of one sheet from top to bottom, read once; blank rows are left out.
class Rows {
public:
  virtual ~Rows() = default;
  Rows() = default;
  Q_DISABLE_COPY_MOVE(Rows)

  /// The next row, or false at the end and when the rest cannot be read: see problem().
  virtual bool next(RowCells& row) = 0;
  /// Why reading stopped before the end; nothing when it did not.
  virtual std::optional<Problem> problem() const = 0;
  /// How much of the sheet was read, 0 to 1.
  virtual double progress() const = 0;
};

/// A file made by people: one or more visible sheets. A text file is one sheet named after the file.
class Sheets {
public:
  virtual ~Sheets() = default;
  Sheets() = default;
  Q_DISABLE_COPY_MOVE(Sheets)

  virtual size_t count() const = 0;
  virtual QString name(size_t sheet) const = 0;
  /// Starts at the top; may be called again for another reading. The Sheets must outlive it.
  virtual std::unique_ptr<Rows> rows(size_t sheet) const = 0;
  /// The headings of a sheet that are read as another sheet beside it (mastersheet.h), and the name of that one.
  virtual std::vector<std::pair<QString, QString>> readBeside(size_t /*sheet*/) const { return {}; }
};

/// Opens CSV, TSV and other separated text in any usual encoding, or an XLSX workbook: what it is is found from the
/// content, not from the name. Says what to do about files that cannot be read (.xls, .ods, with a password, damaged).
Result<std::unique_ptr<Sheets>> openFile(const QString& path);

} // namespace exchange
