// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importer.h"
#include "core/exchange/source.h"

#include <QFileInfo>

namespace exchange {

class NppesSheets;

/// One sheet that is going to be imported.
struct ImportSource {
  QString file;         ///< its path
  QString title;        ///< "providers.csv", or "master.xlsx, Providers" where the file has several sheets
  QString rejectedFile; ///< of this sheet, where several sheets of the file have rejected rows
  QString onlyRejected; ///< where no other sheet of it has
  std::shared_ptr<Sheets> sheets;
  size_t sheet = 0;
  HeaderMatch match;
  qint64 bytes = 0;                   ///< of the file, as far as they are this sheet's
  const NppesSheets* nppes = nullptr; ///< answers of the NPI registry
};

struct ImportSources {
  std::vector<ImportSource> sheets; ///< in the order they need
  std::vector<QString> notices;     ///< what was left out
  /// All kinds as the exporter writes them: trackings come with all their steps, templates are all there are.
  bool complete = false;

  qint64 bytes() const { ///< of all of them
    qint64 sum = 0;
    for (const ImportSource& source : sheets)
      sum += source.bytes;
    return sum;
  }
};

/// The lists of a folder by name: other files lie beside them, empty ones, and what an import itself has written there.
QFileInfoList listsIn(const QString& folder);

/// A sheet as ImportOptions::matches names it: in a folder several files may have one of the same name.
QString sheetTitle(const QString& file, const Sheets& sheets, size_t sheet, bool inFolder);

/// Opens a file, or all files of a folder, and finds out what each sheet holds.
Result<ImportSources> findSources(db::Database& database, const QString& path, const ImportOptions& options);

} // namespace exchange
