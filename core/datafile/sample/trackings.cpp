// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/trackings.h"
#include "core/datafile/sample/contacts.h"
#include "core/datafile/sample/world.h"
#include "core/tracking/templates.h"

namespace sample {

namespace {

constexpr int all = 100; // more steps than any template has

/// How far a tracking has come: so many steps done, and the next one begun or not.
struct Course {
  int done = 0;
  bool isBegun = true;
};

struct Stage {
  const char* status;
  Course payor;    // in Payor – Initial
  Course medicare; // in Medicare – Enrollment
};

// Which step an enrollment of this status is at.
constexpr Stage stages[] = {
    {"Not started", {0, false}, {0, false}},
    {"Gathering", {1}, {0}},
    {"Waiting on provider", {5}, {2}},
    {"Ready to submit", {6}, {2}},
    {"Submitted", {7}, {3}},
    {"Received", {8}, {4}},
    {"In review", {8}, {5}},
    {"Info requested", {8}, {4}},
    {"Committee", {8}, {5}},
    {"Contracting", {9}, {5}},
    {"Approved, pending load", {10}, {5}},
    {"On hold", {4}, {1}},
    {"Withdrawn", {3}, {1}},
    {"Participating", {all}, {all}},
};

class Progress {
public:
  explicit Progress(World& world) : m_world(world), m_trackings(world.transaction) {}

  /// Starts a tracking so long ago that it has come as far as told by today, and moves it there step by step.
  Tracking run(Tracking tracking, Course course) {
    Dice& dice = m_world.dice;
    const std::vector<TemplateStep>& recipe = recipeOf(tracking);
    const int done = std::min(course.done, int(recipe.size()));
    const bool isOver = done == int(recipe.size());
    std::vector<int> days; // each step took, in calendar days
    for (int i = 0; i < done; ++i)
      days.push_back(std::max(1, recipe[size_t(i)].tat.value_or(1) * 14 * dice.between(40, 130) / 1000));
    const int since = isOver ? dice.between(0, 45)
                             : dice.between(0, course.isBegun ? recipe[size_t(done)].tat.value_or(1) * 2 + 3 : 4);
    const int total = std::accumulate(days.begin(), days.end(), since);
    if (!tracking.assignee.isValid() && !dice.oneIn(10))
      tracking.assignee = dice.one(m_world.workers[teamOf(tracking)]);
    tracking.started = m_world.workingDay(m_world.daysAgo(total));
    tracking.id = m_trackings.start(tracking);
    tracking = *db::load(m_world.transaction.database(), tracking.id);
    const std::vector<Step> steps = stepsOf(m_world.transaction.database(), tracking.id);

    QDate day = tracking.started;
    if (course.done > 0 || course.isBegun)
      move(steps.front(), "In progress", day);
    for (int i = 0; i < done; ++i) {
      day = std::min(m_world.today, addBusinessDays(day.addDays(days[size_t(i)]), 0));
      const bool isSkipped = i > 0 && i < done - 1 && dice.oneIn(40);
      move(steps[size_t(i)], isSkipped ? "Not needed" : "Completed", day);
    }
    if (!isOver && course.isBegun)
      workOn(steps[size_t(done)], day);
    tellOf(m_world, tracking, stepsOf(m_world.transaction.database(), tracking.id));
    return tracking;
  }

  void setAside(Tracking tracking, const char* status, const char* reason, int resumeInDays = 0) {
    tracking.setStatus = QString::fromLatin1(status);
    tracking.reason = QString::fromLatin1(reason);
    if (resumeInDays)
      tracking.resumeOn = m_world.today.addDays(resumeInDays);
    db::save(m_world.transaction, tracking);
  }

private:
  const std::vector<TemplateStep>& recipeOf(const Tracking& tracking) {
    const QString key = tracking.type + tracking.subtype;
    if (!m_recipes.contains(key)) {
      db::Database& database = m_world.transaction.database();
      m_recipes.insert(key, stepsOf(database, findTemplate(database, tracking.type, tracking.subtype)->id));
    }
    return m_recipes[key];
  }

