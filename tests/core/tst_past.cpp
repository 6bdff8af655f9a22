// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/credential.h"
#include "core/history/labels.h"
#include "core/history/past.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/team/coordinator.h"
#include "core/team/profile.h"
#include "core/tracking/step.h"
#include "core/tracking/tracking.h"
#include "support/freshfile.h"

#include <QTest>

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

} // namespace

/// History as people read it, and undo of a part of it.
class TestPast : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init();
  void aLineNamesItsRecordAndFieldsInWords();
  void linesArePaged();
  void aProvidersPastHasAllThatHangsOnIt();
  void removedRecordsAreListedUntilTheyAreBack();
  void oneRecordOfAChangeIsBroughtBack();
  void aFieldIsTakenBackWhileOthersStay();
  void whatLaterLeansOnIsNotTakenBack();
  void everyColumnAndTableHasALabel();

private:
  template<class R>
  Id<R> save(const R& record, const char* what = "Changed") {
    db::Transaction transaction(*m_file, {s("Anna"), m_now}, s(what));
    const Id<R> id = db::save(transaction, record);
    transaction.commit();
    return id;
  }
  QStringList told(const std::vector<PastLine>& lines) {
    QStringList all;
    for (const PastLine& line : lines) {
      QStringList fields;
      for (const PastField& field : line.fields)
        fields << QStringLiteral("%1: %2 → %3").arg(field.label, field.before, field.after);
      all << QStringLiteral("%1 %2 %3%4")
                 .arg(line.action, line.record, line.name,
                      fields.isEmpty() ? QString() : s(" | ") + fields.join(s(", ")));
    }
    return all;
  }

  std::unique_ptr<db::Database> m_file;
  QDateTime m_now{QDate(2026, 3, 2), QTime(15, 0), Qt::UTC};
  Id<Provider> m_lily;
  Id<Payor> m_payor;
  Id<Enrollment> m_enrollment;
};

void TestPast::init() {
  m_file = freshFile();
  m_now = QDateTime(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC);
  Provider provider;
  provider.lastName = s("Marten");
  provider.firstName = s("Lily");
  m_lily = save(provider);
  Payor payor;
  payor.name = s("Aetna");
  m_payor = save(payor);
  Enrollment enrollment;
  enrollment.provider = m_lily;
  enrollment.payor = m_payor;
  enrollment.state = s("IL");
  m_enrollment = save(enrollment);
}

void TestPast::aLineNamesItsRecordAndFieldsInWords() {
  Coordinator coordinator;
  coordinator.name = s("Anna M.");
  Enrollment enrollment = *db::load(*m_file, m_enrollment);
  enrollment.assignee = save(coordinator);
  enrollment.followUp = QDate(2026, 4, 1);
  save(enrollment, "Changed Aetna");
  const auto lines = pastOf(*m_file, Enrollment::table(), m_enrollment.value);
  QCOMPARE(told(lines), (QStringList{s("update Enrollment Aetna · IL | Follow-up:  → 2026-04-01, Assignee:  → Anna M."),
                                     s("insert Enrollment Aetna · IL")}));
  QCOMPARE(lines[0].who, s("Anna"));
  QCOMPARE(lines[0].what, s("Changed Aetna"));
  QCOMPARE(lines[0].at, m_now);
}

void TestPast::linesArePaged() {
  Provider provider = *db::load(*m_file, m_lily);
  for (int i = 0; i < 7; ++i) {
    provider.phone = QString::number(i);
    save(provider);
  }
  const auto first = pastOf(*m_file, Provider::table(), m_lily.value, {0, 5});
  const auto second = pastOf(*m_file, Provider::table(), m_lily.value, {first.back().id, 5});
  QCOMPARE(first.size(), size_t{5});
  QCOMPARE(second.size(), size_t{3});
  QVERIFY(second.front().id < first.back().id);
}

void TestPast::aProvidersPastHasAllThatHangsOnIt() {
  Provider other;
  other.lastName = s("Other");
  save(other);
  const auto name = save(ProviderName{{}, m_lily, s("Nuñez"), s("Lily"), {}, {}});
  Tracking tracking;
  tracking.reference = s("T-1");
  tracking.type = s("Payor");
  tracking.subtype = s("Initial");
  tracking.provider = m_lily;
  tracking.started = QDate(2026, 3, 2);
  Step step;
  step.tracking = save(tracking);
  step.position = 1;
  step.name = s("Submit");
  save(step);
  db::Transaction transaction(*m_file, tester(), s("Removed"));
  db::remove(transaction, name);
  transaction.commit();
  QCOMPARE(told(pastOfProvider(*m_file, m_lily)),
           (QStringList{s("delete Former name Nuñez, Lily"), s("insert Step Submit"),
                        s("insert Tracking T-1 · Payor · Initial"), s("insert Former name Nuñez, Lily"),
                        s("insert Enrollment Aetna · IL"), s("insert Provider Marten, Lily")}));
}

