// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QListView>

class QLabel;

namespace ui {

class Board;
class ListModel;

/// The rows of one group of a list, from its first row on.
class GroupRows : public QAbstractListModel {
  Q_OBJECT
public:
  explicit GroupRows(ListModel* list, QObject* parent = nullptr) : QAbstractListModel(parent), m_list(list) {}

  void show(int first, int rows);
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  /// The row of the list.
  int rowOf(const QModelIndex& index) const { return m_first + index.row(); }
  int first() const { return m_first; }
  qint64 idAt(int row) const;
  ListModel* list() const { return m_list; }

private:
  ListModel* m_list;
  int m_first = 0, m_rows = 0;
};

/// One column of a board: its cards under a heading with their number.
class BoardColumn : public QListView {
  Q_OBJECT
public:
  BoardColumn(Board& board, ListModel* list, QLabel* heading);

  const QString& value() const { return m_value; }
  /// Shows these rows of the list as the group of this value.
  void show(const QString& value, const QString& name, int first, int rows);
  GroupRows* cards() const { return m_cards; }
  QLabel* heading() const { return m_heading; }
  qint64 currentId() const;
  /// Whether a card of another column is held over this one, which it shows.
  bool awaitsCard() const { return m_awaitsCard; }

protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void startDrag(Qt::DropActions actions) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragMoveEvent(QDragMoveEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;

private:
  bool isAtHand() const;
  void await(bool card);

  Board& m_board;
  GroupRows* m_cards;
  QLabel* m_heading;
  QString m_value;
  bool m_awaitsCard = false;
};

} // namespace ui
