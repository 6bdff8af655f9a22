// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/removing.h"

#include "core/credentials/credential.h"
#include "core/credentials/removal.h"
#include "core/history/labels.h"
#include "ui/shell/session.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Removing)
};

} // namespace

void removeRecords(Session& session, const db::Table& table, const std::vector<qint64>& ids) {
  if (ids.empty())
    return;
  const QString kind = recordLabel(table.name()).toLower();
  const QString what =
      ids.size() == 1 ? Say::tr("Deleted: %1").arg(kind) : Say::tr("Deleted %1 records: %2").arg(ids.size()).arg(kind);
  const Problems problems = session.tryChange(what, [&](db::Transaction& transaction) -> Problems {
    try {
      for (const qint64 id : ids)
        if (&table == &Credential::table())
          removeCredential(transaction, Id<Credential>{id});
        else
          transaction.remove(table, id);
    } catch (const db::Error& error) {
      if (error.cause() != db::Error::Cause::Constraint)
        throw;
      return {
          {{}, Say::tr("Not deleted: trackings, notes or documents hang on this %1. It is kept with them.").arg(kind)}};
    }
    return {};
  });
  for (const Problem& problem : problems)
    Q_EMIT session.said(problem.sentence);
}

} // namespace ui
