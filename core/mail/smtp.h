// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/account.h"

#include <QByteArray>
#include <atomic>

namespace mail {

/// What became of a mail that was handed to a server.
struct Outcome {
  enum class Kind {
    Sent,     ///< the server took it
    Refused,  ///< for good: sending it again would not help
    TryAgain, ///< nothing was sent: no connection, or the server says later
    Unsure    ///< all of it was given, and no answer came: it may have been sent
  };
  Kind kind = Kind::TryAgain;
  /// In the server's words, else ours; without addresses.
  QString words;
  /// The server or the account is the trouble, not this mail: others would fare the same.
  bool ofAccount = false;
};

/// How long is waited, in seconds.
struct Patience {
  int connecting = 20;
  int answering = 60; ///< for each of the server's answers
  int altogether = 600;
};

/// Hands one mail to the account's server: encrypted (the certificate is verified) or not at all, signed in with
/// `secret`, a password or a token. Blocks; ends within a second once `isCancelled` becomes true.
Outcome deliver(const Account& account, const QByteArray& secret, const QString& recipient, const QByteArray& mime,
                const std::atomic<bool>* isCancelled = nullptr, const Patience& patience = {});

/// A text without what looks like a mail address: what servers say goes to logs and lists.
QString withoutAddresses(const QString& text);

} // namespace mail
