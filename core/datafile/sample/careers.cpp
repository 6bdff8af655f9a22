// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/sample/world.h"
#include "core/team/profile.h"

namespace sample {

namespace {

struct Place {
  const char* city;
  const char* state;
  const char* zip;
};

constexpr Place places[] = {{"Springfield", "IL", "62701"},
                            {"Riverton", "WY", "82501"},
                            {"Fairview", "TX", "75069"},
                            {"Georgetown", "KY", "40324"}};

constexpr const char* schools[] = {"Lakeshore University", "Fairview College of Medicine", "Hillcrest State University",
                                   "Old Harbor Institute of Health"};
constexpr const char* hospitals[] = {"Cedar Falls Teaching Hospital", "St. Brannoc Medical Center",
                                     "Northgate Regional Hospital"};
constexpr const char* employers[] = {"Willow Creek Clinic", "Sunrise Health Partners", "Two Rivers Medical Group",
                                     "Larkspur Community Health"};
constexpr const char* reasons[] = {"Moved", "Contract ended", "Joined this practice"};
constexpr const char* peers[] = {"Rowan Ashdown", "Petra Lindqvist-Mayer", "Amadou Seck", "Hana Morishita",
                                 "Cillian Dovecote"};

/// A further specialty of those of a first one, as NUCC's table has it.
struct Second {
  const char* first;
  const char* code;
  const char* specialty;
};
constexpr Second seconds[] = {{"207Q00000X", "207QA0505X", "Adult Medicine"},
                              {"207R00000X", "207RG0300X", "Geriatric Medicine"},
                              {"2084P0800X", "2084P0804X", "Child & Adolescent Psychiatry"}};

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

bool isPhysician(const Provider& provider) {
  return provider.degree == QLatin1String("MD") || provider.degree == QLatin1String("DO");
}

/// A school and, for physicians, a residency after it; the day the last of them ended.
QDate addTraining(World& world, const Provider& provider) {
  const Place& place = world.dice.one(places);
  const int left = world.today.year() - world.dice.between(9, 14);
  Education school;
  school.provider = provider.id;
  school.kind = isPhysician(provider) ? QStringLiteral("Medical school") : QStringLiteral("Graduate");
  school.institution = text(world.dice.one(schools));
  school.degree = provider.degree;
  school.started = QDate(left - 4, 8, 20);
  school.ended = QDate(left, 5, 31);
  school.city = text(place.city);
  school.state = text(place.state);
  school.country = QStringLiteral("US");
  if (!world.dice.oneIn(3)) {
    school.verified = World::workingDay(world.daysAgo(world.dice.between(200, 1200)));
    school.source = QStringLiteral("The school's registrar");
  }
  world.add(school);
  if (!isPhysician(provider))
    return school.ended;
  Education residency;
  residency.provider = provider.id;
  residency.kind = QStringLiteral("Residency");
  residency.institution = text(world.dice.one(hospitals));
  residency.specialty = provider.specialty;
  residency.started = QDate(left, 7, 1);
  residency.ended = QDate(left + 3, 6, 30);
  residency.country = QStringLiteral("US");
  world.add(residency);
  return residency.ended;
}

/// One place before this practice; some left a gap behind it that asks to be explained.
void addWork(World& world, const Provider& provider, QDate trained) {
  WorkHistory first;
  first.provider = provider.id;
  first.employer = text(world.dice.one(employers));
  first.position = provider.specialty;
  first.started = trained.addDays(world.dice.between(10, 25));
  first.ended = first.started.addDays(world.dice.between(300, 700));
  first.leaving = text(world.dice.one(reasons));
  const Place& place = world.dice.one(places);
  first.city = text(place.city);
  first.state = text(place.state);
  first.phone = world.phone();
  world.add(first);
  const int pause = world.dice.oneIn(6) ? 240 : world.dice.oneIn(5) ? 60 : 14;
  const QDate next = first.ended.addDays(pause);
  if (pause == 240 && world.dice.oneIn(2))
    world.add(WorkGap{{}, provider.id, first.ended.addDays(1), next.addDays(-1), QStringLiteral("Parental leave")});
  WorkHistory now;
  now.provider = provider.id;
  now.employer = world.practicesOf(provider).front().name;
  now.position = provider.specialty;
  now.started = next;
  world.add(now);
}

void addPeers(World& world, const Provider& provider) {
  const int first = world.dice.below(int(std::size(peers)));
  for (int i = 0; i < 3; ++i) {
    PeerReference peer;
    peer.provider = provider.id;
    peer.name = text(peers[size_t(first + i) % std::size(peers)]);
    peer.degree = QStringLiteral("MD");
    peer.specialty = provider.specialty;
    peer.relation = i == 0 ? QStringLiteral("Supervisor") : QStringLiteral("Colleague");
    peer.phone = world.phone();
    peer.email = QStringLiteral("peer%1@example.org").arg(size_t(first + i) % std::size(peers) + 1);
    peer.knownSince = QDate(world.today.year() - world.dice.between(3, 9), 1, 1);
    world.add(peer);
  }
}

void addAddress(World& world, const Provider& provider) {
  const Place& place = world.dice.one(places);
  world.add(ProviderAddress{{},
                            provider.id,
                            QStringLiteral("Mailing"),
                            QStringLiteral("%1 Juniper Lane").arg(world.dice.between(10, 990)),
                            text(place.city),
                            text(place.state),
                            text(place.zip),
                            world.phone(),
                            {}});
}

} // namespace

void makeCareers(World& world) {
  for (const Provider& provider : world.providers) {
    addWork(world, provider, addTraining(world, provider));
    addPeers(world, provider);
    addAddress(world, provider);
    for (const Second& second : seconds)
      if (provider.taxonomy == QLatin1String(second.first))
        world.add(ProviderTaxonomy{{}, provider.id, text(second.code), text(second.specialty), {}, {}});
  }
}

} // namespace sample
