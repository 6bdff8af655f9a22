// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/body.h"
#include "core/mail/due.h"
#include "core/mail/earlier.h"
#include "core/mail/letters.h"
#include "core/mail/wording.h"
#include "core/tasks/repeat.h"
#include "core/team/coordinator.h"
#include "core/team/provider.h"
#include "support/freshfile.h"

#include <QTest>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }
const QDate today(2026, 3, 2);

} // namespace

/// How letters read, and what a change causes by mail.
class TestLetters : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void eachTypeIsAskedForInItsOwnWords_data();
  void eachTypeIsAskedForInItsOwnWords();
  void whatHasNoDateSaysNothingOfOne();
  void theSameToTheSamePersonIsKnownTheSameDay();
  void whatIsNotTheSameIsNotTakenForIt();
  void aTaskThatIsAssignedIsToldInTheSameChange();
  void aTaskForAProviderIsALetterInTheSameChange();
  void whoAssignsToThemselvesIsNotTold();
  void withoutAnAccountNothingIsQueued();

private:
  template<class R>
  Id<R> add(R record) {
    db::Transaction transaction(*m_file, tester(), u("Before"));
    const auto id = db::save(transaction, record);
    transaction.commit();
    return id;
  }
  Id<Coordinator> addCoordinator(const char* name) {
    Coordinator one;
    one.name = u(name);
    one.email = one.name.section(u(" "), 0, 0).toLower() + u("@example.org");
    return add(one);
  }
  void setUpAccount() {
    mail::Account account;
    account.host = u("127.0.0.1");
    account.from = {u("Office"), u("office@example.org")};
    db::Transaction transaction(*m_file, tester(), u("Mail"));
    account.store(transaction);
    transaction.commit();
  }
  /// Saves a task as a form does, by `by`; answers what it caused.
  std::vector<Outgoing> save(const std::vector<Task>& tasks, Id<Coordinator> by = {}) {
    const qint64 before = m_file->value(u("SELECT coalesce(max(id), 0) FROM outbox"));
    db::Transaction transaction(*m_file, tester(), u("Added"));
    for (const Task& task : tasks)
      if (!saveTask(transaction, task, today).isOk())
        return {};
    mail::queueCaused(transaction, by, today, tester().now);
    transaction.commit();
    m_change = transaction.changeId();
    return db::allWhere<Outgoing>(*m_file, u("id > ? ORDER BY id"), {before});
  }
  Task task(const char* name) {
    Task one;
    one.name = u(name);
    one.created = today;
    return one;
  }
  mail::Letter letterAbout(const QStringList& tasks, const MailTemplate& wording) {
    std::vector<mail::Work> work;
    for (const QString& name : tasks)
      work.push_back({m_marten, {}, name, today.addDays(10)});
    return mail::letters(*m_file, wording, work, today.addDays(5), today).front();
  }

  std::unique_ptr<db::Database> m_file;
  Id<Provider> m_marten;
  qint64 m_change = 0;
};

void TestLetters::init() {
  m_file = freshFile();
  Provider marten;
  marten.lastName = u("Marten");
  marten.firstName = u("Lily");
  marten.email = u("lily@example.org");
  m_marten = add(marten);
}

