// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

/// What kind of document a credential is, and when its end is announced: ladder = days before, falling, parted by "/".
struct DocumentType {
  Id<DocumentType> id;
  QString name;
  QString source = QStringLiteral("credential");
  QString usualTerm;
  QString ladder;
  int firstAlert = 0;
  bool hasTerm = true;
  bool retired = false;
  QString section; ///< of a profile: Licensure, DEA & CDS, Certifications, Malpractice, CAQH, Health; else empty

  static const db::Table& table();
  db::Values values() const;
  static DocumentType read(db::Row& row);
};

/// Who must have a document of a type; an empty degree, specialty or state means any.
struct DocumentRequirement {
  Id<DocumentRequirement> id;
  Id<DocumentType> documentType;
  QString degree;
  QString specialty;
  QString state;

  static const db::Table& table();
  db::Values values() const;
  static DocumentRequirement read(db::Row& row);
};
