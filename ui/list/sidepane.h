// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace ui {

/// A list and what is beside it: shown or not, as wide as the user left it, kept from one start to the next.
class SidePane : public QSplitter {
  Q_OBJECT
public:
  /// `key` names it in what is kept.
  SidePane(const QString& key, QWidget* list, QWidget* side, QWidget* parent = nullptr);

  bool isSideShown() const;
  void showSide(bool shown);
  void toggle() { showSide(!isSideShown()); }

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  void keep() const;
  void place();

  QString m_key;
  QWidget* m_side;
  int m_width; ///< of the side, in pixels at normal zoom
};

} // namespace ui
