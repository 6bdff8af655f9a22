// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/sample/world.h"

namespace sample {

namespace {

struct Plan {
  const char* name;
  const char* payorClass;
  const char* states; // "" for all
  int usualDays;
  int months; // to recredentialing
};

constexpr Plan plans[] = {
    {"Aetna", "Commercial", "", 90, 36},
    {"Aetna Better Health", "Medicaid", "TX; IL; OK", 75, 36},
    {"Ambetter", "Commercial", "TX; IL; OK", 60, 36},
    {"Amerigroup", "Medicaid", "TX", 60, 36},
    {"BCBS of Illinois", "Commercial", "IL", 75, 36},
    {"BCBS of Oklahoma", "Commercial", "OK", 75, 36},
    {"BCBS of Texas", "Commercial", "TX", 75, 36},
    {"Anthem Blue Cross Wisconsin", "Commercial", "WI", 75, 36},
    {"Cigna", "Commercial", "", 90, 36},
    {"Community First Health Plans", "Medicaid", "TX", 60, 36},
    {"CountyCare", "Medicaid", "IL", 60, 36},
    {"Devoted Health", "Medicare", "TX; IL", 60, 36},
    {"Evernorth Behavioral Health", "Commercial", "", 60, 36},
    {"First Health Network", "Commercial", "", 90, 36},
    {"GEHA", "Other", "", 60, 36},
    {"Health Alliance", "Commercial", "IL", 60, 36},
    {"Healthcare Highways", "Commercial", "TX; OK", 60, 36},
    {"Humana", "Medicare", "", 75, 36},
    {"Illinois Medicaid (IMPACT)", "Medicaid", "IL", 60, 60},
    {"Magellan Healthcare", "Commercial", "", 75, 36},
    {"Medicare", "Medicare", "", 60, 60},
    {"Meridian Health Plan", "Medicaid", "IL", 60, 36},
    {"Molina Healthcare", "Medicaid", "TX; IL; WI", 75, 36},
    {"MultiPlan", "Commercial", "", 90, 36},
    {"Oklahoma Complete Health", "Medicaid", "OK", 60, 36},
    {"Oscar Health", "Commercial", "TX; OK; IL", 60, 36},
    {"Railroad Medicare", "Medicare", "", 60, 60},
    {"Scott & White Health Plan", "Commercial", "TX", 90, 36},
    {"SoonerCare", "Medicaid", "OK", 45, 36},
    {"Superior HealthPlan", "Medicaid", "TX", 60, 36},
    {"Texas Medicaid (TMHP)", "Medicaid", "TX", 60, 60},
    {"Texas Mutual", "Other", "TX", 30, 36},
    {"TRICARE East", "Other", "TX; IL; WI", 60, 36},
    {"TRICARE West", "Other", "OK", 60, 36},
    {"UnitedHealthcare", "Commercial", "", 90, 36},
    {"UnitedHealthcare Community Plan", "Medicaid", "TX; WI", 75, 36},
    {"VA Community Care (Optum)", "Other", "", 60, 36},
    {"Wellcare", "Medicare", "TX; IL; OK", 60, 36},
    {"WellMed", "Medicare", "TX", 60, 36},
    {"Wisconsin Medicaid (ForwardHealth)", "Medicaid", "WI", 45, 36},
};

constexpr const char* lines[] = {"PPO", "HMO; PPO", "All", "Medicare Advantage", ""};

struct Share {
  const char* status;
  int count;
};

// How 370 enrollments stand; those of providers who left come on top.
constexpr Share shares[] = {
    {"Participating", 200},
    {"Not started", 8},
    {"Gathering", 12},
    {"Waiting on provider", 12},
    {"Ready to submit", 8},
    {"Submitted", 16},
    {"Received", 10},
    {"In review", 26},
    {"Info requested", 10},
    {"Committee", 8},
    {"Contracting", 12},
    {"Approved, pending load", 10},
    {"Non-participating", 10},
    {"Denied", 6},
    {"Appeal", 4},
    {"Panel closed", 6},
    {"On hold", 6},
    {"Withdrawn", 6},
};

std::vector<Payor> payorsIn(const World& world, const QString& state) {
  std::vector<Payor> found;
  for (const Payor& payor : world.payors)
    if (payor.states.isEmpty() || payor.states.contains(state))
      found.push_back(payor);
  return found;
}

bool isOneOf(const QString& status, std::initializer_list<const char*> list) {
  return std::any_of(list.begin(), list.end(), [&](const char* one) { return status == QLatin1String(one); });
}

/// The dates that go with a status; those a tracking works on get them from it later.
void date(World& world, Enrollment& enrollment, const Payor& payor) {
  Dice& dice = world.dice;
  const QString& status = enrollment.status;
  if (isOneOf(status, {"Participating", "Non-participating", "Terminated"})) {
    const int months = payor.recredentialingMonths.value_or(36);
    enrollment.effective = world.today.addMonths(-months).addDays(dice.between(-60, months * 30));
    enrollment.effective = std::min(enrollment.effective, world.daysAgo(20));
    enrollment.submitted = enrollment.effective.addDays(-dice.between(45, 130));
    enrollment.end = enrollment.effective.addMonths(months);
    if (status == QLatin1String("Terminated"))
      enrollment.end = std::min(enrollment.end, world.daysAgo(dice.between(10, 300)));
    else if (dice.oneIn(12))
      enrollment.end = {};
    enrollment.providerNumber =
        QStringLiteral("%1%2").arg(QChar(u'A' + dice.below(26))).arg(dice.between(100000, 999999));
  } else if (isOneOf(status, {"Submitted", "Received", "In review", "Info requested", "Committee", "Contracting",
                              "Approved, pending load", "Denied", "Appeal"})) {
    enrollment.submitted = world.daysAgo(dice.between(10, 140));
    enrollment.followUp = World::workingDay(world.today.addDays(dice.between(-6, 10)));
  } else if (isOneOf(status, {"Gathering", "Waiting on provider", "Ready to submit", "On hold"})) {
    enrollment.followUp = World::workingDay(world.today.addDays(dice.between(-4, 10)));
  }
  if (status == QLatin1String("Info requested")) {
    enrollment.waitingOn = QStringLiteral("Us");
    enrollment.waitingSince = world.daysAgo(dice.between(1, 20));
  }
}

/// Each practice is with Medicare itself.
void addPracticeEnrollments(World& world) {
  const auto medicare = std::find_if(world.payors.begin(), world.payors.end(),
                                     [](const Payor& payor) { return payor.name == QLatin1String("Medicare"); });
  for (const Practice& practice : world.practices) {
    Enrollment enrollment;
    enrollment.practice = practice.id;
    enrollment.payor = medicare->id;
    enrollment.state = practice.state;
    enrollment.status = QStringLiteral("Participating");
    date(world, enrollment, *medicare);
    enrollment.assignee = world.workers[0].front();
    world.enrollments.push_back(world.add(enrollment));
  }
}

/// The n-th payor of a provider; none when all of the state are taken.
void addEnrollment(World& world, const Provider& provider, int n, const QString& status) {
  const std::vector<Practice>& places = world.practicesOf(provider);
  const Practice& practice = places[size_t(n) % places.size()];
  const std::vector<Payor> choice = payorsIn(world, practice.state);
  // A stride that divides no list's length comes to each payor once.
  const Payor& payor = choice[size_t(provider.id.value + n * 5) % choice.size()];
  Enrollment enrollment;
  enrollment.provider = provider.id;
  enrollment.practice = practice.id;
  enrollment.payor = payor.id;
  enrollment.state = practice.state;
  enrollment.lineOfBusiness = QString::fromLatin1(world.dice.one(lines));
  enrollment.status = status;
  enrollment.assignee = provider.assignee;
  date(world, enrollment, payor);
  world.enrollments.push_back(world.add(enrollment));
}

} // namespace

void makePayors(World& world) {
  int number = 0;
  for (const Plan& plan : plans) {
    Payor payor;
    payor.name = QString::fromUtf8(plan.name);
    payor.payorId = QStringLiteral("P%1").arg(1001 + number);
    payor.payorClass = QString::fromLatin1(plan.payorClass);
    payor.states = QString::fromLatin1(plan.states);
    payor.usualDays = plan.usualDays;
    payor.recredentialingMonths = plan.months;
    payor.phone = QStringLiteral("800-555-01%1").arg(number, 2, 10, QLatin1Char('0'));
    payor.portal = QStringLiteral("https://payor%1.example.com").arg(++number);
    world.payors.push_back(world.add(payor));
  }
}

void makeEnrollments(World& world) {
  QStringList deck;
  for (const Share& share : shares)
    for (int i = 0; i < share.count; ++i)
      deck << QString::fromLatin1(share.status);
  world.dice.shuffle(deck);
  std::vector<const Provider*> staff, gone;
  for (const Provider& provider : world.providers)
    if (provider.status == QLatin1String("Terminated"))
      gone.push_back(&provider);
    else if (provider.status != QLatin1String("Onboarding"))
      staff.push_back(&provider);
  for (int i = 0; i < deck.size(); ++i)
    addEnrollment(world, *staff[size_t(i) % staff.size()], i / int(staff.size()), deck[i]);
  for (int i = 0; i < 6; ++i)
    addEnrollment(world, *gone[size_t(i) % gone.size()], i / int(gone.size()), QStringLiteral("Terminated"));
  addPracticeEnrollments(world);
}

} // namespace sample
