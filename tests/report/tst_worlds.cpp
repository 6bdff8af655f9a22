// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/world.h"

#include "core/payors/participation.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace {

using Rows = World::Rows;

QString iso(QDate day) { return day.isValid() ? day.toString(Qt::ISODate) : QString(); }

/// The order every report comes in: team, provider, the date that matters (none last), then a number.
struct Place {
  QString team, provider;
  QDate date;
  qint64 id = 0;
  auto key() const {
    return std::tuple(team.toLower(), provider.toLower(), !date.isValid(), date.toJulianDay(), id);
  }
};

/// Whom a row is about, as every report says it.
struct Who {
  QString team, provider, npi, practice;
  QStringList cells() const { return {team, provider, npi, practice}; }
};

/// The reports, worked out row by row from the records, in loops: none of the program's SQL and none of its calendar.
class Count {
public:
  explicit Count(const World& world) : w(world) {}

  struct Line {
    Place place;
    QStringList cells;
  };

  Who who(Id<Provider> provider, Id<Practice> practice) const {
    Who who;
    const Provider* p = w.get(w.providers, provider);
    const Practice* at = w.get(w.practices, practice);
    if (const Team* team = w.get(w.teams, p ? p->team : at->team))
      who.team = team->name;
    if (p) {
      who.provider = p->firstName.isEmpty() ? p->lastName : p->lastName + ", " + p->firstName;
      who.npi = p->npi;
    }
    if (at)
      who.practice = at->name;
    return who;
  }
  /// What a provider is sorted by: the comma stands even where there is no first name.
  QString sortName(Id<Provider> provider) const {
    const Provider* p = w.get(w.providers, provider);
    return !p ? QString() : p->firstName.isEmpty() ? p->lastName + "," : p->lastName + ", " + p->firstName;
  }

  QString statusOf(const Tracking& t) const {
    if (t.setStatus == "On hold" || t.setStatus == "Cancelled")
      return t.setStatus;
    int all = 0, done = 0, fresh = 0;
    for (const Step& step : w.steps)
      if (step.tracking == t.id) {
        ++all;
        done += step.status == "Completed" || step.status == "Not needed";
        fresh += step.status == "New";
      }
    return fresh == all ? "New" : done == all ? "Completed" : "In progress";
  }
  bool isOpen(const Tracking& t) const { return statusOf(t) != "Completed" && statusOf(t) != "Cancelled"; }

  const Step* shown(const Tracking& t) const {
    const Step *open = nullptr, *last = nullptr;
    for (const Step& step : w.steps)
      if (step.tracking == t.id) {
        if (!open && (step.status == "New" || step.status == "In progress" || step.status == "Waiting"))
          open = &step;
        last = &step;
      }
    return open ? open : last;
  }

  QString daysLate(const Step& step, const Tracking& tracking) const {
    if (!step.due.isValid() || step.status == "Completed" || step.status == "Not needed" || !isOpen(tracking))
      return {};
    static const QSet<QDate> holidays{QDate(2025, 12, 25), QDate(2026, 1, 1), QDate(2026, 1, 19)};
    int late = 0;
    for (QDate day = step.due.addDays(1); day <= w.today; day = day.addDays(1))
      late += day.dayOfWeek() <= 5 && !holidays.contains(day);
    return late > 0 ? QString::number(late) : QString();
  }

  template<class Fits>
  const Note* newest(Fits fits) const {
    const Note* best = nullptr;
    for (const Note& note : w.notes)
      if (fits(note) && (!best || std::tie(note.written, note.id) > std::tie(best->written, best->id)))
        best = &note;
    return best;
  }
  static QStringList lastNote(const Note* note) {
    return note ? QStringList{note->written.left(10), note->author, note->text} : QStringList{"", "", ""};
  }
  const Note* noteOf(const Enrollment& e) const {
    return newest([&](const Note& note) {
      if (const Tracking* t = w.get(w.trackings, note.tracking))
        return t->enrollment == e.id;
      if (note.task.isValid() || note.payor != e.payor || note.provider != e.provider)
        return false;
      return e.provider.isValid() ? !note.practice.isValid() || !e.practice.isValid() || note.practice == e.practice
                                  : note.practice == e.practice;
    });
  }
  const Note* noteOf(const Affiliation& a) const {
    return newest([&](const Note& note) {
      const Tracking* t = w.get(w.trackings, note.tracking);
      return t && t->affiliation == a.id;
    });
  }

