// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/actions.h"
#include "core/alerts/telling.h"
#include "core/credentials/credential.h"
#include "core/credentials/documenttypes.h"
#include "core/credentials/ladder.h"
#include "core/credentials/renewal.h"
#include "core/db/history.h"
#include "core/facilities/affiliation.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/team/provider.h"
#include "core/tracking/shippedtemplates.h"
#include "core/tracking/tracking.h"
#include "support/freshfile.h"

#include <QRandomGenerator>
#include <QTest>
#include <set>

using alerts::Told;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }
const QDate today(2026, 3, 2);
const alerts::Doer anna{u("Anna"), today};

AlertAction action(const char* what, QDate on, QDate until = {}) {
  static qint64 next = 0;
  AlertAction it;
  it.id = {++next};
  it.what = u(what);
  it.on = on;
  it.until = until;
  return it;
}

std::optional<int> rungOn(QDate day, QDate expires, const std::vector<Told>& told = {},
                          const std::vector<AlertAction>& actions = {}) {
  const auto due = alerts::dueToTell(expires, {90, 60, 30, 0}, told, actions, day);
  return due ? std::optional(due->rung) : std::nullopt;
}

} // namespace

class TestLadder : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aRungIsToldOnItsDayAndOnce_data();
  void aRungIsToldOnItsDayAndOnce();
  void actionsHoldItBack();
  void aSnoozeRemindsOnce();
  void aThousandJumpsOfTheClockNeitherMissNorRepeatARung();
  void jumpsWithPeopleWhoAct();
  void aRecordsOwnLadderCounts();
  void anAlertIsGoneTheMomentItsCauseIsGone();
  void whatIsDoneCanBeUndone();
  void aRenewalStartsItsTrackingAndHoldsWhileThatIsOpen();
  void notApplicableEndsIt();
  void anActionIsAboutOneDate();
  void aMissingDocumentIsToldOnce();
  void rowsOfTheListNameTheirSubjects();

private:
  void init_();
  Id<Credential> licence(QDate expires);
  std::vector<alerts::Telling> due(QDate day) { return alerts::dueToTell(*m_file, day); }
  /// As a mail would: what is due is written down as told.
  int tell(QDate day);
  template<class Work>
  qint64 change(Work&& work) {
    db::Transaction transaction(*m_file, tester(), u("Change"));
    work(transaction);
    transaction.commit();
    return transaction.changeId();
  }

  std::unique_ptr<db::Database> m_file;
  Id<Provider> m_provider;
  Id<DocumentType> m_licence;
private Q_SLOTS:
  void init() { init_(); }
};

void TestLadder::init_() {
  m_file = freshFile();
  m_licence = {m_file->value(u("SELECT id FROM document_type WHERE name = 'State licence'"))};
  change([&](db::Transaction& transaction) {
    Provider provider;
    provider.lastName = u("Marten");
    provider.firstName = u("Lily");
    m_provider = db::save(transaction, provider);
    // Nothing is missing: what is asked of everybody is not asked here.
    for (const auto& one : db::allWhere<DocumentRequirement>(*m_file, u("1")))
      db::remove(transaction, one.id);
    shipTemplates(transaction);
  });
}

Id<Credential> TestLadder::licence(QDate expires) {
  Id<Credential> id;
  change([&](db::Transaction& transaction) {
    Credential credential;
    credential.provider = m_provider;
    credential.documentType = m_licence;
    credential.state = u("TX");
    credential.expires = expires;
    id = db::save(transaction, credential);
  });
  return id;
}

int TestLadder::tell(QDate day) {
  const auto all = due(day);
  if (all.empty())
    return 0;
  change([&](db::Transaction& transaction) {
    const qint64 mail = m_file->insert(
        u("INSERT INTO outbox (message_id, kind, recipient, subject, text, day, queued, status) VALUES (?, 'Digest', "
          "'a@b.c', '', '', ?, '', 'Sent')"),
        {QString::number(m_file->value(u("SELECT count(*) FROM outbox"))), day});
    for (const alerts::Telling& one : all)
      db::save(transaction,
               AlertNotice{{}, {mail}, one.alert.subject, one.alert.expires, one.what.rung, one.what.snooze, day});
  });
  return int(all.size());
}

