// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/changes.h"

#include <QCoreApplication>

namespace edit {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Edit)
};

constexpr size_t tellEvery = 256; // cells

template<class Work>
Outcome eachCell(std::span<const Cell> cells, const Progress& progress, size_t most, Work&& work) {
  Outcome outcome;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i % tellEvery == 0 && progress && !progress(qint64(i), qint64(cells.size()))) {
      outcome.isWhole = false;
      return outcome;
    }
    const Cell& cell = cells[i];
    Change change{{}, cell.typed, cell.why};
    if (!change.isRefused())
      change = cell.field && cell.record
                   ? work(cell)
                   : Change{{}, cell.typed, Say::tr("There is nothing in this row that this could be of.")};
    outcome.differing += change.differs();
    outcome.refused += change.isRefused();
    if (outcome.lines.size() < most && (change.differs() || change.isRefused()))
      outcome.lines.push_back({i, std::move(change)});
  }
  return outcome;
}

} // namespace

Outcome preview(db::Database& database, std::span<const Cell> cells, QDate today, const Progress& progress,
                size_t most) {
  Context context(database, today);
  return eachCell(cells, progress, most,
                  [&](const Cell& cell) { return cell.field->look(context, cell.record, cell.typed); });
}

Outcome apply(db::Transaction& transaction, std::span<const Cell> cells, QDate today, const Progress& progress,
              size_t most) {
  Context context(transaction.database(), today);
  return eachCell(cells, progress, most,
                  [&](const Cell& cell) { return cell.field->write(context, transaction, cell.record, cell.typed); });
}

QString nameOf(std::span<const Cell> cells, qint64 differing) {
  const Field* field = nullptr;
  for (const Cell& cell : cells) {
    if (field && cell.field && cell.field != field)
      return Say::tr("Changed %L1 cells").arg(differing);
    if (cell.field)
      field = cell.field;
  }
  if (!field)
    return Say::tr("Changed nothing");
  const QString what = differing == 1 ? field->noun.one : field->noun.many.arg(differing);
  return Say::tr("Changed %1 of %2").arg(field->label, what);
}

} // namespace edit
