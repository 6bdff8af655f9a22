// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/previewrows.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

namespace ui {
namespace {

using exchange::Outcome;
using exchange::RowOutcome;

struct Say {
  Q_DECLARE_TR_FUNCTIONS(PreviewRows)
};

/// What a person looks at first comes first.
int rank(Outcome outcome) {
  switch (outcome) {
  case Outcome::Updated:
    return 0;
  case Outcome::Rejected:
    return 1;
  case Outcome::Created:
    return 2;
  case Outcome::Unchanged:
    break;
  }
  return 3;
}

} // namespace

QString outcomeWord(Outcome outcome) {
  switch (outcome) {
  case Outcome::Created:
    return Say::tr("New");
  case Outcome::Updated:
    return Say::tr("Changed");
  case Outcome::Rejected:
    return Say::tr("Rejected");
  case Outcome::Unchanged:
    break;
  }
  return Say::tr("Same");
}

QString outcomeText(const RowOutcome& row) {
  if (row.outcome == Outcome::Rejected)
    return row.reason;
  QStringList parts;
  for (const exchange::CellChange& change : row.changes)
    parts += change.before.isEmpty() ? Say::tr("%1: %2 (was empty)").arg(change.heading, change.after)
                                     : Say::tr("%1: %2 → %3").arg(change.heading, change.before, change.after);
  return parts.join(QStringLiteral(" · "));
}

PreviewRows::PreviewRows(const QString& file, std::map<QString, exchange::HeaderMatch> matches)
    : m_file(file), m_matches(std::move(matches)) {
  m_columns = {{QStringLiteral("outcome"), Say::tr("Outcome"), CellKind::Status, 112},
               {QStringLiteral("row"), Say::tr("Row"), CellKind::Number, 76},
               {QStringLiteral("sheet"), Say::tr("Sheet"), CellKind::Second, 120, m_matches.size() > 1},
               {QStringLiteral("about"), Say::tr("Row is about"), CellKind::Strong, 200},
               {QStringLiteral("what"), Say::tr("What changes, or why not"), CellKind::Text, 200}};
}

/// The import tells a sheet among several as "master.xlsx, Providers", a single one by its file.
QString PreviewRows::sheetOf(const RowOutcome& row) const {
  const QString before = QFileInfo(m_file).fileName() + QStringLiteral(", ");
  return row.sheet.startsWith(before) ? row.sheet.mid(before.size()) : QFileInfo(m_file).completeBaseName();
}

/// The cells of the columns that name a record: those a kind needs, and the provider.
QString PreviewRows::aboutOf(const RowOutcome& row) const {
  QStringList parts;
  const auto found = m_matches.find(sheetOf(row));
  if (found != m_matches.end() && !found->second.columnAt.empty()) {
    const auto& columns = exchange::columnsOf(found->second.kind).columns;
    for (size_t i = 0; i < columns.size(); ++i) {
      const int at = found->second.columnAt[i];
      if (!columns[i].needed && columns[i].name != QLatin1String("Provider"))
        continue;
      if (const QString text = at < 0 ? QString() : row.cells.value(at).simplified(); !text.isEmpty())
        parts += text;
    }
  }
  for (auto cell = row.cells.begin(); parts.isEmpty() && cell != row.cells.end(); ++cell)
    if (!cell->simplified().isEmpty())
      parts += cell->simplified();
  return parts.isEmpty() ? Say::tr("Row %1").arg(row.row) : parts.join(QStringLiteral(" · "));
}

void PreviewRows::add(const RowOutcome& row) {
  const Place place(row.sheet + QLatin1Char('\n') + row.kind, row.row);
  const auto known = m_places.constFind(place);
  if (known != m_places.constEnd()) {
    Held& held = m_rows[*known];
    --m_held[size_t(held.row.outcome)];
    ++m_held[size_t(row.outcome)];
    held.row = row;
    held.row.cells.clear();
    return;
  }
  ++m_seen;
  size_t& held = m_held[size_t(row.outcome)];
  if (held == heldOfEach)
    return;
  ++held;
  m_places.insert(place, m_rows.size());
  m_rows.push_back({row, aboutOf(row)});
  m_rows.back().row.cells.clear(); // twenty thousand whole rows are not kept for a line each
}

void PreviewRows::finish(const exchange::ImportReport& report) {
  for (const exchange::KindResult& kind : report.kinds) {
    m_totals[size_t(Outcome::Created)] += kind.created;
    m_totals[size_t(Outcome::Updated)] += kind.updated;
    m_totals[size_t(Outcome::Unchanged)] += kind.unchanged;
    m_totals[size_t(Outcome::Rejected)] += kind.rejected;
  }
  m_places.clear();
  std::stable_sort(m_rows.begin(), m_rows.end(),
                   [](const Held& a, const Held& b) { return rank(a.row.outcome) < rank(b.row.outcome); });
  for (Held& held : m_rows) {
    const QString what = outcomeText(held.row);
    held.cells = {outcomeWord(held.row.outcome), QString::number(held.row.row), sheetOf(held.row), held.about, what};
    held.found = folded(held.about + QLatin1Char(' ') + what);
  }
}

qint64 PreviewRows::total() const { return m_totals[0] + m_totals[1] + m_totals[2] + m_totals[3]; }

/// At most `limit` ids, the first ones; in the order rows came in when nothing else is asked.
std::vector<qint64> PreviewRows::order(const Query& query, size_t limit) const {
  const QStringList outcomes = query.filters.value(QStringLiteral("outcome"));
  const QString wanted = folded(query.text);
  std::vector<qint64> ids;
  for (size_t i = 0; i < m_rows.size() && (ids.size() < limit || !query.sort.empty()); ++i) {
    const Held& held = m_rows[i];
    if ((outcomes.isEmpty() || outcomes.contains(held.cells.front())) && held.found.contains(wanted))
      ids.push_back(qint64(i) + 1);
  }
  for (auto key = query.sort.rbegin(); key != query.sort.rend(); ++key) {
    const auto column =
        std::find_if(m_columns.begin(), m_columns.end(), [&](const Column& each) { return each.key == key->column; });
    const auto cell = [&, at = size_t(column - m_columns.begin())](qint64 id) -> const QString& {
      return m_rows[size_t(id - 1)].cells[at];
    };
    const bool number = column->kind == CellKind::Number;
    const auto before = [&](qint64 a, qint64 b) {
      return number && cell(a).size() != cell(b).size() ? cell(a).size() < cell(b).size() : cell(a) < cell(b);
    };
    std::stable_sort(ids.begin(), ids.end(),
                     [&](qint64 a, qint64 b) { return key->descending ? before(b, a) : before(a, b); });
  }
  if (ids.size() > limit)
    ids.resize(limit);
  return ids;
}

std::optional<std::vector<Row>> PreviewRows::firstRows(const Query& query, int limit) {
  return rowsByIds(order(query, size_t(limit)));
}

std::vector<Row> PreviewRows::rowsByIds(std::span<const qint64> ids) {
  std::vector<Row> rows;
  for (const qint64 id : ids)
    rows.push_back({id, m_rows[size_t(id - 1)].cells});
  return rows;
}

Found PreviewRows::allIds(const Query& query, const std::atomic_bool&) { return {order(query, m_rows.size()), {}}; }

qint64 PreviewRows::count(const Query& query) {
  if (!query.text.isEmpty())
    return qint64(order(query, m_rows.size()).size());
  const QStringList outcomes = query.filters.value(QStringLiteral("outcome"));
  if (outcomes.isEmpty())
    return total();
  qint64 sum = 0;
  for (const Outcome each : {Outcome::Created, Outcome::Updated, Outcome::Unchanged, Outcome::Rejected})
    if (outcomes.contains(outcomeWord(each)))
      sum += total(each);
  return sum;
}

} // namespace ui
