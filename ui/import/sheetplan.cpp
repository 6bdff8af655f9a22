// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/sheetplan.h"

#include <algorithm>

namespace ui {

void SheetPlan::leaveOut() {
  match.columnAt.clear();
  match.score = 0;
}

void SheetPlan::setKind(exchange::Kind kind) {
  const qint64 row = match.row;
  match = exchange::matchHeadings(kind, match.headings);
  match.row = row;
}

void SheetPlan::setColumn(int heading, int column) {
  std::replace(match.columnAt.begin(), match.columnAt.end(), heading, -1);
  if (column >= 0)
    match.columnAt[size_t(column)] = heading;
}

int SheetPlan::columnOf(int heading) const {
  const auto at = std::find(match.columnAt.begin(), match.columnAt.end(), heading);
  return at == match.columnAt.end() ? -1 : int(at - match.columnAt.begin());
}

bool SheetPlan::isReadBeside(const QString& heading) const {
  return std::any_of(look.readBeside.begin(), look.readBeside.end(),
                     [&](const auto& one) { return one.first == heading; });
}

QString SheetPlan::missing() const {
  const QStringList names = isLeftOut() ? QStringList() : match.missing();
  return names.isEmpty() ? QString()
                         : tr("No column is imported as %1, which %2 need.")
                               .arg(names.join(QStringLiteral(", ")), QString(exchange::columnsOf(match.kind).name));
}

SheetPlan planOf(const exchange::SheetLook& look) {
  SheetPlan plan{.look = look, .found = look.match, .match = {}};
  if (!look.understood || !look.problem.isEmpty())
    plan.found.columnAt.clear();
  plan.match = plan.found;
  return plan;
}

QString kindTitle(const QString& kind) { return kind.left(1).toUpper() + kind.mid(1); }

} // namespace ui
