// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/choicesfield.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace ui {

ChoicesField::ChoicesField(const QString& name, std::vector<Choice> choices, QWidget* parent)
    : QPushButton(parent), m_name(name), m_choices(std::move(choices)) {
  setAutoDefault(false);
  connect(this, &QPushButton::clicked, this, &ChoicesField::openList);
  setValues({});
}

void ChoicesField::setValues(const QStringList& values) {
  m_values.clear();
  QStringList words;
  for (const Choice& choice : m_choices)
    if (values.contains(choice.value)) {
      m_values << choice.value;
      words << choice.text;
    }
  m_words = words.join(QStringLiteral("; "));
  setToolTip(m_words);
  setAccessibleName(m_words.isEmpty() ? m_name : m_name + QStringLiteral(": ") + m_words);
  update();
  Q_EMIT valueChanged();
}

void ChoicesField::openList() {
  auto* popup = new ChoicePopup(m_name, m_choices, m_values, this);
  connect(popup, &ChoicePopup::chosen, this, &ChoicesField::setValues);
  popup->openBelow(this);
}

void ChoicesField::paintEvent(QPaintEvent* event) {
  QPushButton::paintEvent(event);
  QPainter painter(this);
  const int side = px(size::icon), gap = px(size::gap);
  painter.setPen(m_words.isEmpty() ? tokens().second : tokens().text);
  const QRect place = rect().adjusted(px(size::cell) - 1, 0, -side - 2 * gap, 0); // as the words of a text field
  painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                   fontMetrics().elidedText(m_words.isEmpty() ? tr("None") : m_words, Qt::ElideRight, place.width()));
  painter.drawPixmap(width() - side - gap, (height() - side) / 2,
                     iconPixmap(QStringLiteral("chevron-down"), tokens().second, side, devicePixelRatioF()));
}

void ChoicesField::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Down || event->key() == Qt::Key_F4)
    openList();
  else
    QPushButton::keyPressEvent(event);
}

} // namespace ui
