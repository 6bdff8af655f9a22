// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alertaction.h"
#include "core/credentials/credential.h"
#include "core/credentials/documenttype.h"
#include "core/notes/note.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/report/catalogue.h"
#include "core/report/packet.h"
#include "core/report/review.h"
#include "core/review/mark.h"
#include "core/review/walk.h"
#include "core/review/week.h"
#include "core/tasks/task.h"
#include "core/team/coordinator.h"
#include "core/team/provider.h"
#include "core/tracking/template.h"
#include "core/tracking/trackings.h"
#include "support/freshfile.h"

#include <QTest>
#include <set>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }
const QDate monday(2026, 3, 2);

} // namespace

/// A walk through a week's review: what leaves, what stays, what comes back.
class TestReviewWalk : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup() { m_file.reset(); }
  void nothingLeavesWithoutANextDate();
  void whatHasItsNextDateLeavesByEnterAlone();
  void aDateOfTodayIsNoNextDate();
  void aNoteWithADateSetsTheFollowUpAndLeaves();
  void aNoteWithoutADateIsKeptAndTheItemStays();
  void whatWaitsSaysOnWhomAndUntilWhen();
  void movingTheDateLeaves();
  void aSnoozeKeepsTheDueDateAndComesBackOnItsDay();
  void whatIsPlannedIsDueOnItsDayOrComesBackOnIt();
  void aReminderOfAnAlertKeepsItQuietToo();
  void anExpiringDocumentHasItsNextRung();
  void anExpiredDocumentLeavesWithAReminderOrItsNewDate();
  void aDoneStepLeavesAndTheNextOneIsSeen();
  void whatWasReviewedIsThereAgainNextWeek();
  void undoBringsTheItemBack();
  void assigningHandsItOn();
  void theSummaryCountsEachItemOnce();
  void aReviewBelongsToItsWeekAndIsDoneOnItsFirstBusinessDay();
  void theMarksAreInHistory();

private:
  template<class R>
  R add(R record) {
    db::Transaction transaction(*m_file, tester(), u("Before"));
    record.id = db::save(transaction, record);
    transaction.commit();
    return record;
  }
  using Work = std::function<Problems(db::Transaction&, const review::Doer&)>;
  /// Does it, unless it is refused: then nothing is written.
  Problems tried(const Work& work, QDate today = monday) {
    db::Transaction transaction(*m_file, tester(), u("Review"));
    Problems problems = work(transaction, {u("Anna"), today, today.toString(Qt::ISODate) + u(" 09:00")});
    if (problems.empty())
      transaction.commit();
    m_change = transaction.changeId();
    return problems;
  }
  Problems pass(qint64 key, QDate today = monday) {
    return tried([&](auto& transaction, const auto& doer) { return review::pass(transaction, key, doer); }, today);
  }
  Problems note(qint64 key, const char* text, QDate followUp) {
    ContactLine line;
    line.kind = u("Call");
    line.text = u(text);
    return tried(
        [&](auto& transaction, const auto& doer) { return review::note(transaction, key, line, followUp, doer); });
  }
  Problems snooze(qint64 key, QDate until) {
    return tried([&](auto& transaction, const auto& doer) { return review::snooze(transaction, key, until, doer); });
  }
  Problems move(qint64 key, QDate to) {
    return tried([&](auto& transaction, const auto& doer) { return review::moveDate(transaction, key, to, doer); });
  }
  Problems complete(qint64 key) {
    return tried([&](auto& transaction, const auto& doer) { return review::complete(transaction, key, doer); });
  }
  std::set<qint64> left(QDate today = monday) {
    report::Request request{report::find(u("review")), today, {}};
    request.filter.is[u("left")] = {u("yes")};
    std::set<qint64> keys;
    for (const auto& [key, section] : report::reviewOrder(*m_file, request))
      keys.insert(key);
    return keys;
  }
  bool isLeft(qint64 key, QDate today = monday) { return left(today).count(key) > 0; }
  Step step() { return *db::load(*m_file, m_step.id); }
  qint64 stepKey() const { return review::keyOf(m_step.id); }
  qint64 taskKey() const { return m_task.id.value * 4 + 3; }
  qint64 documentKey() const { return m_document.id.value * 8; }
  qint64 payorKey() const { return m_enrollment.id.value * 8 + 2; }

  std::unique_ptr<db::Database> m_file;
  Provider m_provider;
  Coordinator m_anna;
  Payor m_payor;
  Enrollment m_enrollment;
  Step m_step; ///< due last Friday
  Task m_task; ///< due today
  Credential m_document;
  qint64 m_change = 0;
};

