// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;

namespace ui {

/// What stands at the left of a page's head and what stands at its right: the right half goes below where the window is
/// too narrow for both, or its words too large.
class FoldingRow : public QWidget {
public:
  explicit FoldingRow(int spacing, QWidget* parent = nullptr);

  QHBoxLayout* left() const { return m_left; }
  QHBoxLayout* right() const { return m_right; }
  QSize sizeHint() const override; ///< as wide as both side by side, folded too
  QSize minimumSizeHint() const override;

protected:
  bool event(QEvent* event) override;

private:
  int margins() const;

  QBoxLayout* m_halves;
  QHBoxLayout* m_left;
  QHBoxLayout* m_right;
};

} // namespace ui