  const Tracking* newestTracking(Id<Enrollment> e, Id<Affiliation> a) const {
    const Tracking* best = nullptr;
    for (const Tracking& t : w.trackings)
      if ((e.isValid() ? t.enrollment == e : t.affiliation == a) &&
          (!best || std::tie(t.started, t.id) > std::tie(best->started, best->id)))
        best = &t;
    return best;
  }
  /// Tracking, its status, step, due, days late.
  QStringList trackingCells(const Tracking* t) const {
    if (!t)
      return {"No tracking yet", "", "", "", ""};
    const Step* step = shown(*t);
    if (!step)
      return {t->reference, statusOf(*t), "", "", ""};
    return {t->reference, statusOf(*t), step->name, iso(step->due), daysLate(*step, *t)};
  }

  bool hasOpenRecredentialing(Id<Enrollment> e, Id<Affiliation> a) const {
    static const QStringList subtypes{"Recredentialing", "Medicare revalidation", "Re-credentialing", "Renewal",
                                      "Reappointment"};
    return std::any_of(w.trackings.begin(), w.trackings.end(), [&](const Tracking& t) {
      return (e.isValid() ? t.enrollment == e : t.affiliation == a) && isOpen(t) && subtypes.contains(t.subtype);
    });
  }

  Line payorLine(const Enrollment& e) const {
    const Who of = who(e.provider, e.practice);
    return {{of.team, sortName(e.provider), e.end, e.id.value},
            of.cells() + QStringList{w.get(w.payors, e.payor)->name, e.state, e.status, iso(e.effective), iso(e.end)} +
                trackingCells(newestTracking(e.id, {})) + lastNote(noteOf(e))};
  }
  Line facilityLine(const Affiliation& a) const {
    const Who of = who(a.provider, {});
    const Facility* at = w.get(w.facilities, a.facility);
    return {{of.team, sortName(a.provider), a.reappointmentDue, a.id.value},
            of.cells() + QStringList{at->name, at->state, a.status, iso(a.appointed), iso(a.reappointmentDue)} +
                trackingCells(newestTracking({}, a.id)) + lastNote(noteOf(a))};
  }

  QString standing(const Credential& one) const {
    const DocumentType* type = w.get(w.types, one.documentType);
    if (one.notApplicable)
      return "Not applicable";
    if (!one.expires.isValid())
      return type->hasTerm ? "No date" : "Current";
    const int first = one.ladder.isEmpty() ? type->firstAlert : one.ladder.section('/', 0, 0).toInt();
    return one.expires < w.today                  ? "Expired"
           : w.today.daysTo(one.expires) <= first ? "Expiring"
                                                  : "Current";
  }

