// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/checks.h"

#include "core/base/findings.h"
#include "core/base/text.h"
#include "core/team/identifiers.h"

#include <QCoreApplication>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(CredentialChecks)
};

bool isLadder(const QString& text) {
  int above = 10000;
  for (const QString& part : text.split(QLatin1Char('/'))) {
    bool isNumber = false;
    const int rung = part.trimmed().toInt(&isNumber);
    if (!isNumber || rung < 0 || rung >= above)
      return false;
    above = rung;
  }
  return true;
}

} // namespace

Problems check(const DocumentType& type, db::Database& database) {
  Findings found;
  found.addIf(folded(type.name).isEmpty(), "name", Say::tr("A document type needs a name."));
  found.addIf(database.value(QStringLiteral("SELECT count(*) FROM document_type WHERE sort_name = ? AND id <> ?"),
                             {folded(type.name), type.id.value}),
              "name", Say::tr("There is a document type “%1” already.").arg(type.name));
  found.addIf(!isLadder(type.ladder), "ladder",
              Say::tr("The ladder is a list of days before the date, falling, such as 120/90/60/30/14/7/0."));
  return found;
}

Problems check(const Credential& credential, db::Database&) {
  Findings found;
  found.addIf(!credential.provider.isValid() && !credential.practice.isValid(), "provider",
              Say::tr("A credential is of a provider or of a practice: choose one."));
  found.addIf(!credential.documentType.isValid(), "documentType", Say::tr("A credential needs a document type."));
  return found;
}

Problems warnings(const Credential& credential, db::Database& database) {
  Findings found;
  const auto isBefore = [](QDate one, QDate other) { return one.isValid() && other.isValid() && one < other; };
  found.addIf(isBefore(credential.expires, credential.issued), "expires", Say::tr("It expires before it was issued."));
  found.addIf(isBefore(credential.verified, credential.issued), "verified",
              Say::tr("It was verified before it was issued."));
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
