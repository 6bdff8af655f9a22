// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/kinds/kind.h"

namespace exchange {

void KindImport::finish(const Tell&, const std::function<void(const QString&)>&) {}

std::unique_ptr<KindImport> importerFor(ImportContext& context, const HeaderMatch& match) {
  using Make = std::unique_ptr<KindImport> (*)(ImportContext&, const HeaderMatch&);
  // In the order of Kind.
  constexpr Make makers[] = {importTeams,         importCoordinators, importPractices,    importProviders,
                             importPayors,        importFacilities,   importClosedDays,   importTeamPayors,
                             importDocumentTypes, importEnrollments,  importAffiliations, importCredentials,
                             importFormerNames,   importTaxonomies,   importAddresses,    importEducation,
                             importWorkHistory,   importWorkGaps,     importReferences,   importDocuments,
                             importMailTemplates, importTemplates,    importTrackings,    importAlertActions,
                             importSteps,         importTasks,        importNotes};
  return makers[size_t(match.kind)](context, match);
}

} // namespace exchange
