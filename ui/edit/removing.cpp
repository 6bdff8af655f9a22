// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/removing.h"

#include "core/credentials/credential.h"
#include "core/credentials/removal.h"
#include "core/db/database.h"
#include "core/history/labels.h"
#include "core/tasks/repeat.h"
#include "ui/list/listingpage.h"
#include "ui/list/tableview.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QMenu>
#include <QShortcut>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Removing)
};

constexpr size_t manyRecords = 50; // more are deleted aside

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
  const auto work = [&table, ids, kind](db::Transaction& transaction) -> Problems {
    try {
      for (const qint64 id : ids) {
        if (&table == &Task::table())
          setItems(transaction, Id<Task>{id}, {});
        if (&table == &Credential::table())
          removeCredential(transaction, Id<Credential>{id});
        else
          transaction.remove(table, id);
      }
    } catch (const db::Error& error) {
      if (error.cause() != db::Error::Cause::Constraint)
        throw;
      return {{{},
               Say::tr("Not deleted: trackings, notes, documents or mails hang on this %1. It is kept with them.")
                   .arg(kind)}};
    }
    return {};
  };
  const auto tell = [&session](const Problems& problems) {
    for (const Problem& problem : problems)
      Q_EMIT session.said(problem.sentence);
  };
  if (ids.size() > manyRecords)
    session.changeAside(what, work, tell);
  else
    tell(session.tryChange(what, work));
}

void offerRemoving(Session& session, ListingPage* page, const db::Table& table) {
  const auto work = [&session, &table, rows = page->table()] {
    attempt(Say::tr("Deleting"), [&] { removeRecords(session, table, rows->selectedIds()); });
  };
  auto* keys = new QShortcut(Qt::Key_Delete, page->table(), nullptr, nullptr, Qt::WidgetShortcut);
  QObject::connect(keys, &QShortcut::activated, page, work);
  page->addRowMenu([page, work](QMenu& menu) {
    menu.addAction(icon(QStringLiteral("trash-2"), Ink::Second), Say::tr("Delete"), page, work)
        ->setShortcut(Qt::Key_Delete);
  });
}

} // namespace ui
