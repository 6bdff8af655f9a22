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
  bool hasHeightForWidth() const override { return false; }
  /// For a scroll area, which asks all the same: the least height, as what is in front takes all there is.
  int heightForWidth(int width) const override {
    const QLayout* front = currentWidget() ? currentWidget()->layout() : nullptr;
    if (!front)
      return -1;
    if (front->count() == 1)
      if (const auto* inner = dynamic_cast<const FrontStack*>(front->itemAt(0)->widget())) // a page of pages
        return inner->heightForWidth(width);
    return front->hasHeightForWidth() ? front->totalMinimumHeightForWidth(width) : -1;
  }
};

} // namespace ui