void TestLadder::aRungIsToldOnItsDayAndOnce_data() {
  QTest::addColumn<int>("daysLeft");
  QTest::addColumn<QList<int>>("told"); // rungs
  QTest::addColumn<int>("rung");        // -1: nothing
  const auto row = [](const char* name, int daysLeft, const QList<int>& told, int rung) {
    QTest::newRow(name) << daysLeft << told << rung;
  };
  row("far away", 91, {}, -1);
  row("on the day of the first", 90, {}, 90);
  row("told", 90, {90}, -1);
  row("the next not reached", 61, {90}, -1);
  row("the next reached", 60, {90}, 60);
  row("two missed are one", 25, {90}, 30);
  row("all missed are one", -400, {}, 0);
  row("all told", -400, {0}, -1);
  row("the clock went back", 70, {30}, -1);
  row("the clock went back before the first", 120, {30}, -1);
}

void TestLadder::aRungIsToldOnItsDayAndOnce() {
  QFETCH(int, daysLeft);
  QFETCH(QList<int>, told);
  QFETCH(int, rung);
  std::vector<Told> all;
  for (const int one : told)
    all.push_back({one});
  QCOMPARE(rungOn(today, today.addDays(daysLeft), all).value_or(-1), rung);
}

void TestLadder::actionsHoldItBack() {
  const QDate expires = today.addDays(50); // 60 is reached, 30 in twenty days
  const auto later = [&](int days) { return today.addDays(days); };
  QCOMPARE(rungOn(today, expires), 60);
  QCOMPARE(rungOn(today, expires, {}, {action("Mailed", today)}), 60);
  QVERIFY(!rungOn(today, expires, {}, {action("Acknowledged", today)}));
  QCOMPARE(rungOn(later(20), expires, {}, {action("Acknowledged", today)}), 30);
  QVERIFY(!rungOn(later(20), expires, {}, {action("Acknowledged", today), action("Acknowledged", later(20))}));
  for (const char* what : {"Renewal started", "Not applicable"}) {
    QVERIFY(!rungOn(today, expires, {}, {action(what, today)}));
    QVERIFY(!rungOn(later(500), expires, {}, {action(what, today)}));
  }
  // What was done last holds.
  QCOMPARE(rungOn(later(20), expires, {}, {action("Renewal started", today), action("Acknowledged", today)}), 30);
}

void TestLadder::aSnoozeRemindsOnce() {
  const QDate expires = today.addDays(50);
  const AlertAction snooze = action("Snoozed", today, today.addDays(5));
  for (int days = 0; days < 5; ++days)
    QVERIFY(!alerts::dueToTell(expires, {60, 0}, {{60}}, {snooze}, today.addDays(days)));
  const auto due = alerts::dueToTell(expires, {60, 0}, {{60}}, {snooze}, today.addDays(5));
  QVERIFY(due && due->rung == 60 && due->snooze == snooze.id);
  QVERIFY(!alerts::dueToTell(expires, {60, 0}, {{60}, *due}, {snooze}, today.addDays(5)));
  QCOMPARE(alerts::dueToTell(expires, {60, 0}, {{60}, *due}, {snooze}, today.addDays(50))->rung, 0);
  // Long after all rungs were told it still reminds: nothing falls through.
  QVERIFY(alerts::dueToTell(expires, {60, 0}, {{60}, {0}}, {snooze}, today.addDays(500)));
}

/// Against a count that keeps, for each rung, whether a day on which it counts was ever seen.
void TestLadder::aThousandJumpsOfTheClockNeitherMissNorRepeatARung() {
  const quint32 seed = QRandomGenerator::system()->generate();
  qInfo("seed %u", seed);
  QRandomGenerator dice(seed);
  for (int run = 0; run < 20; ++run) {
    std::set<int, std::greater<>> rungs{0};
    for (int n = dice.bounded(1, 8); n > 0; --n)
      rungs.insert(dice.bounded(0, 200));
    const std::vector<int> ladder(rungs.begin(), rungs.end());
    const QDate expires = today.addDays(dice.bounded(-100, 300));
    std::vector<Told> told;
    std::set<int> seen;      // rungs whose day was reached at some time
    std::set<int> announced; // rungs that were themselves told
    QDate day = today;
    for (int jump = 0; jump < 1000; ++jump) {
      day = day.addDays(dice.bounded(-400, 401));
      bool isNew = false;
      std::optional<int> lowest;
      for (const int rung : ladder)
        if (day >= expires.addDays(-rung)) {
          isNew = seen.insert(rung).second || isNew;
          lowest = rung;
        }
      const auto due = alerts::dueToTell(expires, ladder, told, {}, day);
      QCOMPARE(bool(due), isNew);
      if (!due)
        continue;
      QCOMPARE(due->rung, *lowest);
      QVERIFY(announced.insert(due->rung).second);
      told.push_back(*due);
    }
  }
}

