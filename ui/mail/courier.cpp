// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mail/courier.h"

#include "core/credentials/documentstore.h"
#include "core/mail/due.h"
#include "ui/mail/keychain.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"

#include <QElapsedTimer>

namespace ui {
namespace {

constexpr int tickEvery = 30'000; // milliseconds; what waits is tried again after minutes
constexpr int calm = 400;         // milliseconds after a change until what would go out is counted again
constexpr int restTimes = 10;     // and so many times as long as that took: in a large office it takes seconds

} // namespace

Courier::Courier(Session& session, Keychain* keychain, QObject* parent)
    : QObject(parent), m_session(session), m_keychain(keychain) {
  m_clock.setInterval(tickEvery);
  connect(&m_clock, &QTimer::timeout, this, &Courier::tick);
  m_counting.setSingleShot(true);
  m_counting.setInterval(0);
  connect(&m_counting, &QTimer::timeout, this, &Courier::count);
  m_countingDue.setSingleShot(true);
  connect(&m_countingDue, &QTimer::timeout, this, &Courier::countDue);
  const auto later = [this] {
    if (!m_countingDue.isActive())
      m_countingDue.start(m_rest);
  };
  connect(&session, &Session::changed, &m_counting, qOverload<>(&QTimer::start));
  connect(&session, &Session::changed, this, later);
  connect(&session, &Session::dayBegan, &m_counting, qOverload<>(&QTimer::start));
  connect(&session, &Session::dayBegan, this, [this] { m_countingDue.start(calm); });
}

Courier::~Courier() { m_stop = true; }

void Courier::start() {
  attempt(tr("Looking after the mail"), [this] { mail::recover(m_session.database(), m_session.actor().now); });
  accountChanged();
  m_clock.start();
}

void Courier::accountChanged() {
  const QString before = keychainKey();
  attempt(tr("Reading the mail account"), [this] {
    m_account = mail::Account::stored(m_session.database());
    m_schedule = mail::Schedule::stored(m_session.database());
  });
  m_trouble.clear();
  m_countingDue.start(calm);
  if (keychainKey() != before)
    m_secret.reset();
  count();
  if (state() == State::NeedsSecret && m_keychain)
    m_keychain->read(keychainKey(), this, [this](const std::optional<QByteArray>& secret) {
      if (secret && !m_secret) {
        m_secret = secret;
        Q_EMIT changed();
        tick();
      }
    });
  else
    tick();
}

QString Courier::keychainKey() const {
  return QStringLiteral("%1@%2:%3").arg(m_account.user, m_account.host).arg(m_account.port);
}

Courier::State Courier::state() const {
  if (m_worker.isRunning())
    return State::Sending;
  if (!m_account.isSetUp())
    return State::NotSetUp;
  return m_account.user.isEmpty() || m_secret ? State::Ready : State::NeedsSecret;
}

QDate Courier::today() const { return m_session.today(); }

QDateTime Courier::next() const { return m_schedule.next(m_session.actor().now); }

void Courier::setSecret(const QByteArray& secret, bool keep, std::function<void(bool)> then) {
  m_secret = secret;
  m_trouble.clear();
  if (keep && m_keychain)
    m_keychain->write(keychainKey(), secret, this, [then](bool kept) {
      if (then)
        then(kept);
    });
  else if (keep && then)
    then(false);
  Q_EMIT changed();
}

void Courier::send(Way way) {
  if (state() == State::NeedsSecret)
    Q_EMIT secretAsked(way);
  else
    begin(way);
}

/// What has come due by itself; nobody is asked for anything.
void Courier::tick() {
  m_session.noticeDay(); // what is due is that of the day
  attempt(tr("Looking after the mail"), [this] {
    if (state() != State::Ready)
      return;
    const QDateTime now = m_session.actor().now;
    if (m_schedule.isDue(now))
      begin(Way::DayAndWaiting);
    else if (!mail::waiting(m_session.database(), now).empty())
      begin(Way::Waiting);
  });
}

void Courier::begin(Way way) {
  if (!m_account.isSetUp())
    return;
  if (m_worker.isRunning()) {
    m_next = std::max(way, m_next.value_or(way));
    return;
  }
  struct Job {
    QString file;
    mail::Account account;
    QByteArray secret;
    QDate today;
    std::atomic<bool>* stop;
    Way way;
    QDateTime begun;
    QElapsedTimer since;
    QDateTime now() const { return begun.addMSecs(since.elapsed()); }
  };
  Job job{m_session.database().file(), m_account, m_secret.value_or(QByteArray()), today(), &m_stop, way,
          m_session.actor().now,       {}};
  job.since.start();
  m_worker.begin([this, job = std::move(job)]() -> std::function<void()> {
    Ran ran;
    try {
      db::Database database(job.file);
      if (job.way != Way::Waiting) {
        const mail::DueToday due = mail::dueToday(database, job.today);
        const QDateTime now = job.now();
        db::Transaction transaction(database, {tr("Mail"), now}, tr("Mail of the day"));
        ran.queued = mail::queueDue(transaction, due, now);
        mail::Schedule::storeRun(transaction, now);
        transaction.commit();
        ran.untold = due.untold;
      }
      if (job.way == Way::Everything) {
        const Load load = database
                              .first(QStringLiteral("SELECT count(*), count(DISTINCT recipient) FROM outbox WHERE "
                                                    "status = 'Waiting'"),
                                     {},
                                     [](db::Row& row) {
                                       const int mails = row.integer();
                                       return Load{mails, row.integer()};
                                     })
                              .value_or(Load{});
        ran.load = load;
        QMetaObject::invokeMethod(
            this, [this, load] { Q_EMIT began(load); }, Qt::QueuedConnection);
      }
      const DocumentStore store(job.file);
      ran.run = mail::sendWaiting(
          database, job.account, [&job] { return job.now(); },
          [&job](const Outgoing& mail, const mail::Message& message) {
            return mail::deliver(job.account, job.secret, mail.recipient, mail::toMime(message), job.stop);
          },
          [&store](const Document& document) { return store.bytes(document); },
          job.way == Way::Everything ? mail::Due::Ever : mail::Due::Now, [&job] { return !*job.stop; });
    } catch (const std::exception& error) { // carried to the window's thread
      const Trouble trouble = troubleOf(tr("Sending mail"), error);
      ran.broke = trouble.what + QLatin1Char(' ') + trouble.safe;
    }
    return [this, ran] { finish(ran); };
  });
  Q_EMIT changed();
}

void Courier::finish(const Ran& done) {
  attempt(tr("Reading the mail account"), [this] { m_schedule = mail::Schedule::stored(m_session.database()); });
  m_trouble = done.broke;
  m_countingDue.start(calm);
  for (const mail::Run::Line& line : done.run.others)
    if (m_trouble.isEmpty() && line.status == mail::status::waiting)
      m_trouble = line.words;
  count();
  Q_EMIT ran(done);
  if (const auto next = std::exchange(m_next, {}); next && !m_stop)
    begin(*next);
}

/// It takes what the mail of the day itself takes: aside, and once for all that changes while it is done.
void Courier::countDue() {
  if (m_counter.isRunning()) {
    m_countingDue.start(calm);
    return;
  }
  m_counter.begin([this, file = m_session.database().file(), day = today()]() -> std::function<void()> {
    std::optional<int> found;
    QElapsedTimer took;
    took.start();
    try {
      db::Database reader(file, db::Database::Mode::ReadOnly);
      found = int(reader.value(QStringLiteral("SELECT count(*) FROM outbox WHERE status = 'Waiting'"))) +
              int(mail::dueToday(reader, day).mails.size());
    } catch (const std::exception&) { // told where it is asked for; here nothing is known
      found.reset();
    }
    return [this, found, rest = std::max(calm, int(took.elapsed()) * restTimes)] {
      m_rest = rest;
      if (m_due != found) {
        m_due = found;
        Q_EMIT changed();
      }
    };
  });
}

void Courier::count() {
  attempt(tr("Counting the mails"), [this] {
    db::Database& database = m_session.database();
    m_waiting = int(database.value(QStringLiteral("SELECT count(*) FROM outbox WHERE status = 'Waiting'")));
    m_unsettled = int(database.value(
        QStringLiteral("SELECT count(*) FROM outbox WHERE status = 'Failed' OR status = 'May have been sent'")));
  });
  Q_EMIT changed();
}

} // namespace ui
