// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/changes.h"
#include "ui/shell/attempt.h"
#include "ui/shell/worker.h"

#include <QDialog>
#include <QTimer>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace ui {

class Session;

/// The frame of a large change: what is chosen, what it would do, Apply. Neither the one nor the other is worked out on
/// the window's thread; the change is one, and can be cancelled while it is written.
class PreviewDialog : public QDialog {
  Q_OBJECT
public:
  ~PreviewDialog() override;

  void open() override;
  void accept() override;
  void reject() override;

Q_SIGNALS:
  /// What was asked for last is found and shown.
  void looked();

protected:
  /// `key` is its object name, and the beginning of its parts': "change.apply".
  PreviewDialog(Session& session, const QString& key, const QString& title, QWidget* parent);

  Session& session() const { return m_session; }
  /// Where things to choose stand, below the title, in a line.
  QHBoxLayout* chooser() const { return m_chooser; }
  /// What fills the dialog.
  void setBody(QWidget* body);
  void setSummary(const QString& text);
  /// A sentence that stands out, or none.
  void setNotice(const QString& text);
  /// Whether there is anything to apply.
  void setReady(bool ready);

  /// Finds something out on a thread and a connection of its own; `work` answers what is to be done then. What was
  /// asked before is forgotten: its `stop` turns true.
  using Find = std::function<std::function<void()>(db::Database&, const std::atomic_bool& stop)>;
  void find(Find work);
  /// Writes on a thread of its own, and closes when that went well, after `done`.
  using Work = std::function<Problems(db::Transaction&, const edit::Progress&)>;
  void write(const QString& name, Work work, std::function<void()> done = {});

  /// Apply was pressed.
  virtual void apply() = 0;
  /// Esc closes something smaller first: true when it did.
  virtual bool closeSmaller() { return false; }

  void keyPressEvent(QKeyEvent* event) override;

private:
  /// What the thread that writes and the window tell each other.
  struct Shared {
    std::atomic_bool stop = false;
    std::atomic_int percent = 0;
  };
  void showRunning(bool running);

  Session& m_session;
  QHBoxLayout* m_chooser;
  QWidget* m_choices;
  QVBoxLayout* m_layout;
  QLabel* m_summary;
  QLabel* m_notice;
  QWidget* m_body = nullptr;
  QProgressBar* m_progress;
  QPushButton* m_cancel;
  QPushButton* m_apply;
  QTimer m_watching;
  bool m_ready = false;
  std::shared_ptr<Shared> m_running; ///< while it is written
  std::shared_ptr<std::atomic_bool> m_stop;
  Worker m_worker;
};

} // namespace ui
