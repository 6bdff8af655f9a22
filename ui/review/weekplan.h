// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/review.h"
#include "core/review/walk.h"

#include <QObject>

namespace ui {

class Board;
class ListingPage;
class Session;
class Worker;

/// The week of the review as a board: what is to be dealt, then Monday to Friday with the load of each person. A card
/// that comes on a day is moved there as the review's key D does it (S for what is no step or task).
class WeekPlan : public QObject {
  Q_OBJECT
public:
  /// `doer` is whoever sits here now.
  WeekPlan(Session& session, std::function<review::Doer()> doer, QObject* parent);

  ListingPage* page() const { return m_page; }
  Board* board() const { return m_board; }
  /// Of one coordinator, or everybody with an id of 0.
  void setWhose(Id<Coordinator> whose);
  /// It is looked at: before that nothing is read.
  void turnTo();
  /// Shows how what stands on no day would be dealt.
  void deal();

Q_SIGNALS:
  /// An item was put on a day.
  void moved(qint64 key);
  void loadsShown();

private:
  QString put(qint64 key, const QString& value);
  QString nameOf(qint64 key);
  report::Request review() const;
  void ask();
  void readLoads();
  void showLoads();

  Session& m_session;
  std::function<review::Doer()> m_doer;
  ListingPage* m_page;
  Board* m_board;
  Worker* m_worker;
  report::ReviewLoad m_load;
  Id<Coordinator> m_whose;
  bool m_isAsked = false;
  bool m_isStale = false; ///< what is being read now is not the newest
};

} // namespace ui
