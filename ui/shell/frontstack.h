// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QStackedWidget>

namespace ui {

/// Pages one behind another, of which only the one in front says how small they may be, not any that was ever opened.
class FrontStack : public QStackedWidget {
public:
  explicit FrontStack(QWidget* parent = nullptr) : QStackedWidget(parent) {
    connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
  }
  QSize minimumSizeHint() const override {
    return currentWidget() ? currentWidget()->minimumSizeHint() : QStackedWidget::minimumSizeHint();
  }
  bool hasHeightForWidth() const override { return front() && front()->hasHeightForWidth(); }
  /// The least height: what is in front takes all there is.
  int heightForWidth(int width) const override {
    return hasHeightForWidth() ? front()->totalMinimumHeightForWidth(width) : -1;
  }

private:
  QLayout* front() const { return currentWidget() ? currentWidget()->layout() : nullptr; }
};

} // namespace ui
