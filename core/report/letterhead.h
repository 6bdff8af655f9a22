// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/db/database.h"

#include <QImage>
#include <QRgb>
#include <functional>
#include <memory>

namespace report {

/// What stands above a page that goes to somebody.
struct Letterhead {
  QImage logo; ///< may be null
  QRgb colour; ///< of the name and of the line below it
};

/// The picture in these bytes as a letterhead takes it: PNG or JPEG, not larger than paper needs. Else why not.
Result<QImage> logoOf(const QByteArray& bytes);

/// Finds a practice's letterhead by its name and, where two share the name, its team's; null where there is none. Reads
/// the data file now, pictures when they are first asked for.
std::function<std::shared_ptr<const Letterhead>(const QStringList&)> letterheadsOf(db::Database& database);

} // namespace report