void TestReviewWalk::init() {
  m_file = freshFile();
  m_anna = {};
  m_anna.name = u("Anna Marsh");
  m_anna = add(m_anna);
  m_provider = {};
  m_provider.lastName = u("Marten");
  m_provider.firstName = u("Lily");
  m_provider.assignee = m_anna.id;
  m_provider = add(m_provider);
  m_payor = {};
  m_payor.name = u("Aetna");
  m_payor = add(m_payor);
  m_enrollment = {};
  m_enrollment.provider = m_provider.id;
  m_enrollment.payor = m_payor.id;
  m_enrollment.status = u("Participating");
  m_enrollment.end = monday.addDays(-10);
  m_enrollment = add(m_enrollment);
  Tracking tracking;
  tracking.reference = u("T-1");
  tracking.type = u("Payor");
  tracking.subtype = u("Initial");
  tracking.provider = m_provider.id;
  tracking.started = monday.addDays(-20);
  tracking = add(tracking);
  m_step = {};
  m_step.tracking = tracking.id;
  m_step.position = 1;
  m_step.name = u("Submit");
  m_step.due = monday.addDays(-3);
  m_step = add(m_step);
  Step next;
  next.tracking = tracking.id;
  next.position = 2;
  next.name = u("Confirm receipt");
  next.tat = 3;
  add(next);
  m_task = {};
  m_task.name = u("Send the contract");
  m_task.provider = m_provider.id;
  m_task.due = monday;
  m_task.created = monday.addDays(-3);
  m_task = add(m_task);
  m_document = {};
  m_document.provider = m_provider.id;
  m_document.documentType = db::allWhere<DocumentType>(*m_file, u("name = 'State licence'")).front().id;
  m_document.expires = monday.addDays(50);
  m_document = add(m_document);
  for (const qint64 key : {stepKey(), taskKey(), documentKey(), payorKey()})
    QVERIFY(isLeft(key));
}

void TestReviewWalk::nothingLeavesWithoutANextDate() {
  const Problems problems = pass(stepKey());
  QCOMPARE(problems.size(), size_t(1));
  QVERIFY(problems.front().sentence.contains(u("without a next date")));
  QVERIFY(isLeft(stepKey()));
  QVERIFY(db::allWhere<ReviewMark>(*m_file, u("1 = 1")).empty());
}

void TestReviewWalk::whatHasItsNextDateLeavesByEnterAlone() {
  Step late = step();
  late.followUp = monday.addDays(2);
  add(late);
  QVERIFY(pass(stepKey()).empty());
  QVERIFY(!isLeft(stepKey()));
  QCOMPARE(step().due, late.due);
  const auto marks = db::allWhere<ReviewMark>(*m_file, u("1 = 1"));
  QCOMPARE(marks.size(), size_t(1));
  QCOMPARE(marks.front().until, late.followUp);
  QCOMPARE(marks.front().week, monday);
  QCOMPARE(marks.front().assignee, m_anna.id);
}

void TestReviewWalk::aDateOfTodayIsNoNextDate() { QVERIFY(!pass(taskKey()).empty()); }

void TestReviewWalk::aNoteWithADateSetsTheFollowUpAndLeaves() {
  QVERIFY(note(stepKey(), "left a message", monday.addDays(7)).empty());
  QCOMPARE(step().followUp, monday.addDays(7));
  QVERIFY(!isLeft(stepKey()));
  QVERIFY(note(taskKey(), "asked", monday.addDays(3)).empty());
  QCOMPARE(db::load(*m_file, m_task.id)->followUp, monday.addDays(3));
  QVERIFY(!isLeft(taskKey()));
  QVERIFY(note(payorKey(), "they send it", monday.addDays(4)).empty());
  QCOMPARE(db::load(*m_file, m_enrollment.id)->followUp, monday.addDays(4));
  QVERIFY(!isLeft(payorKey()));
  const auto notes = db::allWhere<Note>(*m_file, u("1 = 1 ORDER BY id"));
  QCOMPARE(notes.size(), size_t(3));
  QCOMPARE(notes[0].step, m_step.id);
  QCOMPARE(notes[1].task, m_task.id);
  QCOMPARE(notes[2].payor, m_payor.id);
  QCOMPARE(notes[2].provider, m_provider.id);
  QVERIFY(!note(taskKey(), "again", monday).empty()); // a day to come
}

