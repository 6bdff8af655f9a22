// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/backups.h"

#include "core/credentials/documentstore.h"
#include "core/datafile/datafile.h"

#include <QDir>
#include <QFileInfo>
#include <set>

namespace datafile {

namespace {

constexpr int days = 12, weeks = 10, months = 9;
constexpr qint64 hours = 2;

QString format() { return QStringLiteral("yyyy-MM-dd'T'HHmmss'Z'"); }

QString folderOf(const QString& dataFile) {
  const QFileInfo info(dataFile);
  return info.dir().filePath(info.completeBaseName() + QStringLiteral(" backups"));
}

void remove(const QString& backup) {
  QFile::remove(backup);
  QDir(DocumentStore(backup).folder()).removeRecursively();
}

qint64 newestChange(db::Database& database) {
  return database.value(QStringLiteral("SELECT coalesce(max(id), 0) FROM change"));
}

/// Opened as a restore would open it: whole, and with the last change.
void verify(const QString& backup, qint64 change) {
  db::Database copy(backup, db::Database::Mode::Look);
  if (copy.text(QStringLiteral("PRAGMA quick_check(1)")) != QLatin1String("ok") || newestChange(copy) < change)
    throw db::Error(db::Error::Cause::Damaged, backup, QStringLiteral("the backup did not pass its check"));
}

} // namespace

std::vector<Backup> backupsOf(const QString& dataFile) {
  std::vector<Backup> all;
  const QDir folder(folderOf(dataFile));
  for (const QFileInfo& info : folder.entryInfoList({QStringLiteral("*.db")}, QDir::Files, QDir::Name)) {
    QDateTime made = QDateTime::fromString(info.completeBaseName(), format());
    if (!made.isValid())
      continue; // somebody's own file
    made.setTimeSpec(Qt::UTC);
    all.push_back({info.absoluteFilePath(), made, info.size()});
  }
  std::sort(all.begin(), all.end(), [](const Backup& one, const Backup& other) { return one.made > other.made; });
  return all;
}

bool isBackupDue(db::Database& database, const QDateTime& now) {
  const auto all = backupsOf(database.file());
  if (all.empty())
    return true;
  // A clock that was set back must not stop backups for as long.
  if (all.front().made <= now && all.front().made.secsTo(now) < backupMinutes * 60)
    return false;
  try {
    return newestChange(database) >
           newestChange(*std::make_unique<db::Database>(all.front().file, db::Database::Mode::Look));
  } catch (const db::Error&) {
    return true; // it is damaged
  }
}

Backup makeBackup(db::Database& database, const QDateTime& now) {
  const QString folder = folderOf(database.file());
  if (!QDir().mkpath(folder))
    throw db::Error(db::Error::Cause::NotWritable, folder, QStringLiteral("the folder of backups cannot be made"));
  QFile(folder).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  Backup made{QDir(folder).filePath(now.toUTC().toString(format()) + QStringLiteral(".db")), now.toUTC(), 0};
  const qint64 change = newestChange(database);
  bool isOurs = !QFileInfo::exists(made.file); // one of the same second stays until this one is there
  try {
    backup(database, made.file);
    isOurs = true;
    verify(made.file, change);
  } catch (...) {
    if (isOurs)
      remove(made.file);
    throw;
  }
  made.bytes = QFileInfo(made.file).size();
  const auto all = backupsOf(database.file());
  std::vector<QDateTime> times;
  for (const Backup& one : all)
    times.push_back(one.made);
  for (const size_t index : thinned(times, now))
    if (all[index].file != made.file)
      remove(all[index].file);
  return made;
}

std::vector<size_t> thinned(std::span<const QDateTime> times, const QDateTime& now) {
  std::vector<size_t> newestFirst(times.size());
  for (size_t i = 0; i < times.size(); ++i)
    newestFirst[i] = i;
  std::sort(newestFirst.begin(), newestFirst.end(),
            [&](size_t one, size_t other) { return times[one] > times[other]; });
  std::vector<size_t> gone;
  std::set<QDate> keptDays, keptWeeks, keptMonths;
  for (const size_t i : newestFirst) {
    const QDate day = times[i].toUTC().date();
    const QDate week = day.addDays(1 - day.dayOfWeek()), month(day.year(), day.month(), 1);
    bool stays = i == newestFirst.front() || times[i].secsTo(now) < hours * 3600;
    const auto keep = [&](std::set<QDate>& kept, QDate period, int most) {
      if (int(kept.size()) < most && kept.insert(period).second)
        stays = true;
    };
    keep(keptDays, day, days);
    keep(keptWeeks, week, weeks);
    keep(keptMonths, month, months);
    if (!stays)
      gone.push_back(i);
  }
  return gone;
}

} // namespace datafile
