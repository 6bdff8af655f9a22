// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/table.h"

// What people call what history knows by the names of tables and columns.

/// "Enrollment" for "enrollment"; the name itself for a table of no subject.
QString recordLabel(const QString& table);

/// "Line of business" for "line_of_business", "Assignee" for "assignee_id".
QString fieldLabel(const QString& table, const QString& column);

/// A value of a column as it is read: the name of the record that an id stands for ("Marten, Lily"; "#12" when it is
/// not there any more), yes or no for a truth; else as it is stored, a date as YYYY-MM-DD.
QString shownValue(db::Database& database, const QString& column, const db::Value& value);

/// What a record is called by its values: "Aetna · IL" for an enrollment. Its label when it has nothing of its own.
QString recordName(db::Database& database, const db::Table& table, const db::Values& values);
