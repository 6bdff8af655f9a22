// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QAction;
class QGridLayout;

namespace ui {

/// Keys and what they do, down the right edge of a page: each is a button too. As wide as its words; large letters make
/// it higher than some screens, then it scrolls.
class KeyList : public QScrollArea {
  Q_OBJECT
public:
  explicit KeyList(QWidget* parent = nullptr);

  /// `key` as it is shown.
  void add(const QString& key, QAction* action);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool eventFilter(QObject* watched, QEvent* event) override;

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  QGridLayout* m_rows;
};

} // namespace ui
