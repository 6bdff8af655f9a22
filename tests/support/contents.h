// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"

#include <QCryptographicHash>

/// Everything a file holds, as one number.
inline QByteArray contents(db::Database& database) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  const auto tables = database.all(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"),
                                   {}, [](db::Row& row) { return row.text(); });
  for (const QString& table : tables)
    database.each(QStringLiteral("SELECT * FROM \"%1\" ORDER BY 1, 2").arg(table), {}, [&](db::Row& row) {
      while (row.consumed() < row.columns())
        hash.addData(row.text().toUtf8() + '\0');
    });
  return hash.result();
}
