// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/foldingrow.h"

#include <QEvent>
#include <QHBoxLayout>

namespace ui {

FoldingRow::FoldingRow(int spacing, QWidget* parent)
    : QWidget(parent), m_halves(new QBoxLayout(QBoxLayout::LeftToRight, this)), m_left(new QHBoxLayout),
      m_right(new QHBoxLayout) {
  m_halves->setContentsMargins(0, 0, 0, 0);
  for (QBoxLayout* each : {m_halves, static_cast<QBoxLayout*>(m_left), static_cast<QBoxLayout*>(m_right)})
    each->setSpacing(spacing);
  m_right->addStretch(1);
  m_halves->addLayout(m_left);
  m_halves->addLayout(m_right, 1);
}

QSize FoldingRow::sizeHint() const {
  return {m_left->sizeHint().width() + m_halves->spacing() + m_right->sizeHint().width() + margins(),
          QWidget::sizeHint().height()};
}

QSize FoldingRow::minimumSizeHint() const {
  return {qMax(m_left->minimumSize().width(), m_right->minimumSize().width()) + margins(),
          QWidget::minimumSizeHint().height()};
}

int FoldingRow::margins() const { return m_halves->contentsMargins().left() + m_halves->contentsMargins().right(); }

bool FoldingRow::event(QEvent* event) {
  const bool isDone = QWidget::event(event);
  if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) {
    const int wanted = m_left->sizeHint().width() + m_halves->spacing() + m_right->minimumSize().width() + margins();
    m_halves->setDirection(wanted > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  }
  return isDone;
}

} // namespace ui
