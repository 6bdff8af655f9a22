// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/slowcount.h"

#include "core/payors/statutory.h"
#include "core/report/review.h"
#include "core/team/coordinator.h"

#include <map>
#include <set>

namespace {

using Item = std::pair<QString, qint64>; ///< "Step" and its id

const QStringList names{"Overdue",
                        "Due this week",
                        "Follow-up due",
                        "Expired",
                        "Expiring by rung",
                        "No date",
                        "Payor end dates past or missing",
                        "Waiting on somebody for over 14 days",
                        "Not touched for 30 days",
                        "Tasks",
                        "Re-credentialing",
                        "Everything else open"};

/// An office with people in it, whose work was begun, waits and was left alone for longer than the world's.
class Office : public World {
public:
  explicit Office(quint32 seed) : World(seed), m_dice(seed + 77) {
    const db::Actor actor{"Test", QDateTime(today, QTime(9, 30), Qt::UTC)};
    db::Transaction transaction(*database, actor, "People");
    for (const char* name : {"Anna", "Jo", "Kim"}) {
      Coordinator one;
      one.name = name;
      one.id = db::save(transaction, one);
      people.push_back(one);
    }
    deal(transaction, providers, [&](Provider& one) { one.assignee = somebody(); });
    deal(transaction, enrollments, [&](Enrollment& one) {
      one.assignee = somebody();
      one.followUp = day(20);
      one.waitingOn = QStringList{"", "", "Us", "Payor", "Provider"}[dice(5)];
      one.waitingSince = day(30);
      if (one.state == "IL" && dice(2) == 0)
        one.state = "IN";
    });
    deal(transaction, affiliations, [&](Affiliation& one) { one.assignee = somebody(); });
    deal(transaction, trackings, [&](Tracking& one) {
      one.assignee = somebody();
      one.priority = QStringList{"Low", "Normal", "Normal", "High", "Fast-track"}[dice(5)];
      one.started = today.addDays(-dice(60));
    });
    deal(transaction, steps, [&](Step& one) {
      one.assignee = somebody();
      one.started = dice(3) ? QDate() : today.addDays(-dice(60));
      one.waitingSince = dice(3) ? QDate() : today.addDays(-dice(30));
    });
    deal(transaction, tasks, [&](Task& one) {
      one.assignee = somebody();
      if (!one.assignee.isValid() && dice(2) == 0)
        one.assignedProvider = providers[size_t(dice(int(providers.size())))].id;
      one.created = today.addDays(-dice(60));
    });
    transaction.commit();
  }

  std::vector<Coordinator> people;

private:
  int dice(int n) { return int(m_dice.bounded(n)); }
  QDate day(int days) { return dice(4) == 0 ? today.addDays(dice(2 * days) - days) : QDate(); }
  Id<Coordinator> somebody() { return dice(3) == 0 ? Id<Coordinator>{} : people[size_t(dice(int(people.size())))].id; }
  template<class R, class Change>
  void deal(db::Transaction& transaction, std::vector<R>& all, Change change) {
    for (R& one : all) {
      change(one);
      db::save(transaction, one);
    }
  }

  QRandomGenerator m_dice;
};

/// The review worked out from the records, in loops, by the words of its sections.
class SlowReview {
public:
  explicit SlowReview(const Office& office) : w(office), count(office) {
    for (const Tracking& tracking : w.trackings)
      if (count.isOpen(tracking))
        addStep(tracking);
    for (const Task& task : w.tasks)
      addTask(task);
    for (const Credential& credential : w.credentials)
      addCredential(credential);
    addMissing();
    for (const Enrollment& enrollment : w.enrollments)
      addEnrollment(enrollment);
    for (const Affiliation& affiliation : w.affiliations)
      addAffiliation(affiliation);
  }