  struct Says {
    int rank = 9; ///< 1 yes, 2 past its end, 3 expected, 4 no
    QString word, claims, basis;
    QDate date, late;
    qint64 key = 0;
    bool isBetterThan(const Says& other) const {
      return std::tuple(rank, !date.isValid(), date.toJulianDay(), key) <
             std::tuple(other.rank, !other.date.isValid(), other.date.toJulianDay(), other.key);
    }
  };
  /// What an enrollment says of a day. The history is counted by sorting all the cases.
  Says says(const Enrollment& e, QDate day) const {
    Says it{4, "No", "Do not schedule", {}, e.effective, {}, 0};
    if (e.status == "Non-participating")
      it.claims = "Bill non-par";
    if (e.status == "Participating") {
      it.rank = e.end.isValid() && e.end < day ? 2 : e.effective.isValid() && e.effective > day ? 3 : 1;
      it.claims = "Bill";
    }
    if (e.status == "Submitted" || e.status == "Not started" || e.status == "Approved, pending load") {
      it.rank = 3;
      it.claims = "Hold";
      std::vector<int> days;
      for (const Enrollment& other : w.enrollments)
        if (other.payor == e.payor && other.state == e.state && other.submitted.isValid() &&
            other.effective.isValid() && other.effective >= other.submitted)
          days.push_back(int(other.submitted.daysTo(other.effective)));
      std::sort(days.begin(), days.end());
      const auto usual = w.get(w.payors, e.payor)->usualDays;
      if (!e.effective.isValid() && e.submitted.isValid()) {
        if (days.size() >= 5) {
          it.date = e.submitted.addDays(days[size_t(std::ceil(double(days.size()) * 0.5)) - 1]);
          it.late = e.submitted.addDays(days[size_t(std::ceil(double(days.size()) * 0.8)) - 1]);
          it.basis = QString("Own history of %1 cases").arg(days.size());
        } else if (usual) {
          it.date = e.submitted.addDays(*usual);
          it.basis = "Usual days of the payor";
        }
      }
    }
    it.word = QStringList{"Yes", "Past its end", "Expected", "No"}[it.rank - 1];
    return it;
  }
  bool worksAt(Id<Provider> provider, Id<Practice> practice) const {
    return std::any_of(w.links.begin(), w.links.end(), [&](const ProviderPractice& link) {
      return link.provider == provider && link.practice == practice;
    });
  }

  static Rows rowsOf(std::vector<Line> lines) {
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Line& a, const Line& b) { return a.place.key() < b.place.key(); });
    Rows rows;
    for (const Line& line : lines)
      rows.push_back(line.cells);
    return rows;
  }

  const World& w;
};

void compare(const Rows& ours, const Rows& wanted) {
  for (size_t i = 0; i < std::min(ours.size(), wanted.size()); ++i)
    QVERIFY2(ours[i] == wanted[i],
             qPrintable(QString("row %1\n  %2\n  %3").arg(i).arg(ours[i].join('|'), wanted[i].join('|'))));
  QCOMPARE(ours.size(), wanted.size());
}

} // namespace

/// Reports against a slow count over offices made by chance, every row and its place.
class TestWorlds : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void payorsHaveTheirNewestTrackingAndNote_data() { worlds(); }
  void payorsHaveTheirNewestTrackingAndNote();
  void affiliationsStandBesidePayors_data() { worlds(); }
  void affiliationsStandBesidePayors();
  void recredentialingHasOpenOnesAndEndsWithinTheirLadder_data() { worlds(); }
  void recredentialingHasOpenOnesAndEndsWithinTheirLadder();
  void payorRecredentialingSaysWhy_data() { worlds(); }
  void payorRecredentialingSaysWhy();
  void completedHasTodayAndTheSixDaysBefore_data() { worlds(); }
  void completedHasTodayAndTheSixDaysBefore();
  void licenseCoverageHasEveryStateWithAPracticeOrEnrollment_data() { worlds(); }
  void licenseCoverageHasEveryStateWithAPracticeOrEnrollment();
  void participationTellsWhoIsWithWhom_data() { worlds(); }
  void participationTellsWhoIsWithWhom();
  void oneQuestionIsAnsweredAsTheReportHasIt_data() { worlds(); }
  void oneQuestionIsAnsweredAsTheReportHasIt();
  void providerStatusHasEverySection_data() { worlds(); }
  void providerStatusHasEverySection();

private:
  static void worlds() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
      QTest::addRow("office %u", seed) << seed;
  }
};

void TestWorlds::payorsHaveTheirNewestTrackingAndNote() {
  QFETCH(quint32, seed);
  World world(seed);
  const Count count(world);
  std::vector<Count::Line> lines;
  for (const Enrollment& e : world.enrollments)
    lines.push_back(count.payorLine(e));
  compare(world.report("payors-with-notes"), Count::rowsOf(lines));
}

