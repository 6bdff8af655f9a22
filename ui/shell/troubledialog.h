// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/attempt.h"

#include <QDialog>

namespace ui {

/// What happened · is my data safe · what to do · details to copy.
class TroubleDialog : public QDialog {
  Q_OBJECT
public:
  explicit TroubleDialog(const Trouble& trouble, QWidget* parent = nullptr);
};

} // namespace ui
