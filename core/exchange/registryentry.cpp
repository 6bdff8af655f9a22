// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/registryentry.h"

#include "core/exchange/personname.h"
#include "core/team/identifiers.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

/// A text of the registry, where it may as well be a number; "--" stands for none.
QString text(const QJsonObject& object, const char* key) {
  const QJsonValue value = object[QLatin1String(key)];
  if (value.isDouble())
    return QString::number(value.toInteger());
  const QString read = value.toString().simplified();
  return read == QLatin1String("--") ? QString() : read;
}

QJsonObject address(const QJsonObject& result) {
  QJsonObject first;
  for (const QJsonValue& one : result[QLatin1String("addresses")].toArray()) {
    const QJsonObject read = one.toObject();
    if (text(read, "address_purpose").compare(QLatin1String("LOCATION"), Qt::CaseInsensitive) == 0)
      return read;
    if (first.isEmpty())
      first = read;
  }
  return first;
}

QJsonObject primaryTaxonomy(const QJsonObject& result) {
  const QJsonArray all = result[QLatin1String("taxonomies")].toArray();
  for (const QJsonValue& one : all)
    if (one.toObject()[QLatin1String("primary")].toBool())
      return one.toObject();
  return all.isEmpty() ? QJsonObject() : all.first().toObject();
}

/// "M.D., Ph.D." → "MD, PhD".
QString degrees(const QString& credential) {
  QStringList found;
  for (const QString& part : credential.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
    const QString word = part.simplified();
    const QString known = degreeFrom(word);
    const QString degree = known.isEmpty() ? QString(word).remove(QLatin1Char('.')) : known;
    if (!degree.isEmpty())
      found += degree;
  }
  return found.join(QStringLiteral(", "));
}

/// Short words that are written in capitals: legal forms, directions, numbers of kings.
bool staysInCapitals(const QString& word) {
  static const QSet<QString> known = [] {
    QSet<QString> words;
    for (const QString& one :
         QStringLiteral("PC PA PLLC LLC LLP LP PLC MD DO DDS DMD NP RN PT OT ENT OBGYN USA US NE NW SE SW PO II "
                        "III IV VI VII DBA ASC ER ICU VA")
             .split(QLatin1Char(' ')))
      words.insert(one);
    return words;
  }();
  QString letters;
  for (const QChar c : word)
    if (c.isLetter())
      letters += c;
  return letters.size() == 1 || known.contains(letters);
}

QString streetOf(const QJsonObject& at) {
  const QString first = text(at, "address_1"), second = text(at, "address_2");
  return inTitleCase(second.isEmpty() ? first : first + QStringLiteral(", ") + second);
}

ProviderAddress addressOf(const QJsonObject& at) {
  ProviderAddress address;
  const bool isMail = text(at, "address_purpose").compare(QLatin1String("MAILING"), Qt::CaseInsensitive) == 0;
  address.kind = isMail ? QStringLiteral("Mailing") : QStringLiteral("Practice");
  address.address = streetOf(at);
  address.city = inTitleCase(text(at, "city"));
  address.state = text(at, "state");
  address.zip = shownZip(text(at, "postal_code"));
  address.phone = text(at, "telephone_number");
  address.fax = text(at, "fax_number");
  return address;
}

RegistryEntry providerOf(const QJsonObject& result) {
  const QJsonObject basic = result[QLatin1String("basic")].toObject();
  const QJsonObject taxonomy = primaryTaxonomy(result);
  RegistryEntry entry;
  Provider& provider = entry.provider;
  provider.npi = text(result, "number");
  provider.lastName = inTitleCase(text(basic, "last_name"));
  provider.firstName = inTitleCase(text(basic, "first_name"));
  provider.middleName = inTitleCase(text(basic, "middle_name"));
  provider.suffix = text(basic, "name_suffix").remove(QLatin1Char(','));
  provider.degree = degrees(text(basic, "credential"));
  provider.specialty = text(taxonomy, "desc");
  provider.taxonomy = text(taxonomy, "code");
  provider.phone = text(address(result), "telephone_number");
  for (const QJsonValue& one : result[QLatin1String("other_names")].toArray()) {
    const QJsonObject other = one.toObject();
    const ProviderName name{{},
                            {},
                            inTitleCase(text(other, "last_name")),
                            inTitleCase(text(other, "first_name")),
                            inTitleCase(text(other, "middle_name")),
                            {}};
    if (!name.lastName.isEmpty())
      entry.formerNames.push_back(name);
  }
  for (const QJsonValue& one : result[QLatin1String("taxonomies")].toArray()) {
    const QJsonObject read = one.toObject();
    const ProviderTaxonomy known{
        {}, {}, text(read, "code"), text(read, "desc"), text(read, "license"), text(read, "state")};
    if (!known.code.isEmpty())
      entry.taxonomies.push_back(known);
  }
  for (const char* list : {"addresses", "practiceLocations"})
    for (const QJsonValue& one : result[QLatin1String(list)].toArray())
      entry.addresses.push_back(addressOf(one.toObject()));
  return entry;
}

