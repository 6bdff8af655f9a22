// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/profile.h"

/// Days without work between or after jobs, both ends included.
struct Gap {
  QDate from;
  QDate to;
  int days = 0;
  bool asksForExplanation = false; ///< over six months, and not explained
  QString explanation;             ///< of the records that lie in it, joined by "; "
};

/// The gaps of a work history that are over 30 days long, in their order, up to today. Overlapping jobs count once; a
/// job without an end lasts, one without a start (or with an end before it) tells nothing. A gap of over six calendar
/// months asks for a written explanation (NCQA CR 3: gaps of more than six months are clarified, of more than a year in
/// writing; the house asks from six on). It is explained when no more than 30 days in a row of it are left out.
std::vector<Gap> workGaps(const std::vector<WorkHistory>& jobs, const std::vector<WorkGap>& explained, QDate today);
