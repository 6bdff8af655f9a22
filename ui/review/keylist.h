// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QGridLayout;

namespace ui {

/// Keys and what they do, down the right edge of a page: each is a button too.
class KeyList : public QFrame {
  Q_OBJECT
public:
  explicit KeyList(QWidget* parent = nullptr);

  /// `key` as it is shown.
  void add(const QString& key, QAction* action);

private:
  QGridLayout* m_rows;
};

} // namespace ui
