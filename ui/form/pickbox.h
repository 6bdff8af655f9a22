// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace ui {

/// A combo box as all of them look here, and that scrolling a page past it does not change.
class PickBox : public QComboBox {
  Q_OBJECT
public:
  using QComboBox::QComboBox;

  void showPopup() override;

protected:
  void paintEvent(QPaintEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
};

} // namespace ui
