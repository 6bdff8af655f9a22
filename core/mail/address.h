// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace mail {

/// Who a mail is from or goes to.
struct Person {
  QString name;    ///< as it is shown; may be empty
  QString address; ///< as mailAddress() answers it
};

/// An address as mail servers take it, "anna@example.org": one, without name and brackets, ASCII (an international
/// domain in its ASCII form), 254 characters at most (RFC 5321, 4.5.3.1). Else the sentence says what is wrong with it.
Result<QString> mailAddress(const QString& typed);

/// What stands behind the @; empty without one.
QString domainOf(const QString& address);

/// A text as one line that is fit for a header: control characters, line breaks and characters that turn the direction
/// of writing become spaces, spaces single; `most` UTF-16 units at most, whole characters.
QString oneLine(const QString& text, qsizetype most);

} // namespace mail
