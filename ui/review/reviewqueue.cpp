// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewqueue.h"

#include "core/report/catalogue.h"
#include "core/review/week.h"
#include "ui/shell/session.h"

#include <QFutureWatcher>
#include <QtConcurrent>

namespace ui {

namespace {

struct Outcome {
  bool isRead = false;
  std::vector<ReviewQueue::Entry> left;
  review::Summary summary;
};

} // namespace

ReviewQueue::ReviewQueue(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_whose(session.me()) {
  m_reading.setSingleShot(true);
  m_reading.setInterval(0);
  connect(&m_reading, &QTimer::timeout, this, &ReviewQueue::read);
}

void ReviewQueue::setWhose(Id<Coordinator> whose) {
  m_whose = whose;
  m_gone.clear();
  readSoon();
}

void ReviewQueue::setTeams(const QStringList& teams) {
  m_teams = teams;
  m_gone.clear();
  readSoon();
}

db::Values ReviewQueue::assignees() const { return m_whose.isValid() ? db::Values{m_whose} : db::Values(); }

db::Values ReviewQueue::teams() const {
  db::Values ids;
  for (const QString& team : m_teams)
    ids.push_back(team.toLongLong());
  return ids;
}

report::Request ReviewQueue::request() const {
  report::Request request{report::find(QStringLiteral("review")), m_session.today(), {}};
  if (!assignees().empty())
    request.filter.is[QStringLiteral("assignee")] = assignees();
  if (!m_teams.isEmpty())
    request.filter.is[QStringLiteral("team")] = teams();
  return request;
}

void ReviewQueue::readSoon() {
  ++m_asked;
  m_reading.start();
}

void ReviewQueue::read() {
  report::Request request = this->request();
  request.filter.is[QStringLiteral("left")] = {QStringLiteral("yes")};
  for (int i = 1; i <= report::reviewSections; ++i)
    if (report::isToReview(report::ReviewSection(i)))
      request.filter.is[QStringLiteral("section")].push_back(i);
  auto* watcher = new QFutureWatcher<Outcome>(this);
  connect(watcher, &QFutureWatcher<Outcome>::finished, this, [this, watcher, asked = m_asked] {
    watcher->deleteLater();
    Outcome outcome = watcher->result();
    if (asked == m_asked && outcome.isRead) // else the file could not be read just now: what is shown stays
      take(std::move(outcome.left), outcome.summary);
  });
  watcher->setFuture(QtConcurrent::run([request, week = mondayOf(m_session.today()), assignees = assignees(),
                                        teams = teams(), file = m_session.database().file()] {
    Outcome outcome;
    try {
      db::Database reader(file, db::Database::Mode::ReadOnly);
      for (const auto& [key, section] : report::reviewOrder(reader, request))
        outcome.left.push_back({key, section});
      outcome.summary = review::summaryOf(reader, week, assignees, teams);
      outcome.isRead = true;
    } catch (const db::Error&) {
      outcome.isRead = false;
    }
    return outcome;
  }));
}

void ReviewQueue::take(std::vector<Entry> left, const review::Summary& summary) {
  const qint64 shown = m_wanted ? m_wanted : current().key;
  m_wanted = 0;
  m_left = std::move(left);
  m_summary = summary;
  m_isKnown = true;
  const auto there = std::find_if(m_left.begin(), m_left.end(), [&](const Entry& entry) { return entry.key == shown; });
  if (there != m_left.end())
    m_at = size_t(there - m_left.begin());
  else
    m_at = m_left.empty() ? 0 : std::min(m_at, m_left.size() - 1);
  Q_EMIT changed();
}

qint64 ReviewQueue::countOf(report::ReviewSection section) const {
  return std::count_if(m_left.begin(), m_left.end(), [&](const Entry& entry) { return entry.section == section; });
}

ReviewQueue::Entry ReviewQueue::current() const { return m_at < m_left.size() ? m_left[m_at] : Entry{}; }

void ReviewQueue::look(qint64 key) {
  for (size_t i = 0; i < m_left.size(); ++i)
    if (m_left[i].key == key)
      m_at = i;
  Q_EMIT changed();
}

void ReviewQueue::look(report::ReviewSection section) {
  const auto first =
      std::find_if(m_left.begin(), m_left.end(), [&](const Entry& entry) { return entry.section == section; });
  if (first != m_left.end() && current().section != section)
    look(first->key);
}

void ReviewQueue::step(int by) {
  if (m_left.empty())
    return;
  m_at = size_t(std::clamp(qint64(m_at) + by, qint64(0), qint64(m_left.size()) - 1));
  Q_EMIT changed();
}

void ReviewQueue::decided() {
  if (m_at >= m_left.size())
    return;
  m_gone.push_back({m_left[m_at], m_at});
  m_left.erase(m_left.begin() + std::ptrdiff_t(m_at));
  if (m_at >= m_left.size() && m_at > 0)
    m_at = m_left.size() - 1;
  Q_EMIT changed();
  readSoon();
}

void ReviewQueue::comeBackTo(qint64 key) {
  m_wanted = key;
  const auto is = [key](const Entry& entry) { return entry.key == key; };
  const auto gone = std::find_if(m_gone.rbegin(), m_gone.rend(), [&](const Gone& one) { return is(one.entry); });
  if (gone != m_gone.rend()) {
    if (std::none_of(m_left.begin(), m_left.end(), is))
      m_left.insert(m_left.begin() + std::ptrdiff_t(std::min(gone->at, m_left.size())), gone->entry);
    m_gone.erase(std::next(gone).base());
  }
  look(key);
  readSoon();
}

} // namespace ui
