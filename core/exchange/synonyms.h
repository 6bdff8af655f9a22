// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/kinds.h"

#include <span>

namespace exchange {

/// What spreadsheets call a column. All names are in lower case, parted by bars; "number" stands for #, no and num too.
struct Synonyms {
  const char* column;
  const char* names;
};

/// What a column is called whatever the kind.
std::span<const Synonyms> usualSynonyms();

/// What a column is called in files of this kind alone; it goes before the usual ones.
std::span<const Synonyms> synonymsOf(Kind kind);

/// The words that headings of this kind may begin with and that say nothing more: "Provider Email", "Task Due".
const char* prefixesOf(Kind kind);

} // namespace exchange
