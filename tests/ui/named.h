// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QLabel>
#include <QStringList>
#include <QWidget>

/// Hidden by a call, not only because what it stands in is not shown yet.
inline bool wasHidden(QWidget* widget) {
  return widget->isHidden() && widget->testAttribute(Qt::WA_WState_ExplicitShowHide);
}

/// The controls in `root` that can take the focus and that a screen reader would have no name for.
inline QStringList unnamedControls(QWidget* root) {
  QStringList labelled;
  for (const QLabel* label : root->findChildren<QLabel*>())
    if (label->buddy())
      labelled << label->buddy()->objectName();
  QStringList found;
  QList<QWidget*> widgets = root->findChildren<QWidget*>();
  widgets.prepend(root);
  for (QWidget* widget : widgets) {
    if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || wasHidden(widget) ||
        widget->objectName().startsWith(QLatin1String("qt_")))
      continue;
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
    const bool named = face && !face->text(QAccessible::Name).isEmpty();
    if (!named && !labelled.contains(widget->objectName()))
      found << QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()), widget->objectName());
  }
  return found;
}
