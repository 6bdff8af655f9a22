// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/choicepopup.h"

#include <QLineEdit>

class QListWidget;

namespace ui {

/// A line for one of a few choices: those that fit drop down while one types, arrows go through them, a click takes
/// one. Enter, Tab and Esc are whoever holds the line's. The list is part of the window, not a window of its own, so
/// that the cursor stays in the line.
class ChoiceLine : public QLineEdit {
  Q_OBJECT
public:
  ChoiceLine(const QString& name, std::vector<Choice> choices, QWidget* parent = nullptr);
  ~ChoiceLine() override;

  /// The value of the marked choice, or of that whose text stands here; else the text.
  QString value() const;
  bool isListed() const;
  /// Drops all of them down, with that which stands here marked.
  void openList();
  void closeList();

Q_SIGNALS:
  void valueChanged();
  /// A choice was clicked.
  void taken();

protected:
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  void offer(const QString& text);
  void mark(int row);
  void take();

  QString m_name;
  std::vector<Choice> m_choices;
  QListWidget* m_list = nullptr; ///< while it is open
};

} // namespace ui
