// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/calendarfeed.h"
#include "core/tasks/task.h"
#include "support/freshfile.h"

#include <QRegularExpression>
#include <QTest>

/// Calendar files as RFC 5545 has them: what a calendar program refuses, none of the office would ever see.
class TestCalendarFeed : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void everyLineIsWrittenAsTheStandardHasIt();
  void anEntryLeavesWithItsWorkAndKeepsItsNameTillThen();
};

namespace {

struct Feed {
  std::unique_ptr<db::Database> file = freshFile();
  Id<Coordinator> me;
  Id<Task> task;

  Feed() {
    db::Transaction transaction(*file, tester(), QStringLiteral("Before"));
    Coordinator anna;
    anna.name = QStringLiteral("Anna Smith");
    me = db::save(transaction, anna);
    Task one;
    one.name = QString::fromUtf8("Call Aetna; ask for Zoë, then João: the roster of the quarter, and when it is read");
    one.created = QDate(2026, 3, 2);
    one.due = QDate(2026, 3, 5);
    one.followUp = QDate(2026, 3, 12);
    one.assignee = me;
    task = db::save(transaction, one);
    transaction.commit();
  }
  QByteArray written() { return toCalendar(QStringLiteral("Anna Smith"), calendarEntries(*file, me)); }
};

} // namespace

void TestCalendarFeed::everyLineIsWrittenAsTheStandardHasIt() {
  Feed feed;
  const QByteArray bytes = feed.written();
  QVERIFY(bytes.endsWith("END:VCALENDAR\r\n"));
  QCOMPARE(bytes.count('\n'), bytes.count("\r\n"));
  for (const QByteArray& line : bytes.split('\n'))
    QVERIFY2(line.size() <= 76, line.constData()); // 75 and the CR: 3.1
  QByteArray whole = bytes;
  whole.replace("\r\n ", "");
  int stamps = 0;
  for (const QByteArray& line : whole.split('\n')) {
    static const QRegularExpression instant(QStringLiteral("\\ADTSTAMP:2026\\d{4}T\\d{6}Z\\r\\z"));
    if (line.startsWith("DTSTAMP")) {
      QVERIFY2(instant.match(QString::fromLatin1(line)).hasMatch(), line.constData());
      ++stamps;
    }
  }
  QCOMPARE(stamps, 2);
  QVERIFY(whole.contains("DTSTART;VALUE=DATE:20260305\r\n"));
  QVERIFY(whole.contains("DTEND;VALUE=DATE:20260306\r\n"));
  QVERIFY(whole.contains("TRIGGER:PT9H\r\n"));
  QVERIFY(whole.contains("SUMMARY:Due: Call Aetna\\; ask for Zo\xc3\xab\\, then Jo\xc3\xa3o: the roster"));
}

void TestCalendarFeed::anEntryLeavesWithItsWorkAndKeepsItsNameTillThen() {
  Feed feed;
  const auto before = calendarEntries(*feed.file, feed.me);
  QCOMPARE(before.size(), size_t(2));
  db::Transaction transaction(*feed.file, tester(), QStringLiteral("Moved and done"));
  Task task = *db::load(*feed.file, feed.task);
  task.due = QDate(2026, 3, 9);
  db::save(transaction, task);
  const auto moved = calendarEntries(*feed.file, feed.me);
  QCOMPARE(moved.front().uid, before.front().uid);
  QCOMPARE(moved.front().day, QDate(2026, 3, 9));
  task.status = QStringLiteral("Completed");
  db::save(transaction, task);
  QVERIFY(calendarEntries(*feed.file, feed.me).empty());
  transaction.commit();
}

QTEST_GUILESS_MAIN(TestCalendarFeed)
#include "tst_calendarfeed.moc"
