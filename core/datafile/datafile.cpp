// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/datafile.h"

#include "core/base/disk.h"
#include "core/credentials/documentstore.h"
#include "core/datafile/migrations.h"
#include "core/datafile/subjects.h"
#include "core/team/also.h"
#include "core/tracking/status.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cstdio>
#include <cstring>
#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace datafile {

namespace {

using db::Database;
using db::Error;

QString tr(const char* text) { return QCoreApplication::translate("datafile", text); }

int storedVersion(Database& database) { return int(database.value(QStringLiteral("PRAGMA user_version"))); }

/// The version of a file of ours. Looked at before anything is written: a foreign or newer file stays as it is.
int versionOf(const QString& file) {
  Database database(file, Database::Mode::Look);
  const int version = storedVersion(database);
  if (version > currentVersion())
    throw Error(Error::Cause::Newer, database.file(),
                QStringLiteral("version %1, this program knows up to %2").arg(version).arg(currentVersion()));
  if (database.value(QStringLiteral("PRAGMA application_id")) != applicationId)
    throw Error(Error::Cause::NotADatabase, database.file(), QStringLiteral("another program's database"));
  return version;
}

/// Makes sure that a file's bytes, or a folder's list of names, outlast a power cut.
void sync(const QString& path) {
#ifdef Q_OS_UNIX
  const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
  if (handle >= 0) {
    ::fsync(handle);
    ::close(handle);
  }
#else
  Q_UNUSED(path)
#endif
}

void moveFile(const QString& from, const QString& target) {
  sync(from); // copying leaves that to us
  // rename(2) replaces at once; QFile::rename refuses to
  if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(target).constData()) != 0)
    throw Error(Error::Cause::NotWritable, target, QString::fromLocal8Bit(std::strerror(errno)));
  sync(QFileInfo(target).absolutePath());
}

void replaceFile(const QString& from, const QString& target) {
  for (const char* part : {"-wal", "-shm"}) // of what stood there: they would be played into what comes
    QFile::remove(target + QLatin1String(part));
  moveFile(from, target);
}

/// Two files change places at once, where the system can do that and both are there.
bool exchange(const QString& one, const QString& other) {
#ifdef RENAME_EXCHANGE
  const QByteArray from = QFile::encodeName(one), to = QFile::encodeName(other);
  if (renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_EXCHANGE) != 0)
    return false;
  sync(QFileInfo(one).absolutePath());
  return true;
#else
  Q_UNUSED(one)
  Q_UNUSED(other)
  return false;
#endif
}

/// Takes away a file of the database's making that did not become one, with what lies beside it.
void clear(const QString& file) {
  for (const char* part : {"", "-wal", "-shm", "-journal"})
    QFile::remove(file + QLatin1String(part));
}

/// Works on a file beside its place and moves it there once it is whole: killed on the way, nothing stands in its place
/// that a later start could take for a foreign or a whole file. What breaks is told of `told`.
void inPlaceOf(const QString& file, const char* suffix, const QString& told,
               const std::function<void(const QString&)>& work, const std::function<void(const QString&)>& place = {}) {
  const QString beside = file + QLatin1String(suffix);
  clear(beside); // what a program that was killed left
  bool isWhole = false;
  try {
    work(beside);
    isWhole = true;
    place ? place(beside) : replaceFile(beside, file);
  } catch (const Error& error) {
    clear(beside);
    const bool isNoRoom = error.cause() == Error::Cause::Full; // where it is written, not where it is read
    throw Error(error.cause(), isNoRoom ? file : isWhole ? error.file() : told, error.details(), error.needed());
  } catch (...) {
    clear(beside);
    throw;
  }
}

/// The data file alone. `finish` is given the copy before it is moved to its place.
void copyTo(Database& database, const QString& target, const std::function<void(const QString&)>& finish = {}) {
  const QString temporary = target + QStringLiteral(".partial");
  clear(temporary);
  if (!QFileInfo(QFileInfo(target).absolutePath()).isDir())
    throw Error(Error::Cause::NotWritable, target, tr("its folder does not exist"));
  {
    // Made here, empty, so that it never is readable to others; SQLite fills it.
    QFile fresh(temporary);
    if (!fresh.open(QIODevice::WriteOnly | QIODevice::NewOnly))
      throw Error(Error::Cause::NotWritable, target, fresh.errorString());
    fresh.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
  }
  try {
    database.copyTo(temporary);
    if (finish)
      finish(temporary);
    replaceFile(temporary, target);
  } catch (const Error& error) {
    const qint64 beyond = neededBeyond(temporary, QFileInfo(temporary).size());
    clear(temporary);
    throw Error(error.cause() == Error::Cause::NotReadable ? Error::Cause::NotWritable : error.cause(), target,
                error.details(), std::max(beyond, QFileInfo(database.file()).size()));
  }
}

} // namespace

int currentVersion() { return migrations().back().version; }

void create(const QString& file, const db::Actor& actor, const std::function<void(Database&)>& fill) {
  knowAllSubjects();
  inPlaceOf(file, ".making", file, [&](const QString& making) {
    Database fresh(making);
    upgrade(fresh, migrations(), 0, actor);
    fill(fresh);
  });
}

