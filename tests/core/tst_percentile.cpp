// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/percentile.h"

#include <QTest>

/// Forecasts and expected dates rest on it: averages would mislead.
class TestPercentile : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void percentilesAreByNearestRank();
  void medianAndEightiethAreAmongTheValues_data();
  void medianAndEightiethAreAmongTheValues();
};

void TestPercentile::percentilesAreByNearestRank() {
  QVERIFY(!percentile({}, 50));
  QCOMPARE(*percentile({7}, 1), 7);
  QCOMPARE(*percentile({7}, 100), 7);
  QCOMPARE(*percentile({8, 2}, 50), 2);
  // The usual example: 15, 20, 35, 40, 50.
  const std::vector<int> five{50, 15, 40, 20, 35};
  QCOMPARE(*percentile(five, 5), 15);
  QCOMPARE(*percentile(five, 30), 20);
  QCOMPARE(*percentile(five, 40), 20);
  QCOMPARE(*percentile(five, 50), 35);
  QCOMPARE(*percentile(five, 80), 40);
  QCOMPARE(*percentile(five, 81), 50);
  QCOMPARE(*percentile(five, 100), 50);
}

void TestPercentile::medianAndEightiethAreAmongTheValues_data() {
  QTest::addColumn<QList<int>>("values");
  QTest::addColumn<int>("median");
  QTest::addColumn<int>("eightieth");
  QTest::newRow("one") << QList<int>{7} << 7 << 7;
  QTest::newRow("two") << QList<int>{8, 2} << 2 << 8;
  QTest::newRow("five") << QList<int>{5, 1, 4, 2, 3} << 3 << 4;
  QTest::newRow("six") << QList<int>{60, 10, 50, 20, 40, 30} << 30 << 50;
}

void TestPercentile::medianAndEightiethAreAmongTheValues() {
  QFETCH(QList<int>, values);
  const std::vector<int> all(values.begin(), values.end());
  QTEST(*percentile(all, 50), "median");
  QTEST(*percentile(all, 80), "eightieth");
}

QTEST_GUILESS_MAIN(TestPercentile)
#include "tst_percentile.moc"