void TestWorlds::affiliationsStandBesidePayors() {
  QFETCH(quint32, seed);
  World world(seed);
  const Count count(world);
  std::vector<Count::Line> lines;
  // Affiliations first: where all else is equal they stand before.
  const auto add = [&](const Count::Line& line, const QString& kind, Id<Provider> provider) {
    const QStringList& c = line.cells;
    const Provider* p = world.get(world.providers, provider);
    lines.push_back({line.place, c.mid(0, 3) + QStringList{p ? p->tags : QString(), c[3], kind} + c.mid(4, 9) +
                                     c.mid(14)});
  };
  for (const Affiliation& a : world.affiliations)
    add(count.facilityLine(a), "Facility", a.provider);
  for (const Enrollment& e : world.enrollments)
    add(count.payorLine(e), "Payor", e.provider);
  compare(world.report("affiliations-and-payors-with-notes"), Count::rowsOf(lines));
}

void TestWorlds::recredentialingHasOpenOnesAndEndsWithinTheirLadder() {
  QFETCH(quint32, seed);
  World world(seed);
  const Count count(world);
  std::vector<Count::Line> lines;
  const auto isWithin = [&](QDate end, const QString& ladder, int usual) {
    const int first = ladder.isEmpty() ? usual : ladder.section('/', 0, 0).toInt();
    return end.isValid() && world.today.daysTo(end) <= first;
  };
  for (const Affiliation& a : world.affiliations)
    if (count.hasOpenRecredentialing({}, a.id) || isWithin(a.reappointmentDue, a.ladder, 150))
      lines.push_back(count.facilityLine(a));
  for (const Enrollment& e : world.enrollments)
    if (e.provider.isValid() && (count.hasOpenRecredentialing(e.id, {}) || isWithin(e.end, e.ladder, 180)))
      lines.push_back(count.payorLine(e));
  QVERIFY(lines.size() > 5 && lines.size() < world.enrollments.size() + world.affiliations.size());
  compare(world.report("recredentialing"), Count::rowsOf(lines));
}

void TestWorlds::payorRecredentialingSaysWhy() {
  QFETCH(quint32, seed);
  World world(seed);
  const Count count(world);
  std::vector<Count::Line> lines;
  for (const Enrollment& e : world.enrollments) {
    if (e.status != "Participating" || (e.end.isValid() && e.end >= world.today))
      continue;
    const Who of = count.who(e.provider, e.practice);
    lines.push_back(
        {{of.team, count.sortName(e.provider), e.end, e.id.value},
         of.cells() +
             QStringList{world.get(world.payors, e.payor)->name, e.state, "", e.status, "Nobody", "Bill", "",
                         iso(e.submitted), iso(e.effective), iso(e.end),
                         e.end.isValid() ? QString::number(world.today.daysTo(e.end)) : QString(), "", ""} +
             Count::lastNote(count.noteOf(e)) + QStringList{e.end.isValid() ? "End date is past" : "No end date"}});
  }
  compare(world.report("payor-recredentialing"), Count::rowsOf(lines));
}

void TestWorlds::completedHasTodayAndTheSixDaysBefore() {
  QFETCH(quint32, seed);
  World world(seed);
  const Count count(world);
  const auto wanted = [&](QDate from, QDate to) {
    std::vector<Count::Line> lines;
    for (const Step& step : world.steps) {
      if (step.status != "Completed" || !step.completed.isValid() || step.completed < from || step.completed > to)
        continue;
      const Tracking* t = world.get(world.trackings, step.tracking);
      const Who of = count.who(t->provider, t->practice);
      QStringList about;
      if (const Payor* payor = world.get(world.payors, t->payor))
        about << payor->name;
      if (const Facility* facility = world.get(world.facilities, t->facility))
        about << facility->name;
      if (!t->state.isEmpty())
        about << t->state;
      lines.push_back(
          {{of.team, count.sortName(t->provider), step.completed, step.id.value},
           of.cells() +
               QStringList{t->type, t->subtype, about.join(" · "), QString::number(step.position), step.name, "Completed",
                           "", "", "", iso(step.due), "", iso(step.followUp), iso(step.completed)} +
               Count::lastNote(count.newest([&](const Note& note) { return note.step == step.id; }))});
    }
    return Count::rowsOf(lines);
  };
  compare(world.report("completed"), wanted(world.today.addDays(-6), world.today));
  report::Asked asked;
  asked.from = "2026-01-18";
  compare(world.report("completed", asked), wanted(QDate(2026, 1, 18), QDate(9999, 1, 1)));
  asked.from.clear();
  asked.to = "2026-01-08";
  compare(world.report("completed", asked), wanted(QDate(1, 1, 1), QDate(2026, 1, 8)));
}

