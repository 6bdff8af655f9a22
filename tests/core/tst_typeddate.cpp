// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/typeddate.h"

#include <QTest>

class TestTypedDate : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void whatIsTypedBecomesThatDay_data();
  void whatIsTypedBecomesThatDay();
  void nothingTypedIsNoDate();
  void whatCannotBeReadIsAProblem_data();
  void whatCannotBeReadIsAProblem();
  void everyShownDateReadsBack();
  void theYearIsShownOnlyWhenItIsAnother();
};

namespace {
const QDate thursday(2026, 1, 15);

QDate onWeekdays(QDate date, int days) {
  while (days > 0) {
    date = date.addDays(1);
    if (date.dayOfWeek() < 6)
      --days;
  }
  return date;
}
} // namespace

void TestTypedDate::whatIsTypedBecomesThatDay_data() {
  QTest::addColumn<QString>("typed");
  QTest::addColumn<QDate>("today");
  QTest::addColumn<QDate>("date");
  const auto row = [](const char* typed, QDate today, QDate date) {
    QTest::addRow("%s on %s", typed, qPrintable(today.toString(Qt::ISODate)))
        << QString::fromUtf8(typed) << today << date;
  };
  row("1/12", thursday, {2026, 1, 12});
  row("1/12", {2026, 7, 12}, {2026, 1, 12}); // exactly half a year past
  row("1/12", {2026, 7, 13}, {2027, 1, 12}); // a day more
  row("12/30", thursday, {2026, 12, 30});
  row("1/12/26", thursday, {2026, 1, 12});
  row("1/12/46", thursday, {2046, 1, 12});
  row("1/12/47", thursday, {1947, 1, 12});
  row("01/12/2027", thursday, {2027, 1, 12});
  row("2-28-27", thursday, {2027, 2, 28});
  row("2/29/28", thursday, {2028, 2, 29});
  row("2026-03-09", thursday, {2026, 3, 9});
  row("+7", thursday, {2026, 1, 22});
  row("-3", thursday, {2026, 1, 12});
  row("+0", thursday, thursday);
  row("3b", thursday, {2026, 1, 20});
  row("+3b", thursday, {2026, 1, 20});
  row("3 B", thursday, {2026, 1, 20});
  row("mon", thursday, {2026, 1, 19});
  row("thu", thursday, {2026, 1, 22}); // the next one, not today
  row("Fri", thursday, {2026, 1, 16});
  row("sunday", thursday, {2026, 1, 18});
  row("eom", thursday, {2026, 1, 31});
  row("eom", {2028, 2, 29}, {2028, 2, 29});
  row(" Today ", thursday, thursday);
  row("tomorrow", thursday, {2026, 1, 16});
  row("yesterday", thursday, {2026, 1, 14});
  row("12 jan", thursday, {2026, 1, 12});
  row("Jan 12, 2027", thursday, {2027, 1, 12});
  row("12-Sep-2026", thursday, {2026, 9, 12});
  row("sept 3", thursday, {2026, 9, 3});
  row("Mon 12 Jan", thursday, {2026, 1, 12});
}

void TestTypedDate::whatIsTypedBecomesThatDay() {
  QFETCH(QString, typed);
  QFETCH(QDate, today);
  const auto date = typedDate(typed, today, onWeekdays);
  QVERIFY2(date.isOk(), date.isOk() ? "" : qPrintable(date.problems().front().sentence));
  QTEST(*date, "date");
}

void TestTypedDate::nothingTypedIsNoDate() {
  for (const auto& typed : {QString(), QStringLiteral("   ")}) {
    const auto date = typedDate(typed, thursday, onWeekdays);
    QVERIFY(date.isOk());
    QVERIFY(date->isNull());
  }
}

void TestTypedDate::whatCannotBeReadIsAProblem_data() {
  QTest::addColumn<QString>("typed");
  for (const char* typed : {"13/1", "2/30", "2/29", "2/29/27", "1/12/202", "20261", "soon", "mo", "7", "b", "+b", "+7x",
                            "2026-13-01", "1/1/0026", "12 foo", "1/12/1826", "+12345"})
    QTest::newRow(typed) << QString::fromLatin1(typed);
}

void TestTypedDate::whatCannotBeReadIsAProblem() {
  QFETCH(QString, typed);
  const auto date = typedDate(typed, thursday, onWeekdays);
  QVERIFY(!date.isOk());
  QVERIFY(date.problems().front().sentence.contains(typed));
}

void TestTypedDate::everyShownDateReadsBack() {
  for (QDate date(2025, 1, 1); date < QDate(2028, 1, 1); date = date.addDays(1)) {
    const QString shown = shownDate(date, thursday);
    const auto read = typedDate(shown, thursday, onWeekdays);
    QVERIFY2(read.isOk() && *read == date, qPrintable(shown));
  }
}

void TestTypedDate::theYearIsShownOnlyWhenItIsAnother() {
  QCOMPARE(shownDate({2026, 1, 12}, thursday), QStringLiteral("Mon 12 Jan"));
  QCOMPARE(shownDate({2027, 1, 12}, thursday), QStringLiteral("12 Jan 2027"));
  QCOMPARE(shownDate({}, thursday), QString());
}

QTEST_GUILESS_MAIN(TestTypedDate)
#include "tst_typeddate.moc"
