// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/schedule.h"

#include "core/mail/outbox.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace mail {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Mail)
};

const QString timesKey = QStringLiteral("mail.times"), lastKey = QStringLiteral("mail.last"),
              sinceKey = QStringLiteral("mail.since");

void keep(db::Transaction& transaction, const QString& key, const QString& value) {
  transaction.database().run(QStringLiteral("INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO "
                                            "UPDATE SET value = excluded.value"),
                             {key, value});
}

} // namespace

Schedule Schedule::stored(db::Database& database) {
  const auto setting = [&](const QString& key) {
    return database.first(QStringLiteral("SELECT value FROM setting WHERE key = ?"), {key},
                          [](db::Row& row) { return row.text(); });
  };
  Schedule schedule;
  if (const auto times = readTimes(setting(timesKey).value_or(QStringLiteral("8:00, 13:00"))))
    schedule.times = *times;
  schedule.last = QDateTime::fromString(setting(lastKey).value_or(QString()), Qt::ISODate);
  schedule.since = QDateTime::fromString(setting(sinceKey).value_or(QString()), Qt::ISODate);
  return schedule;
}

void Schedule::storeTimes(db::Transaction& transaction) const { keep(transaction, timesKey, shownTimes(times)); }

void Schedule::storeRun(db::Transaction& transaction, const QDateTime& now) {
  keep(transaction, lastKey, instant(now));
}

void Schedule::storeBegin(db::Transaction& transaction, const QDateTime& now) {
  keep(transaction, sinceKey, instant(now));
}

bool Schedule::isDue(const QDateTime& now) const {
  const QDateTime local = now.toLocalTime();
  return std::any_of(times.begin(), times.end(), [&](QTime time) {
    const QDateTime then(local.date(), time);
    // An instant that is still to come was written down while the clock was wrong.
    const auto isPassed = [&](const QDateTime& at) { return !at.isValid() || at < then || at > now; };
    return then <= local && isPassed(last) && isPassed(since);
  });
}

QDateTime Schedule::next(const QDateTime& now) const {
  const QDateTime local = now.toLocalTime();
  for (const QDate day : {local.date(), local.date().addDays(1)})
    for (const QTime time : times)
      if (const QDateTime then(day, time); then > local)
        return then;
  return {};
}

Result<std::vector<QTime>> readTimes(const QString& typed) {
  static const QRegularExpression parts(QStringLiteral("[,;\\s]+"));
  std::vector<QTime> times;
  for (const QString& part : typed.split(parts, Qt::SkipEmptyParts)) {
    const QTime time = QTime::fromString(part, QStringLiteral("H:mm"));
    if (!time.isValid())
      return Problem{QStringLiteral("times"),
                     Say::tr("“%1” is no time. Type times such as “8:00, 13:00”, or nothing.").arg(part)};
    times.push_back(time);
  }
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  return times;
}

QString shownTimes(const std::vector<QTime>& times) {
  QStringList words;
  for (const QTime time : times)
    words << time.toString(QStringLiteral("H:mm"));
  return words.join(QStringLiteral(", "));
}

} // namespace mail
