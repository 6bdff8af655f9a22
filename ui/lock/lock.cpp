// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lock/lock.h"

#include "core/db/transaction.h"
#include "ui/lock/lockform.h"
#include "ui/lock/lockscreen.h"
#include "ui/shell/session.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QLineEdit>
#include <QMenuBar>
#include <algorithm>
#include <ctime>

namespace ui {
namespace {

constexpr qint64 second = 1000, minute = 60 * second;
constexpr qint64 everyNow = 30 * second; // a machine that slept is noticed so soon after it woke

/// So many windows lie under this one: a dialog's own dialog is shown after it.
int depthOf(const QWidget* window) {
  int depth = 0;
  for (const QWidget* at = window->parentWidget(); at; at = at->parentWidget())
    ++depth;
  return depth;
}

bool isInput(QEvent::Type type) {
  switch (type) {
  case QEvent::KeyPress:
  case QEvent::MouseButtonPress:
  case QEvent::MouseMove:
  case QEvent::Wheel:
  case QEvent::TouchBegin:
    return true;
  default:
    return false;
  }
}

/// What must not reach a locked window.
bool isBarred(QEvent::Type type) {
  switch (type) {
  case QEvent::KeyPress:
  case QEvent::KeyRelease:
  case QEvent::Shortcut:
  case QEvent::ShortcutOverride:
  case QEvent::InputMethod:
  case QEvent::MouseButtonPress:
  case QEvent::MouseButtonRelease:
  case QEvent::MouseButtonDblClick:
  case QEvent::Wheel:
  case QEvent::ContextMenu:
  case QEvent::DragEnter:
  case QEvent::DragMove:
  case QEvent::Drop:
  case QEvent::ToolTip:
    return true;
  default:
    return false;
  }
}

/// It outlives a restart: who starts anew gets no new tries.
void keepFailures(const QString& file, const db::Actor& actor, int failures) {
  if (file == QLatin1String(":memory:"))
    return;
  try {
    db::Database database(file);
    db::Transaction transaction(database, actor, QString());
    lock::storeFailures(transaction, failures);
    transaction.commit();
  } catch (const db::Error&) { // a file that takes nothing now: the window counts on
  }
}

} // namespace

qint64 Lock::sinceBoot() {
#ifdef CLOCK_BOOTTIME
  std::timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return qint64(now.tv_sec) * second + now.tv_nsec / 1'000'000;
#else
  return QDeadlineTimer::current().deadline();
#endif
}

Lock::Lock(Session& session, QMainWindow& window, Clock clock)
    : QObject(&window), m_session(session), m_window(window), m_clock(std::move(clock)),
      m_setting(lock::Setting::stored(session.database())), m_touched(m_clock()) {
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &Lock::look);
  qApp->installEventFilter(this);
  if (isSet())
    lock();
  look();
}

Lock::~Lock() { qApp->removeEventFilter(this); }

bool Lock::isOurs(const QObject* object) const {
  const auto* widget = qobject_cast<const QWidget*>(object);
  return widget && (widget == m_screen || m_screen->isAncestorOf(widget));
}

void Lock::lock() {
  if (isLocked())
    return;
  if (!isSet()) {
    openSettings();
    return;
  }
  for (QWidget* popup = QApplication::activePopupWidget(); popup; popup = QApplication::activePopupWidget()) {
    popup->close();
    if (QApplication::activePopupWidget() == popup)
      popup->hide();
  }
  const bool isInFront = QApplication::activeWindow() != nullptr;
  m_focus = QApplication::focusWidget();
  if (const auto* line = qobject_cast<QLineEdit*>(m_focus))
    m_cursor = line->cursorPosition();
  m_screen = new LockScreen(&m_window);
  connect(m_screen, &LockScreen::typed, this, &Lock::tryPhrase);
  m_window.menuBar()->hide();
  m_window.menuBar()->setEnabled(false); // one at the top of the screen too
  m_window.centralWidget()->hide();
  m_screen->setGeometry(m_window.rect());
  m_screen->show();
  m_screen->raise();
  m_hidden.clear();
  for (QWidget* window : QApplication::topLevelWidgets())
    if (window != &m_window && window->isVisible())
      hideWindow(window);
  m_waitUntil = m_clock() + lock::waitAfter(m_setting.failures) * second;
  if (isInFront) // not in front of another program
    m_window.activateWindow();
  m_screen->setFocus();
  wait();
  Q_EMIT locked();
}

void Lock::hideWindow(QWidget* window) {
  if (window->windowType() != Qt::ToolTip && window->windowType() != Qt::Popup)
    m_hidden.emplace_back(window);
  window->hide();
}

