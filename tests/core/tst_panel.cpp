// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payors/panel.h"
#include "core/payors/payor.h"
#include "core/team/practice.h"
#include "core/team/provider.h"
#include "core/team/team.h"
#include "support/freshfile.h"

#include <QTest>

namespace {

const QDate today(2026, 3, 2);
QString u(const char* text) { return QString::fromUtf8(text); }

} // namespace

class TestPanel : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void theStatusOfTheSamePanelIsCopiedAndNothingElse();
  void theOneAtTheSamePracticeIsTaken();
  void missingOnesAreMadeWhenAskedFor();
  void copyingFromOneselfChangesNothing();
  void copyingAgainChangesNothing();
  void aPracticesOwnEnrollmentsAreCopiedToo();
  void theTeamsListMakesWhatIsMissing();
  void aPayorWithoutStateIsMissingOnlyWhenThereIsNone();
  void eachPracticeOfAProviderIsLookedAt();
  void theTeamsListIsWrittenAsItIsToBe();
  void theTeamsListHasNoLineTwice();
  void whatWasChangedMeanwhileIsLeftAsItIs();

private:
  template<class R>
  Id<R> add(R record) {
    db::Transaction transaction(*m_file, tester(), u("Before"));
    const Id<R> id = db::save(transaction, record);
    transaction.commit();
    return id;
  }
  Id<Provider> provider(const char* last, std::initializer_list<Id<Practice>> practices) {
    Provider made;
    made.team = m_team;
    made.lastName = u(last);
    made.firstName = u("Lily");
    const auto id = add(made);
    for (const auto practice : practices)
      add(ProviderPractice{{}, id, practice});
    return id;
  }
  Id<Enrollment> enroll(PanelOwner owner, Id<Payor> payor, const char* state, const char* status,
                        Id<Practice> at = {}) {
    Enrollment made;
    made.provider = owner.provider;
    made.practice = at.isValid() ? at : owner.practice;
    made.payor = payor;
    made.state = u(state);
    made.status = u(status);
    made.providerNumber = u("P-1");
    return add(made);
  }
  void apply(const std::vector<PanelChange>& changes) {
    db::Transaction transaction(*m_file, tester(), u("Copied"));
    QVERIFY(write(transaction, changes).empty());
    transaction.commit();
  }
  QString status(Id<Enrollment> id) { return db::load(*m_file, id)->status; }

  std::unique_ptr<db::Database> m_file;
  Id<Team> m_team;
  Id<Practice> m_dallas, m_tulsa;
  Id<Payor> m_aetna, m_cigna;
  PanelOwner m_one, m_other;
};

void TestPanel::init() {
  m_file = freshFile();
  m_team = add(Team{{}, u("Lakeside")});
  Practice practice;
  practice.team = m_team;
  practice.name = u("Dallas");
  practice.state = u("TX");
  m_dallas = add(practice);
  practice.name = u("Tulsa");
  practice.state = u("OK");
  m_tulsa = add(practice);
  Payor payor;
  payor.name = u("Aetna");
  m_aetna = add(payor);
  payor.name = u("Cigna");
  m_cigna = add(payor);
  m_one = {.provider = provider("Marten", {m_dallas})};
  m_other = {.provider = provider("Nguyen", {m_tulsa})};
}

void TestPanel::theStatusOfTheSamePanelIsCopiedAndNothingElse() {
  enroll(m_one, m_aetna, "TX", "In review");
  enroll(m_one, m_cigna, "TX", "Participating");
  const auto otherState = enroll(m_other, m_aetna, "OK", "Gathering");
  const auto same = enroll(m_other, m_aetna, "TX", "Gathering");
  const auto changes = copiedStatuses(*m_file, m_one, m_other, false, today);
  QCOMPARE(changes.size(), size_t(1));
  apply(changes);
  QCOMPARE(status(same), u("In review"));
  QCOMPARE(status(otherState), u("Gathering"));
  QCOMPARE(db::load(*m_file, same)->providerNumber, u("P-1"));
  QCOMPARE(m_file->value(u("SELECT count(*) FROM enrollment")), 4);
}

void TestPanel::theOneAtTheSamePracticeIsTaken() {
  enroll(m_one, m_aetna, "TX", "Denied", m_tulsa);
  enroll(m_one, m_aetna, "TX", "Participating", m_dallas);
  const auto atDallas = enroll(m_other, m_aetna, "TX", "Gathering", m_dallas);
  const auto atTulsa = enroll(m_other, m_aetna, "TX", "Gathering", m_tulsa);
  apply(copiedStatuses(*m_file, m_one, m_other, true, today));
  QCOMPARE(status(atDallas), u("Participating"));
  QCOMPARE(status(atTulsa), u("Denied"));
}

void TestPanel::missingOnesAreMadeWhenAskedFor() {
  enroll(m_one, m_aetna, "TX", "In review", m_dallas);
  enroll(m_one, m_cigna, "OK", "Participating", m_tulsa);
  QVERIFY(copiedStatuses(*m_file, m_one, m_other, false, today).empty());
  const auto changes = copiedStatuses(*m_file, m_one, m_other, true, today);
  QCOMPARE(changes.size(), size_t(2));
  for (const auto& change : changes) {
    QVERIFY(change.isNew());
    QCOMPARE(change.after.provider, m_other.provider);
    QCOMPARE(change.after.practice, m_tulsa); // where the other works, alone
    QVERIFY(change.after.providerNumber.isEmpty());
  }
  for (const auto& change : changes)
    QCOMPARE(change.after.status, change.after.payor == m_aetna ? u("In review") : u("Participating"));
}

