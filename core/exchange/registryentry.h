// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/team/practice.h"
#include "core/team/profile.h"
#include "core/team/provider.h"

#include <QJsonObject>

namespace exchange {

/// What the NPI registry knows of one NPI, as records without ids: a provider (NPI-1), or a practice (NPI-2).
struct RegistryEntry {
  bool isPractice = false;
  bool isActive = true; ///< false: the registry has deactivated this NPI
  Provider provider;
  Practice practice;
  std::vector<ProviderName> formerNames;
  std::vector<ProviderTaxonomy> taxonomies; ///< the first one too
  std::vector<ProviderAddress> addresses;
};

/// The entries of one answer, of the shape since 2024 or of the one before. An answer with Errors is a Problem with
/// their description; one without hits is empty.
Result<std::vector<RegistryEntry>> registryEntries(const QJsonObject& answer);
/// The same for what came over the network; what is no answer of the registry, or only a part of one, is a Problem.
Result<std::vector<RegistryEntry>> readRegistryAnswer(const QByteArray& bytes);

/// A name as the registry writes it, in capitals, as people write it: "PEACH STATE MEDICAL PRACTICE, PC" → "Peach State
/// Medical Practice, PC", "333 S DESPLAINES ST" → "333 S Desplaines St". One with small letters stays as it is.
QString inTitleCase(const QString& text);

} // namespace exchange
