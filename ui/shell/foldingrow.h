// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBoxLayout>

namespace ui {

/// What stands at the left of a page's head and what stands at its right: the right half goes below where the window is
/// too narrow for both, or its words too large. How high it is hangs on the width it is asked for, never on that it
/// has.
class FoldingRow : public QBoxLayout {
public:
  explicit FoldingRow(int spacing, QWidget* parent = nullptr);

  QHBoxLayout* left() const { return m_left; }
  QHBoxLayout* right() const { return m_right; }

  QSize sizeHint() const override;
  QSize minimumSize() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  int minimumHeightForWidth(int width) const override { return heightForWidth(width); }
  void setGeometry(const QRect& rect) override;

private:
  bool folds(int width) const;
  QSize margins() const;

  QHBoxLayout* m_left;
  QHBoxLayout* m_right;
};

} // namespace ui