  std::map<Item, QString> sections;
  std::map<Item, qint64> owners;

private:
  static bool isOpen(const QString& status) {
    return status == "New" || status == "In progress" || status == "Waiting";
  }
  QDate sunday() const {
    QDate day = w.today;
    while (day.dayOfWeek() != Qt::Sunday)
      day = day.addDays(1);
    return day;
  }
  qint64 ownerOf(Id<Provider> id) const {
    const Provider* provider = w.get(w.providers, id);
    return provider ? provider->assignee.value : 0;
  }
  bool hasLeft(Id<Provider> id) const {
    const Provider* provider = w.get(w.providers, id);
    return provider && (provider->status == "Inactive" || provider->status == "Terminated");
  }
  void add(const QString& kind, qint64 id, const QString& section, qint64 owner) {
    QVERIFY(sections.emplace(Item(kind, id), section).second);
    owners[{kind, id}] = owner;
  }
  QDate lastNote(const std::function<bool(const Note&)>& fits) const {
    const Note* note = count.newest(fits);
    return note ? QDate::fromString(note->written.left(10), Qt::ISODate) : QDate();
  }
  /// What steps and tasks share.
  QString work(QDate due, QDate followUp, const QString& waitingOn, QDate since, QDate touched,
               const QString& rest) const {
    if (due.isValid() && due < w.today)
      return "Overdue";
    if (due.isValid() && due <= sunday())
      return "Due this week";
    if (followUp.isValid() && followUp <= w.today)
      return "Follow-up due";
    if (!due.isValid() && !followUp.isValid())
      return "No date";
    if (waitingOn != "" && waitingOn != "Us" && since.daysTo(w.today) > 14)
      return "Waiting on somebody for over 14 days";
    if (touched.daysTo(w.today) > 30)
      return "Not touched for 30 days";
    return rest;
  }

  void addStep(const Tracking& tracking) {
    const Step* first = nullptr;
    for (const Step& step : w.steps)
      if (step.tracking == tracking.id && isOpen(step.status) && !first)
        first = &step;
    if (!first)
      return;
    const QDate begun = first->started.isValid() ? first->started : tracking.started;
    const QDate noted = lastNote([&](const Note& note) { return note.tracking == tracking.id; });
    const qint64 owner = first->assignee.isValid()     ? first->assignee.value
                         : tracking.assignee.isValid() ? tracking.assignee.value
                                                       : ownerOf(tracking.provider);
    add("Step", first->id.value,
        work(first->due, first->followUp, first->waitingOn, first->waitingSince.isValid() ? first->waitingSince : begun,
             noted.isValid() ? noted : begun, "Everything else open"),
        owner);
  }
  void addTask(const Task& task) {
    if (!isOpen(task.status))
      return;
    const QDate noted = lastNote([&](const Note& note) { return note.task == task.id; });
    const qint64 owner = task.assignee.isValid()           ? task.assignee.value
                         : task.assignedProvider.isValid() ? ownerOf(task.assignedProvider)
                                                           : ownerOf(task.provider);
    add("Task", task.id.value,
        work(task.due, task.followUp, task.assignedProvider.isValid() ? "Provider" : "", task.created,
             noted.isValid() ? noted : task.created, "Tasks"),
        owner);
  }
  void addCredential(const Credential& one) {
    const QString standing = count.standing(one);
    if (one.notApplicable || one.renewedBy.isValid() || standing == "Current" || hasLeft(one.provider))
      return;
    add("Credential", one.id.value, standing == "Expiring" ? QString("Expiring by rung") : standing,
        ownerOf(one.provider));
  }
  void addMissing() {
    struct Required {
      qint64 id, type;
      QString degree, specialty, state;
    };
    const auto required = w.database->all(
        "SELECT id, document_type_id, degree, specialty, state FROM document_requirement", {}, [](db::Row& row) {
          Required one;
          one.id = row.number();
          one.type = row.number();
          one.degree = row.text();
          one.specialty = row.text();
          one.state = row.text();
          return one;
        });
    QVERIFY(!required.empty());
    for (const Required& one : required)
      for (const Provider& provider : w.providers) {
        QVERIFY(one.degree.isEmpty() && one.specialty.isEmpty() && one.state.isEmpty());
        if (provider.status != "Active")
          continue;
        const bool isThere = std::any_of(w.credentials.begin(), w.credentials.end(), [&](const Credential& c) {
          return c.provider == provider.id && c.documentType.value == one.type;
        });
        if (!isThere)
          add("Missing", provider.id.value + one.id * 1000000000, "No date", provider.assignee.value);
      }
  }
  int firstOf(const QString& source) const {
    for (const DocumentType& type : w.types)
      if (type.source == source)
        return type.firstAlert;
    return -1;
  }
  bool isNear(QDate date, const QString& ladder, const QString& source) const {
    const int first = ladder.isEmpty() ? firstOf(source) : ladder.section('/', 0, 0).toInt();
    return date.isValid() && w.today.daysTo(date) <= first;
  }
  void addEnrollment(const Enrollment& one) {
    const bool isIn = one.status == "Participating";
    const bool isPast = one.end.isValid() && one.end < w.today, near = isNear(one.end, one.ladder, "enrollment");
    const bool isAgain = one.provider.isValid() && (near || count.hasOpenRecredentialing(one.id, {}));
    if (!(isIn && (!one.end.isValid() || near || isPast)) && !isAgain)
      return;
    QString waitingOn = one.waitingOn;
    if (waitingOn.isEmpty())
      waitingOn = one.status == "Submitted" || one.status == "Approved, pending load" ? "Payor" : "Us";
    const QDate since = one.waitingSince.isValid() ? one.waitingSince : one.submitted;
    const QString section = one.followUp.isValid() && one.followUp <= w.today ? "Follow-up due"
                            : isIn && near && !isPast                         ? "Expiring by rung"
                            : isIn && (isPast || !one.end.isValid())          ? "Payor end dates past or missing"
                            : waitingOn != "Us" && since.isValid() && since.daysTo(w.today) > 14
                                ? "Waiting on somebody for over 14 days"
                                : "Re-credentialing";
    add("Payor", one.id.value, section, one.assignee.isValid() ? one.assignee.value : ownerOf(one.provider));
  }
  void addAffiliation(const Affiliation& one) {
    const bool isIn = one.status == "Active", isPast = one.reappointmentDue.isValid() && one.reappointmentDue < w.today;
    const bool near = isNear(one.reappointmentDue, one.ladder, "affiliation");
    const bool lacks = isIn && !one.reappointmentDue.isValid() && !hasLeft(one.provider);
    if (!near && !lacks && !count.hasOpenRecredentialing({}, one.id))
      return;
    add("Facility", one.id.value,
        isIn && isPast ? "Expired"
        : isIn && near ? "Expiring by rung"
        : lacks        ? "No date"
                       : "Re-credentialing",
        one.assignee.isValid() ? one.assignee.value : ownerOf(one.provider));
  }

