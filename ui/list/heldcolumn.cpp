// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/celldelegate.h"
#include "ui/list/headerview.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QScrollBar>

namespace ui {

QRect TableView::visualRect(const QModelIndex& index) const {
  const QRect place = QTableView::visualRect(index);
  const int held = m_headings->heldSection();
  return index.isValid() && index.column() == held ? place.translated(m_headings->heldShift(), 0) : place;
}

QModelIndex TableView::indexAt(const QPoint& point) const {
  const int held = m_headings->heldSection();
  const int x = held < 0 ? 0 : point.x() - m_headings->heldPosition();
  return held >= 0 && x >= 0 && x < columnWidth(held) ? m_model->index(rowAt(point.y()), held)
                                                      : QTableView::indexAt(point);
}

/// The held column is in sight as it is; another one is beside it, not behind.
void TableView::scrollTo(const QModelIndex& index, ScrollHint hint) {
  const int sideways = horizontalScrollBar()->value();
  const bool isHeld = index.isValid() && index.column() == m_headings->heldSection();
  QTableView::scrollTo(index, hint);
  if (isHeld) {
    horizontalScrollBar()->setValue(sideways);
    return;
  }
  const int held = m_headings->heldSection();
  if (held < 0 || !index.isValid())
    return;
  const int begin = columnViewportPosition(index.column());
  const int behind =
      isRightToLeft() ? begin + columnWidth(index.column()) - m_headings->heldPosition() : columnWidth(held) - begin;
  if (behind > 0)
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - behind);
}

void TableView::scrollContentsBy(int dx, int dy) {
  QTableView::scrollContentsBy(dx, dy);
  if (dx == 0)
    return;
  viewport()->update(); // what is held did not move with the others
  m_headings->viewport()->update();
}

void TableView::drawHeld(QPainter& painter, int first, int last) {
  const int held = m_headings->heldSection();
  if (held < 0)
    return;
  const int x = m_headings->heldPosition();
  QStyleOptionViewItem option;
  initViewItemOption(&option);
  for (int row = first; row <= last; ++row) {
    const QModelIndex index = m_model->index(row, held);
    option.rect = QRect(x, rowViewportPosition(row), columnWidth(held), rowHeight(row));
    option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    m_delegate->paint(&painter, option, index);
  }
  const int edge = isRightToLeft() ? x : x + columnWidth(held) - 1;
  const int end = rowViewportPosition(last) + rowHeight(last);
  painter.fillRect(QRect(edge, 0, 1, end), tokens().line);
}

} // namespace ui
