// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/registrymatch.h"
#include "support/freshfile.h"
#include "support/testdata.h"
#include "ui/team/registry.h"

#include <QFile>
#include <QSignalSpy>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTest>
#include <QUrlQuery>

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

QByteArray fileIn(const char* name) {
  QFile file(testData("tls/") + QString::fromLatin1(name));
  if (!file.open(QIODevice::ReadOnly))
    qFatal("no %s", name);
  return file.readAll();
}

const QByteArray person = R"({"created_epoch":"1389230978000","enumeration_type":"NPI-1","number":"1234567893",
"basic":{"credential":"M.D.","first_name":"LILY","last_name":"MARTEN","middle_name":"ANN","name_prefix":"--",
"name_suffix":"--","sex":"F","status":"A"},
"addresses":[{"address_purpose":"MAILING","address_1":"1 MAIN ST","city":"PEKIN","state":"IL","postal_code":"615540001",
"telephone_number":"309-555-0199","fax_number":"309-555-0198"},{"address_purpose":"LOCATION","address_1":"2 OAK AVE",
"city":"PEORIA","state":"IL","postal_code":"616020001","telephone_number":"309-555-0100"}],
"taxonomies":[{"code":"208D00000X","desc":"General Practice","primary":false,"state":null,"license":null},
{"code":"207Q00000X","desc":"Family Medicine","primary":true,"state":"IL","license":"036.1"}],"identifiers":[],
"other_names":[{"last_name":"NUÑEZ","first_name":"LILY"}],"practiceLocations":[]})";

const QByteArray olderPerson = R"({"created_epoch":1389230978,"enumeration_type":"NPI-1","number":1234567893,
"basic":{"credential":"MD","first_name":"LILY","last_name":"MARTEN","gender":"F","status":"A"},
"addresses":[{"address_purpose":"LOCATION","city":"PEORIA","telephone_number":"309-555-0100"}],
"taxonomies":[{"code":"207Q00000X","desc":"Family Medicine","primary":true}],"identifiers":[],"other_names":[]})";

QByteArray answer(const QByteArray& results) { return R"({"result_count":1,"results":[)" + results + "]}"; }

QByteArray http(const QByteArray& body, const QByteArray& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
         QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

/// Questions to a registry on this machine, over real TLS.
class TestRegistry : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init();
  void bothShapesAreUnderstood_data();
  void bothShapesAreUnderstood();
  void namesAreAskedAsTyped();
  void everyTroubleIsASentence_data();
  void everyTroubleIsASentence();
  void aServerThatCannotProveItselfHearsNothing_data();
  void aServerThatCannotProveItselfHearsNothing();
  void nobodyThereIsASentence();
  void aSilentServerIsGivenUp();
  void aTricklingServerIsGivenUp();
  void cancellingIsSilent();
  void goingWhileAskingIsSilent();
  void anotherQuestionReplacesTheFirst();
  void whatDiffersIsTold();
  void whatWasTakenIsOneChange();

private:
  /// Answers each request with these bytes and hangs up; without bytes it says nothing.
  void serve(const QByteArray& bytes, const char* certificate = "server") {
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(fileIn((QByteArray(certificate) + ".pem").constData())));
    tls.setPrivateKey(QSslKey(fileIn((QByteArray(certificate) + ".key").constData()), QSsl::Ec));
    m_server = std::make_unique<QSslServer>();
    m_server->setSslConfiguration(tls);
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    connect(m_server.get(), &QSslServer::pendingConnectionAvailable, this, [this, bytes] {
      QTcpSocket* socket = m_socket = m_server->nextPendingConnection();
      connect(socket, &QTcpSocket::readyRead, this, [this, socket, bytes] {
        m_heard += socket->readAll();
        if (bytes.isEmpty() || !m_heard.endsWith("\r\n\r\n"))
          return;
        socket->write(bytes);
        socket->disconnectFromHost();
      });
    });
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates(QSslCertificate::fromData(fileIn("ca.pem")));
    m_registry->setServer(QUrl(QStringLiteral("https://127.0.0.1:%1/api/").arg(m_server->serverPort())), trusting,
                          std::chrono::seconds(10));
  }
  void limit(int milliseconds) {
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates(QSslCertificate::fromData(fileIn("ca.pem")));
    m_registry->setServer(QUrl(QStringLiteral("https://127.0.0.1:%1/api/").arg(m_server->serverPort())), trusting,
                          std::chrono::milliseconds(milliseconds));
  }
  /// The sentence or, in angle brackets, the names of what came.
  QString outcome() {
    QSignalSpy done(this, &TestRegistry::ended);
    return done.count() > 0 || done.wait(15000) ? m_outcome : s("nothing came");
  }
  QString ask(const char* npi = "1234567893") {
    m_registry->askNpi(s(npi));
    return outcome();
  }

