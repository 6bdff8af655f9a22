// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credentials/documenttype.h"
#include "core/db/transaction.h"

/// The rungs of a ladder that begins `first` days before the date, "120/90/60/30/14/7/0" for 120.
QString usualLadder(int first);

/// A document type as a new data file knows it, in their order; their ids are 1, 2, 3 …
struct ShippedType {
  DocumentType type;
  bool required = false; ///< of every active provider
};
const std::vector<ShippedType>& shippedTypes();

/// A type as it is made by the way, for a document that nobody has described.
DocumentType undescribedType(const QString& name);

/// Writes the document types that a new data file knows, and that every active provider needs a State licence and
/// Malpractice insurance.
void shipDocumentTypes(db::Transaction& transaction);
/// Puts the shipped types that stand in no section of a profile yet into theirs.
void shipSections(db::Transaction& transaction);
