// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/registryentry.h"

namespace exchange {

/// A field of which the registry says something else than we have. key is the member's name.
struct RegistryDifference {
  QString key, label, ours, theirs;

  bool fills() const { return ours.isEmpty(); } ///< we have nothing there
};

/// What the registry would fill in or says otherwise. Capitals, marks and punctuation of names and phones do not
/// differ; where it says nothing, nothing differs.
std::vector<RegistryDifference> registryDifferences(const Provider& ours, const RegistryEntry& entry);
std::vector<RegistryDifference> registryDifferences(const Practice& ours, const RegistryEntry& entry);

/// Lays what the registry says in these fields over ours.
Provider laidOver(Provider ours, const RegistryEntry& entry, const QStringList& keys);
Practice laidOver(Practice ours, const RegistryEntry& entry, const QStringList& keys);

/// Former names, taxonomies and addresses that the registry knows and we do not; the provider may be one that is not
/// saved yet.
struct RegistryAdditions {
  std::vector<ProviderName> formerNames;
  std::vector<ProviderTaxonomy> taxonomies;
  std::vector<ProviderAddress> addresses;

  bool isEmpty() const { return formerNames.empty() && taxonomies.empty() && addresses.empty(); }
};
RegistryAdditions registryAdditions(db::Database& database, Id<Provider> provider, const RegistryEntry& entry);
/// Writes them, for a provider that is saved.
void saveAdditions(db::Transaction& transaction, Id<Provider> provider, const RegistryAdditions& additions);

} // namespace exchange
