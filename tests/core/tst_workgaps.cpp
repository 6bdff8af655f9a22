// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/workgaps.h"

#include <QTest>

namespace {

const QDate today(2026, 3, 2);

WorkHistory job(QDate from, QDate to) {
  WorkHistory one;
  one.started = from;
  one.ended = to;
  return one;
}

WorkGap told(QDate from, QDate to, const char* why = "studied") {
  WorkGap one;
  one.started = from;
  one.ended = to;
  one.explanation = QString::fromLatin1(why);
  return one;
}

QStringList lines(const std::vector<Gap>& gaps) {
  QStringList all;
  for (const Gap& gap : gaps)
    all << QStringLiteral("%1 %2 %3%4")
               .arg(gap.from.toString(Qt::ISODate), gap.to.toString(Qt::ISODate))
               .arg(gap.days)
               .arg(gap.asksForExplanation ? QStringLiteral(" ask") : QString());
  return all;
}

/// The same, day by day.
QStringList dayByDay(const std::vector<WorkHistory>& jobs, const std::vector<WorkGap>& explained) {
  QDate first;
  for (const WorkHistory& one : jobs)
    if (one.started.isValid() && (!one.ended.isValid() || one.ended >= one.started) &&
        (!first.isValid() || one.started < first))
      first = one.started;
  std::vector<Gap> gaps;
  QDate from;
  int unexplained = 0, longest = 0;
  for (QDate day = first; first.isValid() && day <= today.addDays(1); day = day.addDays(1)) {
    bool works = day > today;
    for (const WorkHistory& one : jobs)
      works = works || (one.started.isValid() && one.started <= day && (!one.ended.isValid() || day <= one.ended));
    if (!works) {
      if (!from.isValid()) {
        from = day;
        longest = unexplained = 0;
      }
      bool isTold = false;
      for (const WorkGap& one : explained)
        isTold = isTold || (one.started <= day && day <= one.ended);
      unexplained = isTold ? 0 : unexplained + 1;
      longest = std::max(longest, unexplained);
    } else if (from.isValid()) {
      const int days = int(from.daysTo(day));
      if (days > 30)
        gaps.push_back({from, day.addDays(-1), days, day > from.addMonths(6) && longest > 30, {}});
      from = {};
    }
  }
  return lines(gaps);
}

} // namespace

class TestWorkGaps : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void aGapIsShownFrom31DaysOn() {
    const QDate end(2020, 1, 31);
    const auto after = [&](int days) {
      return lines(workGaps({job(QDate(2019, 1, 1), end), job(end.addDays(days + 1), {})}, {}, today));
    };
    QCOMPARE(after(30), QStringList());
    QCOMPARE(after(31), QStringList{QStringLiteral("2020-02-01 2020-03-02 31")});
  }

  void overSixMonthsAsksForAnExplanation() {
    const std::vector<WorkHistory> six{job(QDate(2019, 1, 1), QDate(2019, 12, 31)), job(QDate(2020, 7, 1), {})};
    QCOMPARE(lines(workGaps(six, {}, today)), QStringList{QStringLiteral("2020-01-01 2020-06-30 182")});
    const std::vector<WorkHistory> over{job(QDate(2019, 1, 1), QDate(2019, 12, 31)), job(QDate(2020, 7, 2), {})};
    QCOMPARE(lines(workGaps(over, {}, today)), QStringList{QStringLiteral("2020-01-01 2020-07-01 183 ask")});
    const auto explained = workGaps(over, {told(QDate(2020, 1, 15), QDate(2020, 6, 10))}, today);
    QVERIFY(!explained.front().asksForExplanation);
    QCOMPARE(explained.front().explanation, QStringLiteral("studied"));
    QVERIFY(workGaps(over, {told(QDate(2020, 3, 1), QDate(2020, 6, 10))}, today).front().asksForExplanation);
  }

  void whoLeftAndDidNotComeBackHasAGapUpToToday() {
    QCOMPARE(lines(workGaps({job(QDate(2019, 1, 1), today.addDays(-31))}, {}, today)),
             QStringList{QStringLiteral("2026-01-31 2026-03-02 31")});
    QVERIFY(workGaps({job(QDate(2019, 1, 1), {})}, {}, today).empty());
    QVERIFY(workGaps({}, {}, today).empty());
    QVERIFY(workGaps({job({}, QDate(2019, 1, 1)), job(QDate(2020, 1, 1), QDate(2019, 1, 1))}, {}, today).empty());
  }

  void itAgreesWithACountDayByDay() {
    quint32 state = 20260302;
    const auto random = [&](int below) {
      state = state * 1664525 + 1013904223;
      return int((state >> 8) % quint32(below));
    };
    for (int round = 0; round < 400; ++round) {
      std::vector<WorkHistory> jobs;
      std::vector<WorkGap> explained;
      for (int i = random(5); i >= 0; --i) {
        const QDate from = today.addDays(-random(1500) + 20);
        jobs.push_back(job(random(12) ? from : QDate(), random(4) ? from.addDays(random(300) - 5) : QDate()));
      }
      for (int i = random(3); i > 0; --i) {
        const QDate from = today.addDays(-random(1500));
        explained.push_back(told(from, from.addDays(random(400))));
      }
      if (lines(workGaps(jobs, explained, today)) != dayByDay(jobs, explained))
        QFAIL(qPrintable(QStringLiteral("round %1: %2 | %3")
                             .arg(round)
                             .arg(lines(workGaps(jobs, explained, today)).join(QStringLiteral(", ")),
                                  dayByDay(jobs, explained).join(QStringLiteral(", ")))));
    }
  }
};

QTEST_GUILESS_MAIN(TestWorkGaps)
#include "tst_workgaps.moc"
