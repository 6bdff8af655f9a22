// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/history.h"
#include "core/mail/outbox.h"
#include "core/notes/note.h"
#include "core/team/provider.h"
#include "support/freshfile.h"
#include "support/mailserver.h"

#include <QRandomGenerator>

using namespace mail;
using Kind = Outcome::Kind;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }
const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);

} // namespace

class TestOutbox : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void aMailIsQueuedWithWhatCausedItOrNotAtAll();
  void aMailGoesOutOnce();
  void itIsTriedAgainAfterOneFiveThirtyMinutesAndTwoHours();
  void aRefusedMailIsNotTriedAgain();
  void whatMayHaveBeenSentIsNeverSentAgainByItself();
  void aProgramKilledWhileSendingLeavesWhatMayHaveBeenSent();
  void aTroubleOfTheAccountCountsForAllAndEndsTheRun();
  void aRunMayTryWhatIsToWaitLonger();
  void aMailIsCancelledAndPutBack();
  void undoTakesBackWhatWaitsAndNothingThatIsOut();
  void attachmentsGoAlong();
  void aLostAttachmentKeepsTheMailFromGoing();
  void aLetterThatIsOutStandsInTheContactLog();
  void noSecretLeavesTheHouse();
  void withAServerThatBreaksAnywhereNothingIsLostAndNothingSentTwice();

private:
  Id<Outgoing> queued(const QString& subject = u("Hello"), const QString& to = u("anna@example.org")) {
    db::Transaction transaction(*m_file, tester(), u("Letter"));
    Draft draft;
    draft.mail.kind = u("Letter");
    draft.mail.recipient = to;
    draft.mail.subject = subject;
    draft.mail.text = u("Text");
    draft.mail.day = noon.date();
    const auto id = queue(transaction, draft, noon);
    if (!id)
      return {};
    transaction.commit();
    m_change = transaction.changeId();
    return *id;
  }
  Outgoing mailOf(Id<Outgoing> id) { return *db::load(*m_file, id); }
  /// Sends at an instant, with an answer to everything; remembers what was handed over.
  Run send(const QDateTime& now, const Outcome& outcome, Due due = Due::Now) {
    return sendWaiting(
        *m_file, m_account, [now] { return now; },
        [&](const Outgoing&, const Message& message) {
          m_handed << message.messageId;
          return outcome;
        },
        m_bytesOf, due);
  }
  static Outcome answer(Kind kind, const char* words = "", bool ofAccount = false) {
    return {kind, u(words), ofAccount};
  }

  std::unique_ptr<db::Database> m_file;
  Account m_account;
  QStringList m_handed;
  qint64 m_change = 0;
  BytesOf m_bytesOf = [](const Document& document) -> Result<QByteArray> { return document.name.toUtf8(); };
};

void TestOutbox::init() {
  m_file = freshFile();
  m_account.host = u("smtp.example.org");
  m_account.from = {u("Office"), u("office@example.org")};
  db::Transaction transaction(*m_file, tester(), u("Mail account"));
  m_account.store(transaction);
  transaction.commit();
  m_handed.clear();
}

void TestOutbox::aMailIsQueuedWithWhatCausedItOrNotAtAll() {
  {
    db::Transaction transaction(*m_file, tester(), u("Given up"));
    Draft draft;
    draft.mail.kind = u("Letter");
    draft.mail.recipient = u("anna@example.org");
    draft.mail.day = noon.date();
    QVERIFY(queue(transaction, draft, noon).isOk());
  }
  QCOMPARE(m_file->value(u("SELECT count(*) FROM outbox")), 0);
  const Outgoing mail = mailOf(queued());
  QCOMPARE(mail.status, status::waiting);
  QVERIFY(mail.messageId.endsWith(u("@example.org")));
  QVERIFY(mailOf(queued()).messageId != mail.messageId);
  QVERIFY(!queued(u("Hello"), u("anna@example.org\r\nBcc: bob@example.org")).isValid());
}

void TestOutbox::aMailGoesOutOnce() {
  const Id<Outgoing> id = queued();
  const Run run = send(noon, answer(Kind::Sent));
  QCOMPARE(run.sent, 1);
  QVERIFY(run.others.empty());
  QCOMPARE(mailOf(id).status, status::sent);
  QCOMPARE(mailOf(id).ended, u("2026-03-02T12:00:00Z"));
  send(noon.addDays(1), answer(Kind::Sent), Due::Ever);
  QCOMPARE(m_handed, QStringList{mailOf(id).messageId});
  db::Transaction transaction(*m_file, tester(), u("Retry"));
  QVERIFY(!retry(transaction, id));
  QVERIFY(!cancel(transaction, id));
}