void TestPast::removedRecordsAreListedUntilTheyAreBack() {
  const QDateTime before = m_now;
  m_now = m_now.addDays(40);
  db::Transaction transaction(*m_file, {s("Anna"), m_now}, s("Removed Aetna"));
  db::remove(transaction, m_enrollment);
  transaction.commit();
  QCOMPARE(told(removedSince(*m_file, before)), QStringList{s("delete Enrollment Aetna · IL")});
  QCOMPARE(told(removedSince(*m_file, m_now)), QStringList{s("delete Enrollment Aetna · IL")});
  QCOMPARE(told(removedSince(*m_file, m_now.addSecs(1))), QStringList());
  const auto line = removedSince(*m_file, before).front();
  QVERIFY(db::history::undoLine(*m_file, tester(), line.id).isOk());
  QCOMPARE(told(removedSince(*m_file, before)), QStringList());
  QVERIFY(db::load(*m_file, m_enrollment));
}

void TestPast::oneRecordOfAChangeIsBroughtBack() {
  const auto name = save(ProviderName{{}, m_lily, s("Nuñez"), s("Lily"), {}, {}});
  db::Transaction transaction(*m_file, tester(), s("Removed both"));
  db::remove(transaction, name);
  db::remove(transaction, m_enrollment);
  transaction.commit();
  const auto lines = removedSince(*m_file, m_now.addDays(-1));
  QCOMPARE(lines.size(), size_t{2});
  QVERIFY(db::history::undoLine(*m_file, tester(), lines[1].id).isOk());
  QVERIFY(db::load(*m_file, name));
  QVERIFY(!db::load(*m_file, m_enrollment));
  QVERIFY(!db::history::undoLine(*m_file, tester(), lines[1].id));
  QVERIFY(db::history::verify(*m_file).empty());
}

void TestPast::aFieldIsTakenBackWhileOthersStay() {
  Provider provider = *db::load(*m_file, m_lily);
  provider.phone = s("512 555 0100");
  save(provider);
  const qint64 phone = pastOf(*m_file, Provider::table(), m_lily.value).front().id;
  provider.email = s("lily@example.org");
  save(provider);
  QVERIFY(db::history::undoLine(*m_file, tester(), phone).isOk());
  provider = *db::load(*m_file, m_lily);
  QCOMPARE(provider.phone, QString());
  QCOMPARE(provider.email, s("lily@example.org"));
  provider.phone = s("1");
  save(provider);
  const qint64 first = pastOf(*m_file, Provider::table(), m_lily.value).front().id;
  provider.phone = s("2");
  save(provider);
  const auto refused = db::history::undoLine(*m_file, tester(), first);
  QVERIFY(!refused && refused.problems().front().sentence.contains(s("changed since")));
  QVERIFY(db::history::verify(*m_file).empty());
}

void TestPast::whatLaterLeansOnIsNotTakenBack() {
  const qint64 added = pastOf(*m_file, Payor::table(), m_payor.value).front().id;
  QVERIFY(!db::history::undoLine(*m_file, tester(), added));
  QVERIFY(db::load(*m_file, m_payor));
  QVERIFY(!db::history::undoLine(*m_file, tester(), 99999));
}

void TestPast::everyColumnAndTableHasALabel() {
  for (const db::Table* table : db::Table::all()) {
    QVERIFY2(recordLabel(table->name()) != table->name(), qPrintable(table->name()));
    for (const QString& column : table->columns().mid(0, table->tracked())) {
      const QString label = fieldLabel(table->name(), column);
      QVERIFY2(!label.contains(QLatin1Char('_')) && label[0].isUpper(), qPrintable(label));
      if (column.endsWith(s("_id")) && column != s("caqh_id") && column != s("message_id") &&
          table->name() + column != s("payorpayor_id"))
        QVERIFY2(shownValue(*m_file, column, db::Value(qint64{999})) == s("#999"), qPrintable(column));
    }
  }
}

QTEST_GUILESS_MAIN(TestPast)
#include "tst_past.moc"
