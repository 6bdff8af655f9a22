// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listingrows.h"
#include "ui/list/listpage.h"

namespace ui {

class ListEdit;

/// What a card does that comes into another column of a board, where that is more than typing the column's value.
struct CardMove {
  QString heading; ///< the board's columns are the values of this column
  /// Moves the card of this row; the sentence why it cannot be, or nothing.
  std::function<QString(qint64 row, const QString& value)> work;
  /// The values in the order of the columns.
  std::function<QStringList(const Query& query)> order;
  /// Whether a column takes cards: those that do not are passed over by the keys. Unset: all do.
  std::function<bool(const QString& value)> takes = {};
};

/// A tab's list over its listing. What it shows is what its Export writes, and what can be changed in it where it
/// stands.
class ListingPage : public ListPage {
  Q_OBJECT
public:
  ListingPage(Session& session, PageSpec spec, std::shared_ptr<ListingRows> rows, QWidget* parent = nullptr);

  /// The rows and columns as they are shown now, as a report.
  report::Request shown() const;
  ListingRows& rows() const { return *m_rows; }
  /// Opens the window in which a field of all selected rows is changed.
  void changeSelected();
  /// Changes one cell as if it were typed there; a sentence when it cannot be so.
  QString changeCell(qint64 row, int column, const QString& typed);
  void setCardMove(CardMove move) { m_cardMove = std::move(move); }
  /// For a board of this column; null when cards change its cell.
  const CardMove* cardMove(int column) const;
  /// The words that the cells of `column` can be changed to, in their order; empty where they are no fixed words.
  QStringList wordsOf(int column) const;

Q_SIGNALS:
  /// The Export button.
  void exportAsked();

private:
  Session& m_session;
  std::shared_ptr<ListingRows> m_rows;
  ListEdit* m_edit;
  CardMove m_cardMove;
};

/// Chips that several tabs have.
namespace chips {
ChipSpec me();
ChipSpec assignee(Session& session);
ChipSpec overdue();
ChipSpec today();
ChipSpec thisWeek();
ChipSpec nextSeven();
ChipSpec noDate();
/// No note for 30 days: what auditors call delinquent.
ChipSpec untouched();
/// A drop-down of fixed words, which are their own values.
ChipSpec words(const QString& key, const QString& label, const QStringList& words);
/// A drop-down of what a query finds: value, text.
ChipSpec found(Session& session, const QString& key, const QString& label, const QString& sql);
} // namespace chips

} // namespace ui
