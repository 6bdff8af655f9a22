// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/documenttype.h"

#include "core/base/text.h"

const db::Table& DocumentType::table() {
  static const db::Table it("document_type",
                            {"name", "source", "usual_term", "ladder", "first_alert", "has_term", "retired", "section"},
                            db::Table::Derived{{"sort_name"}, [](const db::Values& values) -> db::Values {
                                                 return {folded(*values[0].text())};
                                               }});
  return it;
}

db::Values DocumentType::values() const {
  return {name, source, usualTerm, ladder, firstAlert, hasTerm, retired, section};
}

DocumentType DocumentType::read(db::Row& row) {
  DocumentType r;
  r.id = row.id<DocumentType>();
  r.name = row.text();
  r.source = row.text();
  r.usualTerm = row.text();
  r.ladder = row.text();
  r.firstAlert = row.integer();
  r.hasTerm = row.yes();
  r.retired = row.yes();
  r.section = row.text();
  return r;
}

const db::Table& DocumentRequirement::table() {
  static const db::Table it("document_requirement", {"document_type_id", "degree", "specialty", "state"});
  return it;
}

db::Values DocumentRequirement::values() const { return {documentType, degree, specialty, state}; }

DocumentRequirement DocumentRequirement::read(db::Row& row) {
  DocumentRequirement r;
  r.id = row.id<DocumentRequirement>();
  r.documentType = row.id<DocumentType>();
  r.degree = row.text();
  r.specialty = row.text();
  r.state = row.text();
  return r;
}
