// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stallwatch.h"

#include <QEvent>
#include <QFile>
#include <QMetaEnum>
#include <QThread>

namespace ui {
namespace {

/// How long this thread was ready to run and was not let, in milliseconds; 0 where the system does not say.
qint64 keptWaiting() {
  QFile file(QStringLiteral("/proc/thread-self/schedstat"));
  if (!file.open(QIODevice::ReadOnly))
    return 0;
  const QList<QByteArray> parts = file.readAll().split(' ');
  return parts.size() > 1 ? parts[1].toLongLong() / 1'000'000 : 0;
}

} // namespace

bool WatchedApplication::notify(QObject* receiver, QEvent* event) {
  if (!m_told || QThread::currentThread() != thread())
    return QApplication::notify(receiver, event);
  const int level = thread()->loopLevel();
  if (level == m_level) // part of an event that is measured
    return QApplication::notify(receiver, event);
  const int outer = m_level;
  m_level = level;
  m_looped = false;
  const QString name = QStringLiteral("%1 %2 %3")
                           .arg(QLatin1String(receiver->metaObject()->className()), receiver->objectName(),
                                QLatin1String(QMetaEnum::fromType<QEvent::Type>().valueToKey(event->type())));
  const qint64 before = keptWaiting();
  QElapsedTimer timer;
  timer.start();
  const bool result = QApplication::notify(receiver, event);
  if (const qint64 took = timer.elapsed(); took > limit && !m_looped)
    if (const qint64 own = took - (keptWaiting() - before); own > limit)
      m_told(name, own);
  m_level = outer;
  m_looped = true; // for the one around it, if there is one
  return result;
}

} // namespace ui
