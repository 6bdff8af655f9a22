// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

/// A ladder is the days before a date at which its end is announced, falling, parted by "/": "120/90/60/30/14/7/0".

/// Why a text is no ladder; empty when it is one.
QString ladderProblem(const QString& ladder);

/// The days before the date at which it is announced first; 0 where there is no ladder.
int firstRung(const QString& ladder);

/// The rungs of a ladder, falling; none where there is no ladder.
std::vector<int> rungsOf(const QString& ladder);
