// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/error.h"

#include "core/base/disk.h"

#include <QCoreApplication>
#include <QDir>

namespace db {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("db::Error", text); }

} // namespace

Error::Error(Cause cause, QString file, QString details, qint64 needed)
    : m_cause(cause), m_file(std::move(file)), m_details(std::move(details)), m_needed(needed),
      m_what(sentence().toUtf8()) {}

QString Error::sentence() const {
  const QString file = QDir::toNativeSeparators(m_file);
  switch (m_cause) {
  case Cause::NotADatabase:
    return tr("“%1” is not a Credenza data file. It was not changed. Choose another file, or restore a backup over it "
              "with “credenza restore”.")
        .arg(file);
  case Cause::Newer:
    return tr("“%1” was written by a newer Credenza (%2). It was not changed. Install the newer version to open it.")
        .arg(file, m_details);
  case Cause::Damaged:
    return tr("“%1” is damaged. Nothing was changed; what was saved before may be incomplete. Restore the newest "
              "backup "
              "with “credenza restore”, and keep the damaged file for whoever helps you.")
        .arg(file);
  case Cause::NotReadable:
    return tr("“%1” cannot be opened: %2. It was not changed. Check that it exists and that you may read it.")
        .arg(file, m_details);
  case Cause::NotWritable:
    return tr("“%1” cannot be written: %2. What was saved before is safe. Check the permissions of the file and of its "
              "folder.")
        .arg(file, m_details);
  case Cause::Full:
    return tr("“%1” could not be written: %2. What was saved before is safe, this change was not saved. Make room on "
              "the disk and try again.")
        .arg(file, noRoomFor(m_file, m_needed));
  case Cause::Busy:
    return tr("“%1” is in use by another program that is writing to it (%2). Nothing was changed. Close the other one, "
              "or "
              "wait a moment and try again.")
        .arg(file, m_details);
  case Cause::Constraint:
    return tr("A rule of the data file “%1” refused the change. What was saved before is safe, this change was not "
              "saved. Details: %2")
        .arg(file, m_details);
  case Cause::Io:
    return tr("Reading or writing “%1” failed. What was saved before is safe, this change was not saved. Check the "
              "disk "
              "or the network drive. Details: %2")
        .arg(file, m_details);
  case Cause::Other:
    break;
  }
  return tr("Something went wrong with “%1”. What was saved before is safe, this change was not saved. Details: %2")
      .arg(file, m_details);
}

} // namespace db
