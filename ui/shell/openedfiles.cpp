// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/openedfiles.h"

#include <QCoreApplication>
#include <QFileOpenEvent>

namespace ui {

OpenedFiles::OpenedFiles(QCoreApplication& application, std::function<void(const QString&)> open)
    : m_open(std::move(open)) {
  application.installEventFilter(this);
}

bool OpenedFiles::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::FileOpen)
    return QObject::eventFilter(watched, event);
  // An address that is no file (a link of the program's own kind) names none.
  if (const QString file = static_cast<QFileOpenEvent*>(event)->file(); !file.isEmpty())
    m_open(file);
  return true;
}

} // namespace ui
