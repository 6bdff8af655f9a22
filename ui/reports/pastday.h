// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datafile/pastcopy.h"

#include <QObject>

namespace ui {

class Session;

/// The data as it stood when some day was over, for a report of that day: a worker goes back to it, and what it made is
/// kept while somebody holds it.
class PastDay : public QObject {
  Q_OBJECT
public:
  explicit PastDay(Session& session, QObject* parent = nullptr);

  /// Goes to a day that is over; today or an invalid one is the present, which is there at once.
  void turnTo(QDate day);

  /// The day that reports are made for: the past one, else today.
  QDate day() const;
  /// The data of that day: of the present that of the session.
  db::Database& database() const;
  /// What holds that data; null for the present.
  std::shared_ptr<datafile::PastCopy> copy() const { return m_copy; }
  bool isOnTheWay() const { return m_isOnTheWay; }
  /// Why it could not go there, or empty.
  QString problem() const { return m_problem; }

Q_SIGNALS:
  /// It is there, or on the way, or could not go there.
  void turned();

private:
  Session& m_session;
  QDate m_day;
  std::shared_ptr<datafile::PastCopy> m_copy;
  QString m_problem;
  bool m_isOnTheWay = false;
  int m_journey = 0; ///< which is the newest one
};

} // namespace ui
