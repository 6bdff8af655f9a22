// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/slowcount.h"

#include "core/payors/participation.h"

#include <map>

namespace {

using Rows = World::Rows;

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
  void itemsAreTheStepsAndOpenOnesThoseStillToDo_data() { worlds(); }
  void itemsAreTheStepsAndOpenOnesThoseStillToDo();
  void trackingsAreAtTheirFirstOpenStep_data() { worlds(); }
  void trackingsAreAtTheirFirstOpenStep();
  void notesComeNewestFirst_data() { worlds(); }
  void notesComeNewestFirst();
  void tasksAreLateByBusinessDays_data() { worlds(); }
  void tasksAreLateByBusinessDays();
  void payorsAreAllEnrollments_data() { worlds(); }
  void payorsAreAllEnrollments();
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
  /// Made once: reports change nothing.
  World& office(quint32 seed) {
    std::unique_ptr<World>& one = m_made[seed];
    if (!one)
      one = std::make_unique<World>(seed);
    return *one;
  }
  static void worlds() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
      QTest::addRow("office %u", seed) << seed;
  }

  std::map<quint32, std::unique_ptr<World>> m_made;
};

void TestWorlds::itemsAreTheStepsAndOpenOnesThoseStillToDo() {
  QFETCH(quint32, seed);
  World& world = office(seed);
  const Count count(world);
  std::vector<Count::Line> all, open;
  for (const Step& step : world.steps) {
    all.push_back(count.itemLine(step, true, step.due));
    if (step.status != "Completed" && step.status != "Not needed" &&
        count.isOpen(*world.get(world.trackings, step.tracking)))
      open.push_back(count.itemLine(step, false, step.due));
  }
  compare(world.report("all-items"), Count::rowsOf(all));
  compare(world.report("open-items"), Count::rowsOf(open));
}

void TestWorlds::trackingsAreAtTheirFirstOpenStep() {
  QFETCH(quint32, seed);
  World& world = office(seed);
  const Count count(world);
  std::vector<Count::Line> lines;
  for (const Tracking& t : world.trackings) {
    const Who of = count.who(t.provider, t.practice);
    const Step* step = count.shown(t);
    int all = 0, done = 0;
    for (const Step& one : world.steps)
      if (one.tracking == t.id) {
        ++all;
        done += one.status == "Completed" || one.status == "Not needed";
      }
    lines.push_back({{of.team, count.sortName(t.provider), step ? step->due : QDate(), t.id.value},
                     of.cells() +
                         QStringList{t.type, t.subtype, count.about(t), count.statusOf(t), QString::number(done),
                                     QString::number(all), step ? step->name : QString(),
                                     step ? step->status : QString(), "", "Normal", iso(t.started),
                                     step ? iso(step->due) : QString(), step ? count.daysLate(*step, t) : QString()} +
                         Count::lastNote(count.newest([&](const Note& note) { return note.tracking == t.id; }))});
  }
  compare(world.report("tracking"), Count::rowsOf(lines));
}

void TestWorlds::notesComeNewestFirst() {
  QFETCH(quint32, seed);
  World& world = office(seed);
  const Count count(world);
  std::vector<const Note*> notes;
  for (const Note& note : world.notes)
    if (note.tracking.isValid())
      notes.push_back(&note);
  std::sort(notes.begin(), notes.end(),
            [](const Note* a, const Note* b) { return std::tie(a->written, a->id) > std::tie(b->written, b->id); });
  Rows wanted;
  for (const Note* note : notes) {
    const Tracking* t = world.get(world.trackings, note->tracking);
    const Step* step = world.get(world.steps, note->step);
    wanted.push_back(count.who(t->provider, t->practice).cells() +
                     QStringList{t->type, t->subtype, count.about(*t), step ? step->name : QString(), note->written,
                                 note->author, note->kind, "", note->text});
  }
  compare(world.report("notes"), wanted);
}

