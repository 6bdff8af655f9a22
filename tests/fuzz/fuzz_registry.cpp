// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/nppes.h"
#include "fuzz.h"

/// An answer of the registry.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto opened = exchange::NppesSheets::open(fuzz::fileOf(data, size, "answer.json"));
  if (!opened.isOk()) {
    PROMISE(!opened.problems().front().sentence.isEmpty());
    return 0;
  }
  for (size_t sheet = 0; sheet < (*opened)->count(); ++sheet) {
    const auto rows = (*opened)->rows(sheet);
    exchange::RowCells row;
    while (rows->next(row))
      for (size_t column = 0; column < row.size(); ++column)
        (void)row.text(column);
    (void)(*opened)->match(sheet);
  }
  return 0;
}
