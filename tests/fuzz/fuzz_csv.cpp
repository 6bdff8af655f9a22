// SPDX-License-Identifier: GPL-3.0-or-later
#include "readall.h"

/// Text of any encoding, with any delimiter.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  fuzz::readAll(fuzz::fileOf(data, size, "rows.csv"));
  return 0;
}