void TestReviewWalk::aNoteWithoutADateIsKeptAndTheItemStays() {
  QVERIFY(note(stepKey(), "nobody answers", {}).empty());
  QVERIFY(isLeft(stepKey()));
  QCOMPARE(db::allWhere<Note>(*m_file, u("1 = 1")).size(), size_t(1));
}

void TestReviewWalk::whatWaitsSaysOnWhomAndUntilWhen() {
  const auto wait = [&](qint64 key, const char* whom, QDate until) {
    return tried(
        [&](auto& transaction, const auto& doer) { return review::waitFor(transaction, key, u(whom), until, doer); });
  };
  QVERIFY(!wait(stepKey(), "Payor", {}).empty());
  QVERIFY(!wait(stepKey(), "", monday.addDays(5)).empty());
  QVERIFY(wait(stepKey(), "Payor", monday.addDays(5)).empty());
  QCOMPARE(step().waitingOn, u("Payor"));
  QCOMPARE(step().waitingSince, monday);
  QCOMPARE(step().followUp, monday.addDays(5));
  QVERIFY(!isLeft(stepKey()));
  QVERIFY(wait(documentKey(), "Provider", monday.addDays(5)).empty());
  QVERIFY(!isLeft(documentKey()));
  QCOMPARE(db::allWhere<Note>(*m_file, u("1 = 1")).front().text, u("Waiting on provider until 2026-03-07"));
}

void TestReviewWalk::movingTheDateLeaves() {
  QVERIFY(!move(stepKey(), monday).empty());
  QVERIFY(move(stepKey(), monday.addDays(3)).empty());
  QCOMPARE(step().due, monday.addDays(3));
  QVERIFY(step().duePinned);
  QVERIFY(!isLeft(stepKey()));
  QVERIFY(move(payorKey(), monday.addYears(3)).empty());
  QCOMPARE(db::load(*m_file, m_enrollment.id)->end, monday.addYears(3));
  QVERIFY(!isLeft(payorKey()));
}

void TestReviewWalk::aSnoozeKeepsTheDueDateAndComesBackOnItsDay() {
  QVERIFY(!snooze(stepKey(), monday).empty());
  QVERIFY(snooze(stepKey(), monday.addDays(3)).empty());
  QCOMPARE(step().due, monday.addDays(-3));
  QVERIFY(!isLeft(stepKey(), monday.addDays(2)));
  QVERIFY(isLeft(stepKey(), monday.addDays(3)));
}

void TestReviewWalk::whatIsPlannedIsDueOnItsDayOrComesBackOnIt() {
  const QDate thursday = monday.addDays(3);
  const auto plan = [&](qint64 key) {
    return tried([&](auto& transaction, const auto& doer) { return review::plan(transaction, key, thursday, doer); });
  };
  const auto dayOf = [&](qint64 key, QDate today) {
    const report::Request request{
        report::find(u("review")), today, {}, {report::find(u("review"))->columnAt(u("Plan"))}};
    const report::Query query = report::rowsWithIdQuery(request, 0);
    QString day;
    m_file->each(query.sql, query.arguments, [&](db::Row& row) {
      const bool isIt = row.number() == key;
      const QString stands = row.text();
      if (isIt)
        day = stands;
    });
    return day;
  };
  Credential expired = m_document;
  expired.expires = monday.addDays(-1);
  add(expired);
  QCOMPARE(dayOf(taskKey(), monday), u("2026-03-02"));
  for (const qint64 key : {stepKey(), documentKey(), payorKey()}) {
    QCOMPARE(dayOf(key, monday), QString(report::toDeal));
    QVERIFY(plan(key).empty());
    QCOMPARE(dayOf(key, monday), u("2026-03-05"));
  }
  QCOMPARE(step().due, thursday);
  QCOMPARE(db::load(*m_file, m_document.id)->expires, monday.addDays(-1)); // not ours to move
  QCOMPARE(db::load(*m_file, m_enrollment.id)->end, monday.addDays(-10));
  for (const qint64 key : {stepKey(), documentKey(), payorKey()}) // what was not done on its day is dealt again
    QCOMPARE(dayOf(key, monday.addDays(4)), QString(report::toDeal));
  // Who was to be asked before that day is asked on it: else it would stay on the day of the follow-up.
  for (const int days : {-1, 0, 2}) {
    Step before = step();
    before.followUp = monday.addDays(days);
    before.due = monday.addDays(-3);
    add(before);
    QVERIFY(plan(stepKey()).empty());
    QCOMPARE(dayOf(stepKey(), monday), u("2026-03-05"));
    QCOMPARE(step().followUp, days < 0 ? monday.addDays(days) : thursday);
  }
}

