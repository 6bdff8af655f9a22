// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/received.h"
#include "support/testdata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace mail;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

Message plain() {
  Message message;
  message.messageId = u("1234@example.org");
  message.from = {u("Zoë Núñez, MD"), u("zoe@example.org")};
  message.to = {u("Anna \"Ann\" Ó Briain"), u("anna@example.org")};
  message.subject = u("Renewal of Dr. Núñez — 証明書");
  message.text = u("Dear Anna,\n\nplease send the new certificate.\n.\nFrom here on.\n");
  message.html = u("<p>Dear Anna,</p>");
  message.date = QDateTime(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC);
  message.attachments = {{u("Bescheinigung für Zoë.pdf"), u("application/pdf"), QByteArray("%PDF\r\n\0x", 8)}};
  return message;
}

/// The header of a mail: its lines, unfolded.
QList<QByteArray> headersOf(const QByteArray& mime) {
  QByteArray head = mime.left(mime.indexOf("\r\n\r\n"));
  head.replace("\r\n ", " ").replace("\r\n\t", " ");
  return head.split('\n');
}

/// What a header may not be broken by: line breaks of every kind, headers, controls, broken UTF-16, very long words.
QString hostile(QRandomGenerator& dice) {
  static const QStringList pieces{u("\r\nBcc: evil@example.com"),
                                  u("\nX-Evil: 1"),
                                  u("\rX-Evil: 2"),
                                  u("\r\n\r\n<script>"),
                                  u("\n.\n"),
                                  u("\0"),
                                  u("=?utf-8?Q?=0D=0AX-Evil:_3?="),
                                  u("=?utf-8?B?DQpYLUV2aWw6IDQ=?="),
                                  u("\u2028X-Evil: 5"),
                                  u("\u0085X-Evil: 6"),
                                  u("\u202e"),
                                  u("\""),
                                  u("\\"),
                                  u(">,<evil@example.com>"),
                                  QString(QChar(0)),
                                  u("(comment"),
                                  u("a@b"),
                                  u(";"),
                                  u("Zoë"),
                                  u("日本語"),
                                  u("😀"),
                                  QString(1200, QLatin1Char('x')),
                                  QString(QChar(0xd800)),
                                  QString(QChar(0xdc00)),
                                  u("\t"),
                                  u("\x0b\x0c"),
                                  u("..\r\n"),
                                  u("filename*=utf-8''%0D%0AX-Evil: 7"),
                                  u(" "),
                                  u("--=_a"),
                                  u("\x7f"),
                                  u("boundary=\"x\"")};
  QString text;
  for (int n = dice.bounded(1, 6); n > 0; --n)
    text += dice.bounded(4) ? pieces[dice.bounded(int(pieces.size()))] : QString(QChar(dice.bounded(0x10000)));
  return text;
}

Message hostileMessage(QRandomGenerator& dice) {
  Message message = plain();
  message.from.name = hostile(dice);
  message.to.name = hostile(dice);
  message.subject = hostile(dice);
  message.text = hostile(dice);
  message.html = hostile(dice);
  message.attachments = {{hostile(dice), hostile(dice), hostile(dice).toUtf8()}};
  switch (dice.bounded(4)) {
  case 0:
    message.messageId = hostile(dice);
    break;
  case 1:
    message.inReplyTo = hostile(dice);
    break;
  case 2:
    message.to.address = u("anna@example.org") + hostile(dice);
    break;
  default:
    break;
  }
  return message;
}

} // namespace

class TestMessage : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aMessageReadsBackAsItWasWritten();
  void theSameMessageGivesTheSameBytes();
  void itTravelsInShortSevenBitLinesWithCrLf();
  void noHostileTextMakesAHeader();
  void pythonReadsTheSame();
  void anAddressIsOneOrRefused_data();
  void anAddressIsOneOrRefused();
  void aReplyNamesTheMailItAnswers();
  void brokenMailsAreReadAsFarAsTheyGo();
};

