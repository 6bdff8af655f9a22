// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/rowprovider.h"

#include <QHeaderView>

namespace ui {

/// The headings of a list: quiet words, an arrow at those the list is sorted by.
class HeaderView : public QHeaderView {
  Q_OBJECT
public:
  explicit HeaderView(QWidget* parent = nullptr);

  void setSort(std::vector<SortKey> sort);
  const std::vector<SortKey>& sort() const { return m_sort; }

  QSize sizeHint() const override;
  /// In which a heading is not cut, in pixels.
  int neededWidth(int section) const;

  /// The first section stays in sight when the list is scrolled sideways: -1 while it need not.
  int heldSection() const;
  /// Where it is shown, in the coordinates of the viewport, and how far that is from its place among the others.
  int heldPosition() const;
  int heldShift() const { return heldPosition() - sectionViewportPosition(heldSection()); }

Q_SIGNALS:
  /// A heading was clicked: the order this asks for (Shift adds a further key).
  void sortAsked(const std::vector<ui::SortKey>& sort);

protected:
  void paintSection(QPainter* painter, const QRect& rect, int section) const override;
  void paintEvent(QPaintEvent* event) override;
  bool viewportEvent(QEvent* event) override;

private:
  QString keyOf(int section) const;
  void clicked(int section);
  QMouseEvent inPlace(const QMouseEvent* event);

  std::vector<SortKey> m_sort;
  int m_shift = 0; ///< of what a button is held down on
};

} // namespace ui
