// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/businessdays.h"

#include <QTest>
#include <algorithm>

// The rules told a second time, day by day: what is written here asks "is this day a holiday", never "when is it".
namespace {

bool isFixedHoliday(QDate d) {
  const int key = d.month() * 100 + d.day();
  return key == 101 || key == 704 || key == 1111 || key == 1225 || (key == 619 && d.year() >= 2021);
}

bool isNth(QDate d, int month, int weekday, int nth) {
  return d.month() == month && d.dayOfWeek() == weekday && (d.day() + 6) / 7 == nth;
}

bool isMovableHoliday(QDate d) {
  return (isNth(d, 1, 1, 3) && d.year() >= 1986) || isNth(d, 2, 1, 3) || isNth(d, 9, 1, 1) || isNth(d, 10, 1, 2) ||
         isNth(d, 11, 4, 4) || (d.month() == 5 && d.dayOfWeek() == 1 && d.addDays(7).month() == 6);
}

bool isHolidayObserved(QDate d) {
  if (d.dayOfWeek() > 5)
    return false;
  return isFixedHoliday(d) || isMovableHoliday(d) || (d.dayOfWeek() == 5 && isFixedHoliday(d.addDays(1))) ||
         (d.dayOfWeek() == 1 && isFixedHoliday(d.addDays(-1)));
}

bool isOpen(QDate d, const std::vector<QDate>& closed = {}) {
  return d.dayOfWeek() <= 5 && !isHolidayObserved(d) && std::find(closed.begin(), closed.end(), d) == closed.end();
}

// A team that closes on odd days: weekdays, a Saturday, a federal holiday, one of them named twice.
const std::vector<QDate> someClosed{QDate(2026, 12, 24), QDate(2026, 1, 2),  QDate(2026, 7, 11), QDate(2026, 7, 3),
                                    QDate(2026, 12, 24), QDate(2027, 3, 15), QDate(2027, 3, 16), QDate(2027, 3, 17)};

} // namespace

class TestBusinessDays : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void holidaysOfKnownYears_data();
  void holidaysOfKnownYears();
  void everyDayOfTwoCenturiesIsJudgedAsByWalking();
  void addingCountsAsWalkingDoes();
  void addingLongStretchesCountsAsWalkingDoes();
  void addingAtBoundaries_data();
  void addingAtBoundaries();
  void daysLateCountAsWalkingDoes();
  void daysLateAtBoundaries_data();
  void daysLateAtBoundaries();
  void closedDaysThatAreNoBusinessDaysChangeNothing();
  void missingDatesGiveNothing();
  void numbersRiseByOneOnBusinessDaysFrom1900();
};

void TestBusinessDays::holidaysOfKnownYears_data() {
  // As published by the US Office of Personnel Management.
  QTest::addColumn<int>("year");
  QTest::addColumn<QString>("days");
  QTest::newRow("2026") << 2026 << "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25";
  QTest::newRow("2021, next New Year on its last day")
      << 2021 << "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31";
  QTest::newRow("2022, New Year was the year before")
      << 2022 << "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26";
  QTest::newRow("2023") << 2023 << "01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25";
  QTest::newRow("2020, before Juneteenth") << 2020 << "01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25";
  QTest::newRow("1986, first King day") << 1986 << "01-01 01-20 02-17 05-26 07-04 09-01 10-13 11-11 11-27 12-25";
  QTest::newRow("1985") << 1985 << "01-01 02-18 05-27 07-04 09-02 10-14 11-11 11-28 12-25";
}

void TestBusinessDays::holidaysOfKnownYears() {
  QFETCH(int, year);
  QFETCH(QString, days);
  QStringList got;
  for (QDate day : federalHolidays(year)) {
    QCOMPARE(day.year(), year);
    got << day.toString(QStringLiteral("MM-dd"));
  }
  QCOMPARE(got.join(QLatin1Char(' ')), days);
}

void TestBusinessDays::everyDayOfTwoCenturiesIsJudgedAsByWalking() {
  const Calendar closed(someClosed);
  for (QDate d(1900, 1, 1); d.year() < 2100; d = d.addDays(1)) {
    if (isBusinessDay(d) != isOpen(d) || isBusinessDay(d, closed) != isOpen(d, someClosed))
      QFAIL(qPrintable(d.toString(Qt::ISODate)));
    const std::vector<QDate> holidays = federalHolidays(d.year());
    if (std::binary_search(holidays.begin(), holidays.end(), d) != isHolidayObserved(d))
      QFAIL(qPrintable(QStringLiteral("holiday ") + d.toString(Qt::ISODate)));
  }
}

void TestBusinessDays::addingCountsAsWalkingDoes() {
  const Calendar closed(someClosed);
  for (QDate d(1980, 1, 1); d.year() < 2080; d = d.addDays(1)) {
    QDate at = d;
    int n = 0;
    if (!isOpen(d, someClosed))
      while (!isOpen(at, someClosed))
        at = at.addDays(1);
    QCOMPARE(addBusinessDays(d, 0, closed), at);
    at = d;
    while (n < 12) {
      at = at.addDays(1);
      if (isOpen(at, someClosed))
        QCOMPARE(addBusinessDays(d, ++n, closed), at);
    }
  }
}

void TestBusinessDays::addingLongStretchesCountsAsWalkingDoes() {
  const QDate start(1999, 12, 31);
  QDate at = start;
  for (int n = 0; n < 25000;) { // a hundred years
    at = at.addDays(1);
    if (isOpen(at))
      QCOMPARE(addBusinessDays(start, ++n), at);
  }
}

