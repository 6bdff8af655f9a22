// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/toast.h"

#include "ui/shell/attempt.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

Toast::Toast(QWidget* window) : QFrame(window), m_text(new QLabel), m_undo(new QPushButton(tr("Undo"))) {
  setObjectName(QStringLiteral("toast"));
  m_text->setObjectName(QStringLiteral("toast.text"));
  m_undo->setObjectName(QStringLiteral("toast.undo"));
  m_undo->setProperty("link", true);
  auto* close = new QPushButton;
  setButtonIcon(close, QStringLiteral("x"), Ink::Second);
  close->setAccessibleName(tr("Close message"));
  close->setProperty("quiet", true);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(px(size::margin), px(size::step), px(size::step), px(size::step));
  layout->setSpacing(px(size::gap));
  layout->addWidget(m_text);
  layout->addWidget(m_undo);
  layout->addWidget(close);
  m_time.setSingleShot(true);
  m_time.setInterval(span::toast);
  connect(&m_time, &QTimer::timeout, this, &QWidget::hide);
  connect(close, &QPushButton::clicked, this, &QWidget::hide);
  connect(m_undo, &QPushButton::clicked, this, [this] {
    hide();
    attempt(tr("Undo"), [this] { m_undoing(); });
  });
  window->installEventFilter(this);
  hide();
}

void Toast::say(const QString& text, std::function<void()> undo) {
  m_text->setText(text);
  setAccessibleName(text);
  m_undoing = std::move(undo);
  m_undo->setVisible(bool(m_undoing));
  place();
  show();
  raise();
  m_time.start();
  QAccessibleEvent event(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
}

void Toast::pageTurned() {
  if (!m_undoing)
    hide();
}

void Toast::place() {
  adjustSize();
  const QWidget* window = parentWidget();
  move((window->width() - width()) / 2, window->height() - height() - px(size::status + size::margin));
}

bool Toast::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
    place();
  return QFrame::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent* event) {
  m_time.stop();
  QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent* event) {
  m_time.start();
  QFrame::leaveEvent(event);
}

} // namespace ui
