// SPDX-License-Identifier: GPL-3.0-or-later
// credenza-generate DIR [--scale F]: a fictional office at the size the program is measured at, as the CSV files that
// `credenza import DIR` reads. The same scale gives the same bytes on every machine; scale 1 is 10,000 providers,
// 200,000 enrollments and trackings, 1,000,000 steps (some 75,000 open), 2,000,000 notes, 100,000 credentials.
#include "core/calendar/businessdays.h"

#include <QDate>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace {

using std::string;
using std::string_view;

const QDate today(2026, 1, 12); // the benchmark passes it as --today
constexpr int perProvider = 20; // enrollments and trackings
constexpr int stepsEach = 5;
constexpr int notesEach = 10;

// splitmix64: small, well mixed, and the same everywhere, which the standard library's distributions are not.
class Random {
public:
  explicit Random(quint64 seed) : m_state(seed) {}
  quint64 next() {
    quint64 z = (m_state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  int below(int n) { return int(next() % quint64(n)); }
  bool chance(int percent) { return below(100) < percent; }
  template<size_t n>
  string_view pick(const std::array<string_view, n>& from) {
    return from[next() % n];
  }

private:
  quint64 m_state;
};

class Csv {
public:
  Csv(const std::filesystem::path& folder, const char* name, string_view header) {
    m_file = std::fopen((folder / (string(name) + ".csv")).c_str(), "wb");
    if (!m_file)
      fail();
    m_line = string(header) + "\r\n";
  }
  ~Csv() {
    flush();
    if (std::fclose(m_file) != 0)
      fail();
  }
  Csv(const Csv&) = delete;
  Csv& operator=(const Csv&) = delete;

  void row(std::initializer_list<string_view> cells) {
    const char* comma = "";
    for (string_view cell : cells) {
      m_line += comma;
      comma = ",";
      put(cell);
    }
    m_line += "\r\n";
    if (m_line.size() > 1 << 18)
      flush();
  }

private:
  void put(string_view cell) {
    if (cell.find_first_of(",\"\r\n") == string_view::npos) {
      m_line += cell;
      return;
    }
    m_line += '"';
    for (char c : cell)
      m_line.append(c == '"' ? 2 : 1, c);
    m_line += '"';
  }
  void flush() {
    if (std::fwrite(m_line.data(), 1, m_line.size(), m_file) != m_line.size())
      fail();
    m_line.clear();
  }
  [[noreturn]] static void fail() {
    std::perror("credenza-generate");
    std::exit(1);
  }

  std::FILE* m_file;
  string m_line;
};

string iso(QDate day) { return day.isValid() ? day.toString(Qt::ISODate).toStdString() : string(); }

string padded(int number, int width) {
  const string digits = std::to_string(number);
  return string(size_t(std::max(0, width - int(digits.size()))), '0') + digits;
}

// Ten digits of which the last is the Luhn digit over 80840 and the rest.
string npi(int number) {
  const string digits = "1" + padded(number, 8);
  int sum = 24; // what 80840 adds
  for (size_t i = 0; i < digits.size(); ++i) {
    const int twice = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
    sum += twice / 10 + twice % 10;
  }
  return digits + char('0' + (10 - sum % 10) % 10);
}

// Two letters and seven digits, the last of which the others give.
string dea(const string& name, int number) {
  const string digits = padded(number, 6);
  int sum = 0;
  for (size_t i = 0; i < digits.size(); ++i)
    sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 2);
  const bool plain = name[0] >= 'A' && name[0] <= 'Z';
  return string("B") + (plain ? name[0] : '9') + digits + char('0' + sum % 10);
}

constexpr std::array<string_view, 40> lastNames{
    "Marten",    "Alder",       "Brook",   "Cedar",     "Dunlin",   "Egret",  "Fenwick", "Garnet",
    "Heron",     "Iverson",     "Juniper", "Kestrel",   "Linden",   "Mallow", "Norwood", "Osprey",
    "Pemberton", "Quill",       "Rowan",   "Sorrel",    "Teasel",   "Umber",  "Vireo",   "Whimbrel",
    "Yarrow",    "Zander",      "Núñez",   "Peña",      "Åkerlund", "Żuraw",  "Nguyễn",  "李",
    "O'Dell",    "Müller-Rhee", "Lefèvre", "Castañeda", "Bluebell", "Larch",  "Plover",  "Thistle"};
constexpr std::array<string_view, 30> firstNames{"Lily",  "Amos", "Bea",  "Cyril", "Dora", "Emil", "Flora", "Gus",
                                                 "Hazel", "Ivo",  "June", "Kurt",  "Lena", "Milo", "Nell",  "Otis",
                                                 "Pia",   "Quin", "Rosa", "Silas", "Tess", "Uri",  "Vera",  "Wren",
                                                 "Xenia", "Zoë",  "José", "Åsa",   "伟",   "Hiền"};
constexpr std::array<string_view, 26> initials{"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M",
                                               "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z"};
constexpr std::array<string_view, 5> degrees{"MD", "DO", "NP", "PA-C", "LCSW"};
constexpr std::array<string_view, 6> specialties{"Family Medicine", "Cardiology",  "Pediatrics",
                                                 "Psychiatry",      "Dermatology", "Emergency Medicine"};
constexpr std::array<string_view, 12> states{"IL", "WI", "IN", "MO", "IA", "MI", "TX", "CA", "OH", "KY", "MN", "TN"};
constexpr std::array<string_view, 3> teams{"Lakeside Medical", "Prairie Health Partners", "Cañón Valley Clinics"};
constexpr std::array<string_view, 4> lines{"Commercial", "HMO", "PPO", "Medicare Advantage"};
constexpr std::array<string_view, 10> enrollmentStates{
    "Participating", "Participating", "Participating",  "Participating", "Participating",
    "Submitted",     "In review",     "Info requested", "Not started",   "Non-participating"};
constexpr std::array<string_view, 10> documents{
    "State licence", "State licence",    "DEA registration", "Board certification", "Malpractice insurance", "BLS",
    "ACLS",          "CAQH attestation", "TB test",          "Driver licence"};
constexpr std::array<string_view, 4> parties{"Us", "Provider", "Payor", "Facility"};
constexpr std::array<string_view, 7> noteKinds{"Note", "Note", "Call", "Call", "Email", "Portal", "Fax"};
constexpr std::array<string_view, 10> openings{"Called the representative",
                                               "Left a message with enrollment",
                                               "Sent the completed packet",
                                               "Checked the portal of the plan",
                                               "Emailed the provider and the office",
                                               "Spoke with Zoë at the plan",
                                               "Faxed the W-9 again",
                                               "Reviewed the roster",
                                               "Asked the office manager",
                                               "Received a letter from the payor"};
constexpr std::array<string_view, 10> middles{" about the effective date of the contract",
                                              " about the missing CAQH authorisation",
                                              " and asked for the provider number",
                                              " regarding the \"Group NPI\" on file",
                                              " about the licence, DEA and malpractice copies",
                                              " to confirm receipt of the application",
                                              " after the last request was not answered",
                                              " because the tax ID did not match",
                                              " with the signed and dated attestation",
                                              " for the Cañón Valley location"};
constexpr std::array<string_view, 10> endings{"; will follow up next week.",
                                              "; they need 10 more business days.",
                                              ", no answer from them so far.",
                                              "; confirmed, in committee on the first Tuesday of the month.",
                                              ", waiting for a reply from Dr. Nguyễn.",
                                              "; promised a call back.\nSecond attempt tomorrow.",
                                              "; it is loaded, effective the first of the month.",
                                              ", they could not find it and asked to send all of it again.",
                                              "; nothing else is needed from us.",
                                              ", escalated to the supervisor of the region."};

struct Template {
  string_view type, subtype;
  std::array<string_view, stepsEach> steps;
  std::array<int, stepsEach> tat;
};
constexpr std::array<Template, 4> templates{{
    {"Payor",
     "New location",
     {"Collect documents", "Submit", "Confirm receipt", "Payor review", "Verify load"},
     {10, 2, 10, 45, 10}},
    {"Payor",
     "Roster update",
     {"Roster checked", "Sent to payor", "Receipt confirmed", "Changes loaded", "Billing told"},
     {3, 2, 10, 20, 1}},
    {"State License",
     "Compact",
     {"Form and fee", "Background check", "Board review", "Issued", "CAQH told"},
     {5, 10, 30, 5, 3}},
    {"Facility", "Added site", {"Request", "Verifications", "Committee", "Board", "Letter"}, {3, 20, 15, 10, 5}},
}};

struct Provider {
  string npi, name, team, practice, assignee;
  std::array<string, 2> states, facilities;
};

struct World {
  std::filesystem::path folder;
  int providerCount;
  std::vector<string> coordinators, payors, facilities;
  std::vector<Provider> providers;

