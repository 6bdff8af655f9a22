// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/checks.h"

#include "core/base/findings.h"
#include "core/base/text.h"
#include "core/credentials/ladder.h"
#include "core/team/identifiers.h"

#include <QCoreApplication>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(CredentialChecks)
};

bool isBefore(QDate one, QDate other) { return one.isValid() && other.isValid() && one < other; }

} // namespace

Problems check(const DocumentType& type, db::Database& database) {
  Findings found;
  found.addIf(folded(type.name).isEmpty(), "name", Say::tr("A document type needs a name."));
  found.addIf(database.value(QStringLiteral("SELECT count(*) FROM document_type WHERE sort_name = ? AND id <> ?"),
                             {folded(type.name), type.id.value}),
              "name", Say::tr("There is a document type “%1” already.").arg(type.name));
  found.add("ladder", ladderProblem(type.ladder));
  return found;
}

Problems check(const Credential& credential, db::Database& database) {
  Findings found;
  found.addIf(!credential.provider.isValid() && !credential.practice.isValid(), "provider",
              Say::tr("A credential is of a provider or of a practice: choose one."));
  found.addIf(!credential.documentType.isValid(), "documentType", Say::tr("A credential needs a document type."));
  // One that is not applicable already, as imported lists have them, may be changed without a reason.
  found.addIf(credential.notApplicable && credential.reason.trimmed().isEmpty() &&
                  !database.value(QStringLiteral("SELECT count(*) FROM credential WHERE id = ? AND not_applicable = 1"),
                                  {credential.id}),
              "reason", Say::tr("Say why it is not applicable."));
  found.addIf(credential.perClaim && *credential.perClaim < 0, "perClaim", Say::tr("A limit cannot be negative."));
  found.addIf(credential.aggregate && *credential.aggregate < 0, "aggregate", Say::tr("A limit cannot be negative."));
  if (!credential.ladder.isEmpty())
    found.add("ladder", ladderProblem(credential.ladder));
  return found;
}

Problems check(const DocumentRequirement& requirement, db::Database& database) {
  Findings found;
  found.addIf(!requirement.documentType.isValid(), "documentType", Say::tr("Choose the document type."));
  found.addIf(database.value(QStringLiteral("SELECT count(*) FROM document_requirement WHERE document_type_id = ? AND "
                                            "degree = ? AND specialty = ? AND state = ? AND id <> ?"),
                             {requirement.documentType, requirement.degree, requirement.specialty, requirement.state,
                              requirement.id.value}),
              "degree", Say::tr("The same is asked for already."));
  return found;
}

Problems check(const Document& document, db::Database&) {
  Findings found;
  found.addIf(!document.provider.isValid() && !document.practice.isValid(), "provider",
              Say::tr("A document is of a provider or of a practice: choose one."));
  found.addIf(document.name.trimmed().isEmpty(), "name", Say::tr("A document needs a name."));
  return found;
}

Problems warnings(const Credential& credential, db::Database& database) {
  Findings found;
  found.addIf(isBefore(credential.expires, credential.issued), "expires", Say::tr("It expires before it was issued."));
  found.addIf(isBefore(credential.verified, credential.issued), "verified",
              Say::tr("It was verified before it was issued."));
  found.addIf(credential.perClaim && credential.aggregate && *credential.aggregate < *credential.perClaim, "aggregate",
              Say::tr("The aggregate limit is below the limit per claim."));
  found.addIf(credential.tail.isEmpty() && credential.coverage == QLatin1String("Claims-made") &&
                  credential.expires.isValid() && credential.renewedBy.isValid(),
              "tail", Say::tr("Claims-made cover has ended: who covers claims made later?"));
  const auto type = db::load(database, credential.documentType);
  if (!type)
    return found;
  if (folded(type->name).startsWith(QLatin1String("dea"))) {
    found.add("number", deaProblem(credential.number));
    if (const auto lastName = database.first(QStringLiteral("SELECT last_name FROM provider WHERE id = ?"),
                                             {credential.provider}, [](db::Row& row) { return row.text(); }))
      found.add("number", deaWarning(credential.number, *lastName));
  }
  found.addIf(type->source == QLatin1String("enrollment"), "documentType",
              Say::tr("The date of %1 is kept on the enrollment.").arg(type->name));
  found.addIf(type->source == QLatin1String("affiliation"), "documentType",
              Say::tr("The date of %1 is kept on the affiliation.").arg(type->name));
  return found;
}
