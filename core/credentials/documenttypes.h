// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/credentials/documenttype.h"

/// Adds a document type, or changes one: its name, its ladder (first_alert follows), and who needs one; requirements
/// take the place of those on file. What `check` refuses is refused.
Result<Id<DocumentType>> saveDocumentType(db::Transaction& transaction, DocumentType type,
                                          const std::vector<DocumentRequirement>& requirements);

/// A retired type is not offered any more and required of nobody; what there is of it stays and is alerted of.
Result<Id<DocumentType>> setRetired(db::Transaction& transaction, Id<DocumentType> type, bool retired);

/// Makes these the requirements of a type.
void setRequirements(db::Transaction& transaction, Id<DocumentType> type,
                     const std::vector<DocumentRequirement>& requirements);
std::vector<DocumentRequirement> requirementsOf(db::Database& database, Id<DocumentType> type);
