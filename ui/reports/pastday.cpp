// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/pastday.h"

#include "core/calendar/typeddate.h"
#include "core/db/error.h"
#include "ui/shell/session.h"

#include <QFutureWatcher>
#include <QtConcurrent>

namespace ui {

namespace {

using Made = Result<std::shared_ptr<datafile::PastCopy>>;

/// On a worker; the copy's connection is opened anew where it is used.
Made make(const QString& file, QDate day) {
  try {
    db::Database reader(file, db::Database::Mode::ReadOnly);
    Made made = datafile::pastCopy(reader, day);
    if (made.isOk())
      made.value()->database.reset();
    return made;
  } catch (const db::Error& error) {
    return Problem{{}, error.sentence()};
  }
}

} // namespace

PastDay::PastDay(Session& session, QObject* parent) : QObject(parent), m_session(session) {}

QDate PastDay::day() const { return m_copy ? m_day : m_session.today(); }

db::Database& PastDay::database() const { return m_copy ? *m_copy->database : m_session.database(); }

void PastDay::turnTo(QDate day) {
  const QDate wanted = day.isValid() && day < m_session.today() ? day : QDate();
  if (wanted == m_day && m_problem.isEmpty() && (m_copy || m_isOnTheWay || !wanted.isValid()))
    return;
  m_day = wanted;
  m_copy.reset();
  m_problem.clear();
  const int journey = ++m_journey;
  m_isOnTheWay = wanted.isValid();
  if (day.isValid() && day > m_session.today())
    m_problem = tr("Nobody knows yet how it will stand on %1. Type a day that is over, or leave it empty for today.")
                    .arg(shownDate(day, m_session.today()));
  Q_EMIT turned();
  if (!m_isOnTheWay)
    return;
  auto* watcher = new QFutureWatcher<Made>(this);
  connect(watcher, &QFutureWatcher<Made>::finished, this, [this, watcher, journey] {
    watcher->deleteLater();
    if (journey != m_journey)
      return; // another day is wanted by now
    const Made made = watcher->result();
    m_isOnTheWay = false;
    if (made.isOk()) {
      m_copy = made.value();
      m_copy->database = std::make_unique<db::Database>(m_copy->folder.filePath(QStringLiteral("past.credenza")),
                                                        db::Database::Mode::ReadOnly);
    } else {
      m_problem = made.problems().front().sentence;
    }
    Q_EMIT turned();
  });
  watcher->setFuture(QtConcurrent::run(make, m_session.database().file(), wanted));
}

} // namespace ui
