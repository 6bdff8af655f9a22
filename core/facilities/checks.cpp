// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/checks.h"

#include "core/base/findings.h"
#include "core/base/text.h"
#include "core/credentials/ladder.h"
#include "core/team/identifiers.h"

#include <QCoreApplication>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(FacilityChecks)
};

} // namespace

Problems check(const Facility& facility, db::Database& database) {
  Findings found;
  found.addIf(folded(facility.name).isEmpty(), "name", Say::tr("A facility needs a name."));
  found.addIf(database.value(QStringLiteral("SELECT count(*) FROM facility WHERE sort_name = ? AND id <> ?"),
                             {folded(facility.name), facility.id.value}),
              "name", Say::tr("There is a facility “%1” already.").arg(facility.name));
  found.add("zip", zipProblem(facility.zip));
  found.add("email", emailProblem(facility.email));
  return found;
}

Problems warnings(const Facility& facility, db::Database&) {
  Findings found;
  found.add("phone", phoneWarning(facility.phone));
  return found;
}

Problems check(const Affiliation& affiliation, db::Database&) {
  Findings found;
  found.addIf(!affiliation.provider.isValid(), "provider", Say::tr("An affiliation needs a provider."));
  found.addIf(!affiliation.facility.isValid(), "facility", Say::tr("An affiliation needs a facility."));
  if (!affiliation.ladder.isEmpty())
    found.add("ladder", ladderProblem(affiliation.ladder));
  return found;
}

Problems warnings(const Affiliation& affiliation, db::Database& database) {
  Findings found;
  found.addIf(affiliation.appointed.isValid() && affiliation.reappointmentDue.isValid() &&
                  affiliation.reappointmentDue < affiliation.appointed,
              "reappointmentDue", Say::tr("The reappointment is due before the appointment."));
  found.addIf(
      database.value(QStringLiteral("SELECT count(*) FROM affiliation WHERE provider_id = ? AND facility_id = ? "
                                    "AND id <> ?"),
                     {affiliation.provider, affiliation.facility, affiliation.id.value}),
      "facility", Say::tr("The provider has an affiliation with this facility already."));
  return found;
}
