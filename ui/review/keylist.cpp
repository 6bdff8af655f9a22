// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/keylist.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollBar>

namespace ui {

KeyList::KeyList(QWidget* parent) : QScrollArea(parent), m_rows(new QGridLayout) {
  setProperty("ground", QStringLiteral("surface"));
  setWidgetResizable(true);
  setFocusPolicy(Qt::NoFocus); // the keys are the way without a mouse
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
  auto* inside = new QWidget;
  inside->setProperty("ground", QStringLiteral("surface"));
  inside->setMinimumWidth(px(size::side) - px(size::margin));
  auto* layout = new QVBoxLayout(inside);
  layout->setContentsMargins(px(size::cell), px(size::margin), px(size::gap), px(size::margin));
  m_rows->setVerticalSpacing(px(size::step));
  m_rows->setHorizontalSpacing(px(size::gap));
  m_rows->setColumnStretch(1, 1);
  layout->addLayout(m_rows);
  layout->addStretch();
  setWidget(inside);
}

QSize KeyList::sizeHint() const {
  const QSize words = widget()->sizeHint().expandedTo(widget()->minimumSize());
  const int bar = words.height() > height() ? verticalScrollBar()->sizeHint().width() : 0;
  return {words.width() + bar, words.height()};
}

QSize KeyList::minimumSizeHint() const { return {widget()->minimumWidth(), 0}; }

bool KeyList::eventFilter(QObject* watched, QEvent* event) {
  if (watched == widget() && event->type() == QEvent::LayoutRequest)
    updateGeometry(); // other words, or other letters
  return QScrollArea::eventFilter(watched, event);
}

void KeyList::resizeEvent(QResizeEvent* event) {
  QScrollArea::resizeEvent(event);
  if (event->size().height() != event->oldSize().height())
    updateGeometry(); // with or without its bar
}

void KeyList::add(const QString& key, QAction* action) {
  auto* cap = new QLabel(key);
  cap->setProperty("keycap", true);
  cap->setAlignment(Qt::AlignCenter);
  setFace(cap, Face::Second);
  auto* word = new QPushButton(action->text());
  word->setProperty("quiet", true);
  word->setProperty("aligned", QStringLiteral("left"));
  word->setFocusPolicy(Qt::NoFocus); // the keys are the way without a mouse
  word->setAccessibleName(QStringLiteral("%1 (%2)").arg(action->text(), key));
  word->setToolTip(action->toolTip());
  connect(word, &QPushButton::clicked, action, &QAction::trigger);
  const int row = m_rows->rowCount();
  m_rows->addWidget(cap, row, 0);
  m_rows->addWidget(word, row, 1);
}

} // namespace ui
