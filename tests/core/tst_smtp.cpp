// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/message.h"
#include "core/mail/smtp.h"
#include "support/freshfile.h"
#include "support/mailserver.h"

#include <QElapsedTimer>

using namespace mail;
using Kind = Outcome::Kind;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }
const QByteArray secret = QByteArrayLiteral("s3cret \xc3\xbc");
constexpr Patience short_{2, 2, 10};

QByteArray mime(const QString& subject = u("Hello")) {
  Message message;
  message.messageId = u("one@example.org");
  message.from = {u("Office"), u("office@example.org")};
  message.to = {u("Anna"), u("anna@example.org")};
  message.subject = subject;
  message.text = u("A line\n.\n..two\n") + QString(3000, QLatin1Char('x'));
  message.date = QDateTime(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC);
  return toMime(message);
}

} // namespace

/// Against a real server and against one that misbehaves, both on the loopback, with TLS and sign-in.
class TestSmtp : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aMailArrivesAsItWasWritten_data();
  void aMailArrivesAsItWasWritten();
  void itSignsInAsTheServerOffers_data();
  void itSignsInAsTheServerOffers();
  void aTokenIsNeverGivenAsAPassword();
  void troubleBeforeTheEncryptionEndsItBeforeAnythingIsSaid_data();
  void troubleBeforeTheEncryptionEndsItBeforeAnythingIsSaid();
  void aWrongPasswordIsTheAccountsTrouble();
  void refusalsForGoodAndForNowAreToldApart();
  void anUnknownCertificateEndsItBeforeAnythingIsSaid();
  void aCertificateOfAnotherNameIsNotTrusted();
  void withoutEncryptionNothingIsSent();
  void noServerMeansTryAgain();
  void whereverTheConnectionBreaksItIsKnownWhetherTheMailMayHaveGone_data();
  void whereverTheConnectionBreaksItIsKnownWhetherTheMailMayHaveGone();
  void answersDecide_data();
  void answersDecide();
  void itStopsWhenItIsToldTo();
  void whatServersSayIsToldWithoutAddresses();
  void theAccountIsKeptWithoutItsSecret();
  void anAccountThatCannotBeIsToldSo();

private:
  Account account(const MailServer& server, Account::Security security = Account::Security::Tls) const {
    Account it;
    it.host = u("127.0.0.1");
    it.port = server.port();
    it.security = security;
    it.user = u("office");
    it.from = {u("Office"), u("office@example.org")};
    it.authority = m_certificate.file();
    return it;
  }
  Certificate m_certificate;
};

void TestSmtp::aMailArrivesAsItWasWritten_data() {
  QTest::addColumn<bool>("isTls");
  QTest::addColumn<bool>("isToken");
  QTest::newRow("TLS, password") << true << false;
  QTest::newRow("STARTTLS, password") << false << false;
  QTest::newRow("TLS, token") << true << true;
  QTest::newRow("STARTTLS, token") << false << true;
}

void TestSmtp::aMailArrivesAsItWasWritten() {
  QFETCH(bool, isTls);
  QFETCH(bool, isToken);
  MailServer server("smtp_server.py", {m_certificate.folder(), isTls ? u("tls") : u("starttls")});
  QVERIFY2(server.port() > 0, "the test server needs python3-aiosmtpd and openssl: packaging/setup test");
  Account from = account(server, isTls ? Account::Security::Tls : Account::Security::StartTls);
  if (isToken)
    from.signing = Account::Signing::Token;
  const Outcome outcome = deliver(from, isToken ? QByteArray("t0ken") : secret, u("anna@example.org"), mime());
  QVERIFY2(outcome.kind == Kind::Sent, qPrintable(outcome.words));
  QFile file(m_certificate.path(u("0.mail")));
  QVERIFY(file.open(QIODevice::ReadOnly));
  QCOMPARE(file.readLine(), QByteArray("office@example.org\n"));
  QCOMPARE(file.readLine(), QByteArray("anna@example.org\n"));
  QCOMPARE(file.readAll(), mime());
  file.remove();
}

void TestSmtp::itSignsInAsTheServerOffers_data() {
  QTest::addColumn<QString>("security");
  QTest::addColumn<QString>("mechanism");
  for (const char* security : {"tls", "starttls"})
    for (const char* mechanism : {"LOGIN", "PLAIN", "XOAUTH2"})
      QTest::addRow("%s over %s", mechanism, security) << u(security) << u(mechanism);
}

