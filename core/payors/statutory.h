// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/businessdays.h"

#include <QString>
#include <optional>
#include <span>

/// The day by which a payor must have decided on a complete application, where a state has set one.
struct StatutoryLimit {
  QDate day;
  QString says;   ///< what the law gives from then on, in a sentence
  QString source; ///< where it is written
};

/// So many days from the day an application was submitted in this state.
struct StatutoryLaw {
  const char* state;
  int days;
  bool inBusinessDays;
  const char* says;
  const char* source;
};

/// The laws that statutoryLimit() knows: lists work the day out in SQL.
std::span<const StatutoryLaw> statutoryLaws();

/// Counted from the day the application was submitted; nothing without that day or in a state without such a law.
/// RI 45 calendar days (R.I. Gen. Laws 27-20-70), CA 90 (Ins. Code 10144.565), TX 60 (Ins. Code 1457.002), IN notice at
/// 30 business days (IC 27-13-43-2).
std::optional<StatutoryLimit> statutoryLimit(const QString& state, QDate submitted, const Calendar& calendar = {});
