// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/sample/world.h"

namespace sample {

namespace {

struct Field {
  const char* degree;
  const char* specialty;
  const char* taxonomy;
};

// A few codes of the NUCC table, enough to look real.
constexpr Field fields[] = {
    {"MD", "Family Medicine", "207Q00000X"},         {"MD", "Internal Medicine", "207R00000X"},
    {"MD", "Cardiovascular Disease", "207RC0000X"},  {"DO", "Pediatrics", "208000000X"},
    {"MD", "Obstetrics & Gynecology", "207V00000X"}, {"MD", "Psychiatry", "2084P0800X"},
    {"MD", "Orthopaedic Surgery", "207X00000X"},     {"NP", "Family Nurse Practitioner", "363LF0000X"},
    {"PA-C", "Physician Assistant", "363A00000X"},   {"LCSW", "Clinical Social Worker", "1041C0700X"},
    {"DPT", "Physical Therapist", "225100000X"},
};

struct Name {
  const char* last;
  const char* first;
  const char* middle = "";
};

// As people write themselves, in many scripts: lists, exports and reports must carry them all.
constexpr Name names[] = {
    {"Marten", "Lily", "Rose"},
    {"Nuñez-Ruiz", "Zoë"},
    {"李", "小雨"},
    {"Okonkwo", "Chidinma", "A."},
    {"Nguyễn", "Thảo Ễn"},
    {"Åkerström", "Björn"},
    {"O'Hara-Quill", "Siobhán"},
    {"Владимирова", "Анна"},
    {"Παπαδάκη", "Ελένη"},
    {"محمود", "ليلى"},
    {"कुलकर्णी", "अनन्या"},
    {"김", "서연"},
    {"佐々木", "陽菜"},
    {"Çelik", "Gökçe"},
    {"Łukaszewicz", "Żaneta"},
    {"da Silva e Souza", "João", "P."},
    {"Ng", "Wei"},
    {"D'Angelo", "Nicolò"},
    {"van der Berg", "Marieke"},
    {"Þorsteinsdóttir", "Guðrún"},
    {"Müller-Weiß", "Jürgen"},
    {"Adeyemi-Clarke", "Folasade"},
    {"Abara", "Ngozi"},
    {"Bellweather", "Thomas", "J."},
    {"Birdsong", "Aiyana"},
    {"Brookhaven", "Miriam"},
    {"Castlebury", "Owen"},
    {"Chaudhury", "Rehana"},
    {"Crestwood", "Naomi", "E."},
    {"Delacroix-Webb", "Étienne"},
    {"Dunmore", "Harriet"},
    {"Eastlake", "Samuel"},
    {"Fairweather", "Joy"},
    {"Farrokhzadi", "Shirin"},
    {"Goldfinch", "Aaron"},
    {"Greenhollow", "Patrice"},
    {"Hartsong", "Lucille"},
    {"Ibarra-Montes", "Álvaro"},
    {"Jankowiak", "Piotr"},
    {"Kahananui", "Leilani"},
    {"Kestrel", "Wren"},
    {"Langstroth", "Gwendolyn", "M."},
    {"Lindenmeyer", "Kurt"},
    {"Mapleton", "Grace"},
    {"Mbeki-Stone", "Thandiwe"},
    {"Moonriver", "Caleb"},
    {"Oduya", "Kwabena"},
    {"Osei-Tutu", "Abena"},
    {"Pemberwick", "Charlotte"},
    {"Quillfeather", "Dorian"},
    {"Ravensworth", "Simone"},
    {"Rosewater", "Elias"},
    {"Sandoval-Reyes", "Xiomara"},
    {"Silverlake", "Benjamin"},
    {"Tanaka-Holloway", "Kenji"},
    {"Thistlewood", "Imogen"},
    {"Underhill", "Percival"},
    {"Venkataraghavan", "Lakshmi", "S."},
    {"Winterbourne", "Beatrix"},
    {"Yellowhorse", "Dakota"},
};

constexpr const char* tags[] = {
    "", "", "", "Telehealth", "Bilingual", "Part-time", "Telehealth; Bilingual", "Locum tenens"};

const char* statusOf(int index) {
  // The last ones of the list joined only now; a few have left.
  return index >= 55 ? "Onboarding" : index >= 53 ? "Terminated" : index >= 50 ? "Inactive" : "Active";
}

void addPractices(World& world, const Provider& provider) {
  std::vector<Practice> own;
  for (const Practice& practice : world.practices)
    if (practice.team == provider.team)
      own.push_back(practice);
  world.dice.shuffle(own);
  own.resize(size_t(world.dice.oneIn(4) ? 3 : world.dice.between(1, 2)));
  for (const Practice& practice : own)
    world.add(ProviderPractice{{}, provider.id, practice.id});
  world.worksAt.insert(provider.id, own);
}

} // namespace

void makeProviders(World& world) {
  int index = 0;
  for (const Name& name : names) {
    const size_t team = size_t(index) % world.teams.size();
    const Field& field = fields[size_t(index * 7) % std::size(fields)];
    Provider provider;
    provider.team = world.teams[team].id;
    provider.npi = index == 59 ? QString() : world.nextNpi(); // one has yet to apply for it
    provider.lastName = QString::fromUtf8(name.last);
    provider.firstName = QString::fromUtf8(name.first);
    provider.middleName = QString::fromUtf8(name.middle);
    provider.suffix = index == 34 ? QStringLiteral("Jr.") : QString();
    provider.degree = QString::fromLatin1(field.degree);
    provider.specialty = QString::fromLatin1(field.specialty);
    provider.taxonomy = QString::fromLatin1(field.taxonomy);
    provider.email = QStringLiteral("provider%1@example.org").arg(index + 1);
    provider.phone = world.phone();
    provider.dateOfBirth = world.daysAgo(world.dice.between(30 * 365, 66 * 365));
    provider.caqhId = index == 58 ? QString() : QString::number(19000000 + index * 10357);
    provider.status = QString::fromLatin1(statusOf(index));
    const bool isOnboarding = provider.status == QLatin1String("Onboarding");
    provider.startDate =
        isOnboarding ? world.today.addDays(world.dice.between(14, 90)) : world.daysAgo(world.dice.between(1990, 5000));
    provider.tags = QString::fromLatin1(world.dice.one(tags));
    provider.assignee = world.dice.oneIn(12) ? Id<Coordinator>() : world.dice.one(world.workers[team]);
    world.providers.push_back(world.add(provider));
    addPractices(world, world.providers.back());
    ++index;
  }
  for (const auto& [which, last] : {std::pair(1, "Nuñez"), {6, "Quill"}, {54, "Tanaka"}}) {
    const Provider& provider = world.providers[size_t(which)];
    world.add(ProviderName{{},
                           provider.id,
                           QString::fromUtf8(last),
                           provider.firstName,
                           {},
                           world.daysAgo(world.dice.between(400, 3000))});
  }
}

} // namespace sample
