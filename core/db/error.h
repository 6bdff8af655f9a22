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

  Error(Cause cause, QString file, QString details);

  Cause cause() const { return m_cause; }
  const QString& file() const { return m_file; }
  const QString& details() const { return m_details; }
  /// What happened, whether the data is safe, and what to do: three sentences in one text.
  QString sentence() const;
  const char* what() const noexcept override { return m_what.constData(); }

private:
  Cause m_cause;
  QString m_file;
  QString m_details;
  QByteArray m_what;
};

} // namespace db
