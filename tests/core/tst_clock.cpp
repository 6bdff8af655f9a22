// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/telling.h"
#include "core/credentials/ladder.h"
#include "core/mail/addressees.h"
#include "core/mail/due.h"
#include "core/mail/schedule.h"
#include "support/figure.h"
#include "support/samplefile.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

QDateTime noonOf(QDate day) { return {day, QTime(18, 0), Qt::UTC}; }

/// The mail of a day, as the window does it; answers the digests by coordinator.
QHash<Id<Coordinator>, int> mailOf(db::Database& database, QDate day) {
  const mail::DueToday due = mail::dueToday(database, day);
  QHash<Id<Coordinator>, int> digests;
  for (const mail::DueMail& one : due.mails)
    digests[one.draft.mail.coordinator] += one.draft.mail.kind == u("Digest");
  db::Transaction transaction(database, {u("Mail"), noonOf(day)}, u("Mail of the day"));
  mail::queueDue(transaction, due, noonOf(day));
  transaction.commit();
  return digests;
}

} // namespace

/// The computer's clock is wrong, goes back, or stood still for a month.
class TestClock : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void howeverItJumpsNoAlertIsMissedAndNoneToldTwice();
  void offForAMonthThereIsOneDigest();
  void aClockThatWasAheadHoldsNoMailOfTheDayUp();
  void aClockThatWasAheadHoldsNoWaitingMailUp();
};

void TestClock::howeverItJumpsNoAlertIsMissedAndNoneToldTwice() {
  const int jumps = figure("CREDENZA_JUMPS", 100, 1000);
  const quint32 seed = quint32(qMax(1, qEnvironmentVariableIntValue("CREDENZA_SEED")));
  SampleFile sample;
  db::Database& database = *sample.database;
  QRandomGenerator random(seed);
  QSet<QDate> seen;
  QDate day = SampleFile::today();
  int looked = 0;
  for (int jump = 0; jump < jumps; ++jump) {
    const bool isNew = !seen.contains(day);
    seen << day;
    mailOf(database, day);
    // A second look on the same day, and a day that comes again: nothing is left to be told of, or repeated.
    for (const mail::DueMail& again : mail::dueToday(database, day).mails)
      QVERIFY2(again.alerts.empty(), qPrintable(u("seed %1, %2").arg(seed).arg(day.toString(Qt::ISODate))));
    if (isNew) {
      const mail::Addressees addressees(database);
      for (const alerts::Expirable& one : alerts::expirables(database, day)) {
        const auto about = alerts::isAbout(one.subject);
        if (addressees.of(one.assignee, one.team).empty() ||
            database.value(u("SELECT count(*) FROM alert_action WHERE ") + about.sql, about.arguments) > 0)
          continue;       // nobody to tell, or in somebody's hands
        int reached = -1; // by hand: the lowest rung whose day has come
        for (const int rung : one.expires.isValid() ? rungsOf(one.ladder) : std::vector<int>{0})
          if (!one.expires.isValid() || one.expires.toJulianDay() - rung <= day.toJulianDay())
            reached = reached < 0 ? rung : qMin(reached, rung);
        if (reached < 0)
          continue;
        auto arguments = about.arguments;
        arguments.emplace_back(one.expires);
        arguments.emplace_back(reached);
        QVERIFY2(database.value(
                     u("SELECT count(*) FROM alert_notice WHERE %1 AND expires IS ? AND rung <= ?").arg(about.sql),
                     arguments) > 0,
                 qPrintable(u("seed %1: %2 was missed on %3").arg(seed).arg(one.document, day.toString(Qt::ISODate))));
        ++looked;
      }
    }
    day = SampleFile::today().addDays(random.bounded(-400, 401));
  }
  QVERIFY(looked > jumps);
  QCOMPARE(database.value(u("SELECT count(*) FROM (SELECT 1 FROM alert_notice GROUP BY credential_id, enrollment_id, "
                            "affiliation_id, provider_id, document_type_id, state, expires, rung, snooze_id HAVING "
                            "count(*) > 1)")),
           0);
  // Order is that of the changes, whatever their clocks say.
  QCOMPARE(datafile::check(database), std::vector<QString>());
}

void TestClock::offForAMonthThereIsOneDigest() {
  SampleFile sample;
  mailOf(*sample.database, SampleFile::today());
  const auto digests = mailOf(*sample.database, SampleFile::today().addDays(30));
  QVERIFY(!digests.isEmpty());
  for (const int count : digests)
    QVERIFY(count <= 1);
  for (const int count : mailOf(*sample.database, SampleFile::today().addDays(30)))
    QCOMPARE(count, 0);
}

void TestClock::aClockThatWasAheadHoldsNoMailOfTheDayUp() {
  mail::Schedule schedule{*mail::readTimes(u("8:00")), QDateTime(QDate(2027, 3, 2), QTime(8, 0)).toUTC()};
  const QDateTime now(QDate(2026, 3, 2), QTime(9, 0));
  QVERIFY(schedule.isDue(now));
  QVERIFY(!schedule.isDue(now.addSecs(-2 * 3600))); // not before its time
  schedule.last = now.toUTC();
  QVERIFY(!schedule.isDue(now.addSecs(60)));
}

void TestClock::aClockThatWasAheadHoldsNoWaitingMailUp() {
  const auto file = freshFile();
  const QDateTime wrong = noonOf({2027, 3, 2}), now = noonOf({2026, 3, 2});
  db::Transaction transaction(*file, tester(), u("Letter"));
  mail::Draft draft;
  draft.mail.kind = u("Letter");
  draft.mail.recipient = u("anna@example.org");
  draft.mail.day = wrong.date();
  const auto id = mail::queue(transaction, draft, wrong);
  QVERIFY(id.isOk());
  transaction.commit();
  QCOMPARE(mail::waiting(*file, now).size(), size_t(1));
  QVERIFY(mail::take(*file, *id, wrong));
  mail::settle(*file, *id, {mail::Outcome::Kind::TryAgain, u("451 later"), false}, now);
  QCOMPARE(mail::waiting(*file, now).size(), size_t(0)); // its pause, by the right clock
  QCOMPARE(mail::waiting(*file, now.addSecs(61)).size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
