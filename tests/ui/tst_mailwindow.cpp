// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/account.h"
#include "core/mail/letters.h"
#include "core/mail/outbox.h"
#include "core/mail/schedule.h"
#include "core/notes/note.h"
#include "core/report/catalogue.h"
#include "core/tasks/task.h"
#include "core/team/provider.h"
#include "core/tracking/step.h"
#include "named.h"
#include "sitting.h"
#include "support/mailserver.h"
#include "ui/alerts/alertspage.h"
#include "ui/form/choicebox.h"
#include "ui/form/drafts.h"
#include "ui/form/formdialog.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/mail/accountform.h"
#include "ui/mail/courier.h"
#include "ui/mail/duepage.h"
#include "ui/mail/envelope.h"
#include "ui/mail/keychain.h"
#include "ui/mail/letterspage.h"
#include "ui/mail/outboxpage.h"
#include "ui/tasks/taskspage.h"
#include "ui/tracking/trackingpage.h"

#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace ui;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }
const QByteArray secret = QByteArrayLiteral("s3cret \xc3\xbc");

/// Keeps secrets in memory; or refuses, as where there is no keychain.
class MemoryKeychain : public Keychain {
public:
  void read(const QString& key, QObject*, std::function<void(const std::optional<QByteArray>&)> then) override {
    then(works && secrets.contains(key) ? std::optional(secrets.value(key)) : std::nullopt);
  }
  void write(const QString& key, const QByteArray& value, QObject*, std::function<void(bool)> then) override {
    if (works)
      secrets[key] = value;
    then(works);
  }
  bool works = true;
  QHash<QString, QByteArray> secrets;
};

} // namespace

/// Mail in the window, against a real server on the loopback: the account, letters, the outbox, what would go out.
class TestMailWindow : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void theAccountIsSetUpAndTestedAndItsSecretLiesInTheKeychainAlone();
  void whatIsWrongWithTheAccountIsToldAtItsField();
  void aPasswordTheServerRefusesIsToldInTheForm();
  void withoutAKeychainTheSecretIsAskedForOnceASitting();
  void oneLetterGoesToEachProviderAsItWasChanged();
  void lettersAreQueuedAsOneChange();
  void rowsOfTrackingAndTasksAreWrittenAboutInOneLetterAProvider();
  void lettersThatWentDoNotBarUndo();
  void withoutAnAccountTheMailProgramOpens();
  void aLetterIsWrittenAsAFileWithoutWhatIsPersonal();
  void aLetterThatIsWrittenOpensToBeSentAndTheNextOneComesToTheFront();
  void whatWaitsCanBeCancelledAndSentAgain();
  void whatMayHaveBeenSentIsAskedAboutFirst();
  void whatWouldGoOutIsShownAndNothingIsWritten();
  void theMailOfTheDayGoesOnceAndIsNotedAsRun();
  void howManyGoIsToldBeforeTheyDo();
  void rightAfterTheAccountIsSavedNothingIsSaidToHaveRun();
  void aLetterThatWentTodayIsToldAndNotRepeatedUnasked();
  void theOutboxOffersWhatAMailAllowsAndItsKeysNameNoRow();
  void aTemplateIsEditedAndSeenAsItWouldRead();
  void everyControlHasAName();

