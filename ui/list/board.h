// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <functional>

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
  /// Puts the cursor on a card; false when it is not on the board (yet).
  bool choose(qint64 id);
  /// Has all columns stand side by side in the room there is, each with a widget of its own under its heading: `show`
  /// is called when columns are laid out again.
  void setFitting(std::function<QWidget*()> make, std::function<void()> show);
  /// The values of the columns that are shown, each with the widget under its heading.
  std::vector<std::pair<QString, QWidget*>> fitted() const;
  /// The columns from left to right.
  const std::vector<BoardColumn*>& columns() const { return m_columns; }

Q_SIGNALS:
  void said(const QString& text);

private:
  void turn(bool toBoard);
  void follow();
  void lay();
  BoardColumn* addColumn();
  BoardColumn* cursorTo(qint64 id);
  bool pressed(BoardColumn* column, QKeyEvent* event);
  void goTo(int place, int row);
  /// Whether a column may read its cards now: one in a turn of the event loop. The others are painted in the next.
  bool mayRead();

  ListingPage& m_page;
  QPushButton* m_button;
  QHBoxLayout* m_row;
  std::vector<BoardColumn*> m_columns;
  std::vector<QWidget*> m_under; ///< of each column, where it is fitting
  std::function<QWidget*()> m_makeUnder;
  std::function<void()> m_showUnder;
  QString m_groupedBy; ///< what the list was grouped by for the board, and is not without it
  QTimer m_reading;    ///< from one column that reads to the next
  bool m_isShown = false;
  bool m_isLaying = false;
  qint64 m_moved = 0; ///< a card that stands in another column as soon as the rows are read again

  friend class BoardColumn;
};

} // namespace ui