void TestWorlds::licenseCoverageHasEveryStateWithAPracticeOrEnrollment() {
  QFETCH(quint32, seed);
  World world(seed);
  const Count count(world);
  std::vector<Count::Line> lines;
  for (const Provider& p : world.providers)
    for (const char* state : {"IL", "TX"}) {
      QStringList practices;
      for (const ProviderPractice& link : world.links)
        if (const Practice* at = world.get(world.practices, link.practice);
            link.provider == p.id && at->state == state)
          practices << at->name;
      const bool isEnrolled = std::any_of(
          world.enrollments.begin(), world.enrollments.end(),
          [&](const Enrollment& e) { return e.provider == p.id && e.state == state; });
      if (practices.isEmpty() && !isEnrolled)
        continue;
      // The one that applies and lasts longest; of equal ones the newer.
      const Credential* best = nullptr;
      const auto rank = [](const Credential& c) {
        return std::tuple(!c.notApplicable, c.expires.isValid(), c.expires, c.id);
      };
      for (const Credential& c : world.credentials)
        if (c.provider == p.id && c.state == state && !c.renewedBy.isValid() &&
            world.get(world.types, c.documentType)->name == "State licence" && (!best || rank(c) > rank(*best)))
          best = &c;
      const Who of = count.who(p.id, {});
      lines.push_back({{of.team, count.sortName(p.id), best ? best->expires : QDate(), p.id.value},
                       {of.team, of.provider, of.npi, state, practices.join("; "), best ? best->number : QString(),
                        best ? iso(best->expires) : QString(), best ? count.standing(*best) : "Missing"}});
    }
  compare(world.report("license-coverage"), Count::rowsOf(lines));
}

void TestWorlds::participationTellsWhoIsWithWhom() {
  QFETCH(quint32, seed);
  World world(seed);
  const Count count(world);
  using Key = std::tuple<qint64, qint64, qint64, QString>;
  std::map<Key, Count::Says> best;
  const auto put = [&](Id<Provider> provider, const Enrollment& e, qint64 key) {
    Count::Says says = count.says(e, world.today);
    says.key = key;
    Count::Says& there = best[{provider.value, e.payor.value, e.practice.value, e.state}];
    if (says.isBetterThan(there))
      there = says;
  };
  for (const Enrollment& e : world.enrollments) {
    if (e.provider.isValid())
      put(e.provider, e, e.id.value * 2);
    else
      for (const ProviderPractice& link : world.links)
        if (link.practice == e.practice)
          put(link.provider, e, (link.id.value * 1000000000 + e.id.value) * 2 + 1);
  }
  std::vector<Count::Line> lines;
  bool hasHistory = false;
  for (const auto& [key, says] : best) {
    const auto& [provider, payor, practice, state] = key;
    const Who of = count.who(Id<Provider>{provider}, Id<Practice>{practice});
    hasHistory = hasHistory || says.late.isValid();
    lines.push_back({{of.team, count.sortName(Id<Provider>{provider}), says.date, says.key},
                     {of.team, of.provider, of.npi, world.get(world.payors, Id<Payor>{payor})->name, of.practice, state,
                      says.word, iso(says.date), says.claims, says.basis, iso(says.late)}});
  }
  report::Asked asked;
  asked.columns = "Team,Provider,NPI,Payor,Practice,State,Participating,Effective or expected,Claims,Expected from,"
                  "Expected by";
  compare(world.report("participation", asked), Count::rowsOf(lines));
  QVERIFY(seed != 1 || hasHistory);
}