RegistryEntry practiceOf(const QJsonObject& result) {
  const QJsonObject basic = result[QLatin1String("basic")].toObject();
  const QJsonObject at = address(result);
  RegistryEntry entry;
  entry.isPractice = true;
  Practice& practice = entry.practice;
  practice.name = inTitleCase(text(basic, "organization_name"));
  if (practice.name.isEmpty())
    practice.name = inTitleCase(text(basic, "name")); // the older shape
  practice.groupNpi = text(result, "number");
  practice.address = streetOf(at);
  practice.city = inTitleCase(text(at, "city"));
  practice.state = text(at, "state");
  practice.zip = text(at, "postal_code");
  practice.phone = text(at, "telephone_number");
  practice.fax = text(at, "fax_number");
  return entry;
}

} // namespace

QString inTitleCase(const QString& text) {
  if (text != text.toUpper())
    return text;
  QStringList words;
  for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    static const QRegularExpression ordinal(QStringLiteral("^\\d+(ST|ND|RD|TH)$"));
    static const QSet<QString> small{QStringLiteral("OF"),  QStringLiteral("AND"), QStringLiteral("THE"),
                                     QStringLiteral("FOR"), QStringLiteral("AT"),  QStringLiteral("IN")};
    if (staysInCapitals(word))
      words += word;
    else if (ordinal.match(word).hasMatch() || (small.contains(word) && !words.isEmpty()))
      words += word.toLower();
    else
      words += inSmallLetters(word);
  }
  return words.join(QLatin1Char(' '));
}

Result<std::vector<RegistryEntry>> registryEntries(const QJsonObject& answer) {
  const QJsonArray errors = answer[QLatin1String("Errors")].toArray();
  if (!errors.isEmpty()) {
    QStringList sentences;
    for (const QJsonValue& error : errors)
      sentences += text(error.toObject(), "description");
    return Problem{{},
                   Say::tr("The NPI registry answered with an error: %1").arg(sentences.join(QStringLiteral("; ")))};
  }
  QJsonArray results = answer[QLatin1String("results")].toArray();
  if (answer.contains(QLatin1String("enumeration_type")))
    results.append(answer); // a result taken out of its answer
  std::vector<RegistryEntry> entries;
  for (const QJsonValue& one : results) {
    const QJsonObject result = one.toObject();
    const QString type = text(result, "enumeration_type");
    if (!type.endsWith(QLatin1Char('1')) && !type.endsWith(QLatin1Char('2')))
      continue;
    entries.push_back(type.endsWith(QLatin1Char('1')) ? providerOf(result) : practiceOf(result));
    const QString status = text(result[QLatin1String("basic")].toObject(), "status");
    entries.back().isActive = status.isEmpty() || status.compare(QLatin1String("A"), Qt::CaseInsensitive) == 0;
  }
  return entries;
}

Result<std::vector<RegistryEntry>> readRegistryAnswer(const QByteArray& bytes) {
  const QJsonObject answer = QJsonDocument::fromJson(bytes).object();
  if (!answer.contains(QLatin1String("results")) && !answer.contains(QLatin1String("Errors")))
    return Problem{{}, Say::tr("What came back is no answer of the NPI registry, or only a part of one.")};
  return registryEntries(answer);
}

} // namespace exchange
