// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class Sign;

/// What stands in place of a list without rows: what belongs here, and the one next step.
class EmptyState : public QWidget {
  Q_OBJECT
public:
  explicit EmptyState(QWidget* parent = nullptr);

  /// One quiet line, for a small list.
  void setSmall(bool isSmall);
  void show(const QString& icon, const QString& title, const QString& text, const QString& step, bool primary);

Q_SIGNALS:
  void stepped();

protected:
  void changeEvent(QEvent* event) override;

private:
  void fit();

  Sign* m_icon;
  QLabel* m_title;
  QLabel* m_text;
  QPushButton* m_step;
  bool m_small = false;
};

} // namespace ui
