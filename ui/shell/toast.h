// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>
#include <functional>

class QLabel;
class QPushButton;

namespace ui {

/// What was just done, in the lower middle of a window, with Undo; gone after ten seconds unless the pointer is on it.
class Toast : public QFrame {
  Q_OBJECT
public:
  explicit Toast(QWidget* window);

  /// `undo` may be empty.
  void say(const QString& text, std::function<void()> undo);
  /// Another page came in front: what cannot be undone goes, so as not to lie over it.
  void pageTurned();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

private:
  void place();

  QLabel* m_text;
  QPushButton* m_undo;
  std::function<void()> m_undoing;
  QTimer m_time;
};

} // namespace ui