Q_SIGNALS:
  void ended();

private:
  std::unique_ptr<QSslServer> m_server;
  QTcpSocket* m_socket = nullptr; // the newest
  std::unique_ptr<ui::Registry> m_registry;
  QByteArray m_heard;
  QString m_outcome;
  int m_ends = 0;
};

void TestRegistry::init() {
  m_registry = std::make_unique<ui::Registry>();
  m_heard.clear();
  m_outcome.clear();
  m_ends = 0;
  connect(m_registry.get(), &ui::Registry::answered, this, [this](const std::vector<exchange::RegistryEntry>& entries) {
    QStringList names;
    for (const auto& entry : entries)
      names << (entry.isPractice ? entry.practice.name
                                 : entry.provider.lastName + s(", ") + entry.provider.firstName + s(" ") +
                                       entry.provider.npi + s(" ") + entry.provider.taxonomy);
    m_outcome = QStringLiteral("<%1>").arg(names.join(s("; ")));
    ++m_ends;
    Q_EMIT ended();
  });
  connect(m_registry.get(), &ui::Registry::failed, this, [this](const QString& sentence) {
    m_outcome = sentence;
    ++m_ends;
    Q_EMIT ended();
  });
}

void TestRegistry::bothShapesAreUnderstood_data() {
  QTest::addColumn<QByteArray>("result");
  QTest::newRow("since 2024") << person;
  QTest::newRow("before") << olderPerson;
}

void TestRegistry::bothShapesAreUnderstood() {
  QFETCH(QByteArray, result);
  serve(http(answer(result)));
  QCOMPARE(ask(), s("<Marten, Lily 1234567893 207Q00000X>"));
  QVERIFY2(m_heard.startsWith("GET /api/?version=2.1&limit=50&number=1234567893 HTTP/1.1\r\n"), m_heard.constData());
  QVERIFY(!m_registry->isAsking());
  QCOMPARE(m_ends, 1);
}

void TestRegistry::namesAreAskedAsTyped() {
  serve(http(answer(person)));
  m_registry->askPerson(s("O'Dell & Nuñez"), s("Lily=1"), s("IL"));
  QCOMPARE(outcome(), s("<Marten, Lily 1234567893 207Q00000X>"));
  const QUrlQuery query(QUrl::fromEncoded(m_heard.split(' ').value(1)));
  QCOMPARE(query.queryItemValue(s("last_name"), QUrl::FullyDecoded), s("O'Dell & Nuñez"));
  QCOMPARE(query.queryItemValue(s("first_name"), QUrl::FullyDecoded), s("Lily=1"));
  QCOMPARE(query.queryItemValue(s("state"), QUrl::FullyDecoded), s("IL"));
}

void TestRegistry::everyTroubleIsASentence_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QString>("says");
  QTest::newRow("errors")
      << http(R"({"Errors":[{"description":"No valid search criteria provided","field":"generic","number":"04"}]})")
      << s("No valid search criteria provided");
  QTest::newRow("nobody") << http(R"({"result_count":0,"results":[]})") << s("knows nobody with the NPI 1234567893");
  QTest::newRow("no JSON") << http("<html>Maintenance</html>") << s("no answer of the NPI registry");
  QTest::newRow("half a JSON") << http(answer(person).left(300)) << s("only a part");
  QTest::newRow("nothing") << http("") << s("no answer of the NPI registry");
  QTest::newRow("an array") << http("[]") << s("no answer of the NPI registry");
  QTest::newRow("cut") << http(answer(person)).chopped(200) << s("broke off");
  QTest::newRow("hung up") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << s("broke off");
  QTest::newRow("not working") << http("", "503 Service Unavailable") << s("HTTP status 503");
  QTest::newRow("not found") << http("", "404 Not Found") << s("HTTP status 404");
  QTest::newRow("elsewhere") << QByteArray("HTTP/1.1 302 Found\r\nLocation: https://example.org/\r\nContent-Length: "
                                           "0\r\nConnection: close\r\n\r\n")
                             << s("somewhere else");
  QTest::newRow("too large") << http(QByteArray(9 << 20, ' ')) << s("far larger");
  QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH\r\n\r\n") << s("Nothing was changed.");
}

void TestRegistry::everyTroubleIsASentence() {
  QFETCH(QByteArray, bytes);
  QFETCH(QString, says);
  serve(bytes);
  const QString told = ask();
  QVERIFY2(told.contains(says), qPrintable(told));
  QVERIFY2(told.endsWith(s("Nothing was changed. Try again, or type what you know.")), qPrintable(told));
  QCOMPARE(m_ends, 1);
}

void TestRegistry::aServerThatCannotProveItselfHearsNothing_data() {
  QTest::addColumn<QByteArray>("certificate");
  QTest::newRow("of another name") << QByteArray("elsewhere");
  QTest::newRow("that nobody stands for") << QByteArray("unknown");
}