private:
  db::Database& file() { return *m_sitting->database; }
  void setUpAccount(const QString& user = u("office")) {
    mail::Account account;
    account.host = u("127.0.0.1");
    account.port = m_server->port();
    account.security = mail::Account::Security::Tls;
    account.user = user;
    account.from = {u("Office"), u("office@example.org")};
    account.authority = m_certificate.file();
    db::Transaction transaction(file(), tester(), u("Mail"));
    account.store(transaction);
    mail::Schedule().storeTimes(transaction); // only when asked for
    transaction.commit();
    m_keychain.secrets[u("office@127.0.0.1:%1").arg(m_server->port())] = secret;
    m_courier->accountChanged();
  }
  QByteArray received(int number) const {
    QFile mail(m_certificate.path(u("%1.mail").arg(number)));
    return mail.open(QIODevice::ReadOnly) ? mail.readAll() : QByteArray();
  }
  /// Alerts of one provider who has an address, two of them at least.
  std::vector<qint64> alertsOfOne() {
    report::Request request{report::find(u("alerts")), SampleFile::today(), {}};
    const auto providers = file().all(
        u("SELECT id FROM provider WHERE email <> '' AND date_of_birth IS NOT NULL AND status = 'Active' ORDER BY id"),
        {}, [](db::Row& row) { return row.number(); });
    for (const qint64 provider : providers) {
      request.filter.is[u("provider")] = {provider};
      const auto query = report::idsQuery(request);
      const auto rows = file().all(query.sql, query.arguments, [](db::Row& row) { return row.number(); });
      if (rows.size() >= 2) {
        m_provider = {provider};
        return rows;
      }
    }
    return {};
  }
  Envelope* openLetters(const std::vector<qint64>& rows) {
    auto* envelope = new Envelope(
        *m_sitting->session, *m_courier, u("Documents"),
        [rows](db::Database& reader, const MailTemplate& letter, QDate replyBy) {
          std::vector<alerts::Subject> all;
          for (const qint64 row : rows)
            all.push_back(*alerts::subjectOfRow(reader, row));
          return mail::letters(reader, letter, all, replyBy, SampleFile::today());
        },
        nullptr);
    envelope->open();
    m_open = envelope;
    return envelope;
  }
  template<class T>
  T* in(QWidget* root, const char* name) const {
    return root->findChild<T*>(u(name));
  }
  FormDialog* form() const {
    for (QWidget* window : QApplication::topLevelWidgets())
      if (auto* dialog = qobject_cast<FormDialog*>(window); dialog && dialog->isVisible())
        return dialog;
    return nullptr;
  }
  void fill(const char* key, const QString& text) { in<QLineEdit>(form(), key)->setText(text); }
  void click(QWidget* root, const char* name) { in<QPushButton>(root, name)->click(); }
  void settle(ListPage* page) {
    page->resize(1366, 660);
    page->show();
    QTRY_VERIFY(page->model()->isComplete());
  }
  Id<Outgoing> queueOne(const QString& to = u("anna@example.org")) {
    mail::Draft draft;
    draft.mail.kind = u("Letter");
    draft.mail.day = SampleFile::today();
    draft.mail.recipient = to;
    draft.mail.subject = u("Hello");
    draft.mail.text = u("A line");
    db::Transaction transaction(file(), tester(), u("Queued"));
    const auto id = *mail::queue(transaction, draft, tester().now);
    transaction.commit();
    return id;
  }
  QString statusOf(Id<Outgoing> id) { return db::load(file(), id)->status; }

  Certificate m_certificate;
  std::unique_ptr<MailServer> m_server;
  std::unique_ptr<Sitting> m_sitting;
  MemoryKeychain m_keychain;
  std::unique_ptr<Courier> m_courier;
  Id<Provider> m_provider;
  QPointer<Envelope> m_open;
};

void TestMailWindow::init() {
  m_server = std::make_unique<MailServer>("smtp_server.py", QStringList{m_certificate.folder(), u("tls")});
  QVERIFY2(m_server->port() > 0, "the test server needs python3-aiosmtpd and openssl: packaging/setup test");
  for (int i = 0; i < 20; ++i)
    QFile::remove(m_certificate.path(u("%1.mail").arg(i)));
  m_keychain = {};
  m_sitting = std::make_unique<Sitting>();
  m_courier = std::make_unique<Courier>(*m_sitting->session, &m_keychain);
  m_courier->start();
}

void TestMailWindow::cleanup() {
  closeDialogs();
  m_courier.reset();
  m_sitting.reset();
  m_server.reset();
  drafts().forgetAll();
}

