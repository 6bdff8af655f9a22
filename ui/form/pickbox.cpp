// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/pickbox.h"

#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyle>
#include <QWheelEvent>

namespace ui {

void PickBox::paintEvent(QPaintEvent* event) {
  QComboBox::paintEvent(event);
  QPainter painter(this);
  const int side = px(size::icon);
  painter.drawPixmap(width() - side - px(size::gap), (height() - side) / 2,
                     iconPixmap(QStringLiteral("chevron-down"), tokens().second, side, devicePixelRatioF()));
}

// Dressed anew: its list was first dressed while nothing said which box it belongs to.
void PickBox::showPopup() {
  view()->setProperty("popup", QStringLiteral("typed"));
  style()->unpolish(view());
  style()->polish(view());
  QComboBox::showPopup();
}

// Scrolling a form must not change what it holds.
void PickBox::wheelEvent(QWheelEvent* event) { event->ignore(); }

} // namespace ui
