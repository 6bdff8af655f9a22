// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/plainfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(DocumentStore)
};

} // namespace

PlainFile::PlainFile(const QString& path) : m_file(path) {
#ifdef Q_OS_UNIX
  // Not waiting for whoever writes a pipe, and not following a link.
  const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (handle < 0) {
    m_problem = errno == ELOOP ? Say::tr("it is a link to another file; choose that one")
                               : QString::fromLocal8Bit(std::strerror(errno));
    return;
  }
  struct stat what {};
  if (::fstat(handle, &what) != 0 || !S_ISREG(what.st_mode)) {
    m_problem = S_ISDIR(what.st_mode) ? Say::tr("it is a folder") : Say::tr("it is no plain file");
    ::close(handle);
    return;
  }
  if (!m_file.open(handle, QIODevice::ReadOnly, QFile::AutoCloseHandle))
    ::close(handle);
#else
  const QFileInfo info(path);
  if (info.isSymLink())
    m_problem = Say::tr("it is a link to another file; choose that one");
  else if (info.isDir())
    m_problem = Say::tr("it is a folder");
  else if (info.exists() && !info.isFile())
    m_problem = Say::tr("it is no plain file");
  else
    m_file.open(QIODevice::ReadOnly);
#endif
}

QString PlainFile::problem() const { return m_problem.isEmpty() ? m_file.errorString() : m_problem; }

bool syncToDisk(QFile& file) {
#ifdef Q_OS_UNIX
  return ::fsync(file.handle()) == 0;
#else
  return file.flush();
#endif
}

void syncFolder(const QString& folder) {
#ifdef Q_OS_UNIX
  const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC);
  if (handle >= 0) {
    ::fsync(handle);
    ::close(handle);
  }
#else
  Q_UNUSED(folder)
#endif
}