  const Office& w;
  const Count count;
};

/// What a key of the review stands for.
Item itemOf(qint64 key) {
  if (key % 4 == 1)
    return {"Step", key / 4};
  if (key % 4 == 3)
    return {"Task", key / 4};
  static const QStringList kinds{"Credential", "Payor", "Facility", "Missing"};
  return {kinds[int(key / 2 % 4)], key / 8};
}

report::Request reviewOf(Office& office, const QString& assignee = {}) {
  report::Asked asked;
  asked.assignee = assignee;
  return std::get<report::Request>(report::requestFor(*office.database, *report::find("review"), asked, office.today));
}

std::vector<std::pair<Item, QString>> itemsOf(Office& office, report::Request request) {
  request.columns = {request.listing->columnAt("Section")};
  const report::Query query = report::rowsWithIdQuery(request, 0);
  return office.database->all(query.sql, query.arguments, [](db::Row& row) {
    const qint64 key = row.number();
    return std::pair(itemOf(key), row.text());
  });
}

std::set<qint64> keysOf(Office& office, const char* listing) {
  const auto request = report::requestFor(*office.database, *report::find(listing), {}, office.today);
  const report::Query query = report::idsQuery(std::get<report::Request>(request));
  const auto ids = office.database->all(query.sql, query.arguments, [](db::Row& row) { return row.number(); });
  return {ids.begin(), ids.end()};
}

} // namespace

