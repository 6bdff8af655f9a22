// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/values.h"
#include "core/team/profile.h"
#include "core/team/provider.h"

#include <variant>

namespace exchange {

/// A column of a kind whose rows hang on a provider, and the member it is kept in: read and written by the same list.
template<class R>
struct ProfileField {
  enum class As { Text, State, Zip, Taxonomy, Choice, Date };

  const char* column;
  std::variant<QString R::*, QDate R::*> member;
  As as = As::Text;
  bool isKey = false;    ///< a row finds its record by these
  bool isNeeded = false; ///< an empty cell rejects the row
  Field choices = Field::YesNo;
};

template<class R>
using ProfileFields = std::vector<ProfileField<R>>;

/// The columns of R's kind behind Team, NPI and Provider, in the order they are written.
template<class R>
const ProfileFields<R>& profileFields();

template<>
const ProfileFields<ProviderName>& profileFields();
template<>
const ProfileFields<ProviderTaxonomy>& profileFields();
template<>
const ProfileFields<ProviderAddress>& profileFields();
template<>
const ProfileFields<Education>& profileFields();
template<>
const ProfileFields<WorkHistory>& profileFields();
template<>
const ProfileFields<WorkGap>& profileFields();
template<>
const ProfileFields<PeerReference>& profileFields();

} // namespace exchange