void TestMessage::aMessageReadsBackAsItWasWritten() {
  const Message message = plain();
  const auto read = readMail(toMime(message));
  QVERIFY(read);
  QCOMPARE(read->from.name, message.from.name);
  QCOMPARE(read->from.address, message.from.address);
  QCOMPARE(read->subject, message.subject);
  QCOMPARE(read->messageId, message.messageId);
  QCOMPARE(read->date, message.date);
  QCOMPARE(QString(read->text).remove(QLatin1Char('\r')), message.text);
  QCOMPARE(read->attachments.size(), size_t(1));
  QCOMPARE(read->attachments[0].name, message.attachments[0].name);
  QCOMPARE(read->attachments[0].mediaType, message.attachments[0].mediaType);
  QCOMPARE(read->attachments[0].bytes, message.attachments[0].bytes);
}

void TestMessage::theSameMessageGivesTheSameBytes() { QCOMPARE(toMime(plain()), toMime(plain())); }

void TestMessage::itTravelsInShortSevenBitLinesWithCrLf() {
  Message message = plain();
  message.text = QString(5000, QLatin1Char('x')) + u("\r\n.\rFrom me\n") + QString(3000, QChar(0x00fc));
  message.subject = QString(5000, QLatin1Char('s'));
  message.from.name = QString(5000, QChar(0x00fc));
  const QByteArray mime = toMime(message);
  for (const QByteArray& line : mime.split('\n')) {
    QVERIFY(line.size() <= 999); // with its CR
    QVERIFY(line.isEmpty() || line.endsWith('\r'));
    QCOMPARE(line.count('\r'), line.isEmpty() ? 0 : 1);
  }
  QVERIFY(std::none_of(mime.begin(), mime.end(), [](char c) { return c < 0; }));
}

void TestMessage::noHostileTextMakesAHeader() {
  const quint32 seed = QRandomGenerator::system()->generate();
  qInfo("seed %u", seed);
  QRandomGenerator dice(seed);
  static const QList<QByteArray> known{"From",       "To",           "Subject",      "Date",        "Message-Id",
                                       "Message-ID", "MIME-Version", "Content-Type", "In-Reply-To", "References"};
  for (int i = 0; i < 100000; ++i) {
    const Message message = hostileMessage(dice);
    const QByteArray mime = toMime(message);
    for (const QByteArray& header : headersOf(mime)) {
      const QByteArray name = header.left(header.indexOf(':'));
      QVERIFY2(known.contains(name), header.constData());
      QVERIFY(header.count('\r') <= 1);
      QVERIFY2(std::none_of(header.begin(), header.end(), [](char c) { return c < 0; }), header.constData());
    }
    QVERIFY(!mime.contains('\0'));
    if (i % 10)
      continue;
    const auto read = readMail(mime);
    QVERIFY(read);
    QCOMPARE(read->from.address, u("zoe@example.org"));
    QCOMPARE(read->attachments.size(), size_t(1));
    QCOMPARE(read->attachments[0].bytes, message.attachments[0].bytes);
    for (const QString& text : {read->subject, read->from.name, read->attachments[0].name})
      QVERIFY2(std::none_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20; }), qPrintable(text));
    for (const QByteArray& line : mime.split('\n'))
      QVERIFY(line.size() <= 999);
  }
}