void TestMailWindow::theAccountIsSetUpAndTestedAndItsSecretLiesInTheKeychainAlone() {
  QCOMPARE(m_courier->state(), Courier::State::NotSetUp);
  openAccountForm(*m_sitting->session, *m_courier, nullptr);
  fill("host", u("127.0.0.1"));
  fill("port", QString::number(m_server->port()));
  in<ChoiceBox>(form(), "security")->setValue(u("tls"));
  fill("user", u("office"));
  fill("secret", QString::fromUtf8(secret));
  QCOMPARE(in<QLineEdit>(form(), "secret")->echoMode(), QLineEdit::Password);
  fill("name", u("Office"));
  fill("from", u("office@example.org"));
  fill("authority", m_certificate.file());
  click(form(), "mailAccount.test");
  QTRY_VERIFY2(in<QLabel>(form(), "mailAccount.outcome")->text().startsWith(u("Sent to")),
               qPrintable(in<QLabel>(form(), "mailAccount.outcome")->text()));
  QVERIFY(received(0).contains("office@example.org"));
  QCOMPARE(m_keychain.secrets.size(), 1);
  QCOMPARE(m_keychain.secrets.begin().value(), secret);
  form()->reject();
  file().run(u("PRAGMA wal_checkpoint(TRUNCATE)"));
  QFile data(file().file());
  QVERIFY(data.open(QIODevice::ReadOnly));
  QVERIFY(!data.readAll().contains(secret));
  openAccountForm(*m_sitting->session, *m_courier, nullptr);
  QVERIFY(in<QLineEdit>(form(), "secret")->text().isEmpty()); // not in a draft either
}

void TestMailWindow::whatIsWrongWithTheAccountIsToldAtItsField() {
  openAccountForm(*m_sitting->session, *m_courier, nullptr);
  fill("host", u("not a name"));
  fill("from", u("office"));
  fill("times", u("noon"));
  click(form(), "save");
  QVERIFY(form());
  for (const char* key : {"host.problem", "from.problem", "times.problem"})
    QVERIFY2(!in<QLabel>(form(), key)->text().isEmpty(), key);
  QVERIFY(!mail::Account::stored(file()).isSetUp());
}

void TestMailWindow::aPasswordTheServerRefusesIsToldInTheForm() {
  setUpAccount();
  openAccountForm(*m_sitting->session, *m_courier, nullptr);
  fill("secret", u("guess"));
  click(form(), "mailAccount.test");
  QTRY_VERIFY(in<QLabel>(form(), "mailAccount.outcome")->text().startsWith(u("It did not go")));
  QVERIFY(!m_courier->trouble().isEmpty());
  QVERIFY(!m_courier->trouble().contains(u("guess")));
}

void TestMailWindow::withoutAKeychainTheSecretIsAskedForOnceASitting() {
  m_keychain.works = false;
  setUpAccount();
  QCOMPARE(m_courier->state(), Courier::State::NeedsSecret);
  const auto id = queueOne();
  QSignalSpy asked(m_courier.get(), &Courier::secretAsked);
  m_courier->sendWaiting();
  QCOMPARE(asked.size(), 1);
  askSecret(*m_sitting->session, *m_courier, asked.front().front().value<Courier::Way>(), new QWidget);
  fill("secret", QString::fromUtf8(secret));
  click(form(), "save");
  QTRY_COMPARE(statusOf(id), mail::status::sent);
  QVERIFY(!m_courier->schedule().last.isValid()); // the mail of the day was not asked for
  const auto second = queueOne();
  m_courier->sendWaiting();
  QTRY_COMPARE(statusOf(second), mail::status::sent);
  QCOMPARE(asked.size(), 1);
}

