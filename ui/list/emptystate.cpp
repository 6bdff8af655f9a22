// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/emptystate.h"

#include "ui/theme/sign.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace ui {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent), m_icon(new Sign({}, Ink::Second, size::emptyIcon)), m_title(new QLabel), m_text(new QLabel),
      m_step(new QPushButton) {
  setProperty("ground", QStringLiteral("surface"));
  setAttribute(Qt::WA_StyledBackground);
  setFace(m_title, Face::Title);
  m_title->setObjectName(QStringLiteral("emptyTitle"));
  m_text->setObjectName(QStringLiteral("emptyText"));
  m_text->setWordWrap(true);
  m_text->setAlignment(Qt::AlignHCenter);
  m_text->setFixedWidth(px(size::form));
  m_text->setForegroundRole(QPalette::PlaceholderText);
  m_step->setObjectName(QStringLiteral("emptyStep"));
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(px(size::gap));
  layout->addStretch(2);
  layout->addWidget(m_icon, 0, Qt::AlignHCenter);
  layout->addSpacing(px(size::gap));
  layout->addWidget(m_title, 0, Qt::AlignHCenter);
  layout->addWidget(m_text, 0, Qt::AlignHCenter);
  layout->addSpacing(px(size::gap));
  layout->addWidget(m_step, 0, Qt::AlignHCenter);
  layout->addStretch(3);
  setFocusProxy(m_step);
  connect(m_step, &QPushButton::clicked, this, &EmptyState::stepped);
}

void EmptyState::setSmall(bool isSmall) {
  m_small = isSmall;
  m_icon->setVisible(!isSmall);
  m_text->setVisible(!isSmall);
  setFace(m_title, isSmall ? Face::Body : Face::Title);
  m_title->setForegroundRole(isSmall ? QPalette::PlaceholderText : QPalette::WindowText);
}

void EmptyState::show(const QString& name, const QString& title, const QString& text, const QString& step,
                      bool primary) {
  m_icon->setIcon(name, Ink::Second);
  m_title->setText(title);
  m_text->setText(text);
  fit();
  m_step->setText(step);
  m_step->setVisible(!step.isEmpty() && !m_small); // the card's own button does it
  m_step->setProperty("primary", primary);
  style()->unpolish(m_step);
  style()->polish(m_step);
}

/// All lines of the text have room: the layout asks for that of one alone while the list before it is still shown.
void EmptyState::fit() { m_text->setFixedHeight(std::max(0, m_text->heightForWidth(m_text->width()))); }

void EmptyState::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
    fit();
}

} // namespace ui
