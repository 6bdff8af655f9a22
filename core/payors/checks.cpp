// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payors/checks.h"

#include "core/base/findings.h"
#include "core/base/text.h"
#include "core/credentials/ladder.h"

#include <QCoreApplication>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(PayorChecks)
};

} // namespace

Problems check(const Payor& payor, db::Database& database) {
  Findings found;
  found.addIf(folded(payor.name).isEmpty(), "name", Say::tr("A payor needs a name."));
  found.addIf(database.value(QStringLiteral("SELECT count(*) FROM payor WHERE sort_name = ? AND id <> ?"),
                             {folded(payor.name), payor.id.value}),
              "name", Say::tr("There is a payor “%1” already.").arg(payor.name));
  found.addIf(payor.usualDays && *payor.usualDays < 0, "usualDays", Say::tr("Usual days cannot be negative."));
  found.addIf(payor.recredentialingMonths && *payor.recredentialingMonths < 1, "recredentialingMonths",
              Say::tr("Recredentialing takes place after at least one month."));
  return found;
}

Problems check(const Enrollment& enrollment, db::Database&) {
  Findings found;
  found.addIf(!enrollment.provider.isValid() && !enrollment.practice.isValid(), "provider",
              Say::tr("An enrollment is of a provider or of a practice: choose one."));
  found.addIf(!enrollment.payor.isValid(), "payor", Say::tr("An enrollment needs a payor."));
  if (!enrollment.ladder.isEmpty())
    found.add("ladder", ladderProblem(enrollment.ladder));
  return found;
}

Problems check(const TeamPayor& wanted, db::Database& database) {
  Findings found;
  found.addIf(!wanted.team.isValid(), "team", Say::tr("Choose the team."));
  found.addIf(!wanted.payor.isValid(), "payor", Say::tr("Choose the payor."));
  found.addIf(database.value(QStringLiteral("SELECT count(*) FROM team_payor WHERE team_id = ? AND payor_id = ? AND "
                                            "state = ? AND line_of_business = ? AND id <> ?"),
                             {wanted.team, wanted.payor, wanted.state, wanted.lineOfBusiness, wanted.id.value}),
              "payor", Say::tr("The team's list has this payor already."));
  return found;
}

Problems warnings(const Enrollment& enrollment, db::Database& database) {
  Findings found;
  const auto isBefore = [](QDate one, QDate other) { return one.isValid() && other.isValid() && one < other; };
  found.addIf(isBefore(enrollment.end, enrollment.effective), "end", Say::tr("The end is before the effective date."));
  found.addIf(isBefore(enrollment.end, enrollment.submitted), "end",
              Say::tr("The end is before the day of submission."));
  found.addIf(enrollment.status == QLatin1String("Participating") && !enrollment.effective.isValid(), "effective",
              Say::tr("Participating, but no effective date is known."));
  found.addIf(database.value(QStringLiteral("SELECT count(*) FROM enrollment WHERE provider_id IS ? AND practice_id IS "
                                            "? AND payor_id = ? AND state = ? AND line_of_business = ? AND id <> ?"),
                             {enrollment.provider, enrollment.practice, enrollment.payor, enrollment.state,
                              enrollment.lineOfBusiness, enrollment.id.value}),
              "payor", Say::tr("There is such an enrollment already."));
  return found;
}
