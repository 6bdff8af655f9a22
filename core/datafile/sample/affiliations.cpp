// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/sample/world.h"

namespace sample {

namespace {

constexpr const char* categories[] = {"Active", "Active", "Courtesy", "Consulting", "Allied health"};
// Most privileges are active; each status is there.
constexpr const char* statuses[] = {"Active", "Active", "Active",      "In review", "Active", "Submitted",
                                    "Active", "Active", "Not started", "Active",    "Denied", "Terminated"};

} // namespace

void makeAffiliations(World& world) {
  int count = 0;
  for (const Provider& provider : world.providers) {
    if (provider.status == QLatin1String("Onboarding") || provider.degree == QLatin1String("LCSW") ||
        provider.degree == QLatin1String("DPT"))
      continue;
    int wanted = world.dice.between(1, 2);
    for (const Facility& facility : world.facilities) {
      if (wanted == 0 || !world.statesOf(provider).contains(facility.state) || world.dice.oneIn(3))
        continue;
      --wanted;
      Affiliation affiliation;
      affiliation.provider = provider.id;
      affiliation.facility = facility.id;
      affiliation.category = QString::fromLatin1(world.dice.one(categories));
      affiliation.status = QString::fromLatin1(statuses[size_t(count++) % std::size(statuses)]);
      affiliation.assignee = provider.assignee;
      const bool was = affiliation.status == QLatin1String("Terminated");
      if (affiliation.status == QLatin1String("Active") || was) {
        affiliation.reappointmentDue =
            was ? world.daysAgo(world.dice.between(30, 300)) : world.today.addDays(world.dice.between(-25, 700));
        affiliation.appointed = affiliation.reappointmentDue.addYears(-2);
        if (!was && world.dice.oneIn(14))
          affiliation.reappointmentDue = {};
      }
      world.affiliations.push_back(world.add(affiliation));
    }
  }
}

} // namespace sample
