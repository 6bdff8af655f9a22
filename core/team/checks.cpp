// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/checks.h"

#include "core/base/findings.h"
#include "core/base/text.h"
#include "core/team/identifiers.h"

#include <QCoreApplication>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(TeamChecks)
};

bool isTerminated(const Provider& provider) { return provider.status == QLatin1String("Terminated"); }

QString nameOf(const Provider& provider) { return provider.lastName + QStringLiteral(", ") + provider.firstName; }

} // namespace

Problems check(const Team& team, db::Database& database) {
  Findings found;
  found.addIf(folded(team.name).isEmpty(), "name", Say::tr("A team needs a name."));
  found.addIf(database.value(QStringLiteral("SELECT count(*) FROM team WHERE sort_name = ? AND id <> ?"),
                             {folded(team.name), team.id.value}),
              "name", Say::tr("There is a team “%1” already.").arg(team.name));
  return found;
}

Problems check(const ClosedDay& day, db::Database& database) {
  Findings found;
  found.addIf(!day.day.isValid(), "day", Say::tr("A closed day needs a date."));
  found.addIf(
      database.value(QStringLiteral("SELECT count(*) FROM closed_day WHERE team_id = ? AND day = ? AND id <> ?"),
                     {day.team, day.day, day.id.value}),
      "day", Say::tr("The team is closed on that day already."));
  return found;
}

Problems check(const Coordinator& coordinator, db::Database& database) {
  Findings found;
  found.addIf(folded(coordinator.name).isEmpty(), "name", Say::tr("A coordinator needs a name."));
  found.addIf(database.value(QStringLiteral("SELECT count(*) FROM coordinator WHERE sort_name = ? AND id <> ?"),
                             {folded(coordinator.name), coordinator.id.value}),
              "name", Say::tr("There is a coordinator “%1” already.").arg(coordinator.name));
  found.add("email", emailProblem(coordinator.email));
  return found;
}

Problems check(const Practice& practice, db::Database& database) {
  Findings found;
  found.addIf(folded(practice.name).isEmpty(), "name", Say::tr("A practice needs a name."));
  found.addIf(database.value(QStringLiteral("SELECT count(*) FROM practice WHERE sort_name = ? AND "
                                            "coalesce(team_id, 0) = ? AND id <> ?"),
                             {folded(practice.name), practice.team.value, practice.id.value}),
              "name", Say::tr("The team has a practice “%1” already.").arg(practice.name));
  found.add("groupNpi", npiProblem(practice.groupNpi));
  found.add("tin", tinProblem(practice.tin));
  found.add("zip", zipProblem(practice.zip));
  found.add("email", emailProblem(practice.email));
  return found;
}

Problems warnings(const Practice& practice, db::Database& database) {
  Findings found;
  const QString npi = identifierText(practice.groupNpi);
  found.add("phone", phoneWarning(practice.phone));
  found.add("fax", phoneWarning(practice.fax));
  if (!npi.isEmpty())
    if (const auto other = database.first(
            QStringLiteral("SELECT name FROM practice WHERE group_npi = ? AND id <> ? ORDER BY id LIMIT 1"),
            {npi, practice.id.value}, [](db::Row& row) { return row.text(); }))
      found.add("groupNpi", Say::tr("%1 has the group NPI %2 too.").arg(*other, npi));
  return found;
}

Problems check(const Provider& provider, db::Database& database) {
  Findings found;
  found.addIf(folded(provider.lastName).isEmpty(), "lastName", Say::tr("A provider needs a last name."));
  found.addIf(folded(provider.firstName).isEmpty(), "firstName", Say::tr("A provider needs a first name."));
  const QString npi = identifierText(provider.npi);
  found.add("npi", npiProblem(provider.npi));
  if (!npi.isEmpty())
    if (const auto other =
            database.first(QStringLiteral("SELECT last_name, first_name FROM provider WHERE npi = ? AND id <> ?"),
                           {npi, provider.id.value}, [](db::Row& row) {
                             Provider read;
                             read.lastName = row.text();
                             read.firstName = row.text();
                             return read;
                           }))
      found.add("npi", Say::tr("The NPI %1 is already that of %2.").arg(npi, nameOf(*other)));
  found.add("caqhId", caqhProblem(provider.caqhId));
  found.add("taxonomy", taxonomyProblem(provider.taxonomy));
  found.add("email", emailProblem(provider.email));
  // One who is terminated already, as imported lists have them, may be changed without: that is a warning.
  found.addIf(isTerminated(provider) && provider.endReason.trimmed().isEmpty() &&
                  !database.value(QStringLiteral("SELECT count(*) FROM provider WHERE id = ? AND status = ?"),
                                  {provider.id, provider.status}),
              "endReason", Say::tr("A provider is terminated for a reason: say which."));
  return found;
}

Problems warnings(const Provider& provider, db::Database& database) {
  Findings found;
  found.addIf(identifierText(provider.npi).isEmpty(), "npi", Say::tr("Without an NPI, payors cannot be asked."));
  found.addIf(provider.dateOfBirth.isValid() && provider.startDate.isValid() &&
                  provider.startDate <= provider.dateOfBirth,
              "startDate", Say::tr("The start date is not after the date of birth."));
  found.addIf(provider.ended.isValid() && provider.startDate.isValid() && provider.ended < provider.startDate, "ended",
              Say::tr("The end is before the start date."));
  found.addIf(isTerminated(provider) && provider.endReason.trimmed().isEmpty(), "endReason",
              Say::tr("Terminated, but no reason is known."));
  found.add("phone", phoneWarning(provider.phone));
  const bool known = database.value(QStringLiteral("SELECT count(*) FROM provider WHERE sort_name = ? AND "
                                                   "date_of_birth IS ? AND id <> ?"),
                                    {folded(nameOf(provider)), provider.dateOfBirth, provider.id.value});
  found.addIf(known, "lastName",
              Say::tr("There is another %1, born on the same day or without a date of birth.").arg(nameOf(provider)));
  return found;
}
