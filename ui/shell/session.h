// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/typeddate.h"
#include "core/db/transaction.h"
#include "core/team/coordinator.h"

#include <QObject>

namespace ui {

/// What every page of a window works with: the data file, the day, and who sits in front of it.
class Session : public QObject {
  Q_OBJECT
public:
  using Clock = std::function<QDateTime()>;

  /// `clock` gives the instant for history; the day of every rule is `today`.
  Session(db::Database& database, QDate today, Clock clock);

  db::Database& database() const { return m_database; }
  QDate today() const { return m_today; }
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
  /// Takes a change back; says so when that cannot be.
  void undo(qint64 changeId);
  /// The newest change of mine in this session that is not undone; 0 when there is none.
  qint64 lastChange() const { return m_changes.empty() ? 0 : m_changes.back(); }
  /// Tells everybody of a change that was made elsewhere (an import).
  void announce(const QString& what, qint64 changeId);
  /// Tells everybody of a change that was taken back elsewhere.
  void announceUndone(qint64 changeId);

  /// Business days with the federal holidays, for dates that are typed as "3b".
  AddBusinessDays addBusinessDays() const;

Q_SIGNALS:
  /// After every commit; changeId is 0 when nothing of it can be undone.
  void changed(const QString& what, qint64 changeId);
  void meChanged();
  /// Something to tell the user that is no trouble.
  void said(const QString& text);

private:
  db::Database& m_database;
  QDate m_today;
  Clock m_clock;
  Id<Coordinator> m_me;
  QString m_myName;
  std::vector<qint64> m_changes;
};

} // namespace ui