void TestLetters::eachTypeIsAskedForInItsOwnWords_data() {
  QTest::addColumn<QString>("document");
  QTest::addColumn<int>("days");
  QTest::addColumn<QString>("words");
  const auto row = [](const char* document, int days, const char* words) {
    QTest::newRow(document) << u(document) << days << u(words);
  };
  row("State licence TX", 10,
      "State licence TX, expires 12 Mar 2026 (in 10 days): please send us a copy of the renewal");
  row("DEA registration", -1,
      "DEA registration, expired 1 Mar 2026 (1 day ago): please send us the certificate of the renewed registration");
  row("Malpractice insurance", 10,
      "Malpractice insurance, expires 12 Mar 2026 (in 10 days): please send us the certificate of insurance for the "
      "new "
      "period");
  row("CAQH attestation", 1,
      "CAQH attestation, due 3 Mar 2026 (in 1 day): please sign in to CAQH, bring your profile up to date and attest");
  row("NPDB continuous query", 0,
      "NPDB continuous query, ends 2 Mar 2026 (today): we renew it; please tell us whether your name, licences or "
      "addresses have changed");
  row("Payor recredentialing Aetna TX", -1,
      "Payor recredentialing Aetna TX, was due 1 Mar 2026 (1 day ago): please attest at CAQH and tell us what has "
      "changed since the last application");
  row("Dean's statement", 1, "Dean's statement, expires 3 Mar 2026 (in 1 day): please send us a current copy");
}

void TestLetters::eachTypeIsAskedForInItsOwnWords() {
  QFETCH(QString, document);
  QFETCH(int, days);
  alerts::Expirable alert;
  alert.document = document;
  alert.expires = today.addDays(days);
  QTEST(mail::requestOf(alert, today), "words");
}

void TestLetters::whatHasNoDateSaysNothingOfOne() {
  alerts::Expirable missing;
  missing.document = u("DEA registration");
  missing.subject.documentType = {1};
  QCOMPARE(mail::requestOf(missing, today),
           u("DEA registration, not on file: please send us your certificate of registration"));
  alerts::Expirable undated;
  undated.document = u("Payor recredentialing Aetna TX");
  undated.subject.enrollment = {1};
  QCOMPARE(mail::requestOf(undated, today),
           u("Payor recredentialing Aetna TX, no date on file: please tell us when it was last done"));
  MailTemplate wording;
  wording.subject = u("Hello");
  wording.text = u("- {document}, valid until {expires} ({days})\n- {task} (due {due})");
  const mail::Filled filled = mail::fill(wording, {},
                                         {{{u("document"), u("DEA registration")},
                                           {u("expires"), QString()},
                                           {u("days"), u("not on file")},
                                           {u("task"), u("Sign (both copies)")},
                                           {u("due"), QString()}}});
  QCOMPARE(filled.text, u("- DEA registration (not on file)\n- Sign (both copies)"));
  Task sign = task("Sign");
  sign.assignedProvider = m_marten;
  add(sign);
  const auto due = mail::dueToday(*m_file, today);
  QCOMPARE(due.mails.size(), size_t(1));
  QVERIFY(due.mails.front().draft.mail.text.contains(u("\n- Sign\n")));
  for (const MailTemplate& shipped : mail::shippedTemplates())
    QVERIFY(!mail::fill(shipped, {}, {}).text.contains(u("no date")));
}

void TestLetters::theSameToTheSamePersonIsKnownTheSameDay() {
  const MailTemplate wording = mail::usualTemplate(*m_file, u("Task"));
  const mail::Letter first = letterAbout({u("Sign the form"), u("Photo")}, wording);
  QVERIFY(first.earlier.isEmpty());
  {
    db::Transaction transaction(*m_file, tester(), u("Queued"));
    QVERIFY(mail::queueLetters(transaction, {first}, {u("Tester"), today}, tester().now).isOk());
    transaction.commit();
  }
  QVERIFY(letterAbout({u("Photo")}, wording).earlier.contains(u("queued today at ")));
  const Id<Outgoing> id{m_file->value(u("SELECT max(id) FROM outbox"))};
  QVERIFY(mail::take(*m_file, id, tester().now));
  mail::settle(*m_file, id, {mail::Outcome::Kind::Sent, {}, false}, tester().now);
  QVERIFY(letterAbout({u("Photo"), u("Sign the form")}, wording).earlier.contains(u("sent today at ")));
}