void TestMailWindow::oneLetterGoesToEachProviderAsItWasChanged() {
  setUpAccount();
  const auto rows = alertsOfOne();
  QVERIFY(rows.size() >= 2);
  Envelope* envelope = openLetters(rows);
  auto* list = in<QListWidget>(envelope, "envelope.list");
  QTRY_COMPARE(list->count(), 1);
  QTRY_VERIFY(in<QPushButton>(envelope, "envelope.queue")->isEnabled());
  auto* text = in<QPlainTextEdit>(envelope, "envelope.text");
  QVERIFY(text->toPlainText().contains(u("Dear ")));
  text->setPlainText(text->toPlainText() + u("\nPS: we called you on Monday.\n"));
  click(envelope, "envelope.queue");
  QTRY_VERIFY(!m_open || !m_open->isVisible());
  const Id<Outgoing> id{file().value(u("SELECT max(id) FROM outbox"))};
  QTRY_COMPARE(statusOf(id), mail::status::sent);
  QVERIFY(received(0).contains("PS: we called you on Monday."));
  QVERIFY(received(1).isEmpty());
  QCOMPARE(file().value(u("SELECT count(*) FROM alert_action WHERE what = 'Mailed' AND on_day = ? AND by_whom = ?"),
                        {SampleFile::today(), m_sitting->session->actor().who}),
           qint64(rows.size()));
  QCOMPARE(file().value(u("SELECT count(*) FROM note WHERE provider_id = ? AND kind = 'Email' AND author = 'Mail'"),
                        {m_provider}),
           qint64(1));
}

void TestMailWindow::lettersAreQueuedAsOneChange() {
  setUpAccount(u("nobody-knows")); // no secret: nothing is sent meanwhile
  report::Request request{report::find(u("alerts")), SampleFile::today(), {}};
  request.filter.is[u("status")] = {u("Expired")};
  const auto query = report::idsQuery(request);
  const auto rows = file().all(query.sql, query.arguments, [](db::Row& row) { return row.number(); });
  Envelope* envelope = openLetters(rows);
  QTRY_VERIFY(in<QPushButton>(envelope, "envelope.queue")->isEnabled());
  const int letters = in<QListWidget>(envelope, "envelope.list")->count();
  QVERIFY(letters > 1);
  in<QListWidget>(envelope, "envelope.list")->item(0)->setCheckState(Qt::Unchecked);
  const qint64 before = file().value(u("SELECT count(*) FROM outbox"));
  click(envelope, "envelope.queue");
  QTRY_COMPARE(file().value(u("SELECT count(*) FROM outbox")), before + letters - 1);
  m_sitting->session->undoLast();
  QCOMPARE(file().value(u("SELECT count(*) FROM outbox")), before);
}

class UrlCatcher : public QObject {
  Q_OBJECT
public Q_SLOTS:
  void open(const QUrl& url) { caught = url; }

public:
  QUrl caught;
};

void TestMailWindow::rowsOfTrackingAndTasksAreWrittenAboutInOneLetterAProvider() {
  const auto steps = file().all(
      u("SELECT s.id FROM step s JOIN tracking t ON t.id = s.tracking_id WHERE t.provider_id = (SELECT x.provider_id "
        "FROM tracking x JOIN provider p ON p.id = x.provider_id AND p.email <> '' ORDER BY x.id LIMIT 1) AND s.status "
        "= 'New' ORDER BY s.id LIMIT 2"),
      {}, [](db::Row& row) { return Id<Step>{row.number()}; });
  QCOMPARE(steps.size(), size_t(2));
  const std::vector<mail::Work> work = mail::workOf(file(), steps);
  const MailTemplate letter = mail::usualTemplate(file(), u("Task"));
  const auto letters = mail::letters(file(), letter, work, SampleFile::today().addDays(10), SampleFile::today());
  QCOMPARE(letters.size(), size_t(1)); // one for both
  QVERIFY(letters.front().problem.isEmpty());
  for (const mail::Work& one : work)
    QVERIFY(letters.front().draft.mail.text.contains(one.name));
  QCOMPARE(letters.front().draft.mail.provider, work.front().provider);

  const std::unique_ptr<ListDeck> deck(makeTrackingDeck(*m_sitting->session));
  const std::unique_ptr<ListingPage> tasks(makeTasksPage(*m_sitting->session));
  deck->resize(1366, 660);
  deck->show(); // a list reads once it is in front
  for (ListingPage* page : {deck->lists()[0], deck->lists()[1], tasks.get()}) {
    deck->turnTo(page); // the tasks are no list of it, and stand alone
    settle(page);
    QTRY_VERIFY(page->model()->rowCount() > 3);
    page->table()->setCurrentIndex(page->model()->index(0, 0));
    page->table()->selectAll();
    QVERIFY(openEnvelope(*m_sitting->session, *m_courier, *page, nullptr));
    Envelope* envelope = nullptr;
    for (QWidget* window : QApplication::topLevelWidgets())
      if (auto* one = qobject_cast<Envelope*>(window); one && one->isVisible())
        envelope = one;
    QVERIFY(envelope);
    QTRY_VERIFY(in<QListWidget>(envelope, "envelope.list")->count() > 1);
    QCOMPARE(in<ChoiceBox>(envelope, "envelope.template")->currentText(), letter.name);
    closeDialogs();
  }
}

