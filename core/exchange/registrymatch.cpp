// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/registrymatch.h"

#include "core/exchange/people.h"
#include "core/team/identifiers.h"

#include <QCoreApplication>

namespace exchange {
namespace {

template<class R>
struct Field {
  const char* key;
  const char* label;
  QString R::*member;
};

constexpr Field<Provider> providerFields[] = {
    {"npi", QT_TRANSLATE_NOOP("Registry", "NPI"), &Provider::npi},
    {"lastName", QT_TRANSLATE_NOOP("Registry", "Last name"), &Provider::lastName},
    {"firstName", QT_TRANSLATE_NOOP("Registry", "First name"), &Provider::firstName},
    {"middleName", QT_TRANSLATE_NOOP("Registry", "Middle name"), &Provider::middleName},
    {"suffix", QT_TRANSLATE_NOOP("Registry", "Suffix"), &Provider::suffix},
    {"degree", QT_TRANSLATE_NOOP("Registry", "Degree"), &Provider::degree},
    {"specialty", QT_TRANSLATE_NOOP("Registry", "Specialty"), &Provider::specialty},
    {"taxonomy", QT_TRANSLATE_NOOP("Registry", "Taxonomy"), &Provider::taxonomy},
    {"phone", QT_TRANSLATE_NOOP("Registry", "Phone"), &Provider::phone},
};

constexpr Field<Practice> practiceFields[] = {
    {"name", QT_TRANSLATE_NOOP("Registry", "Name"), &Practice::name},
    {"groupNpi", QT_TRANSLATE_NOOP("Registry", "Group NPI"), &Practice::groupNpi},
    {"address", QT_TRANSLATE_NOOP("Registry", "Address"), &Practice::address},
    {"city", QT_TRANSLATE_NOOP("Registry", "City"), &Practice::city},
    {"state", QT_TRANSLATE_NOOP("Registry", "State"), &Practice::state},
    {"zip", QT_TRANSLATE_NOOP("Registry", "ZIP"), &Practice::zip},
    {"phone", QT_TRANSLATE_NOOP("Registry", "Phone"), &Practice::phone},
    {"fax", QT_TRANSLATE_NOOP("Registry", "Fax"), &Practice::fax},
};

template<class R, size_t n>
std::vector<RegistryDifference> differences(const Field<R> (&fields)[n], const R& ours, const R& theirs) {
  std::vector<RegistryDifference> found;
  for (const Field<R>& field : fields) {
    const QString &mine = ours.*field.member, &other = theirs.*field.member;
    if (!other.isEmpty() && nameKey(mine) != nameKey(other))
      found.push_back(
          {QString::fromLatin1(field.key), QCoreApplication::translate("Registry", field.label), mine, other});
  }
  return found;
}

template<class R, size_t n>
R laid(const Field<R> (&fields)[n], R ours, const R& theirs, const QStringList& keys) {
  for (const Field<R>& field : fields)
    if (keys.contains(QLatin1String(field.key)) && !(theirs.*field.member).isEmpty())
      ours.*field.member = theirs.*field.member;
  return ours;
}

/// Those of `theirs` that none of ours is the same as.
template<class R, class KeyOf>
std::vector<R> unknown(db::Database& database, Id<Provider> provider, const std::vector<R>& theirs, KeyOf keyOf) {
  QStringList known;
  if (provider.isValid())
    for (const R& one : db::allWhere<R>(database, QStringLiteral("provider_id = ?"), {provider}))
      known << keyOf(one);
  std::vector<R> found;
  for (const R& one : theirs)
    if (!known.contains(keyOf(one))) {
      known << keyOf(one);
      found.push_back(one);
    }
  return found;
}

template<class R>
void saveAll(db::Transaction& transaction, Id<Provider> provider, std::vector<R> records) {
  for (R& one : records) {
    one.provider = provider;
    db::save(transaction, one);
  }
}

} // namespace

std::vector<RegistryDifference> registryDifferences(const Provider& ours, const RegistryEntry& entry) {
  return differences(providerFields, ours, entry.provider);
}

std::vector<RegistryDifference> registryDifferences(const Practice& ours, const RegistryEntry& entry) {
  Practice theirs = entry.practice;
  theirs.zip = shownZip(theirs.zip);
  return differences(practiceFields, ours, theirs);
}

Provider laidOver(Provider ours, const RegistryEntry& entry, const QStringList& keys) {
  return laid(providerFields, std::move(ours), entry.provider, keys);
}

Practice laidOver(Practice ours, const RegistryEntry& entry, const QStringList& keys) {
  Practice theirs = entry.practice;
  theirs.zip = shownZip(theirs.zip);
  return laid(practiceFields, std::move(ours), theirs, keys);
}

RegistryAdditions registryAdditions(db::Database& database, Id<Provider> provider, const RegistryEntry& entry) {
  return {unknown(database, provider, entry.formerNames,
                  [](const ProviderName& one) { return nameKey(one.lastName + one.firstName); }),
          unknown(database, provider, entry.taxonomies,
                  [](const ProviderTaxonomy& one) { return one.code + one.license + one.state; }),
          unknown(database, provider, entry.addresses, [](const ProviderAddress& one) {
            return one.kind + nameKey(one.address) + QLatin1Char('/') + nameKey(one.city) + one.zip.left(5);
          })};
}

void saveAdditions(db::Transaction& transaction, Id<Provider> provider, const RegistryAdditions& additions) {
  saveAll(transaction, provider, additions.formerNames);
  saveAll(transaction, provider, additions.taxonomies);
  saveAll(transaction, provider, additions.addresses);
}

} // namespace exchange
