// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QLabel>
#include <QStringList>
#include <QWidget>

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
    if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() ||
        widget->objectName().startsWith(QLatin1String("qt_")))
      continue;
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
    const bool named = face && !face->text(QAccessible::Name).isEmpty();
    if (!named && !labelled.contains(widget->objectName()))
      found << QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()), widget->objectName());
  }
  return found;
}
