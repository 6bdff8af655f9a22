// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/removal.h"

#include "core/alerts/alertaction.h"
#include "core/credentials/document.h"

void removeCredential(db::Transaction& transaction, Id<Credential> id) {
  db::Database& database = transaction.database();
  for (const auto& action : db::allWhere<AlertAction>(database, QStringLiteral("credential_id = ?"), {id}))
    db::remove(transaction, action.id);
  for (Document document : db::allWhere<Document>(database, QStringLiteral("credential_id = ?"), {id})) {
    document.credential = {};
    db::save(transaction, document);
  }
  for (Credential before : db::allWhere<Credential>(database, QStringLiteral("renewed_by = ?"), {id})) {
    before.renewedBy = {};
    db::save(transaction, before);
  }
  db::remove(transaction, id);
}
