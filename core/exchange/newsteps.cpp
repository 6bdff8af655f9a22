// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/newsteps.h"

#include "core/base/text.h"

namespace exchange {
namespace {

void say(std::vector<Step>& steps, bool completed, QDate started) {
  if (completed) {
    for (Step& step : steps)
      step.status = QStringLiteral("Completed");
  } else if (!steps.empty()) {
    steps.front().status = QStringLiteral("In progress");
    steps.front().started = started;
  }
}

} // namespace

Id<Tracking> NewSteps::start(Trackings::Start& start, const QString& status, Trackings::Links links) {
  const Standing standing = status == QLatin1String("Completed")     ? Standing::Completed
                            : status == QLatin1String("In progress") ? Standing::Started
                                                                     : Standing::None;
  const bool waits = m_waits && !start.steps.empty();
  if (waits)
    start.steps.clear();
  else if (standing != Standing::None)
    say(start.steps, standing == Standing::Completed, start.tracking.started);
  m_trackings.write(start, links);
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

std::vector<Step> NewSteps::stepsOf(Id<Tracking> tracking, Standing standing) {
  const auto record = db::load(m_transaction.database(), tracking);
  std::vector<Step> steps = m_trackings.prepare(*record).steps;
  for (Step& step : steps)
    step.tracking = tracking;
  if (standing != Standing::None)
    say(steps, standing == Standing::Completed, record->started);
  return steps;
}

std::vector<Step>* NewSteps::waiting(Id<Tracking> tracking) {
  if (m_open == tracking)
    return &m_steps;
  close();
  Standing* standing = m_standings.find(quint64(tracking.value));
  if (!standing || *standing == Standing::Written)
    return nullptr;
  m_open = tracking;
  m_steps = stepsOf(tracking, *standing);
  m_taken.assign(m_steps.size(), false);
  *standing = Standing::Written;
  return &m_steps;
}

int NewSteps::take(const QString& name) {
  for (size_t i = 0; i < m_steps.size(); ++i)
    if (!m_taken[i] && (m_steps[i].name == name || folded(m_steps[i].name) == folded(name))) {
      m_taken[i] = true;
      return int(i);
    }
  return -1;
}

void NewSteps::close() {
  for (size_t i = 0; i < m_steps.size(); ++i) {
    const Id<Step> id = db::save(m_transaction, m_steps[i]);
    const QByteArray name = m_steps[i].name.toUtf8();
    m_index.add(m_open, {name.constData(), size_t(name.size())}, id, m_taken[i]);
  }
  m_steps.clear();
  m_open = {};
}

void NewSteps::writeAll() {
  close();
  for (const Id<Tracking> tracking : m_waiting)
    if (waiting(tracking))
      close();
  m_waiting.clear();
}

} // namespace exchange
