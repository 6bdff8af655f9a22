// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/deal.h"

#include <QTest>
#include <cmath>
#include <numeric>
#include <random>

/// A week's items dealt over its days: even for everybody, in the order of need, none lost.
class TestDeal : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aWeekHasFiveDaysFromMonday();
  void onlyBusinessDaysAfterTodayAreLeft();
  void onePersonsItemsComeInTheirOrder();
  void whatStandsOnADayCounts();
  void withoutADayNothingIsDealt();
  void chanceItemsAreDealtEvenlyAndInOrder();
  void noDealIsMoreEven();
};

void TestDeal::aWeekHasFiveDaysFromMonday() {
  const std::vector<QDate> days = review::daysOfWeek(QDate(2026, 3, 5));
  QCOMPARE(days.size(), size_t{5});
  QCOMPARE(days.front(), QDate(2026, 3, 2));
  QCOMPARE(days.back(), QDate(2026, 3, 6));
  QCOMPARE(review::daysOfWeek(QDate(2026, 3, 8)), days); // Sunday is the week's last day
}

void TestDeal::onlyBusinessDaysAfterTodayAreLeft() {
  QCOMPARE(review::daysLeft(QDate(2026, 3, 4)), (std::vector<QDate>{QDate(2026, 3, 5), QDate(2026, 3, 6)}));
  QVERIFY(review::daysLeft(QDate(2026, 3, 6)).empty());
  QVERIFY(review::daysLeft(QDate(2026, 3, 8)).empty());
  // Thanksgiving is a Thursday.
  QCOMPARE(review::daysLeft(QDate(2026, 11, 25)), std::vector<QDate>{QDate(2026, 11, 27)});
}

void TestDeal::onePersonsItemsComeInTheirOrder() {
  const std::vector<size_t> whose(7, 0);
  QCOMPARE(review::deal(whose, {{0, 0, 0}}, 3), (std::vector<size_t>{0, 0, 0, 1, 1, 2, 2}));
}

void TestDeal::whatStandsOnADayCounts() {
  const std::vector<size_t> whose(4, 0);
  QCOMPARE(review::deal(whose, {{5, 1, 0}}, 3), (std::vector<size_t>{1, 1, 2, 2}));
}

void TestDeal::withoutADayNothingIsDealt() { QVERIFY(review::deal(std::vector<size_t>{0}, {{}}, 0).empty()); }

void TestDeal::chanceItemsAreDealtEvenlyAndInOrder() {
  std::mt19937 chance(4711);
  const auto below = [&chance](size_t end) { return chance() % end; };
  for (int round = 0; round < 2000; ++round) {
    const size_t people = 1 + below(4), days = 1 + below(5);
    std::vector<size_t> whose(below(40));
    for (size_t& person : whose)
      person = below(people);
    const bool isEmpty = below(2) == 0;
    std::vector<std::vector<qint64>> load(people, std::vector<qint64>(days));
    for (auto& has : load)
      for (qint64& count : has)
        count = isEmpty ? 0 : qint64(below(7));
    const std::vector<size_t> dealt = review::deal(whose, load, days);
    QCOMPARE(dealt.size(), whose.size()); // nothing is lost
    for (size_t person = 0; person < people; ++person) {
      auto has = load[person];
      const qint64 before = std::accumulate(has.begin(), has.end(), qint64());
      const qint64 highest = *std::max_element(has.begin(), has.end());
      qint64 items = 0;
      size_t last = 0;
      for (size_t i = 0; i < whose.size(); ++i)
        if (whose[i] == person) {
          QVERIFY(dealt[i] < days);
          QVERIFY(dealt[i] >= last); // in the order of need
          last = dealt[i];
          ++has[last];
          ++items;
        }
      const qint64 even = (before + items + qint64(days) - 1) / qint64(days);
      QVERIFY(*std::max_element(has.begin(), has.end()) <= std::max(highest, even));
      if (isEmpty)
        QVERIFY(*std::max_element(has.begin(), has.end()) - *std::min_element(has.begin(), has.end()) <= 1);
    }
  }
}

void TestDeal::noDealIsMoreEven() {
  // Every way of putting up to six items on three days: none has less on its fullest day.
  const std::vector<std::vector<qint64>> loads{{0, 0, 0}, {3, 0, 1}, {2, 2, 0}, {0, 5, 1}};
  for (const auto& load : loads)
    for (size_t items = 0; items <= 6; ++items) {
      qint64 best = std::numeric_limits<qint64>::max();
      const auto ways = size_t(std::pow(3, items));
      for (size_t way = 0; way < ways; ++way) {
        auto has = load;
        for (size_t i = 0, rest = way; i < items; ++i, rest /= 3)
          ++has[rest % 3];
        best = std::min(best, *std::max_element(has.begin(), has.end()));
      }
      auto has = load;
      for (const size_t day : review::deal(std::vector<size_t>(items, 0), {load}, 3))
        ++has[day];
      QCOMPARE(*std::max_element(has.begin(), has.end()), best);
    }
}

QTEST_APPLESS_MAIN(TestDeal)
#include "tst_deal.moc"
