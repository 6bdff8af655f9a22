// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace ui {

/// While a menu or a list drops down over a page, plain keys are its own: Qt would still try them as the page's, and X
/// in a menu would complete the step behind it.
class PopupKeys : public QObject {
  Q_OBJECT
public:
  explicit PopupKeys(QObject* parent);

  bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace ui
