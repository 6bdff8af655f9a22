// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/foldingrow.h"

namespace ui {

FoldingRow::FoldingRow(int spacing, QWidget* parent)
    : QBoxLayout(LeftToRight, parent), m_left(new QHBoxLayout), m_right(new QHBoxLayout) {
  setContentsMargins(0, 0, 0, 0);
  for (QBoxLayout* each :
       {static_cast<QBoxLayout*>(this), static_cast<QBoxLayout*>(m_left), static_cast<QBoxLayout*>(m_right)})
    each->setSpacing(spacing);
  m_right->addStretch(1);
  addLayout(m_left);
  addLayout(m_right, 1);
}

QSize FoldingRow::margins() const {
  const QMargins around = contentsMargins();
  return {around.left() + around.right(), around.top() + around.bottom()};
}

bool FoldingRow::folds(int width) const {
  return m_left->sizeHint().width() + spacing() + m_right->minimumSize().width() + margins().width() > width;
}

QSize FoldingRow::sizeHint() const {
  const QSize left = m_left->sizeHint(), right = m_right->sizeHint();
  return QSize(left.width() + spacing() + right.width(), qMax(left.height(), right.height())) + margins();
}

QSize FoldingRow::minimumSize() const {
  return {qMax(m_left->minimumSize().width(), m_right->minimumSize().width()) + margins().width(), sizeHint().height()};
}

int FoldingRow::heightForWidth(int width) const {
  const int left = m_left->sizeHint().height(), right = m_right->sizeHint().height();
  return margins().height() + (folds(width) ? left + spacing() + right : qMax(left, right));
}

void FoldingRow::setGeometry(const QRect& rect) {
  const Direction wanted = folds(rect.width()) ? TopToBottom : LeftToRight;
  if (direction() != wanted)
    setDirection(wanted);
  QBoxLayout::setGeometry(rect);
}

} // namespace ui
