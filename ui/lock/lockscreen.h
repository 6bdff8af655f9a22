// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

/// What lies over a locked window: a field for the pass phrase, and nothing of what is behind it.
class LockScreen : public QWidget {
  Q_OBJECT
public:
  explicit LockScreen(QWidget* window);

  /// Why it does not open, or what it waits for; `mayType` whether a phrase can be typed.
  void tell(const QString& sentence, bool mayType);

Q_SIGNALS:
  /// What was typed; it is overwritten by whoever takes it.
  void typed(QString& phrase);

private:
  void unlock();

  QLineEdit* m_phrase;
  QLabel* m_problem;
  QPushButton* m_unlock;
};

} // namespace ui