void TestMailWindow::lettersThatWentDoNotBarUndo() {
  Session& session = *m_sitting->session;
  QVERIFY(session.change(u("Added a task"), [](db::Transaction& transaction) {
    Task task;
    task.name = u("Call");
    task.created = task.due = SampleFile::today();
    db::save(transaction, task);
  }));
  const qint64 tasks = file().value(u("SELECT count(*) FROM task"));
  const auto id = queueOne();
  session.announce(u("Queued a letter"), file().value(u("SELECT max(id) FROM change")));
  {
    db::Transaction sending(file(), {u("Mail"), session.actor().now}, u("Sent"));
    Outgoing sent = *db::load(file(), id);
    sent.status = mail::status::sent;
    db::save(sending, sent);
    sending.commit();
  }
  QSignalSpy told(&session, &Session::changed);
  session.undoLast();
  QCOMPARE(told.size(), 1);
  QVERIFY(told.takeFirst().front().toString().contains(u("cannot be undone")));
  QCOMPARE(statusOf(id), mail::status::sent);
  QCOMPARE(session.undoName(), u("Added a task"));
  session.undoLast();
  QCOMPARE(file().value(u("SELECT count(*) FROM task")), tasks - 1);
}

void TestMailWindow::withoutAnAccountTheMailProgramOpens() {
  UrlCatcher catcher;
  QDesktopServices::setUrlHandler(u("mailto"), &catcher, "open");
  Envelope* envelope = openLetters(alertsOfOne());
  QTRY_VERIFY(in<QPushButton>(envelope, "envelope.program")->isEnabled());
  QVERIFY(!in<QPushButton>(envelope, "envelope.queue"));
  in<QLineEdit>(envelope, "envelope.subject")->selectAll();
  QTest::keyClicks(in<QLineEdit>(envelope, "envelope.subject"), u("Documents & more"));
  click(envelope, "envelope.program");
  QDesktopServices::unsetUrlHandler(u("mailto"));
  QCOMPARE(catcher.caught.path(), db::load(file(), m_provider)->email);
  QVERIFY(catcher.caught.query(QUrl::FullyEncoded).startsWith(u("subject=Documents%20%26%20more&body=Dear")));
  QCOMPARE(file().value(u("SELECT count(*) FROM alert_action WHERE what = 'Mailed' AND reason = 'Documents & more'")) >
               0,
           true);
  QCOMPARE(file().value(u("SELECT count(*) FROM outbox")), qint64(0));
}

void TestMailWindow::aLetterIsWrittenAsAFileWithoutWhatIsPersonal() {
  Envelope* envelope = openLetters(alertsOfOne());
  QTRY_VERIFY(in<QPushButton>(envelope, "envelope.file")->isEnabled());
  const QDate birth = db::load(file(), m_provider)->dateOfBirth;
  in<QPlainTextEdit>(envelope, "envelope.text")
      ->setPlainText(u("Born %1, SSN 123-45-6789").arg(birth.toString(Qt::ISODate)));
  const QString path = m_sitting->dir.filePath(u("letter.eml"));
  envelope->writeFile(path);
  QFile written(path);
  QVERIFY(written.open(QIODevice::ReadOnly));
  const QByteArray bytes = written.readAll();
  QVERIFY(bytes.contains("Born"));
  QVERIFY(!bytes.contains(birth.toString(Qt::ISODate).toLatin1()));
  QVERIFY(!bytes.contains("6789"));
}

