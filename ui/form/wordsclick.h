// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>

class QLineEdit;
class QWidget;

namespace ui {

/// A click on the words of a field that drops a list down opens it, not only one on its arrow; one while the list is
/// open closes it. Words that are dragged over are selected, as in any line.
class WordsClick : public QObject {
public:
  /// `line` of `field`; both may be the same.
  WordsClick(QLineEdit* line, QWidget* field, std::function<void()> open);

  /// A list that drops down from the field.
  void add(QWidget* list);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  QLineEdit* m_line;
  QWidget* m_field;
  std::function<void()> m_open;
  bool m_isPressed = false; ///< the press came to the line; else it closed the list
};

} // namespace ui