/// The week's review over offices made by chance.
class TestReview : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void itHasWhatTheFourScreensHaveAndNothingElse_data() { offices(); }
  void itHasWhatTheFourScreensHaveAndNothingElse();
  void eachItemStandsOnceInTheFirstSectionItFits_data() { offices(); }
  void eachItemStandsOnceInTheFirstSectionItFits();
  void everybodysReviewHasWhatIsTheirs_data() { offices(); }
  void everybodysReviewHasWhatIsTheirs();
  void countsAreThoseOfTheSections_data() { offices(); }
  void countsAreThoseOfTheSections();
  void rowsAreFoundByTheirKeys_data() { offices(); }
  void rowsAreFoundByTheirKeys();
  void theMostNeededComesFirst_data() { offices(); }
  void theMostNeededComesFirst();
  void theQueueIsInTheOrderOfTheReport_data() { offices(); }
  void theQueueIsInTheOrderOfTheReport();
  void theLawsDayIsThatOfTheState_data() { offices(); }
  void theLawsDayIsThatOfTheState();
  void everySectionOccurs();
  void itemsStandOnTheirDayOfThePlan_data() { offices(); }
  void itemsStandOnTheirDayOfThePlan();
  void theLoadIsWhatStandsInThePlan_data() { offices(); }
  void theLoadIsWhatStandsInThePlan();

private:
  static void offices() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
      QTest::addRow("office %u", seed) << seed;
  }
  Office& office() {
    QFETCH(quint32, seed);
    std::unique_ptr<Office>& one = m_made[seed];
    if (!one)
      one = std::make_unique<Office>(seed);
    return *one;
  }
  std::map<quint32, std::unique_ptr<Office>> m_made;
};

void TestReview::itHasWhatTheFourScreensHaveAndNothingElse() {
  Office& all = office();
  std::set<Item> screens;
  // Of the steps of Tracking the one each tracking is at: the list has those behind it too.
  std::map<qint64, std::pair<int, qint64>> at;
  const std::set<qint64> open = keysOf(all, "open-items");
  for (const Step& step : all.steps)
    if (open.count(step.id.value)) {
      const std::pair here(step.position, step.id.value);
      const auto [known, isNew] = at.emplace(step.tracking.value, here);
      known->second = std::min(known->second, here);
    }
  for (const auto& [tracking, step] : at)
    screens.insert({"Step", step.second});
  for (const Task& task : all.tasks)
    if (task.status != "Completed" && task.status != "Cancelled")
      screens.insert({"Task", task.id.value});
  static const QStringList kinds{"Credential", "Payor", "Facility", "Missing"};
  for (qint64 key : keysOf(all, "alerts"))
    screens.insert({kinds[int(key % 4)], key / 4});
  for (qint64 key : keysOf(all, "payor-recredentialing"))
    screens.insert({"Payor", key});
  for (qint64 key : keysOf(all, "recredentialing"))
    screens.insert({key % 2 ? "Payor" : "Facility", key / 2});
  std::set<Item> review;
  for (const auto& [item, section] : itemsOf(all, reviewOf(all)))
    review.insert(item);
  QCOMPARE(review, screens);
}

void TestReview::eachItemStandsOnceInTheFirstSectionItFits() {
  Office& all = office();
  const SlowReview slow(all);
  std::map<Item, QString> review;
  for (const auto& [item, section] : itemsOf(all, reviewOf(all))) {
    QVERIFY2(review.emplace(item, section).second, qPrintable(QString("%1 %2 twice").arg(item.first).arg(item.second)));
    QVERIFY2(slow.sections.count(item), qPrintable(QString("%1 %2 is no item").arg(item.first).arg(item.second)));
    QVERIFY2(
        section == slow.sections.at(item),
        qPrintable(QString("%1 %2: %3, not %4").arg(item.first).arg(item.second).arg(section, slow.sections.at(item))));
  }
  QCOMPARE(review.size(), slow.sections.size());
}

void TestReview::everybodysReviewHasWhatIsTheirs() {
  Office& all = office();
  const SlowReview slow(all);
  for (const Coordinator& person : all.people) {
    std::set<Item> theirs, wanted;
    for (const auto& [item, section] : itemsOf(all, reviewOf(all, person.name)))
      theirs.insert(item);
    for (const auto& [item, owner] : slow.owners)
      if (owner == person.id.value)
        wanted.insert(item);
    QCOMPARE(theirs, wanted);
  }
}