void TestMailWindow::aLetterThatIsWrittenOpensToBeSentAndTheNextOneComesToTheFront() {
  auto rows = alertsOfOne();
  const auto other = file().value(u("SELECT id FROM provider WHERE email <> '' AND status = 'Active' AND id <> ? AND "
                                    "id IN (SELECT provider_id FROM credential WHERE expires < '2026-03-02') LIMIT 1"),
                                  {m_provider.value});
  report::Request request{report::find(u("alerts")), SampleFile::today(), {}};
  request.filter.is[u("provider")] = {other};
  const auto query = report::idsQuery(request);
  for (const qint64 row : file().all(query.sql, query.arguments, [](db::Row& read) { return read.number(); }))
    rows.push_back(row);
  Envelope* envelope = openLetters(rows);
  QTRY_VERIFY(in<QPushButton>(envelope, "envelope.file")->isEnabled());
  auto* list = in<QListWidget>(envelope, "envelope.list");
  QCOMPARE(list->count(), 2);
  list->setCurrentRow(0);
  const QString path = m_sitting->dir.filePath(u("letter.eml"));
  envelope->writeFile(path);
  QFile written(path);
  QVERIFY(written.open(QIODevice::ReadOnly));
  QVERIFY(written.readAll().contains("\r\nX-Unsent: 1\r\n")); // else a mail program shows it as one that came in
  QCOMPARE(list->item(0)->checkState(), Qt::Unchecked);
  QVERIFY(list->item(0)->text().contains(u("Written as a file.")));
  QCOMPARE(list->currentRow(), 1);
}

void TestMailWindow::whatWaitsCanBeCancelledAndSentAgain() {
  const auto id = queueOne();
  std::unique_ptr<ListingPage> page(makeOutboxPage(*m_sitting->session, *m_courier));
  settle(page.get());
  QTRY_VERIFY(page->table()->select(id.value));
  QTRY_COMPARE(in<QLabel>(page.get(), "mailPane.subject")->text(), u("Hello"));
  page->table()->setFocus();
  QVERIFY(QTest::qWaitForWindowActive(page.get()));
  QTest::keyClick(page->table(), Qt::Key_C);
  QCOMPARE(statusOf(id), mail::status::cancelled);
  setUpAccount();
  QTRY_VERIFY(in<QPushButton>(page.get(), "mailPane.again")->isEnabled());
  QTest::keyClick(page->table(), Qt::Key_R);
  QTRY_COMPARE(statusOf(id), mail::status::sent);
  QTRY_VERIFY(!in<QPushButton>(page.get(), "mailPane.again")->isEnabled());
  QVERIFY(!received(0).isEmpty());
}

void TestMailWindow::whatMayHaveBeenSentIsAskedAboutFirst() {
  const auto id = queueOne();
  QVERIFY(mail::take(file(), id, tester().now));
  Courier later(*m_sitting->session, &m_keychain);
  later.start(); // the sitting before ended while it was on its way
  QCOMPARE(statusOf(id), mail::status::unsure);
  QCOMPARE(later.unsettled(), 1);
  setUpAccount();
  std::unique_ptr<ListingPage> page(makeOutboxPage(*m_sitting->session, *m_courier));
  settle(page.get());
  QTRY_VERIFY(page->table()->select(id.value));
  QVERIFY(QTest::qWaitForWindowActive(page.get()));
  page->table()->setFocus();
  QTRY_VERIFY(in<QPushButton>(page.get(), "mailPane.again")->isEnabled());
  QTest::keyClick(page->table(), Qt::Key_R);
  QVERIFY(form());
  QCOMPARE(statusOf(id), mail::status::unsure);
  click(form(), "save");
  QTRY_COMPARE(statusOf(id), mail::status::sent);
}

