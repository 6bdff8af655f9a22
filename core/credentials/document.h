// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

struct Credential;
struct Practice;
struct Provider;
struct Task;

/// A file that is kept. Its bytes lie beside the data file under their SHA-256; the name is only shown. Kind: Document,
/// Evidence (of a verification).
struct Document {
  Id<Document> id;
  Id<Provider> provider;
  Id<Practice> practice;
  Id<Credential> credential;
  QString name;
  QString kind = QStringLiteral("Document");
  QString hash;
  qint64 size = 0;
  QString mediaType;
  QDate added;
  Id<Task> task; ///< what it answers

  static const db::Table& table();
  db::Values values() const;
  static Document read(db::Row& row);
};