bool Lock::eventFilter(QObject* watched, QEvent* event) {
  const QEvent::Type type = event->type();
  if (!isLocked()) {
    if (type == QEvent::KeyPress && isSet() && QApplication::activeModalWidget() &&
        QKeySequence(static_cast<QKeyEvent*>(event)->keyCombination()) == keys()) {
      lock();
      return true;
    }
    if (isInput(type)) {
      const qint64 now = m_clock();
      if (isSet() && now - m_touched >= m_setting.minutes * minute) {
        lock(); // the machine slept: what wakes it is not for what is behind
        return true;
      }
      m_touched = now;
    }
    return false;
  }
  if (watched == &m_window && type == QEvent::Resize)
    m_screen->setGeometry(m_window.rect());
  if (watched == &m_window && type == QEvent::WindowActivate)
    m_screen->setFocus();
  auto* widget = qobject_cast<QWidget*>(watched);
  if (type == QEvent::Show && widget && widget->isWindow() && widget != &m_window &&
      !widget->testAttribute(Qt::WA_DontShowOnScreen)) {
    // It is on the way to the screen, and cannot be turned back here: it arrives unseen, and goes.
    widget->setAttribute(Qt::WA_DontShowOnScreen);
    QMetaObject::invokeMethod(
        this,
        [this, shown = QPointer(widget)] {
          if (!shown)
            return;
          hideWindow(shown);
          shown->setAttribute(Qt::WA_DontShowOnScreen, false);
        },
        Qt::QueuedConnection);
    return false;
  }
  if (!isBarred(type) || isOurs(watched) || watched->isWindowType()) // a window hands it on to what is in it
    return false;
  event->ignore();
  return true;
}

void Lock::tryPhrase(QString& typed) {
  const auto phrase = std::make_shared<const lock::Phrase>(typed);
  if (m_trying || m_clock() < m_waitUntil)
    return;
  m_trying = true;
  m_screen->tell(tr("Looking…"), false);
  m_worker.begin([this, phrase, setting = m_setting, actor = m_session.actor(),
                  file = m_session.database().file()]() -> std::function<void()> {
    const bool isRight = lock::fits(*phrase, setting.hash);
    if (!isRight || setting.failures > 0)
      keepFailures(file, actor, isRight ? 0 : setting.failures + 1);
    return [this, isRight] { answer(isRight); };
  });
}

void Lock::answer(bool isRight) {
  m_trying = false;
  if (isRight) {
    m_setting.failures = 0;
    unlock();
    return;
  }
  ++m_setting.failures;
  m_waitUntil = m_clock() + lock::waitAfter(m_setting.failures) * second;
  wait();
}

void Lock::wait() {
  const qint64 left = (m_waitUntil - m_clock() + second - 1) / second;
  if (m_trying)
    return;
  if (left > 0) {
    m_screen->tell(left == 1 ? tr("That was not the pass phrase. Try again in a second.")
                             : tr("That was not the pass phrase. Try again in %L1 seconds.").arg(left),
                   false);
    m_timer.start(int(std::min(second, m_waitUntil - m_clock())));
  } else {
    m_screen->tell(m_setting.failures > 0 ? tr("That was not the pass phrase. Try again.") : QString(), true);
  }
}

void Lock::unlock() {
  LockScreen* screen = m_screen;
  m_screen = nullptr;
  m_touched = m_clock();
  delete screen; // the answer came from a thread, not from one of its own events
  m_window.menuBar()->setEnabled(true);
  m_window.menuBar()->show();
  m_window.centralWidget()->show();
  std::erase(m_hidden, nullptr);
  std::stable_sort(m_hidden.begin(), m_hidden.end(),
                   [](const auto& one, const auto& other) { return depthOf(one) < depthOf(other); });
  for (const QPointer<QWidget>& window : m_hidden)
    if (window)
      window->show();
  m_hidden.clear();
  if (m_focus) {
    m_focus->window()->activateWindow();
    m_focus->setFocus();
    // A dialog that is shown selects all of the field in front: the next key would replace what was typed.
    if (auto* line = qobject_cast<QLineEdit*>(m_focus)) {
      line->deselect();
      line->setCursorPosition(m_cursor);
    }
  }
  look();
  Q_EMIT unlocked();
}

void Lock::look() {
  if (isLocked()) {
    wait();
    return;
  }
  if (!isSet())
    return;
  const qint64 left = m_setting.minutes * minute - (m_clock() - m_touched);
  if (left <= 0)
    lock();
  else
    m_timer.start(int(std::min(left, everyNow)));
}

bool Lock::change(const lock::Setting& setting) {
  const Problems problems = m_session.tryChange(tr("Pass phrase"), [&](db::Transaction& transaction) {
    setting.store(transaction);
    return Problems{};
  });
  if (!problems.empty())
    return false;
  m_setting = setting;
  m_touched = m_clock();
  look();
  return true;
}

void Lock::openSettings() { openLockForm(*this, &m_window); }

} // namespace ui
