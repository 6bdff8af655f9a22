// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/worker.h"

#include <QTimer>

namespace ui {

class Session;

/// Keeps calendar files up to date that somebody asked for: mine, or a folder with one of each coordinator. Where they
/// lie is this computer's business and is kept with the user, not in the data file.
class CalendarKeeper : public QObject {
  Q_OBJECT
public:
  enum class Kind { Mine, Folder };

  explicit CalendarKeeper(Session& session, QObject* parent = nullptr);

  QString path(Kind kind) const;
  /// Whether any calendar is kept up to date.
  bool keepsAny() const;
  /// Writes there from now on; an empty path ends it.
  void keep(Kind kind, const QString& path);
  /// Writes what is another by now, aside.
  void update();

Q_SIGNALS:
  /// Others are kept than before, or none.
  void keptOthers();
  /// What was just asked for is there.
  void written(const QString& path);

private:
  QString key(Kind kind) const;

  Session& m_session;
  QTimer m_changed; ///< puts a run of changes into one writing
  QString m_asked;  ///< to be told of when it is written
  Worker m_worker;
};

/// Asks where to, in the user's words for a calendar program.
void askCalendar(CalendarKeeper& keeper, CalendarKeeper::Kind kind, const QString& myName, QWidget* parent);

} // namespace ui
