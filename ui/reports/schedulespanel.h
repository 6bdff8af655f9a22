// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schedule/schedule.h"

#include <QFrame>

class QLabel;
class QListWidget;
class QPushButton;

namespace ui {

class Session;

/// The reports that make themselves, and what was written and sent, the newest first.
class SchedulesPanel : public QFrame {
  Q_OBJECT
public:
  explicit SchedulesPanel(Session& session, QWidget* parent = nullptr);

  void refresh();

Q_SIGNALS:
  /// Somebody wants this one made now.
  void runAsked(Id<Schedule> id);

private:
  void showState();
  Id<Schedule> chosen() const;

  Session& m_session;
  QListWidget *m_list, *m_runs;
  QLabel* m_none;
  QPushButton *m_change, *m_run, *m_remove;
};

} // namespace ui
