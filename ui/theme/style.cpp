// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QPainter>
#include <QStyleOption>

namespace ui {

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
  if (element != PE_IndicatorCheckBox && element != PE_IndicatorItemViewItemCheck) {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    return;
  }
  const Tokens& t = tokens();
  const bool on = option->state & State_On;
  const bool enabled = option->state & State_Enabled;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(on && enabled ? t.accent : t.second);
  painter->setBrush(!on ? t.surface : enabled ? t.accent : t.second);
  painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), px(size::step), px(size::step));
  if (on) {
    const QRect inside = option->rect.adjusted(1, 1, -1, -1);
    painter->drawPixmap(inside, iconPixmap(QStringLiteral("check"), enabled ? t.onAccent : t.surface, inside.width(),
                                           painter->device()->devicePixelRatioF()));
  }
  if (option->state & State_HasFocus) {
    painter->setPen(t.accent);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(-1.5, -1.5, 1.5, 1.5), px(size::step), px(size::step));
  }
  painter->restore();
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returned) const {
  if (hint == SH_UnderlineShortcut)
    return 0;
  if (hint == SH_EtchDisabledText)
    return 0;
  if (hint == SH_ComboBox_Popup) // a list drops down, and does not lie over its field, where no click closes it
    return 0;
  return QProxyStyle::styleHint(hint, option, widget, returned);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
  switch (metric) {
  case PM_IndicatorWidth:
  case PM_IndicatorHeight:
    return px(size::icon);
  case PM_CheckBoxLabelSpacing:
    return px(size::gap);
  case PM_SmallIconSize:
  case PM_ButtonIconSize:
  case PM_ListViewIconSize:
    return px(size::icon);
  default:
    return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

// Qt looks through the desktop's themes for this one each time that a field with it is made.
QIcon Style::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const {
  return which == SP_LineEditClearButton ? icon(QStringLiteral("x"), Ink::Second)
                                         : QProxyStyle::standardIcon(which, option, widget);
}

void Style::polish(QWidget* widget) {
  QProxyStyle::polish(widget);
  if (auto* label = qobject_cast<QLabel*>(widget); label && label->textFormat() == Qt::AutoText)
    label->setTextFormat(Qt::PlainText);
}

} // namespace ui