void TestOutbox::itIsTriedAgainAfterOneFiveThirtyMinutesAndTwoHours() {
  const Id<Outgoing> id = queued();
  QDateTime now = noon;
  for (const int seconds : {60, 300, 1800, 7200}) {
    QCOMPARE(send(now, answer(Kind::TryAgain, "451 later")).others.size(), size_t(1));
    QCOMPARE(mailOf(id).status, status::waiting);
    QCOMPARE(mailOf(id).words, u("451 later"));
    const auto handed = m_handed.size();
    send(now.addSecs(seconds - 1), answer(Kind::Sent));
    QCOMPARE(m_handed.size(), handed); // not yet
    now = now.addSecs(seconds);
  }
  send(now, answer(Kind::TryAgain, "451 later"));
  QCOMPARE(mailOf(id).status, status::failed);
  QCOMPARE(m_handed.size(), 5);
  QCOMPARE(QSet<QString>(m_handed.begin(), m_handed.end()).size(), 1); // the same Message-ID always
  send(now.addDays(10), answer(Kind::Sent), Due::Ever);
  QCOMPARE(m_handed.size(), 5);
}

void TestOutbox::aRefusedMailIsNotTriedAgain() {
  const Id<Outgoing> id = queued();
  const Run run = send(noon, answer(Kind::Refused, "550 no"));
  QCOMPARE(run.sent, 0);
  QCOMPARE(run.others.size(), size_t(1));
  QCOMPARE(run.others[0].words, u("550 no"));
  QCOMPARE(mailOf(id).status, status::failed);
  send(noon.addDays(1), answer(Kind::Sent), Due::Ever);
  QCOMPARE(m_handed.size(), 1);
}

void TestOutbox::whatMayHaveBeenSentIsNeverSentAgainByItself() {
  const Id<Outgoing> id = queued();
  send(noon, answer(Kind::Unsure, "broke"));
  QCOMPARE(mailOf(id).status, status::unsure);
  send(noon.addDays(1), answer(Kind::Sent), Due::Ever);
  recover(*m_file, noon.addDays(1));
  send(noon.addDays(2), answer(Kind::Sent), Due::Ever);
  QCOMPARE(m_handed.size(), 1);
  db::Transaction transaction(*m_file, tester(), u("Retry"));
  QVERIFY(retry(transaction, id).isOk()); // a person may
  transaction.commit();
  send(noon.addDays(2), answer(Kind::Sent));
  QCOMPARE(m_handed.size(), 2);
  QCOMPARE(m_handed[0], m_handed[1]);
}

void TestOutbox::aProgramKilledWhileSendingLeavesWhatMayHaveBeenSent() {
  const Id<Outgoing> id = queued(), other = queued();
  QVERIFY(take(*m_file, id, noon));
  QCOMPARE(mailOf(id).status, status::sending);
  QVERIFY(!take(*m_file, id, noon)); // nobody else takes it
  QCOMPARE(recover(*m_file, noon.addSecs(60)), 1);
  QCOMPARE(mailOf(id).status, status::unsure);
  QCOMPARE(mailOf(other).status, status::waiting);
  settle(*m_file, id, answer(Kind::TryAgain), noon); // one that comes too late changes nothing
  QCOMPARE(mailOf(id).status, status::unsure);
}

void TestOutbox::aTroubleOfTheAccountCountsForAllAndEndsTheRun() {
  const Id<Outgoing> first = queued(), second = queued();
  const Run run = send(noon, answer(Kind::TryAgain, "535 wrong password", true));
  QCOMPARE(m_handed.size(), 1); // the server is asked once, not for every mail
  QCOMPARE(run.others.size(), size_t(2));
  for (const Id<Outgoing> id : {first, second}) {
    QCOMPARE(mailOf(id).attempts, 1);
    QCOMPARE(mailOf(id).words, u("535 wrong password"));
    QCOMPARE(mailOf(id).nextTry, u("2026-03-02T12:01:00Z"));
  }
}

void TestOutbox::aRunMayTryWhatIsToWaitLonger() {
  const Id<Outgoing> id = queued();
  send(noon, answer(Kind::TryAgain, "451 later"));
  send(noon, answer(Kind::Sent), Due::Ever);
  QCOMPARE(mailOf(id).status, status::sent);
}