void TestLadder::jumpsWithPeopleWhoAct() {
  QRandomGenerator dice(20260302);
  const std::vector<int> ladder{120, 90, 60, 30, 14, 7, 0};
  for (int run = 0; run < 200; ++run) {
    const QDate expires = today.addDays(dice.bounded(-50, 200));
    std::vector<Told> told;
    std::vector<AlertAction> actions;
    QDate day = today;
    std::set<std::pair<int, qint64>> heard;
    for (int jump = 0; jump < 100; ++jump) {
      day = day.addDays(dice.bounded(-40, 61));
      if (dice.bounded(4) == 0)
        actions.push_back(dice.bounded(2) ? action("Acknowledged", day)
                                          : action("Snoozed", day, day.addDays(dice.bounded(1, 30))));
      const auto due = alerts::dueToTell(expires, ladder, told, actions, day);
      if (!due)
        continue;
      // Never before its day, never while it is snoozed, never the same twice.
      QVERIFY(day >= expires.addDays(-due->rung));
      if (!actions.empty() && actions.back().what == u("Snoozed"))
        QVERIFY(day >= actions.back().until);
      QVERIFY(heard.insert({due->rung, due->snooze.value}).second);
      told.push_back(*due);
      QVERIFY(!alerts::dueToTell(expires, ladder, told, actions, day));
    }
  }
}

void TestLadder::aRecordsOwnLadderCounts() {
  const Id<Credential> id = licence(today.addDays(200));
  QVERIFY(due(today).empty());
  change([&](db::Transaction& transaction) {
    Credential credential = *db::load(*m_file, id);
    credential.ladder = u("300/250/10");
    db::save(transaction, credential);
  });
  QCOMPARE(due(today).size(), size_t(1));
  QCOMPARE(due(today)[0].what.rung, 250);
  QCOMPARE(rungsOf(u("300/250/10")), std::vector<int>({300, 250, 10}));
}

void TestLadder::anAlertIsGoneTheMomentItsCauseIsGone() {
  const Id<Credential> id = licence(today.addDays(20));
  QCOMPARE(due(today).size(), size_t(1));
  change([&](db::Transaction& transaction) { QVERIFY(renew(transaction, id, {today, today.addDays(700)}).isOk()); });
  QVERIFY(due(today).empty());
  QVERIFY(!alerts::expirable(*m_file, {.credential = id}));
  const Id<Credential> other = licence(today.addDays(20));
  change([&](db::Transaction& transaction) {
    Provider provider = *db::load(*m_file, m_provider);
    provider.status = u("Terminated");
    db::save(transaction, provider);
  });
  QVERIFY(due(today).empty());
  QVERIFY(other.isValid());
}

void TestLadder::whatIsDoneCanBeUndone() {
  const alerts::Subject subject{.credential = licence(today.addDays(20))};
  const std::function<bool(db::Transaction&)> acts[] = {
      [&](db::Transaction& t) { return alerts::acknowledge(t, subject, anna).isOk(); },
      [&](db::Transaction& t) { return alerts::snooze(t, subject, today.addDays(9), anna).isOk(); },
      [&](db::Transaction& t) { return alerts::renewalStarted(t, subject, {}, anna).isOk(); },
      [&](db::Transaction& t) { return alerts::notApplicable(t, subject, u("Retired"), anna).isOk(); },
  };
  for (const auto& act : acts) {
    QCOMPARE(due(today).size(), size_t(1));
    const qint64 id = change([&](db::Transaction& transaction) { QVERIFY(act(transaction)); });
    QVERIFY(due(today).empty());
    QVERIFY(db::history::undo(*m_file, tester(), id).isOk());
  }
  QCOMPARE(due(today).size(), size_t(1));
  QVERIFY(db::history::verify(*m_file).empty());
  db::Transaction transaction(*m_file, tester(), u("Refused"));
  QCOMPARE(alerts::snooze(transaction, subject, today, anna).problems().front().field, u("until"));
  QCOMPARE(alerts::notApplicable(transaction, subject, u(" "), anna).problems().front().field, u("reason"));
}

