// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/listing.h"

namespace report {

Listing openItems();        ///< steps that are open, of trackings that are neither completed nor cancelled
Listing allItems();         ///< all steps
Listing callSheet();        ///< what is due or to be followed up by today, by payor or facility
Listing looseTrackings();   ///< running trackings without the record they are about, or of a retired template
Listing trackings();        ///< trackings, each with its latest step
Listing runningTrackings(); ///< those that are neither completed nor cancelled, for the list on screen
Listing notes();            ///< all notes of all trackings and their steps
Listing payors();           ///< enrollments
Listing tasks();
Listing alerts();                         ///< expirables that are expired, expiring, missing or without a date
Listing expirables();                     ///< everything with an end date
Listing providers();                      ///< the directory of the Team tab
Listing completed();                      ///< steps completed in the last 7 days, or as asked
Listing payorsWithNotes();                ///< enrollments, each with its newest tracking
Listing affiliationsAndPayorsWithNotes(); ///< affiliations and enrollments, likewise
Listing recredentialing();                ///< those of providers that are in re-credentialing
Listing payorRecredentialing();           ///< participating enrollments whose end is past or missing
Listing licenseCoverage();                ///< providers in each state they need a licence for
Listing outbox();                         ///< mails that wait, went, or did not
Listing letterTemplates();                ///< the office's wordings
Listing participation();                  ///< providers with payors at practices
Listing clientStatus();                   ///< the same for each practice, in plain words
Listing providerStatus();                 ///< all about a provider, a page each
Listing review();                         ///< what the week's review goes through
Listing history();                        ///< every line of history, for an auditor
// Few rows of figures over many records, to be looked at as plots: see core/report/insights.h.
Listing throughput();        ///< steps and trackings completed a week
Listing openByAge();         ///< running trackings by the days since they began
Listing turnaround();        ///< days from submitted to effective by payor
Listing dueLoad();           ///< open steps of the next eight weeks by person
Listing expirablesByMonth(); ///< what ends in the next twelve months
Listing onTime();            ///< steps that took no longer than their TAT, by month

Listing practices();
Listing facilities();
Listing documentTypes();

// The sections of a profile, each asked for one provider; see profile.cpp.
Listing credentials();
Listing education();
Listing workHistory();
Listing peerReferences();
Listing addresses();
Listing formerNames();
Listing taxonomies();
Listing documents();
Listing affiliations();
Listing followUps(); ///< what somebody asks again about
Listing contacts();  ///< every note about somebody, the newest first

} // namespace report