void TestOutbox::aMailIsCancelledAndPutBack() {
  const Id<Outgoing> id = queued();
  db::Transaction first(*m_file, tester(), u("Cancel"));
  QVERIFY(cancel(first, id).isOk());
  first.commit();
  send(noon.addDays(1), answer(Kind::Sent), Due::Ever);
  QCOMPARE(m_handed.size(), 0);
  db::Transaction second(*m_file, tester(), u("Put back"));
  QVERIFY(retry(second, id).isOk());
  second.commit();
  send(noon, answer(Kind::Sent));
  QCOMPARE(mailOf(id).status, status::sent);
}

void TestOutbox::undoTakesBackWhatWaitsAndNothingThatIsOut() {
  queued();
  QVERIFY(db::history::undo(*m_file, tester(), m_change).isOk());
  QCOMPARE(m_file->value(u("SELECT count(*) FROM outbox")), 0);
  const Id<Outgoing> id = queued();
  const qint64 queuing = m_change;
  send(noon, answer(Kind::Sent));
  QVERIFY(!db::history::undo(*m_file, tester(), queuing).isOk());
  // Nor is the change that says so taken back: it would go out again.
  const qint64 last = m_file->value(u("SELECT max(id) FROM change"));
  for (qint64 change = last; change > queuing; --change)
    QVERIFY(!db::history::undo(*m_file, tester(), change).isOk());
  QCOMPARE(mailOf(id).status, status::sent);
  QVERIFY(db::history::verify(*m_file).empty());
}

void TestOutbox::attachmentsGoAlong() {
  db::Transaction transaction(*m_file, tester(), u("Letter"));
  Draft draft;
  draft.mail.kind = u("Letter");
  draft.mail.recipient = u("anna@example.org");
  draft.mail.day = noon.date();
  Document document;
  document.name = u("W-9.pdf");
  document.mediaType = u("application/pdf");
  document.hash = QString(64, QLatin1Char('a'));
  document.size = 7;
  draft.attachments = {document};
  QVERIFY(queue(transaction, draft, noon).isOk());
  transaction.commit();
  sendWaiting(
      *m_file, m_account, [] { return noon; },
      [&](const Outgoing&, const Message& message) {
        [&] {
          QCOMPARE(message.attachments.size(), size_t(1));
          QCOMPARE(message.attachments[0].name, u("W-9.pdf"));
          QCOMPARE(message.attachments[0].mediaType, u("application/pdf"));
          QCOMPARE(message.attachments[0].bytes, QByteArray("W-9.pdf"));
          m_handed << message.messageId;
        }();
        return answer(Kind::Sent);
      },
      m_bytesOf);
  QCOMPARE(m_handed.size(), 1);
}

void TestOutbox::aLostAttachmentKeepsTheMailFromGoing() {
  m_bytesOf = [](const Document&) -> Result<QByteArray> { return Problem{{}, u("It is missing.")}; };
  db::Transaction transaction(*m_file, tester(), u("Letter"));
  Draft draft;
  draft.mail.kind = u("Letter");
  draft.mail.recipient = u("anna@example.org");
  draft.mail.day = noon.date();
  Document document;
  document.name = u("W-9.pdf");
  document.hash = QString(64, QLatin1Char('a'));
  draft.attachments = {document};
  const auto id = queue(transaction, draft, noon);
  transaction.commit();
  send(noon, answer(Kind::Sent));
  QCOMPARE(m_handed.size(), 0);
  QCOMPARE(mailOf(*id).status, status::failed);
  QCOMPARE(mailOf(*id).words, u("It is missing."));
  m_bytesOf = [](const Document& one) -> Result<QByteArray> { return one.name.toUtf8(); };
}

void TestOutbox::aLetterThatIsOutStandsInTheContactLog() {
  Provider provider;
  provider.lastName = u("Marten");
  db::Transaction transaction(*m_file, tester(), u("Letter"));
  provider.id = db::save(transaction, provider);
  Draft draft;
  draft.mail.kind = u("Letter");
  draft.mail.provider = provider.id;
  draft.mail.recipient = u("lily@example.org");
  draft.mail.subject = u("Your licence");
  draft.mail.day = noon.date();
  QVERIFY(queue(transaction, draft, noon).isOk());
  transaction.commit();
  send(noon, answer(Kind::TryAgain));
  QCOMPARE(m_file->value(u("SELECT count(*) FROM note")), 0);
  send(noon, answer(Kind::Sent), Due::Ever);
  const auto notes = db::allWhere<Note>(*m_file, u("provider_id = ?"), {provider.id});
  QCOMPARE(notes.size(), size_t(1));
  QCOMPARE(notes[0].kind, u("Email"));
  QCOMPARE(notes[0].text, u("Sent: Your licence"));
  QCOMPARE(notes[0].written, noon.toLocalTime().toString(u("yyyy-MM-dd HH:mm")));
}

