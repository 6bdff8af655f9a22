// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/newsteps.h"

#include "core/base/text.h"
#include "core/tracking/plan.h"

#include <algorithm>

namespace exchange {
namespace {

/// How far the steps are by the status of their tracking; when, only rows of kind steps say.
void say(std::vector<Step>& steps, bool completed) {
  if (completed) {
    for (Step& step : steps)
      step.status = QStringLiteral("Completed");
  } else if (!steps.empty()) {
    steps.front().status = QStringLiteral("In progress");
  }
}

} // namespace

Trackings::Start NewSteps::prepare(Tracking tracking) {
  Trackings::Start start = m_trackings.prepare(std::move(tracking));
  for (Step& step : start.steps)
    step.assignee = {};
  return start;
}

Id<Tracking> NewSteps::start(Trackings::Start& start, const QString& status) {
  const Standing standing = status == QLatin1String("Completed")     ? Standing::Completed
                            : status == QLatin1String("In progress") ? Standing::Started
                                                                     : Standing::None;
  const bool waits = m_from != From::Made && !start.steps.empty();
  if (waits)
    start.steps.clear();
  else if (standing != Standing::None)
    say(start.steps, standing == Standing::Completed);
  m_trackings.write(start, m_from == From::Given ? Trackings::Links::Find : Trackings::Links::Make);
  const Id<Tracking> id = start.tracking.id;
  m_index.startNew(id);
  for (const Step& step : start.steps) {
    const QByteArray name = step.name.toUtf8();
    m_index.add(id, {name.constData(), size_t(name.size())}, step.id, false);
  }
  if (waits) {
    m_standings[quint64(id.value)] = standing;
    m_waiting.push_back(id);
  }
  return id;
}

bool NewSteps::waits(Id<Tracking> tracking) {
  if (m_open.id == tracking)
    return true;
  close();
  Standing* standing = m_standings.find(quint64(tracking.value));
  if (!standing || *standing == Standing::Written)
    return false;
  open(tracking, *standing);
  *standing = Standing::Written;
  return true;
}

/// Read many at a time: a question to the database holds up the rows that are on their way into it.
const Tracking& NewSteps::waiting(Id<Tracking> id) {
  const auto find = [&] {
    const auto found = std::lower_bound(m_ahead.begin(), m_ahead.end(), id,
                                        [](const Tracking& one, Id<Tracking> wanted) { return one.id < wanted; });
    return found != m_ahead.end() && found->id == id ? &*found : nullptr;
  };
  if (const Tracking* known = find())
    return *known;
  m_ahead = db::allWhere<Tracking>(m_transaction.database(), QStringLiteral("id >= ? ORDER BY id LIMIT 256"), {id});
  return *find();
}

void NewSteps::open(Id<Tracking> id, Standing standing) {
  m_open = waiting(id);
  std::vector<Step> planned = prepare(m_open).steps;
  m_taken.assign(planned.size(), false);
  if (m_from == From::Given) {
    m_template = std::move(planned);
    return;
  }
  m_steps = std::move(planned);
  m_pinSaid.assign(m_steps.size(), false);
  if (standing != Standing::None)
    say(m_steps, standing == Standing::Completed);
}

Step NewSteps::step(const QString& name) {
  m_place = m_given = -1;
  const std::vector<Step>& known = m_from == From::Given ? m_template : m_steps;
  size_t at = 0;
  while (at < m_taken.size() && (m_taken[at] || (known[at].name != name && folded(known[at].name) != folded(name))))
    ++at;
  Step fresh;
  fresh.position = m_steps.empty() ? 1 : m_steps.back().position + 1;
  fresh.name = name;
  if (at == m_taken.size())
    return fresh;
  m_taken[at] = true;
  m_given = int(at);
  if (m_from == From::Given) {
    fresh.description = known[at].description;
    fresh.tat = known[at].tat;
    return fresh;
  }
  m_place = int(at);
  return known[at];
}

void NewSteps::giveBack() {
  if (m_given >= 0)
    m_taken[size_t(m_given)] = false;
}

void NewSteps::put(const Step& step, bool pinSaid) {
  if (m_place >= 0) {
    m_steps[size_t(m_place)] = step;
    m_pinSaid[size_t(m_place)] = pinSaid;
    return;
  }
  m_steps.push_back(step);
  m_pinSaid.push_back(pinSaid);
  if (m_from != From::Given)
    m_taken.push_back(true);
}

/// A due date that the rules give was not set by hand: what comes later shall move it.
void NewSteps::unpinPlanned() {
  plan::Reading reading(m_open.started, m_trackings.calendarOf(m_open.team));
  for (size_t i = 0; i < m_steps.size(); ++i)
    if (reading.isPlanned(m_steps[i]) && !m_pinSaid[i])
      m_steps[i].duePinned = false;
}

void NewSteps::close() {
  unpinPlanned();
  for (size_t i = 0; i < m_steps.size(); ++i) {
    Step& step = m_steps[i];
    step.tracking = m_open.id;
    step.id = db::save(m_transaction, step);
    const QByteArray name = step.name.toUtf8();
    m_index.add(m_open.id, {name.constData(), size_t(name.size())}, step.id, m_from == From::Given || m_taken[i]);
  }
  m_steps.clear();
  m_pinSaid.clear();
  m_open = {};
}

void NewSteps::writeAll() {
  close();
  for (const Id<Tracking> tracking : m_waiting)
    if (waits(tracking))
      close();
  m_waiting.clear();
  m_ahead.clear();
}

} // namespace exchange
