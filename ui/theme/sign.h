// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace ui {

/// A line icon among words, which follows a change of theme and of zoom.
class Sign : public QLabel {
public:
  /// `side` is a size of tokens.h.
  explicit Sign(const QString& name = {}, Ink role = Ink::Text, int side = size::icon, QWidget* parent = nullptr);

  void setIcon(const QString& name, Ink role);

protected:
  void changeEvent(QEvent* event) override;

private:
  void draw();

  QString m_name;
  Ink m_role;
  int m_side;
};

} // namespace ui
