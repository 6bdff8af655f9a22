// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/credentials/documenttype.h"

namespace exchange {

/// Who must have a document, in one cell: "nobody", "everyone", or a list of "degree=MD, state=IL"; a part that is left
/// out means any.
QString requirementsText(const std::vector<DocumentRequirement>& requirements);
Result<std::vector<DocumentRequirement>> readRequirements(const QString& cell);

} // namespace exchange
