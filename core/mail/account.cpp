// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/account.h"

#include "core/base/findings.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace mail {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Mail)
};

constexpr auto hostKey = "mail.host", portKey = "mail.port", securityKey = "mail.security", signingKey = "mail.signing",
               userKey = "mail.user", nameKey = "mail.from-name", addressKey = "mail.from", authorityKey = "mail.ca";

} // namespace

Account Account::stored(db::Database& database) {
  const auto setting = [&](const char* key) {
    return database.text(QStringLiteral("SELECT value FROM setting WHERE key = ?"), {QString::fromLatin1(key)});
  };
  Account account;
  account.host = setting(hostKey);
  if (const int port = setting(portKey).toInt(); port > 0)
    account.port = port;
  if (setting(securityKey) == QLatin1String("tls"))
    account.security = Security::Tls;
  if (setting(signingKey) == QLatin1String("token"))
    account.signing = Signing::Token;
  account.user = setting(userKey);
  account.from = {setting(nameKey), setting(addressKey)};
  account.authority = setting(authorityKey);
  return account;
}

void Account::store(db::Transaction& transaction) const {
  const auto keep = [&](const char* key, const QString& value) {
    transaction.database().run(QStringLiteral("INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO "
                                              "UPDATE SET value = excluded.value"),
                               {QString::fromLatin1(key), value});
  };
  keep(hostKey, host.trimmed());
  keep(portKey, QString::number(port));
  keep(securityKey, security == Security::Tls ? QStringLiteral("tls") : QStringLiteral("starttls"));
  keep(signingKey, signing == Signing::Token ? QStringLiteral("token") : QStringLiteral("password"));
  keep(userKey, user);
  keep(nameKey, from.name);
  keep(addressKey, from.address);
  keep(authorityKey, authority);
}

Problems check(const Account& account) {
  static const QRegularExpression host(QStringLiteral("\\A([A-Za-z0-9.-]+|[0-9A-Fa-f:]+)\\z"));
  Findings found;
  found.addIf(!host.match(account.host.trimmed()).hasMatch(), "host",
              Say::tr("The server is a name such as “smtp.example.org”."));
  found.addIf(account.port < 1 || account.port > 65535, "port", Say::tr("A port is a number from 1 to 65535."));
  if (const auto address = mailAddress(account.from.address); !address)
    found.add("from", address.problems().front().sentence);
  found.addIf(account.signing == Account::Signing::Token && account.user.isEmpty(), "user",
              Say::tr("A token belongs to a user: who?"));
  found.addIf(!account.authority.isEmpty() && !QFileInfo(account.authority).isReadable(), "authority",
              Say::tr("The file of certificates “%1” cannot be read.").arg(account.authority));
  return found;
}

} // namespace mail
