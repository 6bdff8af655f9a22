// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/pill.h"

#include "ui/list/celldelegate.h"

#include <QPainter>

namespace ui {

Pill::Pill(QWidget* parent) : QLabel(parent) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }

void Pill::show(const QString& icon, const QString& word, Tone tone) {
  m_icon = icon;
  m_tone = tone;
  setText(word);
  setVisible(!word.isEmpty());
  updateGeometry();
}

void Pill::showStatus(const QString& word) {
  const StatusLook look = statusLook(word);
  show(look.icon, word, look.tone);
}

QSize Pill::sizeHint() const {
  const int inside = px(size::step) + 2;
  return {QFontMetrics(fontOf(Face::SecondStrong)).horizontalAdvance(text()) + px(size::cell) + 3 * inside + 2,
          px(size::pill)};
}

void Pill::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  drawPill(&painter, rect(), m_icon, text(), m_tone);
}

} // namespace ui