void TestReview::theQueueIsInTheOrderOfTheReport() {
  Office& all = office();
  const report::Request request = reviewOf(all);
  const report::Query query = report::idsQuery(request);
  std::vector<qint64> rows, queue;
  all.database->each(query.sql, query.arguments, [&](db::Row& row) { rows.push_back(row.number()); });
  for (const auto& [key, section] : report::reviewOrder(*all.database, request))
    queue.push_back(key);
  QCOMPARE(queue, rows);
}

void TestReview::itemsStandOnTheirDayOfThePlan() {
  Office& all = office();
  report::Request request = reviewOf(all);
  for (const char* heading : {"Date", "Follow-up", "Plan"})
    request.columns.push_back(request.listing->columnAt(heading));
  const report::Query query = report::rowsWithIdQuery(request, 0);
  const QDate friday = all.today.addDays(5 - all.today.dayOfWeek());
  int onDays = 0, undealt = 0;
  all.database->each(query.sql, query.arguments, [&](db::Row& row) {
    row.number();
    const QDate date = row.date(), followUp = row.date();
    QDate next;
    for (const QDate day : {date, followUp})
      if (day.isValid() && day >= all.today && (!next.isValid() || day < next))
        next = day;
    const bool isPast = (date.isValid() && date < all.today) || (followUp.isValid() && followUp < all.today);
    if (next.isValid() && next > friday && next <= friday.addDays(2))
      next = friday;
    const QString wanted = isPast || !next.isValid() ? QString(report::toDeal) : next.toString(Qt::ISODate);
    const QString plan = row.text();
    if (plan != wanted)
      qWarning() << date << followUp << plan << wanted;
    QCOMPARE(plan, wanted);
    ++(plan == report::toDeal ? undealt : onDays);
  });
  QVERIFY(onDays > 0 && undealt > 0);
}

void TestReview::theLoadIsWhatStandsInThePlan() {
  Office& all = office();
  const report::ReviewLoad load = report::reviewLoad(*all.database, reviewOf(all));
  const report::Request plan = report::planOf(reviewOf(all));
  const report::Query count = report::countQuery(plan);
  qint64 items = 0;
  for (const auto& [day, people] : load.byDay)
    for (const auto& [person, here] : people)
      items += here;
  QCOMPARE(items, all.database->value(count.sql, count.arguments));
  std::map<QString, qint64> whose;
  for (const report::Undealt& one : report::undealt(*all.database, reviewOf(all)))
    ++whose[one.whose];
  const auto undealt = load.byDay.find(report::toDeal);
  QCOMPARE(whose, undealt == load.byDay.end() ? whose : undealt->second);
  qint64 left = 0; // nothing was gone through: what is not in the plan has a later date
  for (const auto& [section, here] : report::reviewCounts(*all.database, reviewOf(all)))
    left += report::isToReview(section) ? here : 0;
  QCOMPARE(items + load.later, left);
}

void TestReview::countsAreThoseOfTheSections() {
  Office& all = office();
  std::map<QString, qint64> wanted;
  for (const auto& [item, section] : itemsOf(all, reviewOf(all)))
    ++wanted[section];
  const auto counts = report::reviewCounts(*all.database, reviewOf(all));
  QCOMPARE(int(counts.size()), names.size());
  for (int i = 0; i < names.size(); ++i) {
    QCOMPARE(report::nameOf(counts[size_t(i)].first), names[i]);
    QCOMPARE(counts[size_t(i)].second, wanted[names[i]]);
  }
}

