// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payors/participation.h"

#include <QTest>

using namespace participation;

namespace {

const QDate day(2026, 1, 15);
const QString bill = QStringLiteral("Bill"), hold = QStringLiteral("Hold");

} // namespace

class TestParticipation : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void billedIsYesFromItsEffectiveDateToItsEnd();
  void heldIsPendingAndTheRestIsNo();
  void historyCountsFromFiveCases();
  void expectedSaysWhatItComesFrom();
};

void TestParticipation::billedIsYesFromItsEffectiveDateToItsEnd() {
  QCOMPARE(standing(bill, {}, {}, day), Standing::Yes);
  QCOMPARE(standing(bill, day, day, day), Standing::Yes);
  QCOMPARE(standing(bill, day.addDays(1), {}, day), Standing::Pending);
  QCOMPARE(standing(bill, day.addDays(-9), day.addDays(-1), day), Standing::PastEnd);
  QCOMPARE(standing(bill, day.addDays(-9), day.addDays(-1), day.addDays(-1)), Standing::Yes);
}

void TestParticipation::heldIsPendingAndTheRestIsNo() {
  QCOMPARE(standing(hold, day.addDays(-9), {}, day), Standing::Pending);
  QCOMPARE(standing(QStringLiteral("Bill non-par"), day, {}, day), Standing::No);
  QCOMPARE(standing(QStringLiteral("Do not schedule"), day, {}, day), Standing::No);
}

void TestParticipation::historyCountsFromFiveCases() {
  QVERIFY(!historyOf({10, 20, 30, 40}));
  const auto five = historyOf({50, 15, 40, 20, 35});
  QCOMPARE(five->cases, 5);
  QCOMPARE(five->median, 35);
  QCOMPARE(five->eightieth, 40);
}

void TestParticipation::expectedSaysWhatItComesFrom() {
  const History history{6, 60, 90};
  const Expected own = expected(day, {}, history, 45);
  QCOMPARE(own.from, Expected::From::History);
  QCOMPARE(own.date, day.addDays(60));
  QCOMPARE(own.late, day.addDays(90));
  QCOMPARE(own.cases, 6);
  const Expected usual = expected(day, {}, std::nullopt, 45);
  QCOMPARE(usual.from, Expected::From::UsualDays);
  QCOMPARE(usual.date, day.addDays(45));
  QVERIFY(!usual.late.isValid());
  QCOMPARE(expected(day, day.addDays(3), history, 45).from, Expected::From::EffectiveDate);
  QCOMPARE(expected(day, day.addDays(3), history, 45).date, day.addDays(3));
  QCOMPARE(expected({}, {}, history, 45).from, Expected::From::Nothing);
  QVERIFY(!expected(day, {}, std::nullopt, std::nullopt).date.isValid());
}

QTEST_GUILESS_MAIN(TestParticipation)
#include "tst_participation.moc"
