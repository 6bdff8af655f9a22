// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/wordsclick.h"

#include <QLineEdit>
#include <QMouseEvent>

namespace ui {

WordsClick::WordsClick(QLineEdit* line, QWidget* field, std::function<void()> open)
    : QObject(line), m_line(line), m_field(field), m_open(std::move(open)) {
  line->installEventFilter(this);
}

void WordsClick::add(QWidget* list) { list->window()->installEventFilter(this); }

bool WordsClick::eventFilter(QObject* watched, QEvent* event) {
  const bool isPress = event->type() == QEvent::MouseButtonPress,
             isRelease = event->type() == QEvent::MouseButtonRelease;
  if (!isPress && !isRelease && event->type() != QEvent::MouseButtonDblClick)
    return false;
  const auto* mouse = static_cast<QMouseEvent*>(event);
  if (watched != m_line) { // beside the list, which closes: nothing else happens when that was on the field
    const QPoint place = m_field->mapFromGlobal(mouse->globalPosition().toPoint());
    static_cast<QWidget*>(watched)->setAttribute(Qt::WA_NoMouseReplay, m_field->rect().contains(place));
    return false;
  }
  const bool wasPressed = std::exchange(m_isPressed, isPress && mouse->button() == Qt::LeftButton);
  if (isRelease && wasPressed && !m_line->hasSelectedText())
    m_open();
  return false;
}

} // namespace ui
