// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/kinds/profilefields.h"

namespace exchange {

template<>
const ProfileFields<ProviderName>& profileFields() {
  using R = ProviderName;
  using As = ProfileField<R>::As;
  static const ProfileFields<R> all{{"Former last name", &R::lastName, As::Text, true, true},
                                    {"Former first name", &R::firstName, As::Text, true},
                                    {"Former middle name", &R::middleName, As::Text, true},
                                    {"Until", &R::until, As::Date}};
  return all;
}

template<>
const ProfileFields<ProviderTaxonomy>& profileFields() {
  using R = ProviderTaxonomy;
  using As = ProfileField<R>::As;
  static const ProfileFields<R> all{{"Code", &R::code, As::Taxonomy, true, true},
                                    {"Description", &R::description},
                                    {"Licence", &R::license, As::Text, true},
                                    {"Taxonomy state", &R::state, As::State, true}};
  return all;
}

template<>
const ProfileFields<ProviderAddress>& profileFields() {
  using R = ProviderAddress;
  using As = ProfileField<R>::As;
  static const ProfileFields<R> all{{"Address kind", &R::kind, As::Choice, true, false, Field::AddressKind},
                                    {"Address", &R::address, As::Text, true},
                                    {"City", &R::city, As::Text, true},
                                    {"State", &R::state, As::State},
                                    {"ZIP", &R::zip, As::Zip},
                                    {"Phone", &R::phone},
                                    {"Fax", &R::fax}};
  return all;
}

template<>
const ProfileFields<Education>& profileFields() {
  using R = Education;
  using As = ProfileField<R>::As;
  static const ProfileFields<R> all{{"Education", &R::kind, As::Choice, true, false, Field::EducationKind},
                                    {"Institution", &R::institution, As::Text, true, true},
                                    {"Degree", &R::degree, As::Text, true},
                                    {"Specialty", &R::specialty, As::Text, true},
                                    {"Started", &R::started, As::Date},
                                    {"Ended", &R::ended, As::Date},
                                    {"City", &R::city},
                                    {"State", &R::state, As::State},
                                    {"Country", &R::country},
                                    {"Verified", &R::verified, As::Date},
                                    {"Source", &R::source},
                                    {"Verified by", &R::verifiedBy}};
  return all;
}

template<>
const ProfileFields<WorkHistory>& profileFields() {
  using R = WorkHistory;
  using As = ProfileField<R>::As;
  static const ProfileFields<R> all{{"Employer", &R::employer, As::Text, true, true},
                                    {"Position", &R::position, As::Text, true},
                                    {"Started", &R::started, As::Date, true},
                                    {"Ended", &R::ended, As::Date},
                                    {"City", &R::city},
                                    {"State", &R::state, As::State},
                                    {"Phone", &R::phone},
                                    {"Reason for leaving", &R::leaving}};
  return all;
}

template<>
const ProfileFields<WorkGap>& profileFields() {
  using R = WorkGap;
  using As = ProfileField<R>::As;
  static const ProfileFields<R> all{{"Gap from", &R::started, As::Date, true, true},
                                    {"Gap to", &R::ended, As::Date, true, true},
                                    {"Explanation", &R::explanation, As::Text, false, true}};
  return all;
}

template<>
const ProfileFields<PeerReference>& profileFields() {
  using R = PeerReference;
  using As = ProfileField<R>::As;
  static const ProfileFields<R> all{{"Reference", &R::name, As::Text, true, true},
                                    {"Degree", &R::degree},
                                    {"Specialty", &R::specialty},
                                    {"Relation", &R::relation},
                                    {"Phone", &R::phone},
                                    {"Email", &R::email},
                                    {"Known since", &R::knownSince, As::Date}};
  return all;
}

} // namespace exchange