  size_t teamOf(const Tracking& tracking) const {
    for (const Provider& provider : m_world.providers)
      if (provider.id == tracking.provider)
        for (size_t i = 0; i < m_world.teams.size(); ++i)
          if (m_world.teams[i].id == provider.team)
            return i;
    return 0;
  }

  void move(const Step& step, const char* status, QDate day) {
    m_trackings.moveStep(step.id, QString::fromLatin1(status), day);
  }

  /// The step in hand waits on somebody, has a day to ask again, and now and then a date agreed by hand.
  void workOn(const Step& step, QDate since) {
    Dice& dice = m_world.dice;
    if (step.waitingOn != QLatin1String("Us") && !dice.oneIn(4))
      move(step, "Waiting", std::min(m_world.today, since.addDays(dice.between(0, 2))));
    Step now = *db::load(m_world.transaction.database(), step.id);
    if (!dice.oneIn(4))
      now.followUp = std::max(now.started, m_world.workingDay(m_world.today.addDays(dice.between(-5, 7))));
    db::save(m_world.transaction, now);
    if (dice.oneIn(9))
      m_trackings.setDue(now.id, m_world.today.addDays(dice.between(-3, 20)));
  }

  World& m_world;
  Trackings m_trackings;
  QHash<QString, std::vector<TemplateStep>> m_recipes;
};

Tracking about(const Enrollment& enrollment, const char* type, const char* subtype) {
  Tracking tracking;
  tracking.provider = enrollment.provider;
  tracking.practice = enrollment.practice;
  tracking.payor = enrollment.payor;
  tracking.state = enrollment.state;
  tracking.enrollment = enrollment.id;
  tracking.assignee = enrollment.assignee;
  tracking.type = QString::fromLatin1(type);
  tracking.subtype = QString::fromLatin1(subtype);
  return tracking;
}

bool isMedicare(const World& world, const Enrollment& enrollment) {
  return world.payorOf(enrollment).name.endsWith(QLatin1String("Medicare"));
}

/// The enrollment's dates are those of the steps that gave them.
void settle(World& world, Enrollment enrollment, const Tracking& tracking) {
  for (const Step& step : stepsOf(world.transaction.database(), tracking.id)) {
    if (!step.completed.isValid())
      continue;
    if (step.name == QLatin1String("Submit") || step.name == QLatin1String("E-sign"))
      enrollment.submitted = step.completed;
    if (step.name == QLatin1String("Verify load and provider ID") ||
        step.name.startsWith(QLatin1String("Approval, PTAN")))
      if (enrollment.status == QLatin1String("Participating")) {
        enrollment.effective = step.completed;
        enrollment.end = step.completed.addMonths(world.payorOf(enrollment).recredentialingMonths.value_or(36));
      }
  }
  db::save(world.transaction, enrollment);
}

void workOnEnrollments(World& world, Progress& progress) {
  QHash<QString, int> left{{QStringLiteral("Participating"), 30}};
  int initial = 115; // of those on their way; the others have no tracking yet
  for (const Enrollment& enrollment : world.enrollments) {
    const auto stage = std::find_if(std::begin(stages), std::end(stages),
                                    [&](const Stage& one) { return enrollment.status == QLatin1String(one.status); });
    if (stage == std::end(stages) || !enrollment.provider.isValid())
      continue;
    const bool isDone = stage->payor.done == all;
    int& count = isDone ? left[enrollment.status] : initial;
    if (count == 0 || (isDone && world.dice.below(6) != 0))
      continue;
    --count;
    const bool toMedicare = isMedicare(world, enrollment);
    Tracking tracking =
        toMedicare ? about(enrollment, "Medicare", "Enrollment") : about(enrollment, "Payor", "Initial");
    if (world.dice.oneIn(9))
      tracking.priority = world.dice.oneIn(3) ? QStringLiteral("Fast-track") : QStringLiteral("High");
    tracking = progress.run(tracking, toMedicare ? stage->medicare : stage->payor);
    if (enrollment.status == QLatin1String("On hold"))
      progress.setAside(tracking, "On hold", "Waits for the new tax ID", 14);
    else if (enrollment.status == QLatin1String("Withdrawn"))
      progress.setAside(tracking, "Cancelled", "Provider decided against this plan");
    else
      settle(world, enrollment, tracking);
  }
}

void recredential(World& world, Progress& progress) {
  int left = 34;
  for (const Enrollment& enrollment : world.enrollments) {
    const bool isNear = enrollment.end.isValid() && enrollment.end <= world.today.addDays(240);
    if (left == 0 || enrollment.status != QLatin1String("Participating") || !isNear)
      continue;
    --left;
    const bool toMedicare = isMedicare(world, enrollment);
    const Tracking tracking = progress.run(toMedicare ? about(enrollment, "Medicare", "Revalidation")
                                                      : about(enrollment, "Payor", "Recredentialing"),
                                           {left % 6, left % 6 != 0});
    if (left == 7)
      progress.setAside(tracking, "On hold", "Provider is on leave", 30);
    else if (left == 20)
      progress.setAside(tracking, "Cancelled", "Leaves the group before the date");
  }
}

void workOnLicences(World& world, Progress& progress) {
  for (int i = 0; i < 24; ++i) {
    const Provider& provider = world.providers[size_t(i * 2)];
    Tracking tracking;
    tracking.provider = provider.id;
    tracking.assignee = provider.assignee;
    tracking.type = QStringLiteral("State License");
    tracking.subtype = i % 4 == 0 ? QStringLiteral("Initial") : QStringLiteral("Renewal");
    tracking.state = i % 4 == 0 ? QStringLiteral("NM") : world.statesOf(provider).value(0);
    progress.run(tracking, {i % 5, i % 5 != 0});
  }
}

void workOnPrivileges(World& world, Progress& progress) {
  int left = 26;
  for (const Affiliation& affiliation : world.affiliations) {
    const bool isReappointment = affiliation.status == QLatin1String("Active");
    if (left == 0 || affiliation.status == QLatin1String("Denied") ||
        affiliation.status == QLatin1String("Terminated") ||
        (isReappointment && affiliation.reappointmentDue > world.today.addDays(400)))
      continue;
    --left;
    Tracking tracking;
    tracking.provider = affiliation.provider;
    tracking.facility = affiliation.facility;
    tracking.assignee = affiliation.assignee;
    tracking.type = QStringLiteral("Facility");
    tracking.subtype = isReappointment ? QStringLiteral("Reappointment") : QStringLiteral("Initial");
    const int done = affiliation.status == QLatin1String("Not started") ? 0
                     : affiliation.status == QLatin1String("Submitted") ? 2
                     : isReappointment                                  ? left % 9
                                                                        : 3 + left % 5;
    progress.run(tracking, {done, done != 0});
  }
}

/// Those who join: the onboarding itself, and their first payors, whose enrollments begin with the tracking.
void welcome(World& world, Progress& progress) {
  constexpr int first[] = {0, 6, 12, 17, 20, 28, 29, 34}; // payors with whom one starts
  int joined = 0, index = 0;
  for (const Provider& provider : world.providers) {
    const bool isJoining = provider.status == QLatin1String("Onboarding");
    if (++index % 12 != 0 && !isJoining) // some have it behind them
      continue;
    Tracking tracking;
    tracking.provider = provider.id;
    tracking.practice = world.practicesOf(provider).front().id;
    tracking.assignee = provider.assignee;
    tracking.type = QStringLiteral("Onboarding");
    tracking.subtype = joined % 3 == 2 ? QStringLiteral("Affiliated") : QStringLiteral("Employed");
    progress.run(tracking, isJoining ? Course{2 + joined * 2 % 9} : Course{all});
    if (!isJoining)
      continue;
    for (int i = 0; i < (joined < 2 ? 3 : 2); ++i) {
      Tracking payor = tracking;
      payor.type = QStringLiteral("Payor");
      payor.subtype = QStringLiteral("Initial");
      payor.payor = world.payors[size_t(first[size_t(joined + i * 3) % std::size(first)])].id;
      payor.state = world.practicesOf(provider).front().state;
      progress.run(payor, {0, i == 0});
    }
    ++joined;
  }
}

} // namespace

void makeTrackings(World& world) {
  Progress progress(world);
  workOnEnrollments(world, progress);
  recredential(world, progress);
  workOnLicences(world, progress);
  workOnPrivileges(world, progress);
  welcome(world, progress);
}

} // namespace sample
