// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/checks.h"
#include "core/credentials/documenttypes.h"
#include "core/credentials/renewal.h"
#include "core/team/practice.h"
#include "core/team/provider.h"
#include "support/freshfile.h"

#include <QTest>

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

} // namespace

/// What is done with credentials and their types.
class TestRenewal : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init();
  void aRenewalIsANewVersionLinkedToTheOld();
  void onlyTheNewestVersionIsRenewed();
  void aRenewalNeedsItsDates();
  void undoingARenewalBringsTheOldBack();
  void anAttestationCounts120Days180InIllinois();
  void verifyingAndNotApplicable();
  void aTypeIsAddedRenamedAndRetired();

private:
  Id<DocumentType> type(const char* name) {
    return {m_file->value(s("SELECT id FROM document_type WHERE name = ?"), {s(name)})};
  }
  template<class R>
  Id<R> add(const R& record) {
    db::Transaction transaction(*m_file, tester(), s("Add"));
    const Id<R> id = db::save(transaction, record);
    transaction.commit();
    return id;
  }
  Id<Credential> licence(const char* typeName = "State licence", const char* state = "WI") {
    Credential it;
    it.provider = m_lily;
    it.documentType = type(typeName);
    it.number = s("036.1");
    it.state = s(state);
    it.issued = QDate(2024, 1, 1);
    it.expires = QDate(2026, 1, 1);
    it.verified = QDate(2024, 2, 1);
    it.verifiedBy = s("Anna");
    return add(it);
  }
  /// Does it as one change; the problems' fields joined, or nothing.
  template<class Work>
  QString doing(Work work) {
    db::Transaction transaction(*m_file, tester(), s("Work"));
    const auto outcome = work(transaction);
    if (!outcome)
      return outcome.problems().front().field + s(": ") + outcome.problems().front().sentence;
    m_id = outcome->value;
    transaction.commit();
    m_change = transaction.changeId();
    return {};
  }
  Credential now() { return *db::load(*m_file, Id<Credential>{m_id}); }

  std::unique_ptr<db::Database> m_file;
  Id<Provider> m_lily;
  qint64 m_id = 0, m_change = 0;
};

void TestRenewal::init() {
  m_file = freshFile();
  Provider provider;
  provider.lastName = s("Marten");
  provider.firstName = s("Lily");
  m_lily = add(provider);
}

void TestRenewal::aRenewalIsANewVersionLinkedToTheOld() {
  const auto old = licence();
  QCOMPARE(doing([&](auto& t) { return renew(t, old, {QDate(2026, 1, 1), QDate(2028, 1, 1)}); }), QString());
  const Credential fresh = now();
  QVERIFY(fresh.id != old);
  QCOMPARE(fresh.number, s("036.1"));
  QCOMPARE(fresh.state, s("WI"));
  QCOMPARE(fresh.expires, QDate(2028, 1, 1));
  QVERIFY(!fresh.verified.isValid() && fresh.verifiedBy.isEmpty() && !fresh.renewedBy.isValid());
  const Credential before = *db::load(*m_file, old);
  QCOMPARE(before.renewedBy, fresh.id);
  QCOMPARE(before.expires, QDate(2026, 1, 1));
  QCOMPARE(doing([&](auto& t) {
             return renew(t, fresh.id, {QDate(2028, 1, 1), QDate(2030, 1, 1), s("037")});
           }),
           QString());
  QCOMPARE(now().number, s("037"));
  QStringList ends;
  for (const Credential& one : versionsOf(*m_file, {m_id}))
    ends << one.expires.toString(Qt::ISODate);
  QCOMPARE(ends, (QStringList{s("2030-01-01"), s("2028-01-01"), s("2026-01-01")}));
}

void TestRenewal::onlyTheNewestVersionIsRenewed() {
  const auto old = licence();
  const Renewal renewal{QDate(2026, 1, 1), QDate(2028, 1, 1)};
  QCOMPARE(doing([&](auto& t) { return renew(t, old, renewal); }), QString());
  QVERIFY(doing([&](auto& t) { return renew(t, old, renewal); }).contains(s("renewed already")));
  QVERIFY(doing([&](auto& t) { return renew(t, {999}, renewal); }).contains(s("not there any more")));
  QCOMPARE(m_file->value(s("SELECT count(*) FROM credential")), 2);
}

void TestRenewal::aRenewalNeedsItsDates() {
  const auto old = licence();
  QVERIFY(doing([&](auto& t) { return renew(t, old, {QDate(2026, 1, 1), {}}); }).startsWith(s("expires: ")));
  QVERIFY(doing([&](auto& t) {
            return renew(t, old, {QDate(2026, 1, 1), QDate(2025, 1, 1)});
          }).startsWith(s("expires: ")));
  const auto passport = licence("Passport");
  QCOMPARE(doing([&](auto& t) { return renew(t, passport, {QDate(2026, 1, 1), {}}); }), QString());
}

