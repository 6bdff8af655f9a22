// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/trackings.h"

#include "core/base/text.h"
#include "core/facilities/affiliation.h"
#include "core/payors/enrollment.h"
#include "core/team/team.h"
#include "core/tracking/carryover.h"
#include "core/tracking/checks.h"
#include "core/tracking/effects.h"
#include "core/tracking/plan.h"
#include "core/tracking/status.h"
#include "core/tracking/templates.h"

#include <QCoreApplication>

namespace {

constexpr qint64 firstReference = 1001;

QString tr(const char* text) { return QCoreApplication::translate("Trackings", text); }

} // namespace

std::vector<Step> stepsOf(db::Database& database, Id<Tracking> id) {
  return db::allWhere<Step>(database, QStringLiteral("tracking_id = ? ORDER BY position, id"), {id});
}

QString Trackings::nextReference() {
  if (m_lastReference < 0)
    // A file may bring references as long as it likes; those that are no plain number of ours do not count.
    m_lastReference = std::max(
        firstReference - 1,
        m_database.value(QStringLiteral("SELECT max(CAST(substr(reference, 3) AS INTEGER)) FROM tracking WHERE "
                                        "reference >= 'T-' AND reference < 'T.' AND length(reference) BETWEEN 6 AND 14 "
                                        "AND substr(reference, 3) NOT GLOB '*[^0-9]*'")));
  QString reference;
  do
    reference = QStringLiteral("T-%1").arg(++m_lastReference);
  while (m_database.value(QStringLiteral("SELECT count(*) FROM tracking WHERE reference = ?"), {reference}));
  return reference;
}

const Trackings::Recipe& Trackings::recipeOf(const Tracking& tracking) {
  const QString key = QStringLiteral("%1\n%2\n%3").arg(tracking.ofTemplate.value).arg(tracking.type, tracking.subtype);
  const auto known = m_recipes.constFind(key);
  if (known != m_recipes.constEnd())
    return *known;
  Recipe recipe{tracking.ofTemplate, {}};
  if (!recipe.id.isValid())
    if (const auto found = findTemplate(m_database, tracking.type, tracking.subtype))
      recipe.id = found->id;
  if (recipe.id.isValid())
    recipe.steps = ::stepsOf(m_database, recipe.id);
  return *m_recipes.insert(key, recipe);
}

const Calendar& Trackings::calendarOf(Id<Team> team) {
  const auto known = m_calendars.constFind(team);
  return known != m_calendars.constEnd() ? *known : *m_calendars.insert(team, ::calendarOf(m_database, team));
}

Id<Team> Trackings::teamOf(const Tracking& tracking) {
  if (tracking.team.isValid())
    return tracking.team;
  if (tracking.provider.isValid())
    return {m_database.value(QStringLiteral("SELECT team_id FROM provider WHERE id = ?"), {tracking.provider})};
  return {m_database.value(QStringLiteral("SELECT team_id FROM practice WHERE id = ?"), {tracking.practice})};
}

Id<Enrollment> Trackings::enrollmentOf(const Tracking& tracking, Links links) {
  if (!tracking.payor.isValid() || (!tracking.provider.isValid() && !tracking.practice.isValid()))
    return {};
  qint64 found = 0;
  if (tracking.provider.isValid())
    found = m_database.value(QStringLiteral("SELECT id FROM enrollment WHERE provider_id = ? AND payor_id = ? AND "
                                            "state = ? ORDER BY practice_id IS NOT ?, id LIMIT 1"),
                             {tracking.provider, tracking.payor, tracking.state, tracking.practice});
  else
    found = m_database.value(QStringLiteral("SELECT id FROM enrollment WHERE practice_id = ? AND payor_id = ? AND "
                                            "state = ? AND provider_id IS NULL ORDER BY id LIMIT 1"),
                             {tracking.practice, tracking.payor, tracking.state});
  if (found || links == Links::Find)
    return {found};
  Enrollment fresh;
  fresh.provider = tracking.provider;
  fresh.practice = tracking.practice;
  fresh.payor = tracking.payor;
  fresh.state = tracking.state;
  return db::save(m_transaction, fresh);
}