std::unique_ptr<Database> open(const QString& file, const db::Actor& actor) {
  knowAllSubjects();
  const bool inMemory = file == QLatin1String(":memory:");
  if (!inMemory && !QFileInfo::exists(file))
    create(file, actor, [](Database&) {});
  else if (!inMemory && versionOf(file) < currentVersion()) {
    Database old(file, Database::Mode::ReadOnly);
    copyTo(old, QStringLiteral("%1.before-version-%2").arg(file).arg(currentVersion()));
  }
  auto database = std::make_unique<Database>(file);
  const int version = storedVersion(*database);
  if (version < currentVersion())
    upgrade(*database, migrations(), version, actor);
  return database;
}

std::unique_ptr<Database> openForReading(const QString& file) {
  knowAllSubjects();
  if (versionOf(file) < currentVersion())
    throw Error(Error::Cause::NotReadable, file,
                tr("it was written by an older version; open it once in the window, which upgrades it"));
  return std::make_unique<Database>(file, Database::Mode::ReadOnly);
}

namespace {

std::vector<QString> checkRecords(Database& database) {
  std::vector<QString> found;
  database.each(QStringLiteral("PRAGMA integrity_check(20)"), {}, [&](db::Row& row) {
    const QString line = row.text();
    if (line != QLatin1String("ok"))
      found.push_back(line);
  });
  if (!found.empty())
    return found; // what lies on broken pages says nothing
  database.each(QStringLiteral("PRAGMA foreign_key_check"), {}, [&](db::Row& row) {
    const QString table = row.text();
    const qint64 id = row.number();
    const QString parent = row.text();
    row.number();
    found.push_back(tr("%1 %2 points to a %3 that is not there.").arg(table).arg(id).arg(parent));
  });
  for (QString& sentence : db::history::verify(database))
    found.push_back(std::move(sentence));
  if (!businessDaysHold(database))
    found.push_back(tr("The table of business days is not as it was filled."));
  for (const QString& table : changedSinceShipped(database))
    found.push_back(tr("The table %1 is not as it came with the program.").arg(table));
  for (const QString& name : unsettledAlso(database))
    found.push_back(tr("What %1 is found by does not follow from the records.").arg(name));
  for (const QString& reference : unsettledTrackings(database))
    found.push_back(tr("The status of tracking %1 does not follow from its steps.").arg(reference));
  return found;
}

} // namespace

void backup(Database& database, const QString& target) {
  if (QFileInfo(target) == QFileInfo(database.file()))
    throw Error(Error::Cause::NotWritable, target, tr("it is the data file itself, so choose another name"));
  // A backup that stands in its place has its documents: those of the copy, whoever adds some meanwhile.
  copyTo(database, target, [&](const QString& copied) {
    Database copy(copied, Database::Mode::Look);
    DocumentStore(target).takeFrom(DocumentStore(database.file()), copy, DocumentStore::By::Link);
  });
}

QStringList restore(const QString& source, const QString& file, const db::Actor& actor) {
  if (QFileInfo::exists(source) && QFileInfo(source) == QFileInfo(file))
    throw Error(Error::Cause::NotReadable, source, tr("it is the data file itself, so choose a backup"));
  knowAllSubjects();
  const int version = versionOf(source);
  int missing = 0;
  const auto copy = [&](const QString& fresh) {
    {
      Database old(source, Database::Mode::ReadOnly);
      copyTo(old, fresh);
    }
    Database copied(fresh);
    if (version < currentVersion())
      upgrade(copied, migrations(), version, actor);
    if (!checkRecords(copied).empty())
      throw Error(Error::Cause::Damaged, source, QStringLiteral("the backup does not pass its check"));
    missing = DocumentStore(file).takeFrom(DocumentStore(source), copied, DocumentStore::By::Link);
  };
  const auto place = [&](const QString& restored) {
    const QString kept = file + QStringLiteral(".before-restore");
    // With its -wal: what was committed last may stand only there.
    for (const char* suffix : {"-wal", "-shm"}) {
      QFile::remove(kept + QLatin1String(suffix));
      if (const QString old = file + QLatin1String(suffix); QFileInfo::exists(old))
        moveFile(old, kept + QLatin1String(suffix));
    }
    // Killed at any moment, there is a file: the old one or the restored one.
    const bool isPlaced = exchange(restored, file);
    if (isPlaced)
      moveFile(restored, kept);
    else if (QFileInfo::exists(file))
      moveFile(file, kept);
    if (!isPlaced)
      moveFile(restored, file);
  };
  inPlaceOf(file, ".restoring", source, copy, place);
  if (missing == 0)
    return {};
  return {QCoreApplication::translate("datafile",
                                      "The files of %n document(s) are neither beside the backup nor here; what the "
                                      "data file says of them is restored. Copy the folder “%1” beside the backup and "
                                      "restore it once more.",
                                      nullptr, missing)
              .arg(QFileInfo(DocumentStore(source).folder()).fileName())};
}

std::vector<QString> check(Database& database) {
  std::vector<QString> found = checkRecords(database);
  for (QString& sentence : DocumentStore(database.file()).verify(database))
    found.push_back(std::move(sentence));
  return found;
}

} // namespace datafile
