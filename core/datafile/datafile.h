// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/transaction.h"

#include <functional>
#include <memory>

/// Opening, upgrading, copying and checking a data file.
namespace datafile {

/// The schema's version that this program writes.
int currentVersion();

/// Opens a data file and brings it to the current version (a copy is set aside first as NAME.before-version-N). A
/// missing file is made with the shipped document types. Throws db::Error: NotADatabase, Newer, Damaged, …
std::unique_ptr<db::Database> open(const QString& file, const db::Actor& actor);

/// Makes a data file that is not there yet and fills it; it stands in its place when it is whole. Throws db::Error and
/// whatever `fill` throws; nothing is left then.
void create(const QString& file, const db::Actor& actor, const std::function<void(db::Database&)>& fill);

/// Opens an up-to-date data file for reading only, beside whoever writes. Throws db::Error.
std::unique_ptr<db::Database> openForReading(const QString& file);

/// Writes a whole copy to target through a temporary file; an existing target is replaced. The documents go along, into
/// the folder beside it ("monday.db", "monday documents"): on the same disk they share their bytes. Throws db::Error.
void backup(db::Database& database, const QString& target);

/// Puts a checked copy of backup in the place of file, brought to the current version, its documents beside those that
/// are there; what was there is kept as NAME.before-restore. Answers what is to be said about it: documents whose file
/// is nowhere. Throws db::Error.
QStringList restore(const QString& backup, const QString& file, const db::Actor& actor);

/// SQLite's own check, then foreign keys, then history against every record, then the files of the documents; a
/// sentence for each fault.
std::vector<QString> check(db::Database& database);

} // namespace datafile
