// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandkit.h"

#include "app/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <cstdio>
#include <unistd.h>

void print(const QString& text) {
  const QByteArray bytes = text.toUtf8();
  std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
}

QDate today(const Options& options) { return options.today.value_or(QDate::currentDate()); }

db::Actor actor(const Options& options) {
  // A fixed day fixes the clock too: the same command twice gives the same bytes. Noon is that day wherever the office
  // is.
  const QDateTime now =
      options.today ? QDateTime(*options.today, QTime(12, 0), Qt::UTC) : QDateTime::currentDateTimeUtc();
  return {QStringLiteral("Command line"), now};
}

QString file(const Options& options) {
  if (!options.database.isEmpty())
    return options.database;
  Workspace::makeUsualFolder();
  return Workspace::usualFile();
}

Reading::Reading(const Options& options) : m_file(file(options)) {
  if (!QFileInfo::exists(m_file))
    throw db::Error(
        db::Error::Cause::NotReadable, m_file,
        QCoreApplication::translate("commands", "there is no such file yet; “import” or “sample” makes one"));
  m_database = datafile::openForReading(m_file);
}

Reading::~Reading() {
  m_database.reset();
  if (!QFileInfo::exists(m_file + QStringLiteral("-wal")))
    return;
  QLockFile lock(Workspace::lockFileFor(m_file));
  lock.setStaleLockTime(0);
  try {
    if (lock.tryLock(0))
      db::Database last(m_file);
  } catch (const db::Error&) {
    // A file that is read only keeps what lies beside it.
  }
}

Progress::Progress() : m_terminal(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (m_shown >= 0)
    std::fputs("\r\033[K", stderr);
}

void Progress::show(double part, const QString& what) {
  const int percent = int(part * 100);
  if (!m_terminal || percent == m_shown)
    return;
  m_shown = percent;
  std::fprintf(stderr, "\r%3d %% %s\033[K", percent, qUtf8Printable(what));
}

Exit failed(const QString& sentence) {
  complain(sentence);
  return Exit::Failed;
}

Exit wrong(const QString& sentence) {
  complain(sentence);
  return Exit::WrongUsage;
}

QString sentences(const Problems& problems) {
  QStringList all;
  for (const Problem& problem : problems)
    all << problem.sentence;
  return all.join(QLatin1Char('\n'));
}
