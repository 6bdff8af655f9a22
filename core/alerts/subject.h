// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"

struct Affiliation;
struct Credential;
struct DocumentType;
struct Enrollment;
struct Provider;

namespace alerts {

/// What an alert is about: a credential, an enrollment, an affiliation, or a document that a provider lacks (of a type,
/// where it is asked for by state, of that state).
struct Subject {
  Id<Credential> credential = {};
  Id<Enrollment> enrollment = {};
  Id<Affiliation> affiliation = {};
  Id<Provider> provider = {};
  Id<DocumentType> documentType = {};
  QString state = {};

  bool isMissing() const { return documentType.isValid(); }
  friend bool operator==(const Subject&, const Subject&) = default;
};

/// The subject of a row of the list of alerts, by its key (core/report/catalogue/alerts.cpp: the last two bits say
/// which table it is of); nothing when it is not there any more.
std::optional<Subject> subjectOfRow(db::Database& database, qint64 key);

/// "credential_id = ?" and the like, and its arguments: finds the actions and notices of a subject.
struct Condition {
  QString sql;
  db::Values arguments;
};
Condition isAbout(const Subject& subject);

} // namespace alerts