void TestWorlds::tasksAreLateByBusinessDays() {
  QFETCH(quint32, seed);
  World& world = office(seed);
  const Count count(world);
  std::vector<Count::Line> lines;
  for (const Task& task : world.tasks) {
    Who of;
    if (task.provider.isValid())
      of = count.who(task.provider, {});
    of.team = world.get(world.teams, task.team)->name;
    const bool isDone = task.status == "Completed" || task.status == "Cancelled";
    lines.push_back({{of.team, count.sortName(task.provider), task.due, task.id.value},
                     {of.team, task.name, of.provider, of.npi, "", "", task.status, iso(task.due),
                      isDone ? QString() : count.daysLate(task.due), iso(task.followUp), "yes", iso(task.created)}});
    lines.back().cells += Count::lastNote(count.newest([&](const Note& note) { return note.task == task.id; }));
  }
  compare(world.report("tasks"), Count::rowsOf(lines));
}

void TestWorlds::payorsAreAllEnrollments() {
  QFETCH(quint32, seed);
  World& world = office(seed);
  const Count count(world);
  std::vector<Count::Line> lines;
  for (const Enrollment& e : world.enrollments)
    lines.push_back(count.enrollmentLine(e));
  compare(world.report("payors"), Count::rowsOf(lines));
}

void TestWorlds::payorsHaveTheirNewestTrackingAndNote() {
  QFETCH(quint32, seed);
  World& world = office(seed);
  const Count count(world);
  std::vector<Count::Line> lines;
  for (const Enrollment& e : world.enrollments)
    lines.push_back(count.payorLine(e));
  compare(world.report("payors-with-notes"), Count::rowsOf(lines));
}

void TestWorlds::affiliationsStandBesidePayors() {
  QFETCH(quint32, seed);
  World& world = office(seed);
  const Count count(world);
  std::vector<Count::Line> lines;
  // Affiliations first: where all else is equal they stand before.
  const auto add = [&](const Count::Line& line, const QString& kind, Id<Provider> provider) {
    const QStringList& c = line.cells;
    const Provider* p = world.get(world.providers, provider);
    lines.push_back(
        {line.place, c.mid(0, 3) + QStringList{p ? p->tags : QString(), c[3], kind} + c.mid(4, 9) + c.mid(14)});
  };
  for (const Affiliation& a : world.affiliations)
    add(count.facilityLine(a), "Facility", a.provider);
  for (const Enrollment& e : world.enrollments)
    add(count.payorLine(e), "Payor", e.provider);
  compare(world.report("affiliations-and-payors-with-notes"), Count::rowsOf(lines));
}

void TestWorlds::recredentialingHasOpenOnesAndEndsWithinTheirLadder() {
  QFETCH(quint32, seed);
  World& world = office(seed);
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
  World& world = office(seed);
  const Count count(world);
  std::vector<Count::Line> lines;
  for (const Enrollment& e : world.enrollments) {
    if (e.status != "Participating" || (e.end.isValid() && e.end >= world.today))
      continue;
    lines.push_back(count.enrollmentLine(e));
    lines.back().cells << (e.end.isValid() ? "End date is past" : "No end date");
  }
  compare(world.report("payor-recredentialing"), Count::rowsOf(lines));
}

void TestWorlds::completedHasTodayAndTheSixDaysBefore() {
  QFETCH(quint32, seed);
  World& world = office(seed);
  const Count count(world);
  const auto wanted = [&](QDate from, QDate to) {
    std::vector<Count::Line> lines;
    for (const Step& step : world.steps) {
      if (step.status != "Completed" || !step.completed.isValid() || step.completed < from || step.completed > to)
        continue;
      lines.push_back(count.itemLine(step, true, step.completed));
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
  World& world = office(seed);
  const Count count(world);
  std::vector<Count::Line> lines;
  for (const Provider& p : world.providers)
    for (const char* state : {"IL", "TX"}) {
      QStringList practices;
      for (const ProviderPractice& link : world.links)
        if (const Practice* at = world.get(world.practices, link.practice); link.provider == p.id && at->state == state)
          practices << at->name;
      const bool isEnrolled = std::any_of(world.enrollments.begin(), world.enrollments.end(),
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
  World& world = office(seed);
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
  World& world = office(seed);
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
  World& world = office(seed);
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
    std::sort(contacts.begin(), contacts.end(),
              [](const Note* a, const Note* b) { return std::tie(a->written, a->id) > std::tie(b->written, b->id); });
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
