// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/db/transaction.h"

#include <QDate>
#include <QTemporaryDir>
#include <memory>

namespace datafile {

/// A copy of a data file as its history says that it stood when a day was over, for any list and report to be read
/// from; it goes with the object. Documents are not copied.
struct PastCopy {
  QTemporaryDir folder;
  std::unique_ptr<db::Database> database;
};

/// `day` ends where the user is. A Problem when the data file knows nothing of that day. Throws db::Error, DiskFull
/// when the copy has no room.
Result<std::shared_ptr<PastCopy>> pastCopy(db::Database& database, QDate day);

} // namespace datafile