void TestOutbox::noSecretLeavesTheHouse() {
  Provider provider;
  provider.lastName = u("Marten");
  provider.dateOfBirth = QDate(1979, 8, 5);
  db::Transaction transaction(*m_file, tester(), u("Letter"));
  provider.id = db::save(transaction, provider);
  Draft draft;
  draft.mail.kind = u("Letter");
  draft.mail.recipient = u("lily@example.org");
  draft.mail.day = noon.date();
  draft.about = {provider.id};
  const QString sentinels = u("078-05-1120, 078 05 1120, 1979-08-05, 8/5/1979, 08/05/1979, 8-5-1979, Aug 5, 1979, "
                              "August 5, 1979, 5 Aug 1979, 19790805, 08/05/79, SSN:078-05-1120.");
  draft.mail.subject = u("About ") + sentinels;
  draft.mail.text = u("Text ") + sentinels + u(" but NPI 1234567893, TIN 12-3456789, 555-01-23, due 2026-08-05 stay.");
  draft.mail.html = u("<p>") + sentinels;
  const auto id = queue(transaction, draft, noon);
  transaction.commit();
  const Outgoing mail = mailOf(*id);
  for (const QString& part : {mail.subject, mail.text, mail.html}) {
    QVERIFY(!part.contains(u("1120")));
    QVERIFY2(!part.contains(u("1979")) && !part.contains(u("8/5")) && !part.contains(u("05/79")), qPrintable(part));
  }
  QVERIFY(mail.text.contains(u("but NPI 1234567893, TIN 12-3456789, 555-01-23, due 2026-08-05 stay.")));
}

void TestOutbox::withAServerThatBreaksAnywhereNothingIsLostAndNothingSentTwice() {
  const Certificate certificate;
  MailServer server("smtp_script.py", {certificate.file()});
  QVERIFY(server.port() > 0);
  m_account.host = u("127.0.0.1");
  m_account.port = server.port();
  m_account.security = Account::Security::Tls;
  m_account.authority = certificate.file();
  m_account.user = u("office");
  QRandomGenerator dice(20260302);
  std::vector<Id<Outgoing>> all;
  QDateTime now = noon;
  const QStringList steps{u("connect"), u("greeting"), u("EHLO"), u("AUTH"), u("MAIL"),
                          u("RCPT"),    u("DATA"),     u("body"), u("dot"),  u("QUIT")};
  const QStringList codes{u("421 later"), u("451 later"), u("550 never")};
  for (int round = 0; round < 60; ++round) {
    if (round < 40)
      all.push_back(queued(u("Mail %1").arg(round)));
    const QString step = steps[dice.bounded(int(steps.size()))];
    // Towards the end it behaves, so that what waits gets its chance.
    server.ask(round >= 50            ? u("behave well")
               : dice.bounded(3) == 0 ? u("behave reply %1 %2").arg(step, codes[dice.bounded(int(codes.size()))])
                                      : u("behave drop ") + step);
    sendWaiting(
        *m_file, m_account, [&] { return now; },
        [&](const Outgoing& mail, const Message& message) {
          // Killed at this point one time in ten: what it was about is found by the next run.
          if (dice.bounded(10) == 0)
            return answer(Kind::Unsure, "killed");
          return deliver(m_account, "secret", mail.recipient, toMime(message), nullptr, {2, 2, 5});
        },
        m_bytesOf);
    now = now.addSecs(dice.bounded(7200));
  }
  QHash<QString, int> taken;
  for (const QString& one : server.ask(u("taken")).split(QLatin1Char(' '), Qt::SkipEmptyParts))
    taken[one.section(QLatin1Char('='), 0, 0)] = one.section(QLatin1Char('='), 1).toInt();
  int sent = 0;
  for (const Id<Outgoing> id : all) {
    const Outgoing mail = mailOf(id);
    const int count = taken.value(mail.messageId);
    QVERIFY2(count <= 1, qPrintable(mail.subject));
    if (mail.status == status::sent)
      QCOMPARE(count, 1);
    else if (mail.status != status::unsure)
      QCOMPARE(count, 0);
    QVERIFY(mail.status != status::sending);
    sent += mail.status == status::sent;
  }
  QVERIFY(sent > 0);
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
