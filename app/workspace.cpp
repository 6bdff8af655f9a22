// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace {

QString tr(const char* text) { return QCoreApplication::translate("workspace", text); }

} // namespace

Workspace::Workspace(const QString& file, const db::Actor& actor)
    : m_file(file), m_lock(lockFileFor(file)), m_isFresh(!QFileInfo::exists(file)) {
  const QFileInfo info(file);
  if (!info.dir().exists())
    throw db::Error(db::Error::Cause::NotReadable, file, tr("its folder does not exist"));
  // Never stale by age: a window may be open for weeks. Whether its process still lives is looked at in any case, so
  // that after a crash the next start asks nothing.
  m_lock.setStaleLockTime(0);
  if (!m_lock.tryLock(0)) {
    qint64 process = 0;
    QString host, name;
    if (m_lock.error() == QLockFile::PermissionError)
      throw db::Error(db::Error::Cause::NotWritable, file, tr("its folder is not writable"));
    m_lock.getLockInfo(&process, &host, &name);
    throw db::Error(db::Error::Cause::Busy, file, tr("process %1 on %2").arg(process).arg(host));
  }
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

QString Workspace::lockFileFor(const QString& file) {
  const QFileInfo info(file);
  const QString whole = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
  return whole + QStringLiteral(".lock");
}
