// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tracking/template.h"

#include <QHash>
#include <QStringList>
#include <span>

/// What experience says of a template: fewer steps, short names, long descriptions, generous times, no staff names
/// (Modio, “Best Practices: Tracking Management”). It speaks up and hinders nothing.
namespace goodpractice {

inline constexpr size_t manySteps = 15;
inline constexpr int longName = 32;         ///< characters
inline constexpr int shortDescription = 40; ///< characters

/// What the rules compare with.
struct Office {
  QStringList coordinators;            ///< their names
  QHash<QString, int> medianDays = {}; ///< by folded step name: business days that the office itself needed
};
/// The coordinators, and how long the steps of the newest finished trackings of this type and subtype took.
Office officeOf(db::Database& database, const QString& type, const QString& subtype);

struct Hint {
  int step = -1; ///< its place; -1: the template as a whole
  QString field; ///< name, description, tat or role; empty for the template
  QString sentence;
};
std::vector<Hint> hints(std::span<const TemplateStep> steps, const Office& office);

} // namespace goodpractice
