// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notes/followup.h"
#include "core/payors/statutory.h"
#include "support/freshfile.h"

#include <QTest>

class TestFollowUp : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aFollowUpIsAWorkingDayAtMostAWeekOut();
  void aHolidayMovesItBeforeOrAfter();
  void theRuleIsKeptInTheFile();
  void statesWithALawLimitThePayorsTime_data();
  void statesWithALawLimitThePayorsTime();
};

void TestFollowUp::aFollowUpIsAWorkingDayAtMostAWeekOut() {
  for (QDate day(2026, 1, 1); day.year() < 2030; day = day.addDays(1)) {
    const QDate proposed = proposedFollowUp(day, {});
    QVERIFY2(proposed > day && proposed <= day.addDays(7) && isBusinessDay(proposed), qPrintable(day.toString()));
    for (QDate later = proposed.addDays(1); later <= day.addDays(7); later = later.addDays(1))
      QVERIFY2(!isBusinessDay(later), qPrintable(day.toString())); // it is the last one
  }
}

void TestFollowUp::aHolidayMovesItBeforeOrAfter() {
  const QDate monday(2026, 1, 12); // a week on is Martin Luther King's birthday
  QCOMPARE(proposedFollowUp(monday, {7, FollowUpRule::Holiday::Before}), QDate(2026, 1, 16));
  QCOMPARE(proposedFollowUp(monday, {7, FollowUpRule::Holiday::After}), QDate(2026, 1, 20));
  QCOMPARE(proposedFollowUp(monday, {7, FollowUpRule::Holiday::Before}, {{QDate(2026, 1, 16)}}), QDate(2026, 1, 15));
  // tomorrow is closed: nothing lies before it
  QCOMPARE(proposedFollowUp(QDate(2026, 1, 16), {1, FollowUpRule::Holiday::Before}), QDate(2026, 1, 20));
}

void TestFollowUp::theRuleIsKeptInTheFile() {
  const auto file = freshFile();
  QCOMPARE(FollowUpRule::stored(*file).days, 7);
  db::Transaction transaction(*file, tester(), QStringLiteral("Follow-up rule"));
  FollowUpRule{5, FollowUpRule::Holiday::After}.store(transaction);
  transaction.commit();
  QCOMPARE(FollowUpRule::stored(*file).days, 5);
  QCOMPARE(FollowUpRule::stored(*file).holiday, FollowUpRule::Holiday::After);
}

void TestFollowUp::statesWithALawLimitThePayorsTime_data() {
  QTest::addColumn<QDate>("day");
  QTest::newRow("RI") << QDate(2026, 3, 2);
  QTest::newRow("CA") << QDate(2026, 4, 16);
  QTest::newRow("TX") << QDate(2026, 3, 17);
  QTest::newRow("IN") << QDate(2026, 3, 3); // 30 business days, past the holidays of 19 January and 16 February
  QTest::newRow("NY") << QDate();
}

void TestFollowUp::statesWithALawLimitThePayorsTime() {
  QFETCH(QDate, day);
  const auto limit = statutoryLimit(QString::fromLatin1(QTest::currentDataTag()), QDate(2026, 1, 16));
  QCOMPARE(limit ? limit->day : QDate(), day);
  QCOMPARE(limit && !limit->source.isEmpty(), day.isValid());
  QVERIFY(!statutoryLimit(QStringLiteral("TX"), {}));
}

QTEST_GUILESS_MAIN(TestFollowUp)
#include "tst_followup.moc"
