// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/cellface.h"

#include <QStyledItemDelegate>

namespace ui {

/// Draws words with figures of one width, whatever the font has; answers how wide they are (with no painter, only
/// that).
int drawFigures(QPainter* painter, const QFont& font, const QRect& place, const QString& text);

/// Draws a pill (icon, word, colour) from the left of `place`; answers its width.
int drawPill(QPainter* painter, const QRect& place, const QString& icon, const QString& word, Tone tone);

/// Draws the cells of a ListModel: pills, dates, first and second words, the hairline, hover and selection of rows.
class CellDelegate : public QStyledItemDelegate {
  Q_OBJECT
public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void setHoverRow(int row) { m_hoverRow = row; }
  int hoverRow() const { return m_hoverRow; }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                 const QModelIndex& index) override;

private:
  int m_hoverRow = -1;
};

} // namespace ui