void TestSmtp::itSignsInAsTheServerOffers() {
  QFETCH(QString, security);
  QFETCH(QString, mechanism);
  QFile::remove(m_certificate.path(u("mechanism")));
  MailServer server("smtp_server.py", {m_certificate.folder(), security, mechanism});
  QVERIFY2(server.port() > 0, "the test server needs python3-aiosmtpd and openssl: packaging/setup test");
  const bool isTls = security == u("tls"), isToken = mechanism == u("XOAUTH2");
  Account from = account(server, isTls ? Account::Security::Tls : Account::Security::StartTls);
  from.signing = isToken ? Account::Signing::Token : Account::Signing::Password;
  const Outcome outcome = deliver(from, isToken ? QByteArray("t0ken") : secret, u("anna@example.org"), mime());
  QVERIFY2(outcome.kind == Kind::Sent, qPrintable(outcome.words));
  QFile taken(m_certificate.path(u("mechanism")));
  QVERIFY(taken.open(QIODevice::ReadOnly));
  QCOMPARE(QString::fromLatin1(taken.readAll()), mechanism);
  QVERIFY(QFile::remove(m_certificate.path(u("0.mail")))); // other tests look whether there is one
}

void TestSmtp::aTokenIsNeverGivenAsAPassword() {
  QFile::remove(m_certificate.path(u("mechanism")));
  MailServer server("smtp_server.py", {m_certificate.folder(), u("tls"), u("LOGIN")});
  Account from = account(server);
  from.signing = Account::Signing::Token;
  const Outcome outcome = deliver(from, "t0ken", u("anna@example.org"), mime());
  QVERIFY(outcome.kind == Kind::TryAgain && outcome.ofAccount);
  QVERIFY(!QFile::exists(m_certificate.path(u("mechanism"))));
}

void TestSmtp::troubleBeforeTheEncryptionEndsItBeforeAnythingIsSaid_data() {
  QTest::addColumn<QString>("behaviour");
  for (const char* behaviour : {"drop STARTTLS", "stall STARTTLS", "reply STARTTLS 454 4.7.0 Not now",
                                "reply STARTTLS 502 5.5.1 What", "drop EHLO", "stall greeting"})
    QTest::newRow(behaviour) << u(behaviour);
}

void TestSmtp::troubleBeforeTheEncryptionEndsItBeforeAnythingIsSaid() {
  QFETCH(QString, behaviour);
  MailServer server("smtp_script.py", {m_certificate.file()});
  server.ask(u("starttls"));
  const Account from = account(server, Account::Security::StartTls);
  QVERIFY(deliver(from, secret, u("anna@example.org"), mime(), nullptr, {2, 2, 10}).kind == Kind::Sent);
  const QString once = server.ask(u("taken"));
  server.ask(u("behave ") + behaviour);
  const Outcome outcome = deliver(from, secret, u("anna@example.org"), mime(), nullptr, {1, 1, 5});
  QVERIFY2(outcome.kind == Kind::TryAgain, qPrintable(outcome.words));
  QVERIFY(outcome.ofAccount);
  QCOMPARE(server.ask(u("taken")), once);
}

void TestSmtp::aWrongPasswordIsTheAccountsTrouble() {
  MailServer server("smtp_server.py", {m_certificate.folder(), u("tls")});
  for (const QByteArray& wrong : {QByteArray("guess"), QByteArray()}) {
    const Outcome outcome = deliver(account(server), wrong, u("anna@example.org"), mime());
    QVERIFY(outcome.kind == Kind::TryAgain);
    QVERIFY(outcome.ofAccount);
    QVERIFY2(!outcome.words.contains(u("guess")), qPrintable(outcome.words));
  }
}

void TestSmtp::refusalsForGoodAndForNowAreToldApart() {
  MailServer server("smtp_server.py", {m_certificate.folder(), u("starttls")});
  const Account from = account(server, Account::Security::StartTls);
  Outcome outcome = deliver(from, secret, u("bob@refused.example"), mime());
  QVERIFY(outcome.kind == Kind::Refused);
  QCOMPARE(outcome.words, u("550 5.1.1 <…> has no mailbox here"));
  outcome = deliver(from, secret, u("bob@later.example"), mime());
  QVERIFY(outcome.kind == Kind::TryAgain);
  QVERIFY(!outcome.ofAccount);
  QCOMPARE(outcome.words, u("451 4.7.1 Greylisted, try again in five minutes"));
  outcome = deliver(from, secret, u("anna@example.org"), mime(u("spam")));
  QVERIFY(outcome.kind == Kind::Refused);
  QCOMPARE(outcome.words, u("554 5.7.1 It looks like spam"));
  QVERIFY(deliver(from, secret, u("anna@example.org>\r\nRCPT TO:<bob@example.org"), mime()).kind == Kind::Refused);
}

