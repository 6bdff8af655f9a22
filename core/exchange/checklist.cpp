// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/checklist.h"

#include "core/exchange/lists.h"

namespace exchange {

namespace {

const QString done = QStringLiteral("[x] ");

} // namespace

QString checklistText(const std::vector<TaskItem>& items) {
  QStringList lines;
  for (const TaskItem& item : items)
    lines << (item.done ? done + item.name : item.name);
  return joinList(lines);
}

std::vector<TaskItem> checklistItems(const QString& cell) {
  std::vector<TaskItem> items;
  for (const QString& line : splitList(cell)) {
    TaskItem item;
    item.done = line.startsWith(done, Qt::CaseInsensitive);
    item.name = item.done ? line.mid(done.size()).trimmed() : line;
    if (!item.name.isEmpty())
      items.push_back(item);
  }
  return items;
}

} // namespace exchange
