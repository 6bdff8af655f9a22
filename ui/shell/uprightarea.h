// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>

namespace ui {

/// A page that scrolls up and down only: it is never less wide than what is on it.
class UprightArea : public QScrollArea {
public:
  explicit UprightArea(QWidget* parent = nullptr) : QScrollArea(parent) {
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  }

  QSize minimumSizeHint() const override {
    const int words = widget() ? widget()->minimumSizeHint().width() : 0;
    return {words + verticalScrollBar()->sizeHint().width(), QScrollArea::minimumSizeHint().height()};
  }

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
      updateGeometry(); // other words, or larger ones
    return QScrollArea::eventFilter(watched, event);
  }
};

} // namespace ui
