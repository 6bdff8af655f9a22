// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/sign.h"

#include <QEvent>

namespace ui {

Sign::Sign(const QString& name, Ink role, int side, QWidget* parent)
    : QLabel(parent), m_name(name), m_role(role), m_side(side) {
  draw();
}

void Sign::setIcon(const QString& name, Ink role) {
  m_name = name;
  m_role = role;
  draw();
}

void Sign::changeEvent(QEvent* event) {
  QLabel::changeEvent(event);
  if (event->type() == QEvent::StyleChange)
    draw();
}

void Sign::draw() {
  if (!m_name.isEmpty())
    setPixmap(icon(m_name, m_role).pixmap(px(m_side), px(m_side)));
}

} // namespace ui