void TestLetters::whatIsNotTheSameIsNotTakenForIt() {
  const MailTemplate wording = mail::usualTemplate(*m_file, u("Task"));
  {
    db::Transaction transaction(*m_file, tester(), u("Queued"));
    QVERIFY(mail::queueLetters(transaction, {letterAbout({u("CAQH attestation")}, wording)}, {u("Tester"), today},
                               tester().now)
                .isOk());
    transaction.commit();
  }
  QVERIFY(letterAbout({u("CAQH")}, wording).earlier.isEmpty());
  QVERIFY(letterAbout({u("CAQH attestation"), u("Photo")}, wording).earlier.isEmpty()); // more than that
  const auto tomorrow =
      mail::letters(*m_file, wording, {{m_marten, {}, u("CAQH attestation"), {}}}, today.addDays(9), today.addDays(1));
  QVERIFY(tomorrow.front().earlier.isEmpty());
  db::Transaction transaction(*m_file, tester(), u("Cancelled"));
  QVERIFY(mail::cancel(transaction, {m_file->value(u("SELECT max(id) FROM outbox"))}).isOk());
  transaction.commit();
  QVERIFY(letterAbout({u("CAQH attestation")}, wording).earlier.isEmpty());
}

void TestLetters::aTaskThatIsAssignedIsToldInTheSameChange() {
  setUpAccount();
  const auto anna = addCoordinator("Anna Smith"), me = addCoordinator("Elena Castellanos");
  Task one = task("Roster"), other = task("Gap letter");
  one.assignee = other.assignee = anna;
  const auto mails = save({one, other}, me);
  QCOMPARE(mails.size(), size_t(1)); // one for both
  QCOMPARE(mails.front().recipient, u("anna@example.org"));
  QVERIFY(mails.front().text.contains(u("Roster")) && mails.front().text.contains(u("Gap letter")));
  // The mail of the day does not say it again, and undo takes it back with the tasks.
  for (const mail::DueMail& due : mail::dueToday(*m_file, today).mails)
    QVERIFY(!due.draft.mail.text.contains(u("Roster")));
  QVERIFY(db::history::undo(*m_file, tester(), m_change).isOk());
  QCOMPARE(m_file->value(u("SELECT count(*) FROM outbox")), qint64(0));
  QCOMPARE(m_file->value(u("SELECT count(*) FROM task")), qint64(0));
}

void TestLetters::aTaskForAProviderIsALetterInTheSameChange() {
  setUpAccount();
  Task sign = task("Sign the attestation");
  sign.provider = sign.assignedProvider = m_marten;
  sign.replyBy = QDate(2026, 3, 20);
  auto mails = save({sign});
  QCOMPARE(mails.size(), size_t(1));
  QCOMPARE(mails.front().recipient, u("lily@example.org"));
  QVERIFY(mails.front().text.contains(u("20 Mar 2026")));
  sign.id = {m_file->value(u("SELECT max(id) FROM task"))};
  sign.priority = u("High"); // says nothing new
  QVERIFY(save({sign}).empty());
  sign.due = today.addDays(-3);
  mails = save({sign});
  QCOMPARE(mails.size(), size_t(1)); // now it is overdue
  QVERIFY(mails.front().subject.startsWith(u("Reminder")));
  QVERIFY(mail::dueToday(*m_file, today).mails.empty());
}

void TestLetters::whoAssignsToThemselvesIsNotTold() {
  setUpAccount();
  const auto me = addCoordinator("Elena Castellanos");
  Task mine = task("Roster");
  mine.assignee = me;
  QVERIFY(save({mine}, me).empty());
  mine.notify = false;
  QVERIFY(save({mine}).empty());
}

void TestLetters::withoutAnAccountNothingIsQueued() {
  Task sign = task("Sign");
  sign.assignedProvider = m_marten;
  QVERIFY(save({sign}).empty());
  QCOMPARE(mail::dueToday(*m_file, today).mails.size(), size_t(1)); // it stays due
}

QTEST_GUILESS_MAIN(TestLetters)
#include "tst_letters.moc"
