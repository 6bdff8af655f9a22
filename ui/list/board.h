// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QScrollArea>

class QHBoxLayout;

namespace ui {

class BoardColumn;
class ListingPage;

/// A list as a board: a column for each group, a card for each row. A card that is dragged to another column, or moved
/// there by Ctrl and an arrow, gets that column's value, as if it were typed in the list.
class Board : public QScrollArea {
  Q_OBJECT
public:
  /// Puts the board and the button that turns to it into a page.
  explicit Board(ListingPage& page);

  /// Gives the row with this id the value; says why not, when it cannot be.
  void moveCard(qint64 id, const QString& value);
  /// The columns from left to right.
  const std::vector<BoardColumn*>& columns() const { return m_columns; }

Q_SIGNALS:
  void said(const QString& text);

private:
  void turn(bool toBoard);
  void follow();
  void lay();
  BoardColumn* addColumn();
  bool pressed(BoardColumn* column, QKeyEvent* event);
  void goTo(int place, int row);

  ListingPage& m_page;
  QPushButton* m_button;
  QHBoxLayout* m_row;
  std::vector<BoardColumn*> m_columns;
  qint64 m_moved = 0; ///< a card that stands in another column as soon as the rows are read again

  friend class BoardColumn;
};

} // namespace ui
