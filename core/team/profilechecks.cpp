// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/findings.h"
#include "core/base/text.h"
#include "core/team/checks.h"
#include "core/team/identifiers.h"

#include <QCoreApplication>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(ProfileChecks)
};

bool isBefore(QDate one, QDate other) { return one.isValid() && other.isValid() && one < other; }

template<class R>
void needProvider(Findings& found, const R& record) {
  found.addIf(!record.provider.isValid(), "provider", Say::tr("This is about a provider: choose one."));
}

} // namespace

Problems check(const ProviderPractice& link, db::Database& database) {
  Findings found;
  needProvider(found, link);
  found.addIf(!link.practice.isValid(), "practice", Say::tr("Choose the practice."));
  found.addIf(database.value(QStringLiteral("SELECT count(*) FROM provider_practice WHERE provider_id = ? AND "
                                            "practice_id = ? AND id <> ?"),
                             {link.provider, link.practice, link.id.value}),
              "practice", Say::tr("The provider works at this practice already."));
  return found;
}

Problems check(const ProviderName& name, db::Database&) {
  Findings found;
  needProvider(found, name);
  found.addIf(folded(name.lastName).isEmpty(), "lastName", Say::tr("A former name needs a last name."));
  return found;
}

Problems check(const ProviderTaxonomy& taxonomy, db::Database& database) {
  Findings found;
  needProvider(found, taxonomy);
  found.addIf(identifierText(taxonomy.code).isEmpty(), "code", Say::tr("A taxonomy needs its code."));
  found.add("code", taxonomyProblem(taxonomy.code));
  found.addIf(database.value(QStringLiteral("SELECT count(*) FROM provider_taxonomy WHERE provider_id = ? AND code = ? "
                                            "AND license = ? AND state = ? AND id <> ?"),
                             {taxonomy.provider, identifierText(taxonomy.code), taxonomy.license, taxonomy.state,
                              taxonomy.id.value}),
              "code", Say::tr("The provider has this taxonomy already."));
  return found;
}

Problems check(const ProviderAddress& address, db::Database&) {
  Findings found;
  needProvider(found, address);
  found.addIf(address.address.trimmed().isEmpty() && address.city.trimmed().isEmpty() &&
                  address.zip.trimmed().isEmpty(),
              "address", Say::tr("An address needs a street, a city or a ZIP code."));
  found.add("zip", zipProblem(address.zip));
  return found;
}

Problems warnings(const ProviderAddress& address, db::Database&) {
  Findings found;
  found.add("phone", phoneWarning(address.phone));
  found.add("fax", phoneWarning(address.fax));
  return found;
}

Problems check(const Education& education, db::Database&) {
  Findings found;
  needProvider(found, education);
  found.addIf(folded(education.institution).isEmpty(), "institution", Say::tr("Education needs its institution."));
  found.addIf(isBefore(education.ended, education.started), "ended", Say::tr("It ends before it starts."));
  return found;
}

Problems warnings(const Education& education, db::Database&) {
  Findings found;
  found.addIf(isBefore(education.verified, education.ended), "verified", Say::tr("It was verified before it ended."));
  return found;
}

Problems check(const WorkHistory& job, db::Database&) {
  Findings found;
  needProvider(found, job);
  found.addIf(folded(job.employer).isEmpty(), "employer", Say::tr("Work history needs the employer."));
  found.addIf(isBefore(job.ended, job.started), "ended", Say::tr("It ends before it starts."));
  return found;
}

Problems warnings(const WorkHistory& job, db::Database&) {
  Findings found;
  found.addIf(!job.started.isValid(), "started", Say::tr("Without a start, gaps cannot be told."));
  found.add("phone", phoneWarning(job.phone));
  return found;
}

Problems check(const WorkGap& gap, db::Database&) {
  Findings found;
  needProvider(found, gap);
  found.addIf(!gap.started.isValid(), "started", Say::tr("A gap needs its first day."));
  found.addIf(!gap.ended.isValid(), "ended", Say::tr("A gap needs its last day."));
  found.addIf(isBefore(gap.ended, gap.started), "ended", Say::tr("It ends before it starts."));
  found.addIf(gap.explanation.trimmed().isEmpty(), "explanation", Say::tr("Say what the provider did then."));
  return found;
}

Problems check(const PeerReference& reference, db::Database&) {
  Findings found;
  needProvider(found, reference);
  found.addIf(folded(reference.name).isEmpty(), "name", Say::tr("A reference needs a name."));
  found.add("email", emailProblem(reference.email));
  return found;
}

Problems warnings(const PeerReference& reference, db::Database&) {
  Findings found;
  found.addIf(reference.phone.trimmed().isEmpty() && reference.email.trimmed().isEmpty(), "phone",
              Say::tr("Without a phone number or an email address nobody can ask them."));
  found.add("phone", phoneWarning(reference.phone));
  return found;
}