  int trackingCount() const { return providerCount * perProvider; }
  // Which template the n-th tracking follows: mostly payors, and a mixture for each provider.
  const Template& templateOf(int tracking) const {
    const int kind = (tracking + tracking / providerCount) % 10;
    return templates[kind < 4 ? 0 : kind < 8 ? 1 : kind == 8 ? 2 : 3];
  }
  // Trackings go round the providers, so those of one provider are spread over the years.
  const Provider& providerOf(int tracking) const { return providers[size_t(tracking % providerCount)]; }
  // The payor of a provider's n-th enrollment; 7 and 120 share no divisor, so none comes twice.
  const string& payorOf(int provider, int n) const { return payors[size_t(provider * 3 + n * 7) % payors.size()]; }
  string reference(int tracking) const { return "W-" + padded(tracking + 1, 6); }
};

void writeOffice(World& world) {
  Random random(1);
  Csv teamFile(world.folder, "teams", "Team");
  for (string_view team : teams)
    teamFile.row({team});
  Csv coordinatorFile(world.folder, "coordinators", "Coordinator,Email,Role,Teams,Active");
  for (int i = 0; i < 24; ++i) {
    const string name = string(firstNames[size_t(i)]) + " " + string(lastNames[size_t(39 - i)]);
    world.coordinators.push_back(name);
    coordinatorFile.row({name, "coordinator" + padded(i + 1, 2) + "@example.org", "Full access",
                         string(teams[size_t(i % 3)]) + "; " + string(teams[size_t(i + 1) % 3]), "yes"});
  }
  Csv practiceFile(world.folder, "practices", "Team,Practice,Group NPI,TIN,Address,City,State,ZIP,Phone,Email");
  for (int i = 0; i < 300; ++i)
    practiceFile.row({teams[size_t(i % 3)], "Practice " + padded(i + 1, 3), npi(90000000 + i),
                      "98-" + padded(7000000 + i, 7), padded(i + 1, 0) + " Harbor Road", "Springfield",
                      states[size_t(i) % states.size()], padded(60000 + i, 5), "312-555-" + padded(i, 4), ""});
  Csv payorFile(world.folder, "payors", "Payor,Payor ID,Class,States,Usual days,Recredentialing months,Phone,Portal");
  for (int i = 0; i < 120; ++i) {
    world.payors.push_back("Health Plan " + padded(i + 1, 3));
    payorFile.row({world.payors.back(), "HP" + padded(i + 1, 3), i % 9 == 0 ? "Medicaid" : "Commercial", "", "90", "36",
                   "800-555-" + padded(i, 4), ""});
  }
  Csv facilityFile(world.folder, "facilities", "Facility,City,State,Phone");
  for (int i = 0; i < 80; ++i) {
    world.facilities.push_back("Hospital " + padded(i + 1, 2));
    facilityFile.row({world.facilities.back(), "Springfield", states[size_t(i) % states.size()], ""});
  }
  Csv templateFile(world.folder, "templates", "Type,Subtype,Step,Description,TAT");
  for (const Template& t : templates)
    for (size_t i = 0; i < stepsEach; ++i)
      templateFile.row({t.type, t.subtype, t.steps[i], "", std::to_string(t.tat[i])});
}

void writeProviders(World& world) {
  Random random(2);
  Csv file(world.folder, "providers",
           "Team,NPI,Last name,First name,Middle name,Suffix,Degree,Specialty,Taxonomy,Email,Phone,Date of "
           "birth,CAQH ID,Status,Start date,Practices,Tags,Assignee");
  Csv affiliations(world.folder, "affiliations",
                   "Team,NPI,Provider,Facility,Category,Status,Appointed,Reappointment due,Assignee");
  for (int i = 0; i < world.providerCount; ++i) {
    const string_view last = random.pick(lastNames);
    const string_view first = random.pick(firstNames);
    Provider p;
    p.npi = npi(int((qint64(i) * 7919 + 1234567) % 89999999));
    p.name = string(last) + ", " + string(first);
    p.team = teams[size_t(i % 3)];
    p.practice = "Practice " + padded((i % 300) + 1, 3);
    p.assignee = world.coordinators[size_t(random.below(24))];
    const int state = random.below(int(states.size()));
    p.states = {string(states[size_t(state)]), string(states[size_t(state + 5) % states.size()])};
    p.facilities = {world.facilities[size_t(i % 80)], world.facilities[size_t((i + 31) % 80)]};
    file.row({p.team, p.npi, last, first, random.pick(initials), "", random.pick(degrees), random.pick(specialties), "",
              "provider" + std::to_string(i + 1) + "@example.org", "312-555-" + padded(i % 10000, 4),
              iso(QDate(1955, 1, 1).addDays(random.below(14000))), padded(10000000 + i, 8),
              random.chance(94) ? "Active" : "Inactive", iso(today.addDays(-random.below(4000))), p.practice,
              random.chance(10) ? "locum" : "", p.assignee});
    for (const string& facility : p.facilities) {
      const QDate due = today.addDays(random.below(900) - 100);
      affiliations.row({p.team, p.npi, p.name, facility, "Active staff", random.chance(80) ? "Active" : "In review",
                        iso(due.addYears(-2)), iso(due), p.assignee});
    }
    world.providers.push_back(std::move(p));
  }
}

void writeEnrollmentsAndCredentials(const World& world) {
  Random random(3);
  Csv enrollments(world.folder, "enrollments",
                  "Team,NPI,Provider,Practice,Payor,State,Line of business,Status,Provider "
                  "number,Submitted,Effective,End,Follow-up,Waiting on,Assignee");
  Csv credentials(
      world.folder, "credentials",
      "Team,NPI,Provider,Practice,Document type,Number,State,Issuer,Issued,Expires,Verified,Source,Not applicable");
  for (int i = 0; i < world.providerCount; ++i) {
    const Provider& p = world.providers[size_t(i)];
    for (int n = 0; n < perProvider; ++n) {
      const string_view status = random.pick(enrollmentStates);
      const bool participating = status == "Participating";
      const QDate end = today.addDays(random.below(1150) - 60);
      const QDate submitted = participating ? end.addDays(-1095 - 70) : today.addDays(-random.below(120));
      enrollments.row(
          {p.team, p.npi, p.name, p.practice, world.payorOf(i, n), p.states[size_t(n % 2)], random.pick(lines), status,
           participating ? "PN" + padded(i * perProvider + n, 7) : "", status == "Not started" ? "" : iso(submitted),
           participating ? iso(end.addDays(-1095)) : "", participating && !random.chance(3) ? iso(end) : "",
           participating ? "" : iso(today.addDays(random.below(8))), "", random.chance(95) ? p.assignee : ""});
    }
    for (size_t n = 0; n < documents.size(); ++n) {
      const QDate expires = today.addDays(random.below(800) - 30);
      credentials.row({p.team, p.npi, p.name, "", documents[n],
                       n == 2 ? dea(p.name, i) : string(1, char('A' + n)) + padded(i, 6), n < 2 ? p.states[n] : "", "",
                       iso(expires.addDays(-730)), iso(expires), "", "", ""});
    }
  }
}

void writeTrackings(const World& world) {
  Random random(4);
  Csv trackings(
      world.folder, "trackings",
      "Tracking,Team,NPI,Provider,Practice,Type,Subtype,Payor,Facility,State,Assignee,Priority,Started,Status");
  Csv steps(world.folder, "steps", "Tracking,Step,Status,Assignee,Started,Due,Completed,Follow-up,Waiting on");
  const int count = world.trackingCount();
  for (int i = 0; i < count; ++i) {
    const Provider& p = world.providerOf(i);
    const Template& t = world.templateOf(i);
    const string reference = world.reference(i);
    const int nth = i / world.providerCount;
    const bool ofPayor = t.type == "Payor";
    // From three years ago to last Friday, in the order of their references.
    const QDate started = addBusinessDays(today.addDays(-1095 + int(qint64(i) * 1092 / count)), 0);
    // Half of the newest third is open, with one to four of its five steps: 75,000 open steps at scale 1.
    const int open = i >= count * 7 / 10 && random.chance(50) ? 1 + random.below(4) : 0;
    const string_view status = open > 0 && random.chance(2)    ? "On hold"
                               : open == 0 && random.chance(1) ? "Cancelled"
                                                               : "";
    trackings.row({reference, p.team, p.npi, p.name, p.practice, t.type, t.subtype,
                   ofPayor ? world.payorOf(i % world.providerCount, nth) : "",
                   t.type == "Facility" ? p.facilities[size_t(nth % 2)] : "",
                   t.type == "Facility" ? "" : p.states[size_t(nth % 2)], p.assignee,
                   random.chance(10) ? "High" : "Normal", iso(started), status});
    QDate due = started;
    QDate begins = started;
    for (int n = 0; n < stepsEach; ++n) {
      due = addBusinessDays(due, t.tat[size_t(n)]);
      const int ahead = n - (stepsEach - open); // 0: the first open step
      const QDate completed =
          ahead < 0 ? std::min(today, addBusinessDays(begins, random.below(t.tat[size_t(n)] + 4))) : QDate();
      const bool atWork = ahead == 0;
      const bool waits = atWork && random.chance(60);
      steps.row({reference, t.steps[size_t(n)],
                 ahead < 0 ? "Completed"
                 : waits   ? "Waiting"
                 : atWork  ? "In progress"
                           : "New",
                 random.chance(95) ? p.assignee : "", ahead <= 0 ? iso(begins) : "", iso(due), iso(completed),
                 atWork ? iso(today.addDays(random.below(10) - 2)) : "", waits ? random.pick(parties) : ""});
      if (completed.isValid())
        begins = completed;
    }
  }
}

// In the order they were written, each on any of the trackings begun by then: the notes of a step lie far apart.
void writeNotes(const World& world) {
  Random random(5);
  Csv notes(world.folder, "notes", "Tracking,Step,NPI,Provider,Practice,Payor,Task,Written,Author,Kind,Reference,Note");
  std::vector<string> days;
  for (QDate day = today.addDays(-1095); day < today; day = addBusinessDays(day, 1))
    days.push_back(iso(day));
  const int trackings = world.trackingCount();
  const qint64 count = qint64(trackings) * notesEach;
  for (qint64 i = 0; i < count; ++i) {
    const qint64 moment = i * qint64(days.size()) * 540 / count; // working minutes since the beginning
    const string& day = days[size_t(moment / 540)];
    const int minute = 480 + int(moment % 540);
    const string written = day + " " + padded(minute / 60, 2) + ":" + padded(minute % 60, 2);
    const int tracking = random.below(int(i * trackings / count) + 1);
    const Provider& p = world.providerOf(tracking);
    const int about = random.below(100);
    const string_view step = world.templateOf(tracking).steps[size_t(random.below(stepsEach))];
    const string text = string(random.pick(openings)) + string(random.pick(middles)) + string(random.pick(endings));
    const string reference = random.chance(20) ? "REF-" + std::to_string(100000 + random.below(900000)) : "";
    const string& author = random.chance(80) ? p.assignee : world.coordinators[size_t(random.below(24))];
    const bool onTracking = about < 95;
    notes.row({onTracking ? world.reference(tracking) : "", about < 90 ? step : "", onTracking ? "" : p.npi,
               onTracking ? "" : p.name, "",
               about >= 97 ? world.payorOf(tracking % world.providerCount, random.below(perProvider)) : "", "", written,
               author, random.pick(noteKinds), reference, text});
  }
}

void writeTasks(const World& world) {
  Random random(6);
  Csv tasks(world.folder, "tasks", "Team,Task,NPI,Provider,Practice,Assigned to,Due,Follow-up,Status,Notify,Note");
  for (int i = 0; i < world.providerCount * 5; ++i) {
    const Provider& p = world.providerOf(i);
    const bool open = random.chance(15);
    const QDate due = open ? today.addDays(random.below(40) - 10) : today.addDays(-random.below(900));
    tasks.row({p.team, "Call back about request " + padded(i + 1, 5), p.npi, p.name, "", p.assignee, iso(due),
               open ? iso(today.addDays(random.below(7))) : "", open ? "In progress" : "Completed", "yes", ""});
  }
}

int usage() {
  std::fputs("usage: credenza-generate DIR [--scale F]   (F from 0.001 to 1)\n", stderr);
  return 2;
}

} // namespace

int main(int argc, char** argv) {
  double scale = 1;
  if (argc == 4 && std::strcmp(argv[2], "--scale") == 0)
    scale = std::atof(argv[3]);
  else if (argc != 2)
    return usage();
  if (!(scale >= 0.001 && scale <= 1))
    return usage();
  World world;
  world.folder = argv[1];
  world.providerCount = int(10000 * scale);
  std::filesystem::create_directories(world.folder);
  writeOffice(world);
  writeProviders(world);
  writeEnrollmentsAndCredentials(world);
  writeTrackings(world);
  writeNotes(world);
  writeTasks(world);
  return 0;
}