void TestMailWindow::whatWouldGoOutIsShownAndNothingIsWritten() {
  queueOne();
  const qint64 changes = file().value(u("SELECT max(id) FROM change"));
  std::unique_ptr<ListPage> page(makeDuePage(*m_sitting->session, *m_courier));
  settle(page.get());
  QTRY_VERIFY(page->model()->rowCount() > 1); // what waits, and digests
  QCOMPARE(page->model()->index(0, 1).data().toString(), u("Hello"));
  QTRY_VERIFY(page->table()->select(2));
  QTRY_VERIFY(in<QPlainTextEdit>(page.get(), "mailPane.text")->toPlainText().startsWith(u("For ")));
  QCOMPARE(file().value(u("SELECT max(id) FROM change")), changes);
  QCOMPARE(file().value(u("SELECT count(*) FROM outbox")), qint64(1));
}

void TestMailWindow::theMailOfTheDayGoesOnceAndIsNotedAsRun() {
  setUpAccount();
  QSignalSpy ran(m_courier.get(), &Courier::ran);
  m_courier->sendNow();
  QTRY_COMPARE(ran.size(), 1);
  const qint64 sent = file().value(u("SELECT count(*) FROM outbox WHERE status = 'Sent'"));
  QVERIFY(sent > 0);
  QVERIFY(m_courier->schedule().last.isValid());
  m_courier->sendNow();
  QTRY_COMPARE(ran.size(), 2);
  QCOMPARE(file().value(u("SELECT count(*) FROM outbox")), sent);
}

void TestMailWindow::howManyGoIsToldBeforeTheyDo() {
  setUpAccount();
  QTRY_VERIFY(m_courier->dueToday());
  const int before = *m_courier->dueToday();
  queueOne();
  queueOne();
  const auto last = queueOne(u("bert@example.org"));
  Q_EMIT m_sitting->session->changed(u("Queued"), 1);
  QTRY_COMPARE(m_courier->dueToday(), std::optional(before + 3));
  QSignalSpy began(m_courier.get(), &Courier::began), ran(m_courier.get(), &Courier::ran);
  m_courier->sendNow();
  QTRY_COMPARE(began.size(), 1);
  const auto load = began.front().front().value<Courier::Load>();
  QCOMPARE(load.mails, before + 3);
  QVERIFY(load.people >= 2 && load.people <= load.mails);
  QTRY_COMPARE(ran.size(), 1);
  QCOMPARE(statusOf(last), mail::status::sent);
  QTRY_COMPARE(m_courier->dueToday(), std::optional(0));
}

void TestMailWindow::rightAfterTheAccountIsSavedNothingIsSaidToHaveRun() {
  openAccountForm(*m_sitting->session, *m_courier, nullptr);
  fill("host", u("127.0.0.1"));
  fill("port", QString::number(m_server->port()));
  in<ChoiceBox>(form(), "security")->setValue(u("tls"));
  fill("from", u("office@example.org"));
  fill("authority", m_certificate.file());
  fill("times", u("0:01, 23:59"));
  click(form(), "save");
  QVERIFY(!form());
  QVERIFY(!m_courier->schedule().last.isValid());
  QVERIFY(m_courier->next().isValid());
  QVERIFY(!m_courier->schedule().isDue(m_sitting->session->actor().now)); // 0:01 was before there was an account
  QTRY_VERIFY(m_courier->dueToday() && *m_courier->dueToday() > 0);
}

void TestMailWindow::aLetterThatWentTodayIsToldAndNotRepeatedUnasked() {
  setUpAccount(u("nobody-knows")); // no secret: nothing is sent meanwhile
  const auto rows = alertsOfOne();
  Envelope* envelope = openLetters(rows);
  QTRY_VERIFY(in<QPushButton>(envelope, "envelope.queue")->isEnabled());
  QVERIFY(!in<QLabel>(envelope, "envelope.earlier")->isVisible());
  click(envelope, "envelope.queue");
  QTRY_VERIFY(!m_open || !m_open->isVisible());
  const qint64 before = file().value(u("SELECT count(*) FROM outbox"));
  envelope = openLetters(rows);
  auto* earlier = in<QLabel>(envelope, "envelope.earlier");
  QTRY_VERIFY(earlier->isVisible());
  QVERIFY2(earlier->text().startsWith(u("This was queued today at ")), qPrintable(earlier->text()));
  QVERIFY(!in<QPushButton>(envelope, "envelope.queue")->isEnabled());
  click(envelope, "envelope.repeat");
  QVERIFY(!in<QPushButton>(envelope, "envelope.repeat")->isVisible());
  click(envelope, "envelope.queue");
  QTRY_COMPARE(file().value(u("SELECT count(*) FROM outbox")), before + 1);
}

