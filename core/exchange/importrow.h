// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importer.h"
#include "core/exchange/source.h"
#include "core/exchange/values.h"

namespace exchange {

/// One row on its way into a record. Its cells are laid over the record's fields: an empty cell, or one that says there
/// is no date, leaves the field alone. What cannot be read rejects the row; the reader goes on, so that all is wrong
/// with a row is told at once, and writes nothing when isRejected().
///
/// Columns are places in the file, -1 for one that the file does not have.
class ImportRow {
public:
  ImportRow(const HeaderMatch& match, bool tellsChanges) : m_match(match), m_tellsChanges(tellsChanges) {}

  void begin(const RowCells& cells);
  qint64 number() const { return m_cells->row(); }
  const RowCells& cells() const { return *m_cells; }

  bool isGiven(int column) const { return !text(column).isEmpty(); }
  /// The cell without spaces at its ends; empty where there is no such column.
  const QString& text(int column) const;
  /// The same as UTF-8.
  std::string_view utf8(int column) const;
  /// text(); an empty cell rejects the row.
  const QString& needed(int column, const char* name);
  /// text() with single spaces, for names.
  QString name(int column) const { return text(column).simplified(); }
  /// Whether the cell says in words that there is nothing: N/A, none, TBD, -.
  bool saysNone(int column) const;

  /// The date in the cell; invalid for none. One that cannot be read rejects the row, an unlikely one is told.
  QDate date(int column, int latestYear = 2049);
  /// The day, or day and time, in the cell as a note keeps it; empty for none.
  QString dateTime(int column);
  /// A value of a list in its written spelling, empty for an empty cell.
  QString choice(int column, Field field);
  std::optional<int> number(int column);
  std::optional<bool> yesNo(int column);

  void lay(int column, QString& field) { layText(column, text(column), field); }
  void lay(int column, QDate& field, int latestYear = 2049);
  void lay(int column, std::optional<int>& field);
  void layNumber(int column, int number, std::optional<int>& field);
  void lay(int column, bool& field);
  void layChoice(int column, Field choices, QString& field);
  /// A text made from the cell; empty leaves the field alone.
  void layText(int column, const QString& text, QString& field);
  /// The record of this name; an id of 0 leaves the field alone.
  template<class T, class Known>
  void layId(int column, qint64 id, Id<T>& field, const Known& names) {
    if (!id || !says(column, id != field.value))
      return;
    tell(column, m_tellsChanges ? names.nameOf(field.value) : QString(), m_tellsChanges ? names.nameOf(id) : QString());
    field.value = id;
  }

  /// The heading of a column as the file has it.
  QString heading(int column) const;

  void reject(const QString& reason);
  bool isRejected() const { return !m_reasons.isEmpty(); }
  QString reason() const { return m_reasons.join(QLatin1Char(' ')); }

  void notice(const QString& sentence) {
    if (!m_notices.contains(sentence))
      m_notices += sentence;
  }
  QStringList takeNotices() { return std::exchange(m_notices, {}); }

  bool isChanged() const { return m_changed; }
  /// The row changes something that no cell shows.
  void setChanged() { m_changed = true; }
  const std::vector<CellChange>& cellChanges() const { return m_cellChanges; }

  /// The columns by which this row and earlier ones of the file spoke of the record. A cell that says otherwise than an
  /// earlier row does is passed over and told: else the same file again would go back and forth.
  void setSaid(quint64 columns) { m_saidBefore = m_said = columns; }
  quint64 said() const { return m_said; }

private:
  /// text(), a plain number counted as in books that begin with 1900.
  QString dayText(int column) const;
  void noticeUnlikely(int column, QDate date);
  bool says(int column, bool differs);
  void tell(int column, const QString& before, const QString& after);

  const HeaderMatch& m_match;
  bool m_tellsChanges;
  const RowCells* m_cells = nullptr;
  mutable std::vector<QString> m_trimmed; // by column: those cells that have spaces around them
  QStringList m_reasons;
  QStringList m_notices;
  std::vector<CellChange> m_cellChanges;
  bool m_changed = false;
  quint64 m_saidBefore = 0, m_said = 0;
  // By column what cells of a list were read as: files say the same few things over and over.
  std::vector<std::vector<std::pair<std::string, QString>>> m_choices;
};

} // namespace exchange