Id<Affiliation> Trackings::affiliationOf(const Tracking& tracking, Links links) {
  if (!tracking.facility.isValid() || !tracking.provider.isValid())
    return {};
  const qint64 found = m_database.value(
      QStringLiteral("SELECT id FROM affiliation WHERE provider_id = ? AND facility_id = ? ORDER BY id LIMIT 1"),
      {tracking.provider, tracking.facility});
  if (found || links == Links::Find)
    return {found};
  Affiliation fresh;
  fresh.provider = tracking.provider;
  fresh.facility = tracking.facility;
  return db::save(m_transaction, fresh);
}

Trackings::Start Trackings::prepare(Tracking tracking) {
  Start start{std::move(tracking), {}};
  Tracking& made = start.tracking;
  if (made.reference.isEmpty())
    made.reference = nextReference();
  made.team = teamOf(made);
  const Recipe& recipe = recipeOf(made);
  made.ofTemplate = recipe.id;
  start.steps.reserve(recipe.steps.size());
  for (const TemplateStep& one : recipe.steps) {
    Step step;
    step.position = one.position;
    step.name = one.name;
    step.description = one.description;
    step.tat = one.tat;
    step.assignee = made.assignee;
    step.waitingOn = one.waitingOn;
    start.steps.push_back(std::move(step));
  }
  plan::planNew(start.steps, made.started, calendarOf(made.team));
  return start;
}

void Trackings::link(Tracking& tracking, Links links) {
  tracking.enrollment = enrollmentOf(tracking, links);
  tracking.affiliation = affiliationOf(tracking, links);
}

void Trackings::write(Start& start, Links links) {
  Tracking& tracking = start.tracking;
  if (!tracking.enrollment.isValid())
    tracking.enrollment = enrollmentOf(tracking, links);
  if (!tracking.affiliation.isValid())
    tracking.affiliation = affiliationOf(tracking, links);
  tracking.id = db::save(m_transaction, tracking);
  for (Step& step : start.steps) {
    step.tracking = tracking.id;
    step.id = db::save(m_transaction, step);
  }
}

Id<Tracking> Trackings::start(Tracking tracking) {
  Start start = prepare(std::move(tracking));
  write(start);
  return start.tracking.id;
}

Problems Trackings::whyNotMove(const Step& step, const Tracking& tracking, const QString& status) {
  const QString field = QStringLiteral("status");
  if (tracking.setStatus == QLatin1String("Cancelled"))
    return {{field, tr("The tracking is cancelled. Take that back before moving its steps.")}};
  if (step.status != status && !plan::mayMove(step.status, status))
    return {{field, tr("A step that is %1 cannot become %2. Reopen it as In progress first.")
                        .arg(step.status.toLower(), status.toLower())}};
  return {};
}

void Trackings::saveChanged(const std::vector<Step>& before, const std::vector<Step>& now) {
  for (size_t i = 0; i < now.size(); ++i)
    if (now[i].values() != before[i].values())
      db::save(m_transaction, now[i]);
}

Result<Id<Step>> Trackings::moveStep(Id<Step> id, const QString& status, QDate today) {
  const auto moved = db::load(m_database, id);
  if (!moved)
    return Problem{{}, tr("This step is not there any more.")};
  const auto tracking = db::load(m_database, moved->tracking);
  if (const Problems problems = whyNotMove(*moved, *tracking, status); !problems.empty())
    return problems;
  if (moved->status == status)
    return id;
  const std::vector<Step> before = ::stepsOf(m_database, tracking->id);
  std::vector<Step> steps = before;
  const auto at = std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return step.id == id; });
  const auto index = size_t(at - steps.begin());
  plan::move(steps, index, status, today, calendarOf(tracking->team));
  saveChanged(before, steps);
  if (status == QLatin1String("Completed") && effects::completing(*tracking, steps, index).submits)
    effects::submit(m_transaction, *tracking, today);
  return id;
}

