// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/schedule.h"
#include "support/freshfile.h"

#include <QTest>

using namespace mail;

namespace {
QString u(const char* text) { return QString::fromUtf8(text); }
QDateTime at(int day, int hour, int minute = 0) { return {QDate(2026, 3, day), QTime(hour, minute)}; }
} // namespace

/// When the mail of the day goes by itself.
class TestSchedule : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void timesAreReadAsTyped();
  void eachTimeComesOnceADay();
  void whatWasMissedOnADayIsCaughtUpOnce();
  void withoutTimesNothingGoesByItself();
  void itIsKeptInTheDataFile();
};

void TestSchedule::timesAreReadAsTyped() {
  QCOMPARE(shownTimes(*readTimes(u("13:00, 8:00 ,8:00"))), u("8:00, 13:00"));
  QVERIFY(readTimes(QString())->empty());
  for (const char* wrong : {"8", "25:00", "8:60", "morning", "8:00-9:00"})
    QVERIFY2(!readTimes(u(wrong)), wrong);
}

void TestSchedule::eachTimeComesOnceADay() {
  Schedule schedule{*readTimes(u("8:00, 13:00")), {}};
  int runs = 0;
  for (QDateTime now = at(2, 0); now < at(5, 0); now = now.addSecs(600))
    if (schedule.isDue(now)) {
      schedule.last = now.toUTC();
      ++runs;
    }
  QCOMPARE(runs, 6); // three days
  QCOMPARE(schedule.next(at(2, 7)), at(2, 8));
  QCOMPARE(schedule.next(at(2, 8)), at(2, 13));
  QCOMPARE(schedule.next(at(2, 13)), at(3, 8));
}

void TestSchedule::whatWasMissedOnADayIsCaughtUpOnce() {
  Schedule schedule{*readTimes(u("8:00, 13:00")), at(2, 8).toUTC()};
  QVERIFY(schedule.isDue(at(4, 15)));
  schedule.last = at(4, 15).toUTC();
  QVERIFY(!schedule.isDue(at(4, 23)));
  QVERIFY(!schedule.isDue(at(5, 7)));
  QVERIFY(schedule.isDue(at(5, 8)));
}

void TestSchedule::withoutTimesNothingGoesByItself() {
  const Schedule schedule;
  QVERIFY(!schedule.isDue(at(2, 23)));
  QVERIFY(!schedule.next(at(2, 23)).isValid());
}

void TestSchedule::itIsKeptInTheDataFile() {
  const auto file = freshFile();
  QCOMPARE(shownTimes(Schedule::stored(*file).times), u("8:00, 13:00"));
  QVERIFY(!Schedule::stored(*file).last.isValid());
  db::Transaction transaction(*file, tester(), u("Mail"));
  Schedule schedule;
  schedule.storeTimes(transaction); // none
  Schedule::storeRun(transaction, tester().now);
  transaction.commit();
  QVERIFY(Schedule::stored(*file).times.empty());
  QCOMPARE(Schedule::stored(*file).last, tester().now);
}

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
