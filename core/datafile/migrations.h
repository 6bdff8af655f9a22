// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/transaction.h"

namespace datafile {

/// One numbered script of resources/sql, and what only C++ can fill in after it. Never edited once released.
struct Migration {
  int version;
  const char* script;
  void (*fill)(db::Transaction&);
};

const std::vector<Migration>& migrations();

} // namespace datafile