void TestWorlds::oneQuestionIsAnsweredAsTheReportHasIt() {
  QFETCH(quint32, seed);
  World world(seed);
  const Count count(world);
  using participation::Standing;
  std::vector<Id<Practice>> places{{}};
  for (const Practice& practice : world.practices)
    places.push_back(practice.id);
  for (const Provider& p : world.providers)
    for (const Payor& payor : world.payors)
      for (const Id<Practice> at : places)
        for (const int later : {-40, 0, 25}) {
          const QDate day = world.today.addDays(later);
          // Whether an enrollment says something of a provider at the practice (or, without one, anywhere).
          const auto counts = [&](const Enrollment& e, Id<Provider> provider) {
            if (e.payor != payor.id || (e.provider.isValid() && e.provider != provider))
              return false;
            if (!e.provider.isValid())
              return count.worksAt(provider, e.practice) && (!at.isValid() || e.practice == at);
            if (!at.isValid() || e.practice == at)
              return true;
            const QString state = world.get(world.practices, at)->state;
            return !e.practice.isValid() && count.worksAt(provider, at) &&
                   (e.state.isEmpty() || state.isEmpty() || e.state == state);
          };
          const auto bestOf = [&](Id<Provider> provider) {
            Count::Says best;
            for (const Enrollment& e : world.enrollments)
              if (counts(e, provider)) {
                Count::Says says = count.says(e, day);
                says.key = (e.provider.isValid() ? 0 : 1000000) + e.id.value;
                if (says.isBetterThan(best))
                  best = says;
              }
            return best;
          };
          const Count::Says wanted = bestOf(p.id);
          const participation::Answer answer = participation::answer(*world.database, {p.id, payor.id, at, day});
          QCOMPARE(int(answer.standing), wanted.rank == 9 ? int(Standing::No) : wanted.rank - 1);
          QCOMPARE(answer.enrollment.value, wanted.key % 1000000);
          QCOMPARE(answer.claims, wanted.claims);
          QCOMPARE(answer.expected.date, wanted.date);
          QCOMPARE(answer.expected.late, wanted.late);
          std::vector<Id<Provider>> others;
          for (const Provider& other : world.providers)
            if (at.isValid() && other.id != p.id && other.status != "Inactive" && other.status != "Terminated" &&
                bestOf(other.id).rank == 1)
              others.push_back(other.id);
          auto said = answer.participating;
          std::sort(said.begin(), said.end());
          QCOMPARE(said, others);
        }
}

