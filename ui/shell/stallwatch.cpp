// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stallwatch.h"

#include <QDeadlineTimer>
#include <QEvent>
#include <QFile>
#include <QMetaEnum>
#include <QThread>
#include <QWidget>
#include <QWindow>
#include <ctime>

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

/// How long this thread has worked so far, in milliseconds; where the system does not say, how long it has been there.
qint64 worked() {
#ifdef CLOCK_THREAD_CPUTIME_ID
  timespec spent{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
  return qint64(spent.tv_sec) * 1000 + spent.tv_nsec / 1'000'000;
#else
  return QDeadlineTimer::current().deadline();
#endif
}

/// What is there to be kept waiting. (By their windows: all top-level widgets are found by a walk over every widget.)
QList<QWidget*> shownWindows() {
  QList<QWidget*> shown;
  for (const QWindow* window : QGuiApplication::topLevelWindows())
    if (QWidget* widget = window->isVisible() ? QWidget::find(window->winId()) : nullptr;
        widget && widget->inherits("QMainWindow"))
      shown << widget;
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
  const qint64 workedBefore = worked();
  QElapsedTimer timer;
  timer.start();
  const bool result = QApplication::notify(receiver, event);
  if (const qint64 took = timer.elapsed(); took > m_limit && !m_looped && shownWindows() == windows)
    if (const qint64 own = took - (keptWaiting() - before); own > m_limit)
      m_told(name, own, worked() - workedBefore);
  m_level = outer;
  m_looped = true; // for the one around it, if there is one
  return result;
}

} // namespace ui