void TestPanel::copyingFromOneselfChangesNothing() {
  enroll(m_one, m_aetna, "TX", "In review");
  QVERIFY(copiedStatuses(*m_file, m_one, m_one, true, today).empty());
}

void TestPanel::copyingAgainChangesNothing() {
  enroll(m_one, m_aetna, "TX", "In review", m_dallas);
  enroll(m_one, m_aetna, "TX", "Denied", m_tulsa);
  apply(copiedStatuses(*m_file, m_one, m_other, true, today));
  QVERIFY(copiedStatuses(*m_file, m_one, m_other, true, today).empty());
}

void TestPanel::aPracticesOwnEnrollmentsAreCopiedToo() {
  enroll({.practice = m_dallas}, m_aetna, "TX", "Participating");
  const auto changes = copiedStatuses(*m_file, {.practice = m_dallas}, {.practice = m_tulsa}, true, today);
  QCOMPARE(changes.size(), size_t(1));
  QCOMPARE(changes[0].after.practice, m_tulsa);
  QVERIFY(!changes[0].after.provider.isValid());
}

void TestPanel::theTeamsListMakesWhatIsMissing() {
  add(TeamPayor{{}, m_team, m_aetna, u("TX"), {}});
  add(TeamPayor{{}, m_team, m_aetna, u("OK"), {}});
  add(TeamPayor{{}, m_team, m_cigna, u("TX"), u("Medicare Advantage")});
  enroll(m_one, m_aetna, "TX", "Denied", m_dallas);
  enroll(m_one, m_cigna, "TX", "Gathering", m_dallas); // of another line of business
  const auto missing = missingOfTeam(*m_file, m_one);
  QCOMPARE(missing.size(), size_t(2));
  QCOMPARE(missing[0].after.state, u("OK"));
  QCOMPARE(missing[1].after.payor, m_cigna);
  QCOMPARE(missing[1].after.lineOfBusiness, u("Medicare Advantage"));
  QCOMPARE(missing[1].after.status, u("Not started"));
  QCOMPARE(missing[1].after.waitingOn, u("Us"));
  apply(missing);
  QVERIFY(missingOfTeam(*m_file, m_one).empty());
}

void TestPanel::aPayorWithoutStateIsMissingOnlyWhenThereIsNone() {
  add(TeamPayor{{}, m_team, m_aetna, {}, {}});
  add(TeamPayor{{}, m_team, m_cigna, {}, {}});
  enroll(m_one, m_aetna, "OK", "Withdrawn");
  const auto missing = missingOfTeam(*m_file, m_one);
  QCOMPARE(missing.size(), size_t(1));
  QCOMPARE(missing[0].after.payor, m_cigna);
  QCOMPARE(missing[0].after.state, u("TX")); // of the practice
}

void TestPanel::eachPracticeOfAProviderIsLookedAt() {
  add(TeamPayor{{}, m_team, m_aetna, {}, {}});
  const PanelOwner both{.provider = provider("Okonkwo", {m_dallas, m_tulsa})};
  enroll(both, m_aetna, "TX", "Participating", m_dallas);
  const auto missing = missingOfTeam(*m_file, both);
  QCOMPARE(missing.size(), size_t(1));
  QCOMPARE(missing[0].after.practice, m_tulsa);
  QCOMPARE(missing[0].after.state, u("OK"));
}

void TestPanel::theTeamsListIsWrittenAsItIsToBe() {
  const auto kept = add(TeamPayor{{}, m_team, m_aetna, u("TX"), {}});
  add(TeamPayor{{}, m_team, m_aetna, u("OK"), {}});
  db::Transaction transaction(*m_file, tester(), u("List"));
  QVERIFY(writePanel(transaction, m_team, {{kept, {}, m_aetna, u("OK"), {}}, {{}, {}, m_cigna, {}, {}}}).empty());
  transaction.commit();
  const auto list = panelOf(*m_file, m_team);
  QCOMPARE(list.size(), size_t(2));
  QCOMPARE(list[0].id, kept);
  QCOMPARE(list[0].state, u("OK"));
  QCOMPARE(list[1].payor, m_cigna);
}

void TestPanel::theTeamsListHasNoLineTwice() {
  db::Transaction transaction(*m_file, tester(), u("List"));
  const Problems problems = writePanel(transaction, m_team, {{{}, {}, m_aetna, {}, {}}, {{}, {}, m_aetna, {}, {}}});
  QCOMPARE(problems.size(), size_t(1));
  QVERIFY(problems[0].sentence.contains(u("Aetna")));
}

void TestPanel::whatWasChangedMeanwhileIsLeftAsItIs() {
  enroll(m_one, m_aetna, "TX", "In review");
  const auto same = enroll(m_other, m_aetna, "TX", "Gathering");
  const auto changes = copiedStatuses(*m_file, m_one, m_other, false, today);
  auto now = *db::load(*m_file, same);
  now.status = u("Denied");
  add(now);
  apply(changes);
  QCOMPARE(status(same), u("Denied"));
}

QTEST_GUILESS_MAIN(TestPanel)
#include "tst_panel.moc"
