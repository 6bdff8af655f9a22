// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace ui {

/// A list and what of its selected row is beside it: shown or not, as wide as the user left it, kept from one start to
/// the next. While nothing is selected the list has all the room.
class SidePane : public QSplitter {
  Q_OBJECT
public:
  /// `key` names it in what is kept.
  SidePane(const QString& key, QWidget* list, QWidget* side, QWidget* parent = nullptr);

  /// Whether it is wanted; it is seen as soon as it has something to show.
  bool isSideShown() const { return m_isWanted; }
  void showSide(bool shown);
  void toggle() { showSide(!isSideShown()); }
  /// There is something beside the list, or nothing.
  void setFilled(bool filled);

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  void keep() const;
  void place();

  QString m_key;
  QWidget* m_side;
  int m_width; ///< of the side, in pixels at normal zoom
  bool m_isWanted, m_isFilled = false;
};

} // namespace ui
