// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/attempt.h"

#include <QDialog>
#include <functional>

class QHBoxLayout;
class QPushButton;

namespace ui {

/// What happened · is my data safe · what to do · details to copy.
class TroubleDialog : public QDialog {
  Q_OBJECT
public:
  explicit TroubleDialog(const Trouble& trouble, QWidget* parent = nullptr);

  /// A way out beside Close, and then the first choice.
  void addRemedy(const QString& text, const std::function<void()>& work);

private:
  QHBoxLayout* m_buttons;
  QPushButton* m_close;
};

} // namespace ui
