// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session.h"

#include "core/calendar/businessdays.h"
#include "core/db/history.h"
#include "core/mail/due.h"
#include "ui/form/drafts.h"
#include "ui/shell/attempt.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSettings>

namespace ui {

namespace {

constexpr qint64 largeChange = 500; // rows of history; more than these take longer than a click may

/// Where "who I am" is kept: with the user, not in the file, since several people may open one file.
QString meKey(const QString& file) {
  const QByteArray path = QFileInfo(file).absoluteFilePath().toUtf8();
  return QStringLiteral("me/") +
         QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha1).toHex().left(16));
}

} // namespace

Session::Session(db::Database& database, QDate today, Clock clock)
    : m_database(database), m_today(today), m_day(clock().toLocalTime().date()), m_clock(std::move(clock)) {
  drafts().openFile(this, database.file(), m_clock);
  connect(this, &Session::meChanged, this, [this] { drafts().setWho(m_me); });
  m_minute.setInterval(60'000);
  connect(&m_minute, &QTimer::timeout, this, &Session::noticeDay);
  m_minute.start();
}

Session::~Session() { drafts().closeFile(this); }

void Session::noticeDay() {
  const QDate day = m_clock().toLocalTime().date();
  if (day == m_day)
    return;
  m_today = today().addDays(m_day.daysTo(day)); // somebody may have said that it is another day than the clock's
  m_day = day;
  Q_EMIT dayBegan();
}

db::Actor Session::actor() const { return {m_myName.isEmpty() ? tr("Somebody") : m_myName, m_clock()}; }

void Session::setMe(Id<Coordinator> me) {
  const auto coordinator = db::load(m_database, me);
  m_me = coordinator ? me : Id<Coordinator>{};
  m_myName = coordinator ? coordinator->name : QString();
  QSettings().setValue(meKey(m_database.file()), m_me.value);
  Q_EMIT meChanged();
}

void Session::recallMe() {
  const Id<Coordinator> me{QSettings().value(meKey(m_database.file())).toLongLong()};
  if (const auto coordinator = db::load(m_database, me)) {
    m_me = me;
    m_myName = coordinator->name;
    Q_EMIT meChanged();
  }
}

bool Session::change(const QString& what, const std::function<void(db::Transaction&)>& work) {
  const Problems problems = tryChange(what, [&](db::Transaction& transaction) {
    work(transaction);
    return Problems{};
  });
  if (!problems.empty() && isBusy())
    Q_EMIT said(problems.front().sentence);
  return problems.empty();
}

Problems Session::tryChange(const QString& what, const std::function<Problems(db::Transaction&)>& work) {
  Problems problems;
  if (isBusy())
    return {{{}, tr("Something large is still being written. This was not saved: try again when that is through.")}};
  const bool whole = attempt(tr("“%1”").arg(what), [&] {
    db::Transaction transaction(m_database, actor(), what);
    problems = work(transaction);
    if (!problems.empty())
      return;
    mail::queueCaused(transaction, m_me, today(), actor().now);
    transaction.commit();
    if (transaction.changeId() != 0)
      announce(what, transaction.changeId());
  });
  if (!whole)
    problems = {{{}, tr("This was not saved.")}}; // so that a form stays open with all that was typed
  return problems;
}

void Session::announce(const QString& what, qint64 changeId) {
  if (changeId != 0) {
    m_undoable.push_back({what, changeId});
    m_redoable.clear();
  }
  Q_EMIT changed(what, changeId);
}

template<class Outcome>
void Session::aside(const QString& what, std::function<Outcome(db::Database&)> work,
                    std::function<void(const std::optional<Outcome>&)> then) {
  Q_EMIT busyWith(what);
  m_worker.begin([this, what, work = std::move(work), then = std::move(then),
                  file = m_database.file()]() -> std::function<void()> {
    auto outcome = std::make_shared<std::optional<Outcome>>();
    std::optional<Trouble> trouble;
    try {
      db::Database database(file);
      *outcome = work(database);
    } catch (const std::exception& error) { // carried to the window's thread
      trouble = troubleOf(tr("“%1”").arg(what), error);
    }
    return [this, outcome, trouble, then] {
      Q_EMIT busyWith({});
      if (trouble)
        showTrouble(*trouble);
      then(*outcome);
    };
  });
}

void Session::changeAside(const QString& what, LongWork work, std::function<void(const Problems&)> then) {
  struct Outcome {
    Problems problems;
    qint64 changeId = 0;
  };
  if (isBusy()) {
    then({{{}, tr("Something large is still being written. Try again when that is through.")}});
    return;
  }
  aside<Outcome>(
      what,
      [actor = actor(), what, me = m_me, day = today(), work = std::move(work)](db::Database& database) {
        db::Transaction transaction(database, actor, what);
        Outcome outcome{work(transaction), 0};
        if (outcome.problems.empty()) {
          mail::queueCaused(transaction, me, day, actor.now);
          transaction.commit();
          outcome.changeId = transaction.changeId();
        }
        return outcome;
      },
      [this, what, then = std::move(then)](const std::optional<Outcome>& outcome) {
        if (outcome && outcome->changeId != 0)
          announce(what, outcome->changeId);
        then(outcome ? outcome->problems : Problems{{{}, tr("This was not saved.")}});
      });
}

void Session::undo(qint64 changeId, std::function<void(const QString& problem)> then) {
  takeBack({m_database.text(QStringLiteral("SELECT what FROM change WHERE id = ?"), {changeId}), changeId}, Way::Undo,
           std::move(then));
}

void Session::undoLast() {
  if (m_undoable.empty())
    Q_EMIT said(tr("Nothing to undo"));
  else
    takeBack(Done(m_undoable.back()), Way::Undo, {});
}

void Session::redoLast() {
  if (m_redoable.empty())
    Q_EMIT said(tr("Nothing to redo"));
  else
    takeBack(Done(m_redoable.back()), Way::Redo, {});
}

void Session::takeBack(const Done& done, Way way, std::function<void(const QString& problem)> then) {
  if (isBusy()) {
    const QString why = tr("Something large is still being written. Try again when that is through.");
    if (then)
      then(why);
    else
      Q_EMIT said(why);
    return;
  }
  const qint64 rows = m_database.value(QStringLiteral("SELECT count(*) FROM (SELECT 1 FROM change_row WHERE "
                                                      "change_id = ? LIMIT ?)"),
                                       {done.change, largeChange + 1});
  if (rows <= largeChange) {
    const bool whole =
        attempt(tr("Undo"), [&] { takenBack(done, way, db::history::undo(m_database, actor(), done.change), then); });
    if (!whole && then)
      then(tr("It is still as it was."));
    return;
  }
  aside<Result<qint64>>(
      way == Way::Undo ? tr("Undoing “%1”").arg(done.what) : tr("Redoing “%1”").arg(done.what),
      [actor = actor(), change = done.change](db::Database& database) {
        return db::history::undo(database, actor, change);
      },
      [this, done, way, then](const std::optional<Result<qint64>>& outcome) {
        if (outcome)
          takenBack(done, way, *outcome, then);
        else if (then)
          then(tr("It is still as it was."));
      });
}

void Session::takenBack(const Done& done, Way way, const Result<qint64>& outcome,
                        const std::function<void(const QString& problem)>& then) {
  const auto isThis = [&](const Done& one) { return one.change == done.change; };
  if (!outcome.isOk()) {
    const QString why = outcome.problems().front().sentence;
    std::vector<Done>& mine = way == Way::Undo ? m_undoable : m_redoable;
    if (then) {
      then(why);
    } else if (!mine.empty() && isThis(mine.back())) {
      // What stands in its way is no change of mine (a mail was sent): it must not bar the way to those before.
      mine.pop_back();
      Q_EMIT changed(mine.empty() ? why : tr("%1 Next: “%2”.").arg(why, mine.back().what), 0);
    } else {
      Q_EMIT said(why);
    }
    return;
  }
  std::erase_if(m_undoable, isThis);
  std::erase_if(m_redoable, isThis);
  (way == Way::Undo ? m_redoable : m_undoable).push_back({done.what, *outcome});
  if (way == Way::Undo)
    Q_EMIT changed(tr("Undone: %1").arg(done.what), 0);
  else
    Q_EMIT changed(tr("Redone: %1").arg(done.what), *outcome);
  if (then)
    then({});
}

AddBusinessDays Session::addBusinessDays() const {
  return [](QDate from, int days) { return ::addBusinessDays(from, days); };
}

} // namespace ui
