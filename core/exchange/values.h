// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace exchange {

/// The fields whose values are a list.
enum class Field {
  StepStatus,
  TaskStatus,
  TrackingStatus,
  EnrollmentStatus,
  AffiliationStatus,
  ProviderStatus,
  Role,
  Priority,
  PayorClass,
  WaitingOn,
  NoteKind,
  YesNo,
  EducationKind,
  AddressKind,
  Coverage,
  DocumentKind,
  KeptOn
};

/// The values of a field as they are written, in their order. (An office may add enrollment statuses: look there
/// first.)
const QStringList& allowedValues(Field field);

/// A value as people write it, in its written spelling: "wip" → "In progress". Case, spaces and punctuation do not
/// matter and usual synonyms count, each by its field: "Pending" is Waiting of a step and In review of an enrollment.
/// Empty text stays empty. Else the sentence says what is allowed.
Result<QString> readValue(Field field, const QString& text);

/// readValue(Field::YesNo) as a truth.
Result<bool> readYesNo(const QString& text);

/// A US state or territory by name or code as its code, "Texas", "tx" → "TX"; other text as it is, trimmed.
QString stateCode(const QString& text);

/// A document type in the spelling of the shipped ones, "DEA", "Medical License" → "DEA registration", "State licence";
/// other text as it is, trimmed.
QString documentTypeName(const QString& text);

} // namespace exchange