void TestRenewal::undoingARenewalBringsTheOldBack() {
  const auto old = licence();
  QCOMPARE(doing([&](auto& t) { return renew(t, old, {QDate(2026, 1, 1), QDate(2028, 1, 1)}); }), QString());
  QVERIFY(db::history::undo(*m_file, tester(), m_change).isOk());
  QVERIFY(!db::load(*m_file, old)->renewedBy.isValid());
  QCOMPARE(m_file->value(s("SELECT count(*) FROM credential")), 1);
}

void TestRenewal::anAttestationCounts120Days180InIllinois() {
  const QDate day(2026, 1, 1);
  const auto attestation = licence("CAQH attestation", "");
  QCOMPARE(nextAttestation(*m_file, m_lily, day), QDate(2026, 5, 1));
  QCOMPARE(doing([&](auto& t) { return renew(t, attestation, {day, {}}); }), QString());
  QCOMPARE(now().expires, QDate(2026, 5, 1));
  const auto illinois = licence("State licence", "IL");
  QCOMPARE(nextAttestation(*m_file, m_lily, day), QDate(2026, 6, 30));
  db::Transaction transaction(*m_file, tester(), s("Remove"));
  db::remove(transaction, illinois);
  transaction.commit();
  QCOMPARE(attestationDays(*m_file, m_lily), 120);
  Practice practice;
  practice.name = s("Main");
  practice.state = s("IL");
  add(ProviderPractice{{}, m_lily, add(practice)});
  QCOMPARE(attestationDays(*m_file, m_lily), 180);
  QVERIFY(!nextAttestation(*m_file, m_lily, {}).isValid());
}

void TestRenewal::verifyingAndNotApplicable() {
  const auto id = licence();
  QVERIFY(doing([&](auto& t) { return verify(t, id, {}, s("Board"), s("Anna")); }).startsWith(s("verified: ")));
  QCOMPARE(doing([&](auto& t) { return verify(t, id, QDate(2026, 3, 2), s(" Board "), s("Rose")); }), QString());
  QCOMPARE(now().source, s("Board"));
  QCOMPARE(now().verifiedBy, s("Rose"));
  QVERIFY(doing([&](auto& t) { return setNotApplicable(t, id, s(" ")); }).startsWith(s("reason: ")));
  QCOMPARE(doing([&](auto& t) { return setNotApplicable(t, id, s("Prescribes nothing")); }), QString());
  QVERIFY(now().notApplicable);
  QCOMPARE(doing([&](auto& t) { return setApplicable(t, id); }), QString());
  QVERIFY(!now().notApplicable && now().reason.isEmpty());
}

void TestRenewal::aTypeIsAddedRenamedAndRetired() {
  DocumentType fresh;
  fresh.name = s("  Fire   training ");
  fresh.ladder = s("30 / 7/0");
  const std::vector<DocumentRequirement> wanted{{{}, {}, s("MD"), {}, s("IL")}, {{}, {}, s("MD"), {}, s("IL")}};
  QCOMPARE(doing([&](auto& t) { return saveDocumentType(t, fresh, wanted); }), QString());
  const Id<DocumentType> id{m_id};
  DocumentType saved = *db::load(*m_file, id);
  QCOMPARE(saved.name, s("Fire training"));
  QCOMPARE(saved.ladder, s("30/7/0"));
  QCOMPARE(saved.firstAlert, 30);
  QCOMPARE(requirementsOf(*m_file, id).size(), size_t{1});
  saved.name = s("state LICENCE");
  QVERIFY(doing([&](auto& t) { return saveDocumentType(t, saved, {}); }).startsWith(s("name: ")));
  saved.name = s("Fire safety");
  saved.ladder = s("7/30");
  QVERIFY(doing([&](auto& t) { return saveDocumentType(t, saved, {}); }).startsWith(s("ladder: ")));
  saved.ladder = s("60/7");
  QCOMPARE(doing([&](auto& t) { return saveDocumentType(t, saved, {}); }), QString());
  QVERIFY(requirementsOf(*m_file, id).empty());
  QCOMPARE(db::load(*m_file, id)->firstAlert, 60);
  QCOMPARE(doing([&](auto& t) { return setRetired(t, id, true); }), QString());
  QVERIFY(db::load(*m_file, id)->retired);
  QVERIFY(datafile::check(*m_file).empty());
}

QTEST_GUILESS_MAIN(TestRenewal)
#include "tst_renewal.moc"
