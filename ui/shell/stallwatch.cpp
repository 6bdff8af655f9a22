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

/// What is there to be kept waiting.
QList<QWidget*> shownWindows() {
  QList<QWidget*> shown = QApplication::topLevelWidgets();
  erase_if(shown, [](const QWidget* one) { return !one->isVisible() || !one->inherits("QMainWindow"); });
  return shown;
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
  const QObject* owner = receiver->parent() ? receiver->parent() : receiver; // a timer says little by itself
  const QString name = QStringLiteral("%1 %2 of %3, %4")
                           .arg(QLatin1String(receiver->metaObject()->className()), receiver->objectName(),
                                QLatin1String(owner->metaObject()->className()),
                                QLatin1String(QMetaEnum::fromType<QEvent::Type>().valueToKey(event->type())));
  const auto windows = shownWindows();
  const qint64 before = keptWaiting();
  QElapsedTimer timer;
  timer.start();
  const bool result = QApplication::notify(receiver, event);
  if (const qint64 took = timer.elapsed(); took > m_limit && !m_looped && shownWindows() == windows)
    if (const qint64 own = took - (keptWaiting() - before); own > m_limit)
      m_told(name, own);
  m_level = outer;
  m_looped = true; // for the one around it, if there is one
  return result;
}

} // namespace ui