void TestReviewWalk::aReminderOfAnAlertKeepsItQuietToo() {
  QVERIFY(snooze(documentKey(), monday.addDays(10)).empty());
  QVERIFY(!isLeft(documentKey(), monday.addDays(7))); // over the end of the week
  const auto actions = db::allWhere<AlertAction>(*m_file, u("1 = 1"));
  QCOMPARE(actions.size(), size_t(1));
  QCOMPARE(actions.front().what, u("Snoozed"));
  QCOMPARE(actions.front().until, monday.addDays(10));
}

void TestReviewWalk::anExpiringDocumentHasItsNextRung() {
  // 50 days before: of 120/90/60/30/14/7/0 the next one is that of 30.
  QVERIFY(pass(documentKey()).empty());
  QVERIFY(!isLeft(documentKey()));
  QCOMPARE(db::allWhere<ReviewMark>(*m_file, u("1 = 1")).front().until, monday.addDays(20));
}

void TestReviewWalk::anExpiredDocumentLeavesWithAReminderOrItsNewDate() {
  Credential expired = m_document;
  expired.expires = monday.addDays(-1);
  add(expired);
  QVERIFY(!pass(documentKey()).empty());
  QVERIFY(!complete(documentKey()).empty());
  QVERIFY(note(documentKey(), "asked for the renewal", monday.addDays(5)).empty());
  QVERIFY(!isLeft(documentKey()));
  QVERIFY(move(documentKey(), monday.addYears(1)).empty());
  QCOMPARE(db::load(*m_file, m_document.id)->expires, monday.addYears(1));
  QVERIFY(!isLeft(documentKey(), monday.addDays(7)));
}

void TestReviewWalk::aDoneStepLeavesAndTheNextOneIsSeen() {
  const auto before = left();
  QVERIFY(complete(stepKey()).empty());
  QCOMPARE(step().status, u("Completed"));
  QVERIFY(!isLeft(stepKey()));
  const Step next = stepsOf(*m_file, m_step.tracking)[1];
  QCOMPARE(next.due, monday.addDays(3)); // three business days from today: this week
  QVERIFY(isLeft(review::keyOf(next.id)));
  QVERIFY(complete(taskKey()).empty());
  QCOMPARE(db::load(*m_file, m_task.id)->status, u("Completed"));
  QCOMPARE(db::load(*m_file, m_task.id)->completed, monday);
}

void TestReviewWalk::whatWasReviewedIsThereAgainNextWeek() {
  Step late = step();
  late.followUp = monday.addDays(14);
  add(late);
  QVERIFY(pass(stepKey()).empty());
  QVERIFY(!isLeft(stepKey(), monday.addDays(6)));
  QVERIFY(isLeft(stepKey(), monday.addDays(7)));
  // Done on a Thursday it still belongs to its week: the next one is not shifted.
  QVERIFY(pass(stepKey(), monday.addDays(10)).empty());
  QVERIFY(!isLeft(stepKey(), monday.addDays(13)));
  QVERIFY(isLeft(stepKey(), monday.addDays(14)));
}

void TestReviewWalk::undoBringsTheItemBack() {
  QVERIFY(note(stepKey(), "left a message", monday.addDays(7)).empty());
  QVERIFY(!isLeft(stepKey()));
  QVERIFY(db::history::undo(*m_file, tester(), m_change).isOk());
  QVERIFY(isLeft(stepKey()));
  QVERIFY(!step().followUp.isValid());
  QVERIFY(db::allWhere<Note>(*m_file, u("1 = 1")).empty());
}

