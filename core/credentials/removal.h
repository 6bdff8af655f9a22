// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credentials/credential.h"

/// Removes a credential with what was done about its alerts. Its documents stay with the provider or practice, and the
/// version it took the place of counts again.
void removeCredential(db::Transaction& transaction, Id<Credential> id);
