// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/slowcount.h"

#include "core/report/missing.h"

#include <functional>
#include <map>

namespace {

/// A filter as a loop has it: its key, what is asked, and whether record `r` fits.
template<class R>
struct Condition {
  QString key;
  std::function<void(report::Request&)> ask;
  std::function<bool(const R&)> fits;
};

} // namespace

/// "Why is X missing?" against loops over offices made by chance: every condition told decides, and every one that
/// decides is told.
class TestMissing : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void everyDecidingConditionOfPayorsIsTold_data() { worlds(); }
  void everyDecidingConditionOfPayorsIsTold();
  void theReportsOwnConditionIsTold_data() { worlds(); }
  void theReportsOwnConditionIsTold();
  void openItemsTellWhatIsDone_data() { worlds(); }
  void openItemsTellWhatIsDone();
  void sentencesNameTheFilterAndWhatTheyHaveInstead();
  void whoLeftHasNoAlertsAndIsToldSo();
  void aRecordThatIsNotThereIsTold();
  void everyReportAnswersForEverybody();

private:
  static void worlds() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 4; ++seed)
      QTest::addRow("office %u", seed) << seed;
  }
  World& office(quint32 seed) {
    std::unique_ptr<World>& one = m_made[seed];
    if (!one)
      one = std::make_unique<World>(seed);
    return *one;
  }
  template<class R>
  void compare(World& world, const char* name, Id<Provider> provider, const std::vector<R>& records,
               const std::vector<Condition<R>>& asked);

  std::map<quint32, std::unique_ptr<World>> m_made;
  int m_met[4] = {};
};

template<class R>
void TestMissing::compare(World& world, const char* name, Id<Provider> provider, const std::vector<R>& records,
                          const std::vector<Condition<R>>& asked) {
  using Kind = report::Absence::Kind;
  report::Request request{report::find(name), world.today, {}};
  for (const auto& one : asked)
    if (one.ask)
      one.ask(request);
  const auto some = [&](const std::function<bool(size_t)>& counts) {
    return std::any_of(records.begin(), records.end(), [&](const R& record) {
      for (size_t i = 0; i < asked.size(); ++i)
        if (counts(i) && !asked[i].fits(record))
          return false;
      return true;
    });
  };
  report::Absence wanted;
  if (some([](size_t) { return true; })) {
    wanted.kind = Kind::Present;
  } else if (!records.empty()) {
    wanted.kind = Kind::Left;
    for (size_t i = 0; i < asked.size(); ++i)
      if (some([&](size_t other) { return other != i; }))
        wanted.conditions << asked[i].key;
    if (wanted.conditions.isEmpty()) {
      wanted.kind = Kind::Together;
      QStringList all;
      for (size_t i = 0; i < asked.size(); ++i) {
        all << asked[i].key;
        if (!some([&](size_t other) { return other == i; }))
          wanted.conditions << asked[i].key;
      }
      if (wanted.conditions.isEmpty())
        wanted.conditions = all;
    }
  }
  const report::Absence told = report::whyMissing(*world.database, request, {"provider", provider.value});
  QCOMPARE(int(told.kind), int(wanted.kind));
  QCOMPARE(told.conditions, wanted.conditions);
  QVERIFY(!told.sentences.isEmpty() && !told.sentences.contains(QString()));
  ++m_met[int(told.kind)];
}

namespace {

std::vector<Condition<Enrollment>> conditionsOf(const World& world, int which) {
  std::vector<Condition<Enrollment>> all;
  if (which & 1)
    all.push_back({"payor", [&](auto& r) { r.filter.is["payor"] = {world.payors[0].id}; },
                   [&](const Enrollment& e) { return e.payor == world.payors[0].id; }});
  if (which & 2)
    all.push_back({"state", [](auto& r) { r.filter.is["state"] = {QString("TX")}; },
                   [](const Enrollment& e) { return e.state == "TX"; }});
  if (which & 4)
    all.push_back({"status",
                   [](auto& r) {
                     r.filter.is["status"] = {QString("Denied"), QString("Not started")};
                   },
                   [](const Enrollment& e) { return e.status == "Denied" || e.status == "Not started"; }});
  if (which & 8)
    all.push_back({"date",
                   [&](auto& r) {
                     r.filter.dates = {{world.today, world.today.addDays(20)}};
                   },
                   [&](const Enrollment& e) { return e.end >= world.today && e.end <= world.today.addDays(20); }});
  return all;
}

std::vector<Enrollment> of(const World& world, Id<Provider> provider) {
  std::vector<Enrollment> theirs;
  for (const Enrollment& one : world.enrollments)
    if (one.provider == provider)
      theirs.push_back(one);
  return theirs;
}

} // namespace

void TestMissing::everyDecidingConditionOfPayorsIsTold() {
  QFETCH(quint32, seed);
  World& world = office(seed);
  for (const Provider& provider : world.providers)
    for (int which = 0; which < 16; ++which)
      compare(world, "payors", provider.id, of(world, provider.id), conditionsOf(world, which));
  QVERIFY(m_met[int(report::Absence::Kind::Present)] > 0 && m_met[int(report::Absence::Kind::Left)] > 0);
}

void TestMissing::theReportsOwnConditionIsTold() {
  QFETCH(quint32, seed);
  World& world = office(seed);
  for (const Provider& provider : world.providers)
    for (int which = 0; which < 16; ++which) {
      std::vector<Condition<Enrollment>> asked = conditionsOf(world, which);
      asked.insert(asked.begin(), {"own", {}, [&](const Enrollment& e) {
                                     return e.status == "Participating" && (!e.end.isValid() || e.end < world.today);
                                   }});
      compare(world, "payor-recredentialing", provider.id, of(world, provider.id), asked);
    }
  QVERIFY(m_met[int(report::Absence::Kind::Together)] > 0);
}

