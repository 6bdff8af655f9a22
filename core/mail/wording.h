// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/expirables.h"

namespace mail {

/// How an alert stands: "expires 3 Apr 2026 (in 32 days)", of what is to be done by a day "due …", of a period "ends
/// …"; "not on file", "no date on file".
QString standingOf(const alerts::Expirable& alert, QDate today);

/// What somebody is asked for about an alert, in words that fit what it is: "DEA registration, expires 3 Apr 2026 (in
/// 32 days): please send us the renewed registration". An attestation is signed and a recredentialing applied for; of
/// neither there is a copy to send. The words in the type's name decide, since offices name their types themselves.
QString requestOf(const alerts::Expirable& alert, QDate today);

} // namespace mail
