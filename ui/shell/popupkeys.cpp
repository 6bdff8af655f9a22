// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/popupkeys.h"

#include <QApplication>
#include <QKeyEvent>

namespace ui {

PopupKeys::PopupKeys(QObject* parent) : QObject(parent) { qApp->installEventFilter(this); }

bool PopupKeys::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::ShortcutOverride || !QApplication::activePopupWidget())
    return QObject::eventFilter(watched, event);
  constexpr auto others = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
  if (static_cast<const QKeyEvent*>(event)->modifiers() & others)
    return QObject::eventFilter(watched, event);
  event->accept(); // no shortcut: it goes on as a key to what dropped down
  return true;
}

} // namespace ui
