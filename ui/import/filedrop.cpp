// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/filedrop.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace ui {
namespace {

/// The one file or folder that is dragged, or nothing for several, or what is not on this computer.
QString fileOf(const QMimeData* data) {
  const QList<QUrl> urls = data->urls();
  if (urls.size() != 1 || !urls.front().isLocalFile())
    return {};
  const QString path = urls.front().toLocalFile();
  const QFileInfo info(path);
  return info.isFile() || info.isDir() ? path : QString();
}

} // namespace

FileDrop::FileDrop(QWidget* target) : QObject(target) {
  target->setAcceptDrops(true);
  target->installEventFilter(this);
}

bool FileDrop::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
    return QObject::eventFilter(watched, event);
  auto* drop = static_cast<QDropEvent*>(event); // a QDragEnterEvent is one
  const QString path = fileOf(drop->mimeData());
  if (path.isEmpty())
    return false;
  drop->setDropAction(Qt::CopyAction); // the file stays where it is, whatever key is held
  drop->accept();
  if (event->type() == QEvent::Drop)
    Q_EMIT dropped(path);
  return true;
}

} // namespace ui
