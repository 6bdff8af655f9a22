// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/task.h"
#include "ui/shell/worker.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QLineEdit;

namespace ui {

class LineDraft;
class Session;

/// A line above the list in which a task is typed, "CAQH for Marten due fri @Anna", with what is understood of it
/// beside it. Enter adds it and leaves the line empty for the next one; Esc goes back to the list.
class QuickTask : public QFrame {
  Q_OBJECT
public:
  explicit QuickTask(Session& session, QWidget* parent = nullptr);

  /// The cursor into the line. What is added is related to what `about` is, where the line does not say otherwise,
  /// until the line is left.
  void begin(const Task& about = {});

Q_SIGNALS:
  void added(qint64 task);
  void left();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  Task fresh() const;
  void add();
  void look();
  void tell(const QString& text, bool isProblem);

  Session& m_session;
  QLineEdit* m_line;
  QLabel* m_understood;
  Task m_about; ///< what one stood on
  LineDraft* m_draft;
  QTimer m_typing;
  Worker m_worker;
};

} // namespace ui
