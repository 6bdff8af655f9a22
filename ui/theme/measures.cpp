// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/measures.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QBoxLayout>
#include <QFormLayout>
#include <QGridLayout>
#include <QScreen>
#include <QStackedLayout>
#include <QStyle>
#include <cmath>

namespace ui {
namespace {

/// From pixels at one zoom to pixels at another, by way of the size that px() was given.
class Scale {
public:
  Scale(double from, double to) : m_from(from), m_to(to) {}

  /// A hairline stays one.
  int operator()(int pixels) const {
    return pixels < 2 ? pixels : int(std::lround(std::round(pixels / m_from) * m_to));
  }
  QSize operator()(const QSize& size) const { return {(*this)(size.width()), (*this)(size.height())}; }

private:
  double m_from, m_to;
};

void rescale(QLayout& layout, const Scale& scaled) {
  if (qobject_cast<QStackedLayout*>(&layout))
    return; // it heeds none
  const QMargins margins = layout.contentsMargins();
  layout.setContentsMargins(scaled(margins.left()), scaled(margins.top()), scaled(margins.right()),
                            scaled(margins.bottom()));
  if (auto* grid = qobject_cast<QGridLayout*>(&layout)) {
    grid->setHorizontalSpacing(scaled(grid->horizontalSpacing()));
    grid->setVerticalSpacing(scaled(grid->verticalSpacing()));
    for (int i = 0; i < grid->columnCount(); ++i)
      grid->setColumnMinimumWidth(i, scaled(grid->columnMinimumWidth(i)));
    for (int i = 0; i < grid->rowCount(); ++i)
      grid->setRowMinimumHeight(i, scaled(grid->rowMinimumHeight(i)));
  } else if (auto* form = qobject_cast<QFormLayout*>(&layout)) {
    form->setHorizontalSpacing(scaled(form->horizontalSpacing()));
    form->setVerticalSpacing(scaled(form->verticalSpacing()));
  } else {
    layout.setSpacing(scaled(layout.spacing()));
  }
  for (int i = 0; i < layout.count(); ++i) {
    QLayoutItem* item = layout.itemAt(i);
    if (QSpacerItem* space = item->spacerItem()) {
      const QSize size = scaled(space->sizeHint());
      space->changeSize(size.width(), size.height(), space->sizePolicy().horizontalPolicy(),
                        space->sizePolicy().verticalPolicy());
    } else if (item->layout()) {
      rescale(*item->layout(), scaled);
    }
  }
  layout.invalidate();
}

/// False where the style says how large the icon is: it says the new size already.
bool hasOwnIconSize(const QAbstractButton& button) {
  return !button.icon().isNull() &&
         button.iconSize().height() != button.style()->pixelMetric(QStyle::PM_ButtonIconSize, nullptr, &button);
}

void rescaleBounds(QWidget& widget, const Scale& scaled) {
  const auto bounded = [&](int most) { return most >= QWIDGETSIZE_MAX ? most : scaled(most); };
  const QSize least = scaled(widget.minimumSize());
  const QSize most(bounded(widget.maximumWidth()), bounded(widget.maximumHeight()));
  if (least != widget.minimumSize())
    widget.setMinimumSize(least);
  if (most != widget.maximumSize())
    widget.setMaximumSize(most);
}

} // namespace

void resizeOnScreen(QWidget& dialog, const QSize& wanted) {
  dialog.resize(wanted.boundedTo(dialog.screen()->availableSize() * 9 / 10));
}

void rescale(double from, double to) {
  if (from == to)
    return;
  const Scale scaled(from, to);
  for (QWidget* widget : QApplication::allWidgets()) {
    if (!widget->isWindow()) // its layout says how small a window may be
      rescaleBounds(*widget, scaled);
    if (auto* button = qobject_cast<QAbstractButton*>(widget); button && hasOwnIconSize(*button))
      button->setIconSize(scaled(button->iconSize()));
    if (auto* view = qobject_cast<QAbstractItemView*>(widget); view && view->iconSize().isValid())
      view->setIconSize(scaled(view->iconSize()));
    if (widget->layout())
      rescale(*widget->layout(), scaled);
  }
}

} // namespace ui
