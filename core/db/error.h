// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <exception>

namespace db {

/// Something broke: the disk, the file, or our SQL. Caught in one place a layer (attempt() in the window, main on the
/// command line), which shows the sentences. details() is for the log and holds no bound value: those are personal.
class Error : public std::exception {
public:
  enum class Cause { NotADatabase, Newer, Damaged, NotReadable, NotWritable, Full, Busy, Constraint, Io, Other };

  /// `needed`: bytes the file needs at least, said where its disk is full.
  Error(Cause cause, QString file, QString details, qint64 needed = 4 << 20);

  Cause cause() const { return m_cause; }
  const QString& file() const { return m_file; }
  const QString& details() const { return m_details; }
  qint64 needed() const { return m_needed; }
  /// What happened, whether the data is safe, and what to do: three sentences in one text.
  QString sentence() const;
  const char* what() const noexcept override { return m_what.constData(); }

private:
  Cause m_cause;
  QString m_file;
  QString m_details;
  qint64 m_needed;
  QByteArray m_what;
};

} // namespace db