void TestSmtp::anUnknownCertificateEndsItBeforeAnythingIsSaid() {
  for (const auto security : {Account::Security::Tls, Account::Security::StartTls}) {
    const bool isTls = security == Account::Security::Tls;
    MailServer server("smtp_server.py", {m_certificate.folder(), isTls ? u("tls") : u("starttls")});
    Account from = account(server, security);
    from.authority.clear();
    const Outcome outcome = deliver(from, secret, u("anna@example.org"), mime());
    QVERIFY(outcome.kind == Kind::TryAgain && outcome.ofAccount);
    QVERIFY2(outcome.words.contains(u("not trusted")), qPrintable(outcome.words));
    QVERIFY(!QFileInfo::exists(m_certificate.path(u("0.mail"))));
  }
}

void TestSmtp::aCertificateOfAnotherNameIsNotTrusted() {
  MailServer server("smtp_server.py", {m_certificate.folder(), u("tls")});
  Account from = account(server);
  from.host = u("localhost"); // the certificate is for 127.0.0.1
  const Outcome outcome = deliver(from, secret, u("anna@example.org"), mime());
  QVERIFY(outcome.kind == Kind::TryAgain && outcome.ofAccount);
  QVERIFY2(outcome.words.contains(u("not trusted")), qPrintable(outcome.words));
}

void TestSmtp::withoutEncryptionNothingIsSent() {
  MailServer server("smtp_script.py", {m_certificate.file()});
  server.ask(u("plain"));
  const Outcome outcome =
      deliver(account(server, Account::Security::StartTls), secret, u("anna@example.org"), mime(), nullptr, short_);
  QVERIFY(outcome.kind == Kind::TryAgain && outcome.ofAccount);
  QVERIFY2(outcome.words.contains(u("no encryption")), qPrintable(outcome.words));
  QCOMPARE(server.ask(u("taken")), QString());
}

void TestSmtp::noServerMeansTryAgain() {
  Account from;
  {
    MailServer server("smtp_script.py", {m_certificate.file()});
    from = account(server);
  }
  const Outcome outcome = deliver(from, secret, u("anna@example.org"), mime(), nullptr, short_);
  QVERIFY(outcome.kind == Kind::TryAgain && outcome.ofAccount);
  QVERIFY2(outcome.words.contains(u("no connection")), qPrintable(outcome.words));
}

void TestSmtp::whereverTheConnectionBreaksItIsKnownWhetherTheMailMayHaveGone_data() {
  QTest::addColumn<QString>("behaviour");
  QTest::addColumn<bool>("ofAccount");
  QTest::addColumn<bool>("isUnsure");
  for (const char* what : {"drop", "stall"})
    for (const char* step : {"connect", "greeting", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "body", "dot"}) {
      const QByteArray at(step);
      QTest::addRow("%s %s", what, step) << u(what) + QLatin1Char(' ') + u(step)
                                         << (at == "connect" || at == "greeting" || at == "EHLO" || at == "AUTH")
                                         << (at == "body" || at == "dot");
    }
}

void TestSmtp::whereverTheConnectionBreaksItIsKnownWhetherTheMailMayHaveGone() {
  QFETCH(QString, behaviour);
  QFETCH(bool, ofAccount);
  QFETCH(bool, isUnsure);
  MailServer server("smtp_script.py", {m_certificate.file()});
  server.ask(u("behave ") + behaviour);
  QElapsedTimer time;
  time.start();
  const Outcome outcome = deliver(account(server), secret, u("anna@example.org"), mime(), nullptr, {1, 1, 5});
  QVERIFY(outcome.kind == (isUnsure ? Kind::Unsure : Kind::TryAgain));
  QCOMPARE(outcome.ofAccount, ofAccount);
  QVERIFY(!outcome.words.isEmpty());
  QVERIFY(time.elapsed() < 8000);
}

