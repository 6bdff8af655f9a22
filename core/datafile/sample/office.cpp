// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/sample/world.h"
#include "core/team/identifiers.h"

namespace sample {

namespace {

struct Person {
  const char* name;
  const char* role;
  int team; // -1: all
};

// Those with full access come first: work is handed to them.
constexpr Person people[] = {
    {"Dana Whitfield", "Full access", 0},   {"Marcus Oyelaran", "Full access", 0},
    {"Priya Ramanathan", "Full access", 1}, {"Elena Castellanos", "Full access", 2},
    {"Jonas Lindqvist", "Viewer", -1},      {"Ruth Abernathy", "Auditor", -1},
};

struct Place {
  int team;
  const char* name;
  const char* address;
  const char* city;
  const char* state;
  const char* zip;
};

constexpr Place places[] = {
    {0, "Lakeside Medical Clinic", "100 Pier Road", "Austin", "TX", "78701"},
    {0, "Lakeside Heart Center", "210 Pier Road", "Austin", "TX", "78701"},
    {0, "Lakeside Women's Health", "18 Orchard Lane", "Round Rock", "TX", "78664"},
    {0, "Lakeside Telehealth", "100 Pier Road, Suite 400", "Austin", "TX", "78701"},
    {1, "Prairie Wind Family Medicine", "7 Meadow Street", "Tulsa", "OK", "74103"},
    {1, "Prairie Wind Behavioral Health", "9 Meadow Street", "Tulsa", "OK", "74103"},
    {1, "Prairie Wind Orthopedics", "3300 Elm Avenue", "Norman", "OK", "73069"},
    {1, "Prairie Wind Red River", "41 Ferry Road", "Denison", "TX", "75020"},
    {2, "Harbor Pediatrics", "5 Lighthouse Way", "Chicago", "IL", "60601"},
    {2, "Harbor Internal Medicine", "12 Lighthouse Way", "Chicago", "IL", "60601"},
    {2, "Harbor Rehabilitation", "880 Dune Street", "Evanston", "IL", "60201"},
    {2, "Harbor North", "64 Birch Road", "Kenosha", "WI", "53140"},
};

struct House {
  const char* name;
  const char* city;
  const char* state;
};

constexpr House houses[] = {
    {"St. Brigid Medical Center", "Austin", "TX"},       {"Lakeside Regional Hospital", "Austin", "TX"},
    {"Hill Country Surgery Center", "Round Rock", "TX"}, {"Green Country Memorial Hospital", "Tulsa", "OK"},
    {"Prairie Wind Surgical Hospital", "Norman", "OK"},  {"Red River General", "Denison", "TX"},
    {"Harborview Children's Hospital", "Chicago", "IL"}, {"Our Lady of the Dunes", "Evanston", "IL"},
    {"Lake Michigan Surgery Center", "Chicago", "IL"},   {"Birchwood Community Hospital", "Kenosha", "WI"},
};

QString emailOf(const QString& name) {
  return name.toLower().replace(QLatin1Char(' '), QLatin1Char('.')) + QStringLiteral("@example.org");
}

} // namespace

QDate World::workingDay(QDate day) {
  while (!isBusinessDay(day))
    day = day.addDays(-1);
  return day;
}

const Payor& World::payorOf(const Enrollment& enrollment) const {
  return *std::find_if(payors.begin(), payors.end(), [&](const Payor& one) { return one.id == enrollment.payor; });
}

const std::vector<Practice>& World::practicesOf(const Provider& provider) const {
  static const std::vector<Practice> none;
  const auto found = worksAt.constFind(provider.id);
  return found == worksAt.constEnd() ? none : *found;
}

QStringList World::statesOf(const Provider& provider) const {
  QStringList states;
  for (const Practice& practice : practicesOf(provider))
    if (!states.contains(practice.state))
      states << practice.state;
  return states;
}

QString World::nameOf(Id<Coordinator> id) const {
  for (const Coordinator& one : coordinators)
    if (one.id == id)
      return one.name;
  return coordinators.front().name;
}

QString World::nextNpi() {
  // The Luhn sum over 80840 and the nine digits, every second one from the right doubled.
  const QString nine = QString::number(200400000 + ++m_npis * 7919);
  int sum = 24;
  for (int i = 0; i < 9; ++i) {
    const int digit = nine[i].digitValue() * (i % 2 == 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return nine + QString::number((10 - sum % 10) % 10);
}

QString World::phone() {
  static constexpr const char* areas[] = {"512", "918", "312", "405", "262"};
  return QStringLiteral("%1-555-01%2")
      .arg(QLatin1String(dice.one(areas)))
      .arg(dice.below(100), 2, 10, QLatin1Char('0'));
}

void makeOffice(World& world) {
  for (const char* name : {"Lakeside Medical", "Prairie Wind Health Partners", "Harbor Clinic"}) {
    world.teams.push_back(world.add(Team{{}, QString::fromLatin1(name)}));
    const Id<Team> team = world.teams.back().id;
    for (int year = world.today.year() - 1; year <= world.today.year() + 1; ++year)
      world.add(ClosedDay{{}, team, QDate(year, 12, 24), QStringLiteral("Christmas Eve")});
  }
  world.workers.resize(world.teams.size());
  for (const Person& person : people) {
    const QString name = QString::fromLatin1(person.name);
    const QString role = QString::fromLatin1(person.role);
    world.coordinators.push_back(world.add(Coordinator{{}, name, emailOf(name), role}));
    const Id<Coordinator> id = world.coordinators.back().id;
    for (int team = 0; team < int(world.teams.size()); ++team)
      if (person.team == team || person.team < 0) {
        world.add(CoordinatorTeam{{}, id, world.teams[size_t(team)].id});
        if (person.team == team)
          world.workers[size_t(team)].push_back(id);
      }
  }
  // She helps the second team out.
  world.add(CoordinatorTeam{{}, world.coordinators[0].id, world.teams[1].id});
  world.workers[1].push_back(world.coordinators[0].id);

  int number = 0;
  for (const Place& place : places) {
    Practice practice;
    practice.team = world.teams[size_t(place.team)].id;
    practice.name = QString::fromLatin1(place.name);
    practice.groupNpi = world.nextNpi();
    practice.tin = shownTin(QStringLiteral("00%1").arg(4100300 + ++number * 131)); // no TIN begins with 00
    practice.address = QString::fromLatin1(place.address);
    practice.city = QString::fromLatin1(place.city);
    practice.state = QString::fromLatin1(place.state);
    practice.zip = QString::fromLatin1(place.zip);
    practice.phone = world.phone();
    practice.email = QStringLiteral("office%1@example.org").arg(number);
    world.practices.push_back(world.add(practice));
  }
  for (const House& house : houses) {
    Facility facility;
    facility.name = QString::fromLatin1(house.name);
    facility.city = QString::fromLatin1(house.city);
    facility.state = QString::fromLatin1(house.state);
    facility.phone = world.phone();
    world.facilities.push_back(world.add(facility));
  }
}

} // namespace sample