Problems Trackings::bringTo(Id<Tracking> id, const QString& name, QDate today) {
  const std::vector<Step> steps = ::stepsOf(m_database, id);
  const auto inHand =
      std::find_if(steps.begin(), steps.end(), [](const Step& step) { return isOpenStatus(step.status); });
  const auto isIt = [called = folded(name)](const Step& step) { return folded(step.name) == called; };
  // Of several called so, the next one.
  auto to = std::find_if(inHand, steps.end(), isIt);
  if (to == steps.end())
    to = std::find_if(steps.begin(), inHand, isIt);
  if (to == steps.end() || !isIt(*to)) {
    QStringList names;
    for (const Step& step : steps)
      names << step.name;
    return {{QStringLiteral("step"),
             tr("This tracking has no step “%1”. Its steps are: %2.").arg(name, names.join(QStringLiteral(", ")))}};
  }
  if (to == inHand)
    return {};
  for (auto step = steps.begin(); step != to; ++step)
    if (isOpenStatus(step->status))
      if (const auto moved = moveStep(step->id, QStringLiteral("Completed"), today); !moved.isOk())
        return moved.problems();
  if (const auto reached = db::load(m_database, to->id); reached->status != QLatin1String("Waiting"))
    if (const auto moved = moveStep(to->id, QStringLiteral("In progress"), today); !moved.isOk())
      return moved.problems();
  return {};
}

Problems Trackings::setStatus(Id<Tracking> id, const QString& status, const QString& reason, QDate resumeOn) {
  auto tracking = db::load(m_database, id);
  if (!tracking)
    return {{{}, tr("This tracking is not there any more: somebody removed it, or it was undone.")}};
  const bool isHeld = status == QLatin1String("On hold") || status == QLatin1String("Cancelled");
  if (isHeld && reason.trimmed().isEmpty())
    return {{QStringLiteral("reason"), tr("Say why it is %1: later nobody will know.").arg(status.toLower())}};
  tracking->setStatus = status;
  tracking->reason = isHeld ? reason.trimmed() : QString();
  tracking->resumeOn = status == QLatin1String("On hold") ? resumeOn : QDate();
  Problems problems = check(*tracking, m_database);
  if (problems.empty())
    db::save(m_transaction, *tracking);
  return problems;
}

void Trackings::carryOver(Id<Tracking> id, Id<TrackingTemplate> onto, QDate today) {
  auto tracking = db::load(m_database, id);
  const auto wanted = db::load(m_database, onto);
  if (!tracking || !wanted)
    return;
  tracking->ofTemplate = onto;
  tracking->type = wanted->type;
  tracking->subtype = wanted->subtype;
  db::save(m_transaction, *tracking);
  const Recipe& recipe = recipeOf(*tracking);
  for (const Step& step :
       carryover::carriedOver(::stepsOf(m_database, id), recipe.steps, *tracking, today, calendarOf(tracking->team)))
    db::save(m_transaction, step);
}

Problems Trackings::relink(Id<Tracking> id) {
  auto tracking = db::load(m_database, id);
  if (!tracking)
    return {};
  link(*tracking);
  if (tracking->payor.isValid() && !tracking->enrollment.isValid())
    return {{{}, tr("%1 names neither a provider nor a practice that could be enrolled.").arg(tracking->reference)}};
  db::save(m_transaction, *tracking);
  return {};
}

void Trackings::leaveTemplate(Id<Tracking> id) {
  if (auto tracking = db::load(m_database, id)) {
    tracking->ofTemplate = {};
    db::save(m_transaction, *tracking);
  }
}

void Trackings::setDue(Id<Step> id, QDate due) {
  const auto changed = db::load(m_database, id);
  if (!changed)
    return;
  const auto tracking = db::load(m_database, changed->tracking);
  const std::vector<Step> before = ::stepsOf(m_database, tracking->id);
  std::vector<Step> steps = before;
  const auto at = std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return step.id == id; });
  plan::setDue(steps, size_t(at - steps.begin()), due, calendarOf(tracking->team));
  saveChanged(before, steps);
}
