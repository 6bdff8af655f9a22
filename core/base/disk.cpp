// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/disk.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDevice>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>
#include <cerrno>
#include <cmath>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Disk)
};

constexpr double million = 1e6;   // as disks are sold and their managers count
constexpr qint64 least = 1 << 16; // bytes: a disk with less is full

/// The disk, by the nearest folder there is.
QStorageInfo diskOf(const QString& path) {
  QString folder = QFileInfo(path).absoluteFilePath();
  while (!QFileInfo(folder).isDir() && QFileInfo(folder).path() != folder)
    folder = QFileInfo(folder).path();
  return QStorageInfo(folder);
}

} // namespace

qint64 roomFor(const QString& path) {
  const QStorageInfo disk = diskOf(path);
  return disk.isValid() ? disk.bytesAvailable() : -1;
}

QString noRoomFor(const QString& path, qint64 needed) {
  const QStorageInfo disk = diskOf(path);
  const QString name = QDir::toNativeSeparators(disk.rootPath());
  const QLocale locale;
  if (!disk.isValid())
    return Say::tr("the disk is full");
  const qint64 left = disk.bytesAvailable();
  const QString rest = locale.toString(double(left) / million, 'f', 1);
  if (needed <= 0)
    return Say::tr("the disk “%1” has %2 MB left").arg(name, rest);
  const QString wanted = locale.toString(qint64(std::ceil(double(needed) / million)));
  return left < needed ? Say::tr("the disk “%1” has %2 MB left, and at least %3 MB are needed").arg(name, rest, wanted)
                       : Say::tr("the disk “%1” took no more, though it has %2 MB left now; a quota may be used up")
                             .arg(name, rest);
}

qint64 neededBeyond(const QString& path, qint64 written) { return written + qMax<qint64>(0, roomFor(path)) + least; }

QString whyNotWritten(const QFileDevice& file) {
  // Of a write that found room for its first part, Qt keeps no reason.
  const qint64 room = roomFor(file.fileName());
  const bool isFull = file.errorString() == qt_error_string(ENOSPC) || (room >= 0 && room < least);
  return isFull ? noRoomFor(file.fileName(), neededBeyond(file.fileName(), file.size())) : file.errorString();
}
