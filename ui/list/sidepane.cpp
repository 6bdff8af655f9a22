// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/sidepane.h"

#include "ui/theme/theme.h"

#include <QSettings>

namespace ui {

namespace {

QString widthKey(const QString& key) { return QStringLiteral("side/%1/width").arg(key); }
QString shownKey(const QString& key) { return QStringLiteral("side/%1/shown").arg(key); }

} // namespace

SidePane::SidePane(const QString& key, QWidget* list, QWidget* side, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent), m_key(key), m_side(side) {
  const QSettings settings;
  m_width = settings.value(widthKey(key), size::inspector).toInt();
  setObjectName(key + QStringLiteral(".pane"));
  setChildrenCollapsible(false);
  setHandleWidth(1);
  addWidget(list);
  addWidget(side);
  setStretchFactor(0, 1);
  setStretchFactor(1, 0);
  list->setMinimumWidth(px(size::popup));
  side->setMinimumWidth(px(size::popup));
  m_isWanted = settings.value(shownKey(key), true).toBool();
  side->hide();
  connect(this, &QSplitter::splitterMoved, this, [this] {
    m_width = m_side->width() * size::row / px(size::row);
    keep();
  });
}

void SidePane::showSide(bool shown) {
  m_isWanted = shown;
  place();
  keep();
}

void SidePane::setFilled(bool filled) {
  m_isFilled = filled;
  place();
}

void SidePane::place() {
  m_side->setVisible(m_isWanted && m_isFilled);
  if (!m_side->isHidden() && width() > 0)
    setSizes({width() - px(m_width) - handleWidth(), px(m_width)});
}

void SidePane::resizeEvent(QResizeEvent* event) {
  QSplitter::resizeEvent(event);
  place(); // the list gives way, not what is beside it
}

void SidePane::keep() const {
  QSettings settings;
  settings.setValue(widthKey(m_key), m_width);
  settings.setValue(shownKey(m_key), isSideShown());
}

} // namespace ui
