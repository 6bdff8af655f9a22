// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace {

QString tr(const char* text) { return QCoreApplication::translate("workspace", text); }

/// A symbolic link is no other name: it leads to the one lock.
bool hasOtherName(const QString& file) {
#ifdef Q_OS_UNIX
  struct stat about {};
  return ::stat(QFile::encodeName(file).constData(), &about) == 0 && S_ISREG(about.st_mode) && about.st_nlink > 1;
#else
  Q_UNUSED(file)
  return false;
#endif
}

} // namespace

Workspace::Workspace(const QString& file, const db::Actor& actor)
    : m_file(file), m_lock(lockFileFor(file)), m_isFresh(!QFileInfo::exists(file)) {
  const QFileInfo info(file);
  if (!info.dir().exists())
    throw db::Error(db::Error::Cause::NotReadable, file, tr("its folder does not exist"));
  if (hasOtherName(file)) // two locks, and two logs of newest changes: one would undo the other
    throw db::Error(db::Error::Cause::NotReadable, file,
                    tr("it is known by a second name (a hard link), and changes made through the one could be lost "
                       "through the other; make a copy and open that"));
  take(m_lock, file);
  m_database = datafile::open(file, actor);
}

Workspace::~Workspace() { m_database.reset(); }

void Workspace::discard() {
  m_database.reset();
  if (m_isFresh)
    for (const char* suffix : {"", "-wal", "-shm"})
      QFile::remove(m_file + QLatin1String(suffix));
}

QString Workspace::usualFile() {
  return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
      .filePath(QStringLiteral("credenza/credenza.db"));
}

void Workspace::makeUsualFolder() {
  const QDir folder = QFileInfo(usualFile()).dir();
  if (!folder.exists() && QDir().mkpath(folder.path()))
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QString Workspace::lockFileFor(const QString& file) {
  const QFileInfo info(file);
  const QString whole = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
  return whole + QStringLiteral(".lock");
}

void Workspace::take(QLockFile& lock, const QString& file) {
  // Never stale by age: a window may be open for weeks. Whether its process still lives is looked at in any case, so
  // that after a crash the next start asks nothing.
  lock.setStaleLockTime(0);
  if (lock.tryLock(0))
    return;
  qint64 process = 0;
  QString host, name;
  const auto namesNobody = [&] {
    return lock.error() == QLockFile::LockFailedError && !lock.getLockInfo(&process, &host, &name);
  };
  // A program that is killed while it writes its lock leaves one without a name. One that is alive fills it in the
  // next moment, and holds it: such a lock is not removed.
  if (namesNobody() && !lock.tryLock(500) && namesNobody() && lock.removeStaleLockFile())
    lock.tryLock(0);
  if (lock.isLocked())
    return;
  switch (lock.error()) {
  case QLockFile::PermissionError:
    throw db::Error(db::Error::Cause::NotWritable, file, tr("its folder is not writable"));
  case QLockFile::UnknownError: // “for instance a full partition”, says Qt
    if (!QFileInfo(file).absoluteDir().exists())
      throw db::Error(db::Error::Cause::NotWritable, file, tr("its folder does not exist"));
    throw db::Error(db::Error::Cause::Full, file, QString());
  default:
    throw db::Error(db::Error::Cause::Busy, file, tr("process %1 on %2").arg(process).arg(host));
  }
}
