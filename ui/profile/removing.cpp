// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/removing.h"

#include "core/credentials/credential.h"
#include "core/credentials/removal.h"
#include "core/db/database.h"
#include "core/history/labels.h"
#include "ui/shell/session.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Removing)
};

/// "DEA registration of Marten, Lily"; of what is not named by itself the kind, "reference".
QString calledOf(db::Database& database, const db::Table& table, qint64 id) {
  const auto values = database.first(
      QStringLiteral("SELECT %1 FROM %2 WHERE id = ?").arg(table.columns().join(QStringLiteral(", ")), table.name()),
      {id}, [](db::Row& row) {
        db::Values all;
        while (row.consumed() < row.columns())
          all.push_back(row.value());
        return all;
      });
  QString name = values ? recordName(database, table, *values) : QString();
  if (name.isEmpty() || name == recordLabel(table.name()))
    name = recordLabel(table.name()).toLower();
  for (const char* owner : {"provider_id", "practice_id"}) {
    const qsizetype place = table.columns().indexOf(QLatin1String(owner));
    if (!values || place < 0 || (*values)[size_t(place)].isNull())
      continue;
    const QString whose = shownValue(database, QLatin1String(owner), (*values)[size_t(place)]);
    return name.contains(whose) ? name : Say::tr("%1 of %2").arg(name, whose);
  }
  return name;
}

} // namespace

void removeRecords(Session& session, const db::Table& table, const std::vector<qint64>& ids) {
  if (ids.empty())
    return;
  const QString kind = recordLabel(table.name()).toLower();
  const QString what = ids.size() == 1 ? Say::tr("Deleted: %1").arg(calledOf(session.database(), table, ids.front()))
                                       : Say::tr("Deleted %1 records: %2").arg(ids.size()).arg(kind);
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