void TestMissing::openItemsTellWhatIsDone() {
  QFETCH(quint32, seed);
  World& world = office(seed);
  const Count count(world);
  for (const Provider& provider : world.providers) {
    std::vector<Step> theirs;
    for (const Step& step : world.steps)
      if (world.get(world.trackings, step.tracking)->provider == provider.id)
        theirs.push_back(step);
    const Condition<Step> isOpen{"own", {}, [&](const Step& step) {
                                   return step.status != "Completed" && step.status != "Not needed" &&
                                          count.isOpen(*world.get(world.trackings, step.tracking));
                                 }};
    const Condition<Step> isLate{"date",
                                 [&](report::Request& r) {
                                   r.filter.dates = {{{}, world.today.addDays(-1)}};
                                 },
                                 [&](const Step& step) { return step.due.isValid() && step.due < world.today; }};
    compare(world, "open-items", provider.id, theirs, {isOpen});
    compare(world, "open-items", provider.id, theirs, {isOpen, isLate});
  }
}

void TestMissing::sentencesNameTheFilterAndWhatTheyHaveInstead() {
  World& world = office(1);
  db::Transaction transaction(*world.database, {"Test", QDateTime(world.today, QTime(9, 0), Qt::UTC)}, "One more");
  Provider provider;
  provider.team = world.teams.front().id;
  provider.lastName = "Dune";
  provider.firstName = "Kay";
  const Id<Provider> id = db::save(transaction, provider);
  Enrollment enrollment;
  enrollment.provider = id;
  enrollment.payor = world.payors[1].id;
  enrollment.state = "IL";
  enrollment.status = "Denied";
  db::save(transaction, enrollment);
  transaction.settle();
  report::Request request{report::find("payors"), world.today, {}};
  request.filter.is["state"] = {QString("TX")};
  QCOMPARE(report::whyMissing(*world.database, request, {"provider", id.value}).sentences,
           QStringList{"The filter “State: TX” leaves out the one row of Dune, Kay, which have IL."});
  request.filter.is.clear();
  request.filter.is["provider"] = {world.providers.front().id};
  const auto other = report::whyMissing(*world.database, request, {"provider", id.value});
  QCOMPARE(other.conditions, QStringList{"provider"});
  request = {report::find("payor-recredentialing"), world.today, {}};
  const auto own = report::whyMissing(*world.database, request, {"provider", id.value});
  QVERIFY2(own.sentences[0].contains("Theirs are: Payor 1 · IL · Denied."), qPrintable(own.sentences[0]));
  request = {report::find("open-items"), world.today, {}};
  const auto none = report::whyMissing(*world.database, request, {"provider", id.value});
  QCOMPARE(int(none.kind), int(report::Absence::Kind::NoRecord));
}

void TestMissing::whoLeftHasNoAlertsAndIsToldSo() {
  int met = 0;
  for (quint32 seed = 1; seed <= 4; ++seed) {
    World& world = office(seed);
    for (const Provider& provider : world.providers) {
      if (provider.status != "Terminated" && provider.status != "Inactive")
        continue;
      const auto told = report::whyMissing(*world.database, {report::find("alerts"), world.today, {}},
                                           {"provider", provider.id.value});
      QVERIFY(told.kind != report::Absence::Kind::Present);
      QVERIFY2(told.sentences.join(' ').contains("the status is " + provider.status),
               qPrintable(told.sentences.join(' ')));
      if (told.kind == report::Absence::Kind::Left) {
        QCOMPARE(told.conditions, QStringList{"own"});
        ++met;
      }
    }
  }
  QVERIFY(met > 0);
}

void TestMissing::aRecordThatIsNotThereIsTold() {
  World& world = office(1);
  const auto told =
      report::whyMissing(*world.database, {report::find("payors"), world.today, {}}, {"provider", 123456});
  QCOMPARE(int(told.kind), int(report::Absence::Kind::NoRecord));
  QCOMPARE(told.sentences.size(), 1);
}

/// Whatever is asked, the answer agrees with the report itself.
void TestMissing::everyReportAnswersForEverybody() {
  World& world = office(2);
  for (const report::Listing& listing : report::catalogue()) {
    if (!listing.isReport)
      continue;
    report::Request request{&listing, world.today, {}};
    request.filter.is["state"] = {QString("TX")};
    if (!listing.filters.contains("state"))
      request.filter.is.clear();
    const auto answers = [&](const char* key, qint64 id) {
      const auto told = report::whyMissing(*world.database, request, {key, id});
      report::Request narrowed = request;
      narrowed.filter.is[key] = {id};
      const report::Query query = report::countQuery(narrowed);
      QCOMPARE(told.kind == report::Absence::Kind::Present, world.database->value(query.sql, query.arguments) > 0);
      QVERIFY(!told.sentences.isEmpty());
    };
    if (!listing.filters.contains("provider")) {
      const auto told = report::whyMissing(*world.database, request, {"provider", world.providers.front().id.value});
      QCOMPARE(told.sentences, QStringList{"No row of this report is about a provider."});
      continue;
    }
    for (const Provider& provider : world.providers)
      answers("provider", provider.id.value);
    if (listing.filters.contains("practice"))
      for (const Practice& practice : world.practices)
        answers("practice", practice.id.value);
  }
}

QTEST_GUILESS_MAIN(TestMissing)
#include "tst_missing.moc"
