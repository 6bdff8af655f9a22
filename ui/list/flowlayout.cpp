// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/flowlayout.h"

namespace ui {

FlowLayout::FlowLayout(int spacing) {
  setSpacing(spacing);
  setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

QLayoutItem* FlowLayout::takeAt(int index) {
  return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  place(rect, true);
}

QSize FlowLayout::minimumSize() const {
  QSize size;
  for (const QLayoutItem* item : m_items)
    size = size.expandedTo(item->minimumSize());
  return size;
}

int FlowLayout::place(const QRect& rect, bool move) const {
  int x = rect.x();
  int y = rect.y();
  int line = 0;
  for (QLayoutItem* item : m_items) {
    if (item->isEmpty())
      continue;
    const QSize size = item->sizeHint();
    if (x > rect.x() && x + size.width() > rect.x() + rect.width()) {
      x = rect.x();
      y += line + spacing();
      line = 0;
    }
    if (move)
      item->setGeometry(QRect(QPoint(x, y), size));
    x += size.width() + spacing();
    line = qMax(line, size.height());
  }
  return y + line - rect.y();
}

} // namespace ui
