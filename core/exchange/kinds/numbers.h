// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importrow.h"

namespace exchange {

/// The numbers of a clinician or practice that a form checks too; only an NPI that fails its check rejects a row.
enum class Number { Caqh, Tin, Zip, Taxonomy };

/// An NPI as it is kept, empty where the cell has none or says so in words. One that fails its check rejects the row.
QString readNpi(ImportRow& row, int column);

/// A number as it is kept, empty where the cell has none; an odd one is kept as it stands and told.
QString readNumber(ImportRow& row, int column, Number kind);

/// Lays a ladder over a field; a text that is none rejects the row.
void layLadder(ImportRow& row, int column, QString& field);

/// Lays a number over a field as it is kept; an odd one is kept as it stands and told.
void layNumber(ImportRow& row, int column, Number kind, QString& field);

} // namespace exchange
