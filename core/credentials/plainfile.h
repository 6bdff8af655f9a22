// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

/// A file that somebody chose, opened for reading only when it is a plain one: not a link, a pipe, a device or a
/// folder. What was looked at is what is read: nobody can swap it in between.
class PlainFile {
public:
  explicit PlainFile(const QString& path);

  bool isOpen() const { return m_file.isOpen(); }
  bool failed() const { return m_file.error() != QFile::NoError; }
  /// Why it is not open, or why reading ended: "it is a link".
  QString problem() const;
  /// The next bytes, `most` of them; none at the end.
  QByteArray read(qint64 most) { return m_file.read(most); }

private:
  QFile m_file;
  QString m_problem;
};

/// Makes sure that what was written to an open file outlasts a power cut.
bool syncToDisk(QFile& file);
/// The same for what a folder lists.
void syncFolder(const QString& folder);