void TestSmtp::answersDecide_data() {
  QTest::addColumn<QString>("behaviour");
  QTest::addColumn<int>("kind");
  QTest::addColumn<bool>("ofAccount");
  const auto row = [](const char* behaviour, Kind kind, bool ofAccount = false) {
    QTest::newRow(behaviour) << u(behaviour) << int(kind) << ofAccount;
  };
  row("well", Kind::Sent);
  row("reply greeting 421 4.3.2 Too busy", Kind::TryAgain, true);
  row("reply greeting 554 5.7.1 Not you", Kind::TryAgain, true);
  row("reply AUTH 535 5.7.8 Wrong", Kind::TryAgain, true);
  row("reply AUTH 454 4.7.0 Not now", Kind::TryAgain, true);
  row("reply MAIL 421 4.3.2 Going down", Kind::TryAgain);
  row("reply MAIL 550 5.7.1 Not from there", Kind::Refused);
  row("reply RCPT 450 4.2.1 Mailbox busy", Kind::TryAgain);
  row("reply RCPT 550 5.1.1 No mailbox", Kind::Refused);
  row("reply DATA 451 4.3.0 Not now", Kind::TryAgain);
  row("reply DATA 554 5.6.0 No", Kind::Refused);
  row("reply dot 250 2.0.0 Queued", Kind::Sent);
  row("reply dot 451 4.3.0 Disk full", Kind::TryAgain);
  row("reply dot 552 5.3.4 Too large", Kind::Refused);
  row("drop QUIT", Kind::Sent);
}

void TestSmtp::answersDecide() {
  QFETCH(QString, behaviour);
  QFETCH(int, kind);
  QFETCH(bool, ofAccount);
  MailServer server("smtp_script.py", {m_certificate.file()});
  server.ask(u("behave ") + behaviour);
  const Outcome outcome = deliver(account(server), secret, u("anna@example.org"), mime(), nullptr, short_);
  QCOMPARE(int(outcome.kind), kind);
  QCOMPARE(outcome.ofAccount, ofAccount);
  if (outcome.kind != Kind::Sent && !outcome.ofAccount)
    QCOMPARE(outcome.words, behaviour.section(QLatin1Char(' '), 2));
}

void TestSmtp::itStopsWhenItIsToldTo() {
  MailServer server("smtp_script.py", {m_certificate.file()});
  server.ask(u("behave stall RCPT"));
  std::atomic<bool> isCancelled = true;
  QElapsedTimer time;
  time.start();
  const Outcome outcome = deliver(account(server), secret, u("anna@example.org"), mime(), &isCancelled);
  QVERIFY(outcome.kind == Kind::TryAgain);
  QVERIFY(time.elapsed() < 5000);
}

void TestSmtp::whatServersSayIsToldWithoutAddresses() {
  QCOMPARE(withoutAddresses(u("550 <anna@example.org>: no, bob@x.org (c@d)")), u("550 <…>: no, … (…)"));
}

void TestSmtp::theAccountIsKeptWithoutItsSecret() {
  const auto file = freshFile();
  QVERIFY(!Account::stored(*file).isSetUp());
  Account account;
  account.host = u("smtp.example.org");
  account.port = 465;
  account.security = Account::Security::Tls;
  account.signing = Account::Signing::Token;
  account.user = u("office");
  account.from = {u("Office"), u("office@example.org")};
  account.authority = u("/somewhere.pem");
  db::Transaction transaction(*file, tester(), u("Mail account"));
  account.store(transaction);
  transaction.commit();
  const Account read = Account::stored(*file);
  QVERIFY(read.isSetUp());
  QCOMPARE(read.host, account.host);
  QCOMPARE(read.port, account.port);
  QVERIFY(read.security == account.security && read.signing == account.signing);
  QCOMPARE(read.user, account.user);
  QCOMPARE(read.from.name, account.from.name);
  QCOMPARE(read.from.address, account.from.address);
  QCOMPARE(read.authority, account.authority);
}

void TestSmtp::anAccountThatCannotBeIsToldSo() {
  Account account;
  account.host = u("smtp.example.org");
  account.from.address = u("office@example.org");
  QVERIFY(check(account).empty());
  const auto fieldOf = [](const Account& one) {
    const Problems problems = check(one);
    return problems.empty() ? QString() : problems.front().field;
  };
  Account wrong = account;
  wrong.host = u("smtp.example.org/evil");
  QCOMPARE(fieldOf(wrong), u("host"));
  wrong = account;
  wrong.port = 70000;
  QCOMPARE(fieldOf(wrong), u("port"));
  wrong = account;
  wrong.from.address = u("office");
  QCOMPARE(fieldOf(wrong), u("from"));
  wrong = account;
  wrong.signing = Account::Signing::Token;
  QCOMPARE(fieldOf(wrong), u("user"));
  wrong = account;
  wrong.authority = u("/not/there.pem");
  QCOMPARE(fieldOf(wrong), u("authority"));
}

QTEST_GUILESS_MAIN(TestSmtp)
#include "tst_smtp.moc"
