// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/shippedtypes.h"

#include "core/credentials/documenttype.h"

namespace {

struct Shipped {
  const char* section;
  const char* name;
  const char* usualTerm;
  int firstAlert; // days before the date
  const char* source = "credential";
  bool hasTerm = true;
  bool required = false;
};

constexpr int firstAlertOfOthers = 60; // days, as of the documents that the field has no rule for

// Usual terms and lead times of the field; each is a setting of the type from here on.
constexpr Shipped shipped[] = {
    {"Licensure", "State licence", "1–3 years", 120, "credential", true, true},
    {"DEA & CDS", "State controlled substance", "1–3 years", 90},
    {"DEA & CDS", "DEA registration", "3 years", 90},
    {"Certifications", "Board certification", "up to 10 years", 180},
    {"Malpractice", "Malpractice insurance", "1 year", 60, "credential", true, true},
    {"Certifications", "BLS", "2 years, end of month", 90},
    {"Certifications", "ACLS", "2 years, end of month", 90},
    {"Certifications", "PALS", "2 years, end of month", 90},
    {"Certifications", "NRP", "2 years, end of month", 90},
    {"CAQH", "CAQH attestation", "120 days (IL 180)", 30},
    {"", "Medicare revalidation", "5 years", 180},
    {"", "Medicaid revalidation", "5 years", 180},
    {"", "Payor recredentialing", "36 months", 180, "enrollment"},
    {"", "Hospital reappointment", "2–3 years", 150, "affiliation"},
    {"", "NPDB continuous query", "1 year", 60},
    {"Health", "TB test", "1 year", 45},
    {"Health", "Influenza", "season", 45},
    {"Health", "Physical", "1 year", 45},
    {"Health", "Infection control", "1 year", 45},
    {"", "Driver licence", "as printed", 60, "credential", false},
    {"", "Passport", "as printed", 60, "credential", false},
    {"", "Work visa", "as printed", 60, "credential", false},
    {"", "Collaborative / supervision agreement", "1–2 years", 60},
    {"", "CLIA", "2–3 years", 120},
    {"", "Facility licence", "2–3 years", 120},
};

} // namespace

QString usualLadder(int first) {
  QStringList rungs{QString::number(first)};
  for (int rung : {120, 90, 60, 30, 14, 7, 0})
    if (rung < first)
      rungs << QString::number(rung);
  return rungs.join(QLatin1Char('/'));
}

const std::vector<ShippedType>& shippedTypes() {
  static const std::vector<ShippedType> types = [] {
    std::vector<ShippedType> all;
    for (const Shipped& one : shipped) {
      DocumentType type;
      type.name = QString::fromUtf8(one.name);
      type.section = QString::fromLatin1(one.section);
      type.source = QString::fromLatin1(one.source);
      type.usualTerm = QString::fromUtf8(one.usualTerm);
      type.firstAlert = one.firstAlert;
      type.ladder = usualLadder(one.firstAlert);
      type.hasTerm = one.hasTerm;
      all.push_back({type, one.required});
    }
    return all;
  }();
  return types;
}

DocumentType undescribedType(const QString& name) {
  DocumentType type;
  type.name = name;
  type.firstAlert = firstAlertOfOthers;
  type.ladder = usualLadder(firstAlertOfOthers);
  return type;
}

void shipDocumentTypes(db::Transaction& transaction) {
  for (const ShippedType& one : shippedTypes()) {
    const Id<DocumentType> id = db::save(transaction, one.type);
    if (one.required)
      db::save(transaction, DocumentRequirement{{}, id, {}, {}, {}});
  }
}

void shipSections(db::Transaction& transaction) {
  for (const ShippedType& one : shippedTypes())
    for (DocumentType& type : db::allWhere<DocumentType>(
             transaction.database(), QStringLiteral("name = ? AND section = ''"), {one.type.name})) {
      type.section = one.type.section;
      db::save(transaction, type);
    }
}