void TestBusinessDays::addingAtBoundaries_data() {
  QTest::addColumn<QDate>("from");
  QTest::addColumn<int>("n");
  QTest::addColumn<QDate>("to");
  QTest::newRow("none from a business day") << QDate(2026, 1, 12) << 0 << QDate(2026, 1, 12);
  QTest::newRow("none from a Saturday") << QDate(2026, 1, 10) << 0 << QDate(2026, 1, 12);
  QTest::newRow("none from a holiday") << QDate(2026, 1, 19) << 0 << QDate(2026, 1, 20);
  QTest::newRow("none over New Year kept on Friday") << QDate(2021, 12, 31) << 0 << QDate(2022, 1, 3);
  QTest::newRow("one from a Friday") << QDate(2026, 1, 9) << 1 << QDate(2026, 1, 12);
  QTest::newRow("one from a Saturday") << QDate(2026, 1, 10) << 1 << QDate(2026, 1, 12);
  QTest::newRow("one over a long weekend") << QDate(2026, 1, 16) << 1 << QDate(2026, 1, 20);
  QTest::newRow("one over 4 July kept on Friday") << QDate(2026, 7, 2) << 1 << QDate(2026, 7, 6);
  QTest::newRow("one over 4 July kept on Monday") << QDate(2021, 7, 2) << 1 << QDate(2021, 7, 6);
  QTest::newRow("one over New Year kept on Monday") << QDate(2022, 12, 30) << 1 << QDate(2023, 1, 3);
  QTest::newRow("five are a week") << QDate(2026, 3, 2) << 5 << QDate(2026, 3, 9);
  QTest::newRow("leap day") << QDate(2028, 2, 28) << 1 << QDate(2028, 2, 29);
  QTest::newRow("negative counts as none") << QDate(2026, 1, 12) << -3 << QDate(2026, 1, 12);
}

void TestBusinessDays::addingAtBoundaries() {
  QFETCH(QDate, from);
  QFETCH(int, n);
  QFETCH(QDate, to);
  QCOMPARE(addBusinessDays(from, n), to);
}

void TestBusinessDays::daysLateCountAsWalkingDoes() {
  const Calendar closed(someClosed);
  for (QDate due(1980, 1, 3); due.year() < 2080; due = due.addDays(97)) {
    int late = 0;
    for (QDate today = due; today < due.addDays(400); today = today.addDays(1)) {
      late += today > due && isOpen(today, someClosed);
      QCOMPARE(businessDaysLate(due, today, closed), late);
    }
  }
}

void TestBusinessDays::daysLateAtBoundaries_data() {
  QTest::addColumn<QDate>("due");
  QTest::addColumn<QDate>("today");
  QTest::addColumn<int>("late");
  QTest::newRow("due today") << QDate(2026, 1, 12) << QDate(2026, 1, 12) << 0;
  QTest::newRow("due tomorrow") << QDate(2026, 1, 13) << QDate(2026, 1, 12) << 0;
  QTest::newRow("due yesterday") << QDate(2026, 1, 12) << QDate(2026, 1, 13) << 1;
  QTest::newRow("due Friday, seen on Sunday") << QDate(2026, 1, 9) << QDate(2026, 1, 11) << 0;
  QTest::newRow("due Friday, seen on Monday") << QDate(2026, 1, 9) << QDate(2026, 1, 12) << 1;
  QTest::newRow("due Saturday, seen on Monday") << QDate(2026, 1, 10) << QDate(2026, 1, 12) << 1;
  QTest::newRow("over a holiday") << QDate(2026, 1, 16) << QDate(2026, 1, 20) << 1;
  QTest::newRow("a leap year") << QDate(2023, 12, 31) << QDate(2024, 12, 31) << 251;
}

void TestBusinessDays::daysLateAtBoundaries() {
  QFETCH(QDate, due);
  QFETCH(QDate, today);
  QFETCH(int, late);
  QCOMPARE(businessDaysLate(due, today), late);
}

void TestBusinessDays::closedDaysThatAreNoBusinessDaysChangeNothing() {
  // A Saturday, a federal holiday, an invalid date and a day named twice.
  const Calendar closed({QDate(2026, 1, 10), QDate(2026, 1, 19), QDate(), QDate(2026, 1, 13), QDate(2026, 1, 13)});
  QCOMPARE(closed.extraClosed(), std::vector<QDate>{QDate(2026, 1, 13)});
  QCOMPARE(businessDaysLate(QDate(2026, 1, 9), QDate(2026, 1, 20), closed), 5);
}

void TestBusinessDays::missingDatesGiveNothing() {
  QCOMPARE(isBusinessDay(QDate()), false);
  QCOMPARE(addBusinessDays(QDate(), 3), QDate());
  QCOMPARE(businessDaysLate(QDate(), QDate(2026, 1, 12)), 0);
  QCOMPARE(businessDaysLate(QDate(2026, 1, 12), QDate()), 0);
  QVERIFY(businessDayNumbers(QDate(2026, 1, 2), QDate(2026, 1, 1)).empty());
}

void TestBusinessDays::numbersRiseByOneOnBusinessDaysFrom1900() {
  const QDate from(1900, 1, 1);
  const std::vector<int> numbers = businessDayNumbers(from, QDate(2099, 12, 31));
  QCOMPARE(numbers.size(), size_t(from.daysTo(QDate(2099, 12, 31)) + 1));
  int expected = 0;
  QDate day = from;
  for (int number : numbers) {
    expected += isOpen(day);
    if (number != expected || businessDayNumber(day) != expected)
      QFAIL(qPrintable(day.toString(Qt::ISODate)));
    day = day.addDays(1);
  }
}

QTEST_GUILESS_MAIN(TestBusinessDays)
#include "tst_businessdays.moc"
