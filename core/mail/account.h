// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/transaction.h"
#include "core/mail/address.h"

namespace mail {

/// The mail account that mails go out from. It is kept in the data file; its secret never is.
struct Account {
  enum class Security { StartTls, Tls };  ///< never without encryption
  enum class Signing { Password, Token }; ///< LOGIN or PLAIN with a password, or XOAUTH2 with a token as given

  QString host;
  int port = 587;
  Security security = Security::StartTls;
  Signing signing = Signing::Password;
  QString user; ///< empty: the server asks for none
  Person from;
  QString authority; ///< a file of certificates that are trusted beside the system's (an office's own); may be empty

  bool isSetUp() const { return !host.isEmpty() && !from.address.isEmpty(); }

  /// As kept in the data file; not set up when there is none.
  static Account stored(db::Database& database);
  void store(db::Transaction& transaction) const;
};

/// What is wrong with an account; field is the member's name.
Problems check(const Account& account);

} // namespace mail