void TestWorlds::providerStatusHasEverySection() {
  QFETCH(quint32, seed);
  World world(seed);
  const Count count(world);
  Rows wanted;
  std::vector<Count::Line> providers;
  for (const Provider& p : world.providers)
    providers.push_back({{count.who(p.id, {}).team, count.sortName(p.id), {}, p.id.value}, {}});
  std::sort(providers.begin(), providers.end(),
            [](const Count::Line& a, const Count::Line& b) { return a.place.key() < b.place.key(); });
  for (const Count::Line& one : providers) {
    const Id<Provider> id{one.place.id};
    const Who of = count.who(id, {});
    std::vector<Count::Line> lines;
    const auto add = [&](qint64 key, const QStringList& cells, QDate date, const QString& followUp, const Note* note) {
      lines.push_back({{{}, {}, date, key},
                       QStringList{of.team, of.provider, of.npi} + cells +
                           QStringList{iso(date), followUp, note ? note->text : QString()}});
    };
    const auto finish = [&] {
      for (const QStringList& row : Count::rowsOf(lines))
        wanted.push_back(row);
      lines.clear();
    };
    const auto dots = [](QStringList parts) {
      parts.removeAll(QString());
      return parts.join(" · ");
    };
    for (const Enrollment& e : world.enrollments)
      if (e.provider == id) {
        const Practice* at = world.get(world.practices, e.practice);
        add(e.id.value,
            {"Payors", dots({world.get(world.payors, e.payor)->name, e.state, at ? at->name : QString()}), e.status},
            e.end, iso(e.followUp), count.noteOf(e));
      }
    finish();
    for (const Affiliation& a : world.affiliations)
      if (a.provider == id) {
        const Facility* at = world.get(world.facilities, a.facility);
        add(a.id.value, {"Facilities", dots({at->name, at->state}), a.status}, a.reappointmentDue, {}, count.noteOf(a));
      }
    finish();
    const Provider* p = world.get(world.providers, id);
    int required = 0;
    for (const char* name : {"State licence", "Malpractice insurance"}) {
      --required;
      const bool isThere = std::any_of(world.credentials.begin(), world.credentials.end(), [&](const Credential& c) {
        return c.provider == id && world.get(world.types, c.documentType)->name == name;
      });
      if (p->status == "Active" && !isThere)
        add(-3 - required, {"Credentials", name, "Missing"}, {}, {}, nullptr);
    }
    for (const Credential& c : world.credentials)
      if (c.provider == id && !c.renewedBy.isValid())
        add(c.id.value,
            {"Credentials", dots({world.get(world.types, c.documentType)->name, c.number, c.state}), count.standing(c)},
            c.expires, {}, nullptr);
    finish();
    for (const Tracking& t : world.trackings)
      if (t.provider == id && count.isOpen(t)) {
        const Step* step = count.shown(t);
        const Payor* payor = world.get(world.payors, t.payor);
        const Facility* facility = world.get(world.facilities, t.facility);
        add(t.id.value,
            {"Open trackings",
             dots({t.type + " – " + t.subtype, payor ? payor->name : QString(), facility ? facility->name : QString(),
                   t.state, step ? step->name : QString()}),
             count.statusOf(t)},
            step ? step->due : QDate(), step ? iso(step->followUp) : QString(),
            count.newest([&](const Note& note) { return note.tracking == t.id; }));
      }
    finish();
    for (const Task& task : world.tasks)
      if (task.provider == id && task.status != "Completed" && task.status != "Cancelled")
        add(task.id.value, {"Tasks", task.name, task.status}, task.due, iso(task.followUp),
            count.newest([&](const Note& note) { return note.task == task.id; }));
    finish();
    std::vector<const Note*> contacts;
    for (const Note& note : world.notes) {
      const Tracking* t = world.get(world.trackings, note.tracking);
      const Task* task = world.get(world.tasks, note.task);
      if (t ? t->provider == id : task ? task->provider == id : note.provider == id)
        contacts.push_back(&note);
    }
    std::sort(contacts.begin(), contacts.end(), [](const Note* a, const Note* b) {
      return std::tie(a->written, a->id) > std::tie(b->written, b->id);
    });
    for (size_t i = 0; i < std::min<size_t>(3, contacts.size()); ++i) {
      const Note& note = *contacts[i];
      const Tracking* t = world.get(world.trackings, note.tracking);
      const Step* step = world.get(world.steps, note.step);
      const Task* task = world.get(world.tasks, note.task);
      const Payor* payor = world.get(world.payors, t && t->payor.isValid() ? t->payor : note.payor);
      const Facility* facility = t ? world.get(world.facilities, t->facility) : nullptr;
      wanted.push_back({of.team, of.provider, of.npi, "Last contacts",
                        dots({note.kind, payor ? payor->name : QString(), facility ? facility->name : QString(),
                              t ? t->state : QString(), step ? step->name : QString(), task ? task->name : QString()}),
                        note.outcome, note.written.left(10), iso(note.followUp), note.text});
    }
  }
  compare(world.report("provider-status"), wanted);
}

QTEST_GUILESS_MAIN(TestWorlds)
#include "tst_worlds.moc"
