// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datafile/datafile.h"

/// Who does things in tests, at a fixed instant.
inline db::Actor tester() { return {QStringLiteral("Tester"), QDateTime(QDate(2026, 3, 2), QTime(15, 0), Qt::UTC)}; }

/// A new data file in memory, up to date, with the shipped document types.
inline std::unique_ptr<db::Database> freshFile() { return datafile::open(QStringLiteral(":memory:"), tester()); }
