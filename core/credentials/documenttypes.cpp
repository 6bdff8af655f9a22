// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/documenttypes.h"

#include "core/credentials/checks.h"
#include "core/credentials/ladder.h"

#include <QCoreApplication>

namespace {

bool isSame(const DocumentRequirement& a, const DocumentRequirement& b) {
  return a.degree == b.degree && a.specialty == b.specialty && a.state == b.state;
}

bool holds(const std::vector<DocumentRequirement>& all, const DocumentRequirement& one) {
  return std::any_of(all.begin(), all.end(), [&](const DocumentRequirement& other) { return isSame(one, other); });
}

} // namespace

std::vector<DocumentRequirement> requirementsOf(db::Database& database, Id<DocumentType> type) {
  return db::allWhere<DocumentRequirement>(database, QStringLiteral("document_type_id = ? ORDER BY id"), {type});
}

void setRequirements(db::Transaction& transaction, Id<DocumentType> type,
                     const std::vector<DocumentRequirement>& requirements) {
  std::vector<DocumentRequirement> there = requirementsOf(transaction.database(), type);
  for (const DocumentRequirement& one : there)
    if (!holds(requirements, one))
      db::remove(transaction, one.id);
  for (DocumentRequirement one : requirements)
    if (!holds(there, one)) {
      one.id = {};
      one.documentType = type;
      db::save(transaction, one);
      there.push_back(one);
    }
}

Result<Id<DocumentType>> saveDocumentType(db::Transaction& transaction, DocumentType type,
                                          const std::vector<DocumentRequirement>& requirements) {
  type.name = type.name.simplified();
  type.ladder = type.ladder.simplified().remove(QLatin1Char(' '));
  type.firstAlert = firstRung(type.ladder);
  if (Problems problems = check(type, transaction.database()); !problems.empty())
    return problems;
  const Id<DocumentType> id = db::save(transaction, type);
  setRequirements(transaction, id, requirements);
  return id;
}

Result<Id<DocumentType>> setRetired(db::Transaction& transaction, Id<DocumentType> id, bool retired) {
  auto type = db::load(transaction.database(), id);
  if (!type)
    return Problem{{}, QCoreApplication::translate("CredentialChecks", "This document type is not there any more.")};
  type->retired = retired;
  return db::save(transaction, *type);
}