void TestLadder::aRenewalStartsItsTrackingAndHoldsWhileThatIsOpen() {
  const alerts::Subject subject{.credential = licence(today.addDays(20))};
  const auto recipe = alerts::renewalTemplate(*m_file, subject);
  QVERIFY(recipe);
  QCOMPARE(recipe->subtype, u("Renewal"));
  Id<Tracking> tracking;
  change([&](db::Transaction& transaction) {
    const auto id = alerts::renewalStarted(transaction, subject, recipe->id, anna);
    QVERIFY(id.isOk());
    tracking = db::load(*m_file, *id)->tracking;
  });
  const auto started = db::load(*m_file, tracking);
  QVERIFY(started);
  QCOMPARE(started->provider, m_provider);
  QCOMPARE(started->state, u("TX"));
  QVERIFY(m_file->value(u("SELECT count(*) FROM step WHERE tracking_id = ?"), {tracking}) > 0);
  QVERIFY(due(today.addDays(30)).empty());
  change([&](db::Transaction& transaction) {
    Tracking given = *db::load(*m_file, tracking);
    given.setStatus = u("Cancelled");
    db::save(transaction, given);
  });
  QCOMPARE(due(today.addDays(30)).size(), size_t(1)); // given up: the licence is not renewed
}

void TestLadder::notApplicableEndsIt() {
  const Id<Credential> id = licence(today.addDays(20));
  change([&](db::Transaction& transaction) {
    QVERIFY(alerts::notApplicable(transaction, {.credential = id}, u("Moved away"), anna).isOk());
  });
  QVERIFY(db::load(*m_file, id)->notApplicable);
  QCOMPARE(db::load(*m_file, id)->reason, u("Moved away"));
  QVERIFY(due(today).empty());
}

void TestLadder::anActionIsAboutOneDate() {
  const Id<Credential> id = licence(today.addDays(20));
  change([&](db::Transaction& transaction) {
    QVERIFY(alerts::renewalStarted(transaction, {.credential = id}, {}, anna).isOk());
  });
  QVERIFY(due(today).empty());
  change([&](db::Transaction& transaction) {
    Credential credential = *db::load(*m_file, id);
    credential.expires = today.addDays(25); // it was a slip of the pen
    db::save(transaction, credential);
  });
  QCOMPARE(due(today).size(), size_t(1));
  QCOMPARE(tell(today), 1);
  QCOMPARE(tell(today.addDays(1)), 0);
}

void TestLadder::aMissingDocumentIsToldOnce() {
  change([&](db::Transaction& transaction) { db::save(transaction, DocumentRequirement{{}, m_licence, {}, {}, {}}); });
  const auto all = due(today);
  QCOMPARE(all.size(), size_t(1));
  QVERIFY(all[0].alert.subject.isMissing());
  QCOMPARE(all[0].alert.who, u("Marten, Lily"));
  QCOMPARE(tell(today), 1);
  QCOMPARE(tell(today.addDays(1)), 0);
  QCOMPARE(tell(today.addDays(400)), 0);
  change([&](db::Transaction& transaction) {
    QVERIFY(alerts::snooze(transaction, all[0].alert.subject, today.addDays(3), anna).isOk());
  });
  QCOMPARE(tell(today.addDays(3)), 1);
  change([&](db::Transaction& transaction) {
    QVERIFY(alerts::notApplicable(transaction, all[0].alert.subject, u("Works abroad"), anna).isOk());
  });
  QVERIFY(!alerts::expirable(*m_file, all[0].alert.subject));
}

void TestLadder::rowsOfTheListNameTheirSubjects() {
  const Id<Credential> id = licence(today.addDays(20));
  QCOMPARE(alerts::subjectOfRow(*m_file, id.value * 4)->credential, id);
  QVERIFY(!alerts::subjectOfRow(*m_file, 4 * 999));
  qint64 requirement = 0;
  change([&](db::Transaction& transaction) {
    requirement = db::save(transaction, DocumentRequirement{{}, m_licence, {}, {}, u("TX")}).value;
  });
  const auto missing = alerts::subjectOfRow(*m_file, m_provider.value * 4 + 3 + 4 * requirement * 1000000000);
  QVERIFY(missing && missing->isMissing());
  QCOMPARE(missing->provider, m_provider);
  QCOMPARE(missing->documentType, m_licence);
  QCOMPARE(missing->state, u("TX"));
}

QTEST_GUILESS_MAIN(TestLadder)
#include "tst_ladder.moc"
