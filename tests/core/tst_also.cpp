// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/importing.h"

#include "core/credentials/credential.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/team/also.h"
#include "core/team/practice.h"
#include "core/team/provider.h"

/// What a provider is found by in other tables is kept up to date by the store, whatever writes there.
class TestAlso : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init();
  void everythingAProviderIsKnownByIsInIt();
  void aRenamedPracticeIsFoundUnderItsNewName();
  void whatGoesIsNotFoundAnyMore();
  void whatMovesToAnotherProviderMovesInIt();
  void undoBringsItBack();
  void importingFillsIt();
  void theCheckNoticesOneThatDoesNotFollow();

private:
  template<class R>
  Id<R> save(const R& record) {
    db::Transaction transaction(*m_file, tester(), "Change");
    const Id<R> id = db::save(transaction, record);
    transaction.commit();
    m_change = transaction.changeId();
    return id;
  }
  QString also(Id<Provider> id) { return m_file->text("SELECT also FROM provider WHERE id = ?", {id}); }

  std::unique_ptr<db::Database> m_file;
  Id<Provider> m_lily, m_rose;
  Id<Practice> m_practice;
  Id<ProviderName> m_name;
  Id<Enrollment> m_enrollment;
  Id<Credential> m_licence;
  qint64 m_change = 0;
};

void TestAlso::init() {
  m_file = freshFile();
  Provider provider;
  provider.lastName = "Marten";
  provider.firstName = "Lily";
  m_lily = save(provider);
  provider.firstName = "Rose";
  m_rose = save(provider);
  Practice practice;
  practice.name = "Cañón Valley";
  m_practice = save(practice);
  save(ProviderPractice{{}, m_lily, m_practice});
  save(ProviderPractice{{}, m_rose, m_practice});
  m_name = save(ProviderName{{}, m_lily, "Nuñez", "Lily", "", {}});
  Payor payor;
  payor.name = "Aetna";
  Enrollment enrollment;
  enrollment.provider = m_lily;
  enrollment.payor = save(payor);
  enrollment.providerNumber = "PTAN-77";
  m_enrollment = save(enrollment);
  Credential licence;
  licence.provider = m_lily;
  licence.documentType = {1};
  licence.number = "036.1234";
  m_licence = save(licence);
}

void TestAlso::everythingAProviderIsKnownByIsInIt() {
  QCOMPARE(also(m_lily), "036.1234\ncanon valley\nnunez lily\nptan-77");
  QCOMPARE(also(m_rose), "canon valley");
  QVERIFY(datafile::check(*m_file).empty());
}

void TestAlso::aRenamedPracticeIsFoundUnderItsNewName() {
  Practice practice = *db::load(*m_file, m_practice);
  practice.name = "River Bend";
  save(practice);
  QCOMPARE(also(m_rose), "river bend");
  QVERIFY(also(m_lily).contains("river bend") && !also(m_lily).contains("canon"));
}

void TestAlso::whatGoesIsNotFoundAnyMore() {
  db::Transaction transaction(*m_file, tester(), "Remove");
  db::remove(transaction, m_name);
  db::remove(transaction, m_enrollment);
  db::remove(transaction, m_licence);
  transaction.commit();
  QCOMPARE(also(m_lily), "canon valley");
}

void TestAlso::whatMovesToAnotherProviderMovesInIt() {
  Enrollment enrollment = *db::load(*m_file, m_enrollment);
  enrollment.provider = m_rose;
  save(enrollment);
  QVERIFY(!also(m_lily).contains("ptan"));
  QCOMPARE(also(m_rose), "canon valley\nptan-77");
}

void TestAlso::undoBringsItBack() {
  const QString before = also(m_lily);
  Enrollment enrollment = *db::load(*m_file, m_enrollment);
  enrollment.providerNumber = "other";
  save(enrollment);
  QVERIFY(also(m_lily) != before);
  QVERIFY(db::history::undo(*m_file, tester(), m_change).isOk());
  QCOMPARE(also(m_lily), before);
}

void TestAlso::importingFillsIt() {
  Importing it;
  it.write("in/providers.csv", "NPI,Last name,First name,Practices\n1234567893,Marten,Lily,Harbor\n");
  it.write("in/enrollments.csv", "NPI,Payor,State,Provider number\n1234567893,Aetna,IL,PN1\n1234567893,Aetna,WI,PN2\n");
  QCOMPARE(it.run(it.path("in")), "providers: 1/0/0/0; enrollments: 2/0/0/0");
  QCOMPARE(it.all("SELECT replace(also, char(10), '/') FROM provider"), "harbor/pn1/pn2");
}

void TestAlso::theCheckNoticesOneThatDoesNotFollow() {
  m_file->run("UPDATE provider SET also = 'x' WHERE id = ?", {m_rose});
  QCOMPARE(unsettledAlso(*m_file), std::vector<QString>{"Marten, Rose"});
  QCOMPARE(datafile::check(*m_file).size(), size_t{1});
  settleAllAlso(*m_file);
  QVERIFY(datafile::check(*m_file).empty());
}

QTEST_GUILESS_MAIN(TestAlso)
#include "tst_also.moc"
