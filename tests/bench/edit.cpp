// SPDX-License-Identifier: GPL-3.0-or-later
// credenza-edit FILE YYYY-MM-DD: how long large changes of lists take, in milliseconds. The file is changed: a copy.
#include "core/db/history.h"
#include "core/edit/changes.h"
#include "core/edit/reassign.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

namespace {

QTextStream out(stdout);

/// Previews a change of records, applies it, and takes it back.
void measure(db::Database& database, const char* key, const QString& typed, const QString& records, QDate today) {
  const db::Actor actor{QStringLiteral("Bench"), QDateTime(today, QTime(12, 0), Qt::UTC)};
  std::vector<edit::Cell> cells;
  database.each(records, {}, [&](db::Row& row) {
    cells.push_back({edit::find(QLatin1String(key)), row.number(), typed});
  });
  QElapsedTimer clock;
  clock.start();
  const edit::Outcome found = edit::preview(database, cells, today);
  const qint64 previewed = clock.restart();
  db::Transaction transaction(database, actor, edit::nameOf(cells, found.differing));
  const edit::Outcome outcome = edit::apply(transaction, cells, today);
  transaction.commit();
  const qint64 applied = clock.restart();
  const qint64 rows =
      database.value(QStringLiteral("SELECT count(*) FROM change_row WHERE change_id = ?"), {transaction.changeId()});
  clock.restart();
  const bool undone = transaction.changeId() && db::history::undo(database, actor, transaction.changeId()).isOk();
  out << QStringLiteral("%1 of %2: %3 differ, %4 refused; preview %5, apply %6, undo %7 (%8 rows written)\n")
             .arg(QLatin1String(key))
             .arg(cells.size())
             .arg(outcome.differing)
             .arg(outcome.refused)
             .arg(previewed)
             .arg(applied)
             .arg(undone ? clock.elapsed() : -1)
             .arg(rows);
  out.flush();
}

} // namespace

int main(int argc, char** argv) {
  const QCoreApplication app(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  const QDate today = QDate::fromString(arguments.value(2), Qt::ISODate);
  if (!today.isValid()) {
    out << "usage: credenza-edit FILE YYYY-MM-DD\n";
    return 2;
  }
  db::Database database(arguments[1]);
  const QString steps = QStringLiteral("SELECT id FROM step WHERE status IN ('New', 'In progress', 'Waiting') ORDER BY "
                                       "due, id LIMIT 10000");
  measure(database, "step.follow_up", QStringLiteral("+7"), steps, today);
  measure(database, "step.assignee_id", QString(), steps, today);
  measure(database, "step.due", QStringLiteral("eom"), steps, today);
  measure(database, "step.status", QStringLiteral("Completed"), steps, today);
  measure(database, "enrollment.follow_up", QStringLiteral("+7"), QStringLiteral("SELECT id FROM enrollment"), today);

  QElapsedTimer clock;
  clock.start();
  const std::vector<edit::LoadOf> loads = edit::loads(database);
  out << QStringLiteral("loads of %1 people: %2\n").arg(loads.size()).arg(clock.restart());
  edit::Handover handover{loads.front().who, {}, {loads[1].who, loads[2].who}};
  for (size_t i = 0; i < edit::dutyCount; ++i)
    handover.duties.insert(edit::Duty(i));
  const edit::Dealt dealt = edit::deal(database, handover);
  out << QStringLiteral("dealing %1 items: %2\n").arg(dealt.items.size()).arg(clock.elapsed());
  return 0;
}
