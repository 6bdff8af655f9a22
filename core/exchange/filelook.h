// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/headers.h"

namespace exchange {

/// A sheet as a person is asked about it before it is imported.
struct SheetLook {
  QString name;            ///< as ImportOptions::matches names it
  QString problem;         ///< why nothing of it can be read ("has no rows"); empty when it can
  bool understood = false; ///< its kind was found; else match holds the likeliest row of headings and no column
  HeaderMatch match;       ///< may lack columns that are needed: see missing()
  std::vector<QStringList> examples; ///< the first rows below the headings
  /// Headings that are read as another sheet beside it, and the name of that one.
  std::vector<std::pair<QString, QString>> readBeside;
};

struct FileLook {
  bool isRegistry = false;   ///< answers of the NPI registry (JSON), which have no headings to match
  QStringList registryFiles; ///< those among the lists of a folder
  std::vector<SheetLook> sheets;
};

/// Reads the first rows of every visible sheet of a file, or of all lists of a folder. A file that cannot be read at
/// all is a Problem.
Result<FileLook> lookAt(const QString& path);

} // namespace exchange
