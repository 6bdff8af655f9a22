// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue.h"

#include "core/report/catalogue/listings.h"

namespace report {

const std::vector<Listing>& catalogue() {
  static const std::vector<Listing> all{
      // About trackings.
      openItems(),
      allItems(),
      completed(),
      trackings(),
      callSheet(),
      notes(),
      // About payors and facilities.
      payors(),
      payorsWithNotes(),
      affiliationsAndPayorsWithNotes(),
      recredentialing(),
      payorRecredentialing(),
      participation(),
      clientStatus(),
      // About providers and practices.
      providerStatus(),
      licenseCoverage(),
      alerts(),
      expirables(),
      tasks(),
      review(),
      history(),
      // Figures.
      throughput(),
      openByAge(),
      turnaround(),
      dueLoad(),
      expirablesByMonth(),
      onTime(),
      // Only lists on screen.
      runningTrackings(),
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
      followUps(),
      looseTrackings(),
      documentTypes(),
      outbox(),
      letterTemplates(),
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
