// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payors/payor.h"
#include "core/tasks/taskline.h"
#include "core/team/coordinator.h"
#include "core/team/practice.h"
#include "core/team/provider.h"
#include "core/tracking/tracking.h"
#include "support/freshfile.h"

#include <QTest>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }
const QDate monday(2026, 1, 5);
QDate plainDays(QDate day, int count) { return day.addDays(count); }

} // namespace

/// A task that is typed in one line.
class TestTaskLine : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void aFollowUpIsLiftedOutOfAName_data();
  void aFollowUpIsLiftedOutOfAName();
  void aPayorIsRecognised_data();
  void aPayorIsRecognised();
  void aPayorThatFitsSeveralIsAProblem();
  void whereOneStandsIsKeptUnlessTheLineSaysOtherwise();

private:
  template<class R>
  Id<R> add(R record) {
    db::Transaction transaction(*m_file, tester(), u("Before"));
    const auto id = db::save(transaction, record);
    transaction.commit();
    return id;
  }
  template<class R>
  Id<R> addNamed(const char* name) {
    R record;
    record.name = u(name);
    return add(record);
  }
  Result<Task> read(const char* line, const Task& start = {}) {
    return readTaskLine(*m_file, u(line), start, monday, plainDays);
  }

  std::unique_ptr<db::Database> m_file;
  Id<Provider> m_marten;
  Id<Payor> m_aetna, m_blue;
};

void TestTaskLine::init() {
  m_file = freshFile();
  Provider marten;
  marten.lastName = u("Marten");
  marten.firstName = u("Lily");
  m_marten = add(marten);
  m_aetna = addNamed<Payor>("Aetna");
  m_blue = addNamed<Payor>("Blue Cross of Texas");
  addNamed<Payor>("Aetna Better Health");
  addNamed<Coordinator>("Anna Smith");
}

void TestTaskLine::aFollowUpIsLiftedOutOfAName_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("left");
  QTest::addColumn<QDate>("date");
  QTest::newRow("as the field writes it") << u("f/u 1/12 Aetna") << u("Aetna") << QDate(2026, 1, 12);
  QTest::newRow("behind") << u("Aetna, follow up on 1/12") << u("Aetna") << QDate(2026, 1, 12);
  QTest::newRow("nothing else") << u("fu 1/12") << u("fu 1/12") << QDate(2026, 1, 12);
  QTest::newRow("no date") << u("f/u with Aetna") << u("f/u with Aetna") << QDate();
}

void TestTaskLine::aFollowUpIsLiftedOutOfAName() {
  QFETCH(QString, name);
  const LiftedFollowUp lifted = liftFollowUp(name, monday, plainDays);
  QTEST(lifted.name, "left");
  QTEST(lifted.followUp, "date");
}

void TestTaskLine::aPayorIsRecognised_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("payor");
  QTest::addColumn<bool>("isOfMarten");
  const auto row = [](const char* line, const char* name, const char* payor, bool isOfMarten = false) {
    QTest::newRow(line) << u(line) << u(name) << u(payor) << isOfMarten;
  };
  row("f/u 1/12 Aetna", "Aetna", "Aetna");
  row("Call aetna about the gap", "Call aetna about the gap", "Aetna");
  row("Aetna Better Health roster", "Aetna Better Health roster", "Aetna Better Health");
  row("Roster with blue cross due fri", "Roster", "Blue Cross of Texas");
  row("CAQH for Marten with Blue due fri", "CAQH", "Blue Cross of Texas", true);
  row("CAQH with Blue for Marten", "CAQH", "Blue Cross of Texas", true);
  row("Roster for Blue", "Roster", "Blue Cross of Texas");
  row("Gap letter for Marten Aetna", "Gap letter", "Aetna", true);
  row("Meet with Anna", "Meet with Anna", "");
  row("Check the Aetnas", "Check the Aetnas", "");
}

void TestTaskLine::aPayorIsRecognised() {
  QFETCH(QString, line);
  const auto task = read(qPrintable(line));
  QVERIFY(task.isOk());
  QTEST(task->name, "name");
  const auto payor = db::load(*m_file, task->payor);
  QTEST(payor ? payor->name : QString(), "payor");
  QTEST(task->provider == m_marten, "isOfMarten");
}

void TestTaskLine::aPayorThatFitsSeveralIsAProblem() {
  addNamed<Payor>("Blue Shield");
  const auto task = read("Roster with Blue");
  QVERIFY(!task.isOk());
  QCOMPARE(task.problems().front().field, u("payor"));
  QVERIFY(task.problems().front().sentence.contains(u("Blue Shield")));
}

void TestTaskLine::whereOneStandsIsKeptUnlessTheLineSaysOtherwise() {
  Tracking tracking;
  tracking.reference = u("T-1");
  tracking.type = u("Payor");
  tracking.subtype = u("Initial");
  tracking.provider = m_marten;
  tracking.payor = m_blue;
  tracking.started = monday;
  Task start;
  start.provider = m_marten;
  start.tracking = add(tracking);
  start.payor = m_blue;
  const auto same = read("Call again", start);
  QCOMPARE(same->tracking, start.tracking);
  QCOMPARE(same->payor, m_blue);
  Provider other;
  other.lastName = u("Quill");
  const auto otherId = add(other);
  const auto moved = read("Call again for Quill", start);
  QCOMPARE(moved->provider, otherId);
  QVERIFY(!moved->tracking.isValid()); // that is of the one left behind
}

QTEST_GUILESS_MAIN(TestTaskLine)
#include "tst_taskline.moc"
