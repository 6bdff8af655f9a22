// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lock/passphrase.h"
#include "ui/shell/worker.h"

#include <QKeySequence>
#include <QMainWindow>
#include <QPointer>
#include <QTimer>

namespace ui {

class LockScreen;
class Session;

/// Locks a window when nobody touched it for some minutes, when asked to, and when it is opened, where the data file
/// has a pass phrase (core/lock/passphrase.h). What is open stays open, as it is, behind it: dialogs are hidden, not
/// closed, the window's own contents too, so that a screen reader finds nothing; what opens meanwhile waits. Keys,
/// shortcuts and dropped files reach nothing but the field for the phrase. What runs by itself goes on.
class Lock : public QObject {
  Q_OBJECT
public:
  /// Milliseconds that never run backwards; also while the machine sleeps.
  using Clock = std::function<qint64()>;

  Lock(Session& session, QMainWindow& window, Clock clock = sinceBoot);
  ~Lock() override;

  bool isLocked() const { return m_screen != nullptr; }
  bool isSet() const { return m_setting.isSet(); }
  const lock::Setting& setting() const { return m_setting; }
  /// At once; asks for a pass phrase where none is set.
  void lock();
  /// The form for setting, changing and removing the pass phrase.
  void openSettings();
  /// Keeps another setting; false when that could not be written.
  bool change(const lock::Setting& setting);
  /// Looks whether it is time to lock, or to take another phrase.
  void look();

  static qint64 sinceBoot();
  /// They lock over a dialog too, where the window's own keys reach nothing.
  static QKeySequence keys() { return QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q); }

Q_SIGNALS:
  void locked();
  void unlocked();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  bool isOurs(const QObject* object) const;
  void hideWindow(QWidget* window);
  void tryPhrase(QString& typed);
  void answer(bool isRight);
  void unlock();
  void wait();

  Session& m_session;
  QMainWindow& m_window;
  Clock m_clock;
  lock::Setting m_setting;
  LockScreen* m_screen = nullptr;
  std::vector<QPointer<QWidget>> m_hidden; ///< windows that come back
  QPointer<QWidget> m_focus;               ///< what had the cursor
  int m_cursor = 0;                        ///< and where in its text
  qint64 m_touched = 0;                    ///< when somebody last did something
  qint64 m_waitUntil = 0;                  ///< until then no other phrase is taken
  bool m_trying = false;
  QTimer m_timer;
  Worker m_worker;
};

} // namespace ui