void TestMailWindow::theOutboxOffersWhatAMailAllowsAndItsKeysNameNoRow() {
  setUpAccount();
  queueOne(u("carol@example.org"));
  const auto sent = queueOne();
  m_courier->sendWaiting();
  QTRY_COMPARE(statusOf(sent), mail::status::sent);
  std::unique_ptr<ListingPage> page(makeOutboxPage(*m_sitting->session, *m_courier));
  settle(page.get());
  QVERIFY(page->table()->select(sent.value));
  page->table()->setFocus();
  QStringList offered;
  connect(page.get(), &ListPage::rowMenuOpening, page.get(), [&](QMenu& menu) {
    QTimer::singleShot(0, &menu, [&offered, &menu] {
      for (const QAction* action : menu.actions())
        offered << QString(action->text()).remove(u'&');
      menu.close();
    });
  });
  Q_EMIT page->table()->menuAsked(page->mapToGlobal(QPoint(10, 10)));
  QTRY_VERIFY(!offered.isEmpty());
  for (const char* no : {"Change…", "Paste", "Cancel", "Send now or again"})
    QVERIFY2(!offered.contains(u(no)), no);
  QVERIFY(offered.contains(u("Save as .eml…")));
  for (const auto key : {Qt::Key_R, Qt::Key_C}) // not possible with a mail that is out: and no letter of a name
    QTest::keyClick(page->table(), key);
  QCOMPARE(page->table()->currentId(), sent.value);
}

void TestMailWindow::aTemplateIsEditedAndSeenAsItWouldRead() {
  const Id<MailTemplate> id{file().value(u("SELECT id FROM mail_template WHERE purpose = 'Documents'"))};
  QVERIFY(id.isValid());
  openLetterForm(*m_sitting->session, id, nullptr);
  in<QPlainTextEdit>(form(), "text")->setPlainText(u("Dear {provider},\n- {document}\n- {nonsense}\n"));
  QVERIFY(in<QPlainTextEdit>(form(), "letter.preview")->toPlainText().contains(u("- State licence TX\n- DEA")));
  click(form(), "save");
  QVERIFY(form()); // there is no such field
  in<QPlainTextEdit>(form(), "text")->setPlainText(u("Dear {provider},\n- {document}\n"));
  click(form(), "save");
  QVERIFY(!form());
  QCOMPARE(db::load(file(), id)->text, u("Dear {provider},\n- {document}\n"));
}

void TestMailWindow::everyControlHasAName() {
  const auto id = queueOne();
  std::unique_ptr<ListingPage> outbox(makeOutboxPage(*m_sitting->session, *m_courier));
  settle(outbox.get());
  QTRY_VERIFY(outbox->table()->select(id.value));
  QCOMPARE(unnamedControls(outbox.get()), QStringList());
  std::unique_ptr<ListPage> due(makeDuePage(*m_sitting->session, *m_courier));
  settle(due.get());
  QCOMPARE(unnamedControls(due.get()), QStringList());
  std::unique_ptr<ListingPage> letters(makeLettersPage(*m_sitting->session));
  settle(letters.get());
  QCOMPARE(unnamedControls(letters.get()), QStringList());
  Envelope* envelope = openLetters(alertsOfOne());
  QTRY_VERIFY(in<QPushButton>(envelope, "envelope.program")->isEnabled());
  QCOMPARE(unnamedControls(envelope), QStringList());
  openAccountForm(*m_sitting->session, *m_courier, nullptr);
  QCOMPARE(unnamedControls(form()), QStringList());
}

QTEST_MAIN(TestMailWindow)
#include "tst_mailwindow.moc"
