// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/typeddate.h"
#include "core/db/transaction.h"
#include "core/team/coordinator.h"
#include "ui/shell/worker.h"

#include <QTimer>
#include <atomic>

namespace ui {

/// What every page of a window works with: the data file, the day, and who sits in front of it.
class Session : public QObject {
  Q_OBJECT
public:
  using Clock = std::function<QDateTime()>;

  /// `clock` gives the instant for history; the day of every rule is `today`.
  Session(db::Database& database, QDate today, Clock clock);
  ~Session() override;

  db::Database& database() const { return m_database; }
  /// Moves on at midnight, also while the window stays open. (Lists ask for it on their workers too.)
  QDate today() const { return m_today; }
  /// Looks whether the clock has come to another day; done by itself every minute.
  void noticeDay();
  /// Me, now; with "Somebody" as long as nobody said who they are.
  db::Actor actor() const;

  Id<Coordinator> me() const { return m_me; }
  const QString& myName() const { return m_myName; }
  /// Remembered for this data file; unset with an id of 0.
  void setMe(Id<Coordinator> me);
  /// Who it was the last time, if that coordinator is still there.
  void recallMe();

  /// Does a change as one transaction, tells everybody, and offers to undo it. False when it broke (which was shown).
  bool change(const QString& what, const std::function<void(db::Transaction&)>& work);
  /// Like it, for work that may be refused: then nothing is written and the problems are handed back. One without a
  /// field when it broke.
  Problems tryChange(const QString& what, const std::function<Problems(db::Transaction&)>& work);
  /// Does a long change as one transaction on a thread and a connection of its own, and then tells everybody. `work`
  /// runs there; `then` gets its problems (for which nothing was written) on the window's thread, one without a field
  /// when it broke. Until then isBusy(), and other changes are refused.
  using LongWork = std::function<Problems(db::Transaction&)>;
  void changeAside(const QString& what, LongWork work, std::function<void(const Problems&)> then);

  /// Takes a change back; on a thread of its own when it is large. `then` gets the sentence why that cannot be, or
  /// none; without it the user is told.
  void undo(qint64 changeId, std::function<void(const QString& problem)> then = {});
  /// Takes the newest change of mine in this session back, or brings the one taken back last again.
  void undoLast();
  void redoLast();
  /// What they would take back or bring again, "Changed Due of 37 steps"; empty for nothing.
  QString undoName() const { return m_undoable.empty() ? QString() : m_undoable.back().what; }
  QString redoName() const { return m_redoable.empty() ? QString() : m_redoable.back().what; }
  /// The newest change of mine in this session that is not undone; 0 when there is none.
  qint64 lastChange() const { return m_undoable.empty() ? 0 : m_undoable.back().change; }
  /// Tells everybody of a change that was made elsewhere (an import).
  void announce(const QString& what, qint64 changeId);

  /// Something long is being written: other changes wait.
  bool isBusy() const { return m_worker.isRunning(); }

  /// Business days with the federal holidays, for dates that are typed as "3b".
  AddBusinessDays addBusinessDays() const;

Q_SIGNALS:
  /// After every commit; changeId is 0 when nothing of it can be undone.
  void changed(const QString& what, qint64 changeId);
  void meChanged();
  /// Another day has begun.
  void dayBegan();
  /// Something to tell the user that is no trouble.
  void said(const QString& text);
  /// Rows with their headings were pasted: new ones, to be looked at before they are taken in.
  void rowsPasted(const QString& text);
  /// What is being written aside; empty when it is through.
  void busyWith(const QString& what);

private:
  struct Done {
    QString what;
    qint64 change = 0;
  };
  /// Work on a connection of its own, on the worker.
  template<class Outcome>
  void aside(const QString& what, std::function<Outcome(db::Database&)> work,
             std::function<void(const std::optional<Outcome>&)> then);
  enum class Way { Undo, Redo };
  void takeBack(const Done& done, Way way, std::function<void(const QString& problem)> then);
  void takenBack(const Done& done, Way way, const Result<qint64>& outcome,
                 const std::function<void(const QString& problem)>& then);

  db::Database& m_database;
  std::atomic<QDate> m_today;
  QDate m_day; ///< the clock's, when that was looked at last
  QTimer m_minute;
  Clock m_clock;
  Id<Coordinator> m_me;
  QString m_myName;
  std::vector<Done> m_undoable; ///< mine in this session, the newest last
  std::vector<Done> m_redoable; ///< the undos that can be undone
  Worker m_worker;
};

} // namespace ui