void TestRegistry::aServerThatCannotProveItselfHearsNothing() {
  QFETCH(QByteArray, certificate);
  serve(http(answer(person)), certificate.constData());
  const QString told = ask();
  QVERIFY2(told.contains(s("could not prove that it is the NPI registry")), qPrintable(told));
  QVERIFY(m_heard.isEmpty());
}

void TestRegistry::nobodyThereIsASentence() {
  serve({});
  m_server->close();
  QVERIFY2(ask().contains(s("cannot be reached")), qPrintable(m_outcome));
  m_registry->setServer(QUrl(s("https://nowhere.invalid/api/")), QSslConfiguration::defaultConfiguration(),
                        std::chrono::seconds(10));
  QVERIFY2(ask().contains(s("cannot be reached")), qPrintable(m_outcome));
}

void TestRegistry::aSilentServerIsGivenUp() {
  serve({});
  limit(300);
  QVERIFY2(ask().contains(s("did not answer within")), qPrintable(m_outcome));
}

void TestRegistry::aTricklingServerIsGivenUp() {
  serve({});
  limit(500);
  QTimer drip;
  connect(m_server.get(), &QSslServer::pendingConnectionAvailable, this, [&] {
    connect(m_socket, &QTcpSocket::readyRead, this,
            [this] { m_socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"); });
    connect(&drip, &QTimer::timeout, m_socket, [this] { m_socket->write("x"); });
  });
  drip.start(50);
  QVERIFY2(ask().contains(s("did not answer within")), qPrintable(m_outcome));
}

void TestRegistry::cancellingIsSilent() {
  serve({});
  m_registry->askNpi(s("1234567893"));
  QTRY_VERIFY(!m_heard.isEmpty());
  m_registry->cancel();
  QVERIFY(!m_registry->isAsking());
  QTest::qWait(0);
  QCOMPARE(m_ends, 0);
}

void TestRegistry::goingWhileAskingIsSilent() {
  serve({});
  m_registry->askNpi(s("1234567893"));
  QTRY_VERIFY(!m_heard.isEmpty());
  m_registry.reset();
  QTest::qWait(0);
  QCOMPARE(m_ends, 0);
}

void TestRegistry::anotherQuestionReplacesTheFirst() {
  serve(http(answer(person)));
  m_registry->askNpi(s("1000000004"));
  QVERIFY(ask().startsWith(QLatin1Char('<')));
  QVERIFY(!m_heard.contains("1000000004"));
  QCOMPARE(m_ends, 1);
}

void TestRegistry::whatDiffersIsTold() {
  const auto entry = exchange::readRegistryAnswer(answer(person))->front();
  Provider ours;
  ours.lastName = s("MARTEN");
  ours.firstName = s("Rose");
  ours.phone = s("(309) 555 0100");
  ours.npi = s("1234567893");
  QStringList told;
  for (const auto& one : exchange::registryDifferences(ours, entry))
    told << QStringLiteral("%1:%2>%3%4").arg(one.key, one.ours, one.theirs, one.fills() ? s("+") : QString());
  QCOMPARE(told, (QStringList{s("firstName:Rose>Lily"), s("middleName:>Ann+"), s("degree:>MD+"),
                              s("specialty:>Family Medicine+"), s("taxonomy:>207Q00000X+")}));
  const Provider laid = exchange::laidOver(ours, entry, {s("degree"), s("taxonomy")});
  QCOMPARE(laid.degree, s("MD"));
  QCOMPARE(laid.firstName, s("Rose"));
  QVERIFY(laid.specialty.isEmpty());
}

void TestRegistry::whatWasTakenIsOneChange() {
  const auto file = freshFile();
  const auto entry = exchange::readRegistryAnswer(answer(person))->front();
  db::Transaction transaction(*file, tester(), s("Added by NPI"));
  const auto id =
      db::save(transaction, exchange::laidOver(Provider(), entry, {s("npi"), s("lastName"), s("firstName")}));
  exchange::saveAdditions(transaction, id, exchange::registryAdditions(*file, id, entry));
  transaction.commit();
  QCOMPARE(file->value(s("SELECT count(*) FROM provider_name")), 1);
  QCOMPARE(file->value(s("SELECT count(*) FROM provider_taxonomy")), 2);
  QCOMPARE(file->text(s("SELECT group_concat(kind || ' ' || zip) FROM provider_address")),
           s("Mailing 61554-0001,Practice 61602-0001"));
  QVERIFY(exchange::registryAdditions(*file, id, entry).isEmpty());
  QVERIFY(db::history::undo(*file, tester(), transaction.changeId()).isOk());
  QCOMPARE(file->value(s("SELECT count(*) FROM provider")), 0);
}

QTEST_MAIN(TestRegistry)
#include "tst_registry.moc"
