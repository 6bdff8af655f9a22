// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFileDevice;

/// What is to be said of a disk that has no room for a file: which one it is, what is left on it and, where that is
/// known, how much the file needs at least: "the disk “/home” has 0.3 MB left, and at least 12 MB are needed". The file
/// need not be there. `needed` in bytes.
QString noRoomFor(const QString& path, qint64 needed = 0);

/// Bytes that may still be written where `path` is or would be; -1 where the system does not say.
qint64 roomFor(const QString& path);

/// Bytes that a file needs at least which found room for `written` of them: more than its disk has for it.
qint64 neededBeyond(const QString& path, qint64 written);

/// Why a file was not written, to stand behind a colon: noRoomFor() where its disk is full, else what the system says.
QString whyNotWritten(const QFileDevice& file);