void TestReview::rowsAreFoundByTheirKeys() {
  Office& all = office();
  const report::Request request = reviewOf(all);
  const report::Query every = report::rowsWithIdQuery(request, 0);
  const auto read = [&](db::Row& row) {
    QStringList cells;
    while (row.consumed() < row.columns())
      cells << row.text();
    return cells;
  };
  std::map<QString, QStringList> wanted;
  std::vector<qint64> keys;
  for (const QStringList& cells : all.database->all(every.sql, every.arguments, read)) {
    wanted[cells.front()] = cells;
    keys.push_back(cells.front().toLongLong());
  }
  const report::Query some = report::rowsByIdQuery(request, keys);
  const auto rows = all.database->all(some.sql, some.arguments, read);
  QCOMPARE(rows.size(), wanted.size());
  for (const QStringList& cells : rows)
    QCOMPARE(cells, wanted[cells.front()]);
}

void TestReview::theMostNeededComesFirst() {
  Office& all = office();
  report::Request request = reviewOf(all);
  for (const char* heading :
       {"Section", "Priority", "Decided by law", "Why here", "Date", "Follow-up", "Waiting since", "Kind"})
    request.columns.push_back(request.listing->columnAt(heading));
  const report::Query query = report::rowsWithIdQuery(request, 0);
  const auto rows = all.database->all(query.sql, query.arguments, [](db::Row& row) {
    QStringList cells;
    while (row.consumed() < row.columns())
      cells << row.text();
    return cells;
  });
  const QStringList priorities{"Fast-track", "High", "Normal", "Low"};
  const QStringList holding{"claims on hold", "no scheduling", "required to work", "billed as participating",
                            "privileges"};
  using Rank = std::tuple<qsizetype, qsizetype, bool, bool, bool, QString>;
  std::optional<Rank> before;
  for (const QStringList& row : rows) {
    const QString &section = row[1], &why = row[4], law = row[3];
    QCOMPARE(why.contains("fast-track"), row[2] == "Fast-track");
    QCOMPARE(why.contains("by law decided by " + law), !law.isEmpty() || why.contains("by law"));
    const bool holds =
        std::any_of(holding.begin(), holding.end(), [&](const QString& words) { return why.endsWith(words); });
    if (section == "Not touched for 30 days")
      continue; // in the order of a day that has no column
    const QString date = section == "Follow-up due" ? row[6] : section.startsWith("Waiting on") ? row[7] : row[5];
    const Rank here(names.indexOf(section), priorities.indexOf(row[2]), law.isEmpty() || law > iso(QDate(2026, 1, 18)),
                    !holds, date.isEmpty(), date);
    if (before)
      QVERIFY2(*before <= here, qPrintable(row.join('|')));
    before = here;
  }
  QVERIFY(before);
}

void TestReview::theLawsDayIsThatOfTheState() {
  Office& all = office();
  report::Request request = reviewOf(all);
  request.columns = {request.listing->columnAt("Decided by law")};
  const report::Query query = report::rowsWithIdQuery(request, 0);
  std::map<Item, QString> days;
  all.database->each(query.sql, query.arguments, [&](db::Row& row) {
    const Item item = itemOf(row.number());
    days[item] = row.text();
  });
  const auto wanted = [](const Enrollment& one) {
    const QStringList held{"Submitted", "Approved, pending load", "Not started"};
    const auto limit = held.contains(one.status) ? statutoryLimit(one.state, one.submitted) : std::nullopt;
    return limit ? iso(limit->day) : QString();
  };
  for (const Enrollment& one : all.enrollments)
    if (days.count({"Payor", one.id.value}))
      QCOMPARE(days[Item("Payor", one.id.value)], wanted(one));
  for (const Step& step : all.steps)
    if (days.count({"Step", step.id.value})) {
      const Enrollment* about = all.get(all.enrollments, all.get(all.trackings, step.tracking)->enrollment);
      QCOMPARE(days[Item("Step", step.id.value)], about ? wanted(*about) : QString());
    }
}

void TestReview::everySectionOccurs() {
  std::set<QString> seen;
  for (quint32 seed = 1; seed <= 6; ++seed) {
    Office one(seed);
    for (const auto& [item, section] : itemsOf(one, reviewOf(one)))
      seen.insert(section);
  }
  QCOMPARE(seen, std::set<QString>(names.begin(), names.end()));
}

QTEST_GUILESS_MAIN(TestReview)
#include "tst_review.moc"
