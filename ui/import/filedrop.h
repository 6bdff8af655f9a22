// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace ui {

/// Lets one file be dropped onto a window or a dialog.
class FileDrop : public QObject {
  Q_OBJECT
public:
  explicit FileDrop(QWidget* target);

Q_SIGNALS:
  void dropped(const QString& path);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace ui
