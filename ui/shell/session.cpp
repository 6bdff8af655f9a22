// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session.h"

#include "core/calendar/businessdays.h"
#include "core/db/history.h"
#include "ui/shell/attempt.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSettings>

namespace ui {

namespace {

/// Where "who I am" is kept: with the user, not in the file, since several people may open one file.
QString meKey(const QString& file) {
  const QByteArray path = QFileInfo(file).absoluteFilePath().toUtf8();
  return QStringLiteral("me/") +
         QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha1).toHex().left(16));
}

} // namespace

Session::Session(db::Database& database, QDate today, Clock clock)
    : m_database(database), m_today(today), m_clock(std::move(clock)) {}

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
  return tryChange(what,
                   [&](db::Transaction& transaction) {
                     work(transaction);
                     return Problems{};
                   })
      .empty();
}

Problems Session::tryChange(const QString& what, const std::function<Problems(db::Transaction&)>& work) {
  Problems problems;
  const bool whole = attempt(tr("“%1”").arg(what), [&] {
    db::Transaction transaction(m_database, actor(), what);
    problems = work(transaction);
    if (!problems.empty())
      return;
    transaction.commit();
    if (transaction.changeId() != 0)
      announce(what, transaction.changeId());
  });
  if (!whole)
    problems = {{{}, tr("This was not saved.")}}; // so that a form stays open with all that was typed
  return problems;
}

void Session::announce(const QString& what, qint64 changeId) {
  if (changeId != 0)
    m_changes.push_back(changeId);
  Q_EMIT changed(what, changeId);
}

void Session::undo(qint64 changeId) {
  attempt(tr("Undo"), [&] {
    const Result<qint64> outcome = db::history::undo(m_database, actor(), changeId);
    if (!outcome.isOk()) {
      Q_EMIT said(outcome.problems().front().sentence);
      return;
    }
    announceUndone(changeId);
  });
}

void Session::announceUndone(qint64 changeId) {
  std::erase(m_changes, changeId);
  Q_EMIT changed(tr("Undone"), 0);
}

AddBusinessDays Session::addBusinessDays() const {
  return [](QDate from, int days) { return ::addBusinessDays(from, days); };
}

} // namespace ui
