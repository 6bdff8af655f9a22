// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/elidedlabel.h"

#include <QPainter>
#include <QStyle>

namespace ui {

void ElidedLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
  setToolTip(shown == text() ? QString() : text());
  style()->drawItemText(&painter, rect(), int(alignment()), palette(), isEnabled(), shown, foregroundRole());
}

} // namespace ui
