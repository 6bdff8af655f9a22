// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/subject.h"

namespace alerts {

std::optional<Subject> subjectOfRow(db::Database& database, qint64 key) {
  const qint64 id = key / 4;
  Subject subject;
  QString table;
  switch (key % 4) {
  case 0:
    subject.credential = {id};
    table = QStringLiteral("credential");
    break;
  case 1:
    subject.enrollment = {id};
    table = QStringLiteral("enrollment");
    break;
  case 2:
    subject.affiliation = {id};
    table = QStringLiteral("affiliation");
    break;
  default: {
    constexpr qint64 perRequirement = 1000000000;
    const auto asked = database.first(QStringLiteral("SELECT document_type_id, state FROM document_requirement WHERE "
                                                     "id = ?"),
                                      {id / perRequirement}, [](db::Row& row) {
                                        const auto type = row.id<DocumentType>();
                                        return std::pair(type, row.text());
                                      });
    if (!asked)
      return {};
    subject.provider = {id % perRequirement};
    subject.documentType = asked->first;
    subject.state = asked->second;
    return subject;
  }
  }
  const bool isThere =
      database.value(QStringLiteral("SELECT EXISTS (SELECT 1 FROM %1 WHERE id = ?)").arg(table), {id}) != 0;
  return isThere ? std::optional(subject) : std::nullopt;
}

Condition isAbout(const Subject& subject) {
  if (subject.credential.isValid())
    return {QStringLiteral("credential_id = ?"), {subject.credential}};
  if (subject.enrollment.isValid())
    return {QStringLiteral("enrollment_id = ?"), {subject.enrollment}};
  if (subject.affiliation.isValid())
    return {QStringLiteral("affiliation_id = ?"), {subject.affiliation}};
  return {QStringLiteral("provider_id = ? AND document_type_id = ? AND state = ?"),
          {subject.provider, subject.documentType, subject.state}};
}

} // namespace alerts