void TestReviewWalk::assigningHandsItOn() {
  Coordinator other;
  other.name = u("Jo Field");
  other = add(other);
  const auto assign = [&](qint64 key) {
    return tried([&](auto& transaction, const auto& doer) { return review::assign(transaction, key, other.id, doer); });
  };
  for (const qint64 key : {stepKey(), taskKey(), payorKey()}) {
    QVERIFY(assign(key).empty());
    QCOMPARE(review::whoseIs(*m_file, *review::itemOf(*m_file, key)).assignee, other.id);
    QVERIFY(isLeft(key)); // to be gone through still, by the other
  }
  QCOMPARE(db::load(*m_file, m_provider.id)->assignee, m_anna.id);
  QVERIFY(assign(documentKey()).empty()); // a document is its provider's matter
  QCOMPARE(db::load(*m_file, m_provider.id)->assignee, other.id);
}

void TestReviewWalk::theSummaryCountsEachItemOnce() {
  QVERIFY(move(stepKey(), monday.addDays(3)).empty());
  QVERIFY(move(stepKey(), monday.addDays(4)).empty());
  QVERIFY(snooze(documentKey(), monday.addDays(3)).empty());
  QVERIFY(complete(taskKey()).empty());
  QVERIFY(tried([&](auto& transaction, const auto& doer) {
            review::mark(transaction, payorKey(), u("Mailed"), doer);
            return Problems{};
          }).empty());
  QVERIFY(isLeft(payorKey())); // a mail alone is no next date
  const auto all = review::summaryOf(*m_file, monday, {}, {});
  QCOMPARE(all.reviewed, 3);
  QCOMPARE(all.moved, 1);
  QCOMPARE(all.done, 1);
  QCOMPARE(all.mailed, 1);
  QCOMPARE(all.snoozed, 1);
  report::Request asked{report::find(u("review")), monday, {}};
  report::Request left = asked;
  left.filter.is[u("left")] = {u("yes")};
  const auto items = report::reviewOrder(*m_file, left);
  const auto toGo = std::count_if(items.begin(), items.end(), [](const auto& item) { return isToReview(item.second); });
  QCOMPARE(report::packet(*m_file, asked, {}).front().said, // the manager reads it on the packet, too
           u("Reviewed 3 · moved 1 · done 1 · mailed 1 · snoozed 1 · left %1").arg(toGo));
  asked.filter.is[u("assignee")] = {m_anna.id.value + 1};
  QVERIFY(report::packet(*m_file, asked, {}).front().said.startsWith(u("Reviewed 0 ·")));
  QCOMPARE(review::summaryOf(*m_file, monday, {m_anna.id}, {}).reviewed, 3);
  QCOMPARE(review::summaryOf(*m_file, monday, {m_anna.id.value + 1}, {}).reviewed, 0);
  QCOMPARE(review::summaryOf(*m_file, monday.addDays(7), {}, {}).reviewed, 0);
}

void TestReviewWalk::aReviewBelongsToItsWeekAndIsDoneOnItsFirstBusinessDay() {
  QCOMPARE(mondayOf(QDate(2026, 3, 8)), monday);
  QCOMPARE(mondayOf(monday), monday);
  QCOMPARE(reviewDay(QDate(2026, 3, 8)), monday);
  QCOMPARE(reviewDay(QDate(2026, 1, 21)), QDate(2026, 1, 20)); // Martin Luther King's birthday was on Monday
  QCOMPARE(reviewDay(monday, Calendar({monday, monday.addDays(1)})), monday.addDays(2));
  std::vector<QDate> week;
  for (int i = 0; i < 5; ++i)
    week.push_back(monday.addDays(i));
  QCOMPARE(reviewDay(monday, Calendar(week)), monday);
}

void TestReviewWalk::theMarksAreInHistory() {
  QVERIFY(snooze(stepKey(), monday.addDays(3)).empty());
  QCOMPARE(
      m_file->value(u("SELECT count(*) FROM change_row WHERE record = 'review_mark' AND change_id = ?"), {m_change}),
      1);
  QVERIFY(datafile::check(*m_file).empty());
}

QTEST_GUILESS_MAIN(TestReviewWalk)
#include "tst_reviewwalk.moc"
