// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue.h"

#include "core/report/catalogue/listings.h"

namespace report {

const std::vector<Listing>& catalogue() {
  static const std::vector<Listing> all{
      openItems(),
      allItems(),
      payors(),
      payorsWithNotes(),
      affiliationsAndPayorsWithNotes(),
      notes(),
      trackings(),
      callSheet(),
      tasks(),
      alerts(),
      recredentialing(),
      payorRecredentialing(),
      completed(),
      licenseCoverage(),
      providerStatus(),
      participation(),
      providers(),
      practices(),
      facilities(),
      credentials(),
      education(),
      workHistory(),
      peerReferences(),
      addresses(),
      formerNames(),
      taxonomies(),
      documents(),
      affiliations(),
      contacts(),
      looseTrackings(),
  };
  return all;
}

const Listing* find(const QString& name) {
  for (const Listing& listing : catalogue())
    if (listing.name == name)
      return &listing;
  return nullptr;
}

} // namespace report