void TestMessage::pythonReadsTheSame() {
  QTemporaryDir folder;
  QRandomGenerator dice(20260302);
  std::vector<Message> messages{plain()};
  while (messages.size() < 3000)
    messages.push_back(hostileMessage(dice));
  for (size_t i = 0; i < messages.size(); ++i) {
    QFile file(folder.filePath(u("%1.eml").arg(i)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(toMime(messages[i]));
  }
  QProcess python;
  python.start(u("python3"), {testData("../support/read_mails.py"), folder.path(), QString::number(messages.size())});
  QVERIFY(python.waitForFinished(120000));
  const QByteArray answer = python.readAllStandardOutput();
  QVERIFY2(!answer.isEmpty(), python.readAllStandardError().constData());
  const QJsonArray all = QJsonDocument::fromJson(answer).array();
  QCOMPARE(all.size(), qsizetype(messages.size()));
  static const QStringList known{u("from"),         u("to"),          u("subject"),
                                 u("date"),         u("message-id"),  u("mime-version"),
                                 u("content-type"), u("in-reply-to"), u("references")};
  for (qsizetype i = 0; i < all.size(); ++i) {
    const QJsonObject one = all[i].toObject();
    QCOMPARE(one[u("from")].toString(), u("zoe@example.org"));
    for (const QJsonValue& header : one[u("headers")].toArray())
      QVERIFY2(known.contains(header.toString().toLower()), qPrintable(header.toString()));
    QStringList shown{one[u("subject")].toString()};
    for (const QJsonValue& name : one[u("names")].toArray())
      shown << name.toString();
    for (const QString& text : shown)
      QVERIFY2(!text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('\r')), qPrintable(text));
    const QJsonArray files = one[u("files")].toArray();
    QCOMPARE(files.size(), 1);
    QCOMPARE(files[0][1].toString().toLatin1(), messages[size_t(i)].attachments[0].bytes.toHex());
  }
  QCOMPARE(all[0][u("subject")].toString(), plain().subject);
  QCOMPARE(all[0][u("files")][0][0].toString(), plain().attachments[0].name);
}

void TestMessage::anAddressIsOneOrRefused_data() {
  QTest::addColumn<QString>("typed");
  QTest::addColumn<QString>("address"); // empty: refused
  const auto row = [](const char* typed, const char* address) { QTest::newRow(typed) << u(typed) << u(address); };
  row(" anna@example.org ", "anna@example.org");
  row("anna.o'brien+w9@mail.example.org", "anna.o'brien+w9@mail.example.org");
  row("anna@münchen.example", "anna@xn--mnchen-3ya.example");
  row("anna@localhost", "anna@localhost");
  row("", "");
  row("anna", "");
  row("@example.org", "");
  row("anna@", "");
  row("anna@example..org", "");
  row("anna@-example.org", "");
  row("an na@example.org", "");
  row("anna@example.org, bob@example.org", "");
  row("anna@example.org\r\nRCPT TO:<bob@example.org>", "");
  row("anna@example.org>", "");
  row("<anna@example.org", "");
  row("zoë@example.org", "");
  row("\"anna x\"@example.org", "");
  row("anna@[127.0.0.1]", "");
  row(".anna@example.org", "");
  row("anna.@example.org", "");
}

void TestMessage::anAddressIsOneOrRefused() {
  QFETCH(QString, typed);
  QFETCH(QString, address);
  const auto read = mailAddress(typed);
  QCOMPARE(read.isOk() ? *read : QString(), address);
}

void TestMessage::aReplyNamesTheMailItAnswers() {
  const auto read = readMail("From: Lily <lily@example.org>\r\nMessage-ID: <reply@example.org>\r\nSubject: "
                             "=?utf-8?Q?Re:_Gr=C3=BC=C3=9Fe?=\r\nIn-Reply-To: <two@example.org>\r\nReferences: "
                             "<one@example.org>\r\n <two@example.org>\r\n\r\nDone.\r\n");
  QVERIFY(read);
  QCOMPARE(read->answersTo, QStringList({u("two@example.org"), u("one@example.org")}));
  QCOMPARE(read->subject, u("Re: Grüße"));
  QCOMPARE(read->text.trimmed(), u("Done."));
}

void TestMessage::brokenMailsAreReadAsFarAsTheyGo() {
  QVERIFY(!readMail({}));
  QVERIFY(!readMail("PK\x03\x04 what is no mail"));
  QByteArray nested = "From: a@example.org\r\nMessage-ID: <n@example.org>\r\n";
  for (int i = 0; i < 200; ++i)
    nested += "Content-Type: multipart/mixed; boundary=b" + QByteArray::number(i) + "\r\n\r\n--b" +
              QByteArray::number(i) + "\r\n";
  QVERIFY(readMail(nested));
  QRandomGenerator dice(7);
  for (int i = 0; i < 3000; ++i) {
    QByteArray mime = toMime(plain());
    for (int n = dice.bounded(1, 20); n > 0; --n)
      mime[dice.bounded(int(mime.size()))] = char(dice.bounded(256));
    mime.truncate(dice.bounded(int(mime.size())));
    readMail(mime); // no crash
  }
}

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
