// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/rowprovider.h"

#include <QDate>
#include <algorithm>
#include <map>
#include <mutex>
#include <stdexcept>

/// A list in memory with fictional people; its answers can be made to break.
class FakeRows : public ui::RowProvider {
public:
  explicit FakeRows(int rows) {
    static const char* names[]{"Marten, Lily MD", "Nguyen, Thi DO", "Okonkwo, Adaeze MD", "Nuñez, Zoë PA-C",
                               "李, Wei MD"};
    static const char* payors[]{"Aetna · TX", "BCBS · TX", "Medicare · TX", "UnitedHealthcare · TX", "Cigna · OK"};
    static const char* states[]{"Waiting", "New", "In progress", "Completed"};
    for (int i = 0; i < rows; ++i) {
      const QDate due = QDate(2026, 1, 15).addDays((i * 7) % 60 - 20);
      const QString status = QString::fromUtf8(states[i % 4]);
      const bool late = due < QDate(2026, 1, 15) && i % 4 != 3;
      add({i + 1,
           {QString::fromUtf8(names[i % 5]) + (i < 5 ? QString() : QStringLiteral(" %1").arg(i)),
            QString::fromUtf8(payors[i % 5]), QStringLiteral("Confirm receipt"), status,
            i % 9 == 0 ? QString() : due.toString(Qt::ISODate),
            late ? QString::number(due.daysTo(QDate(2026, 1, 15))) : QString(), QString::number(i % 13)}});
    }
  }

  void add(ui::Row row) { m_rows[row.id] = std::move(row); }
  void remove(qint64 id) {
    const std::lock_guard lock(m_lock);
    m_rows.erase(id);
  }
  void change(qint64 id, int column, const QString& value) {
    const std::lock_guard lock(m_lock);
    m_rows.at(id).cells[size_t(column)] = value;
  }

  const std::vector<ui::Column>& columns() const override {
    using ui::CellKind;
    static const std::vector<ui::Column> all{
        {QStringLiteral("provider"), QStringLiteral("Provider"), CellKind::Strong, 180},
        {QStringLiteral("about"), QStringLiteral("About"), CellKind::Text, 160},
        {QStringLiteral("step"), QStringLiteral("Step"), CellKind::Second, 180},
        {QStringLiteral("status"), QStringLiteral("Status"), CellKind::Status, 130},
        {QStringLiteral("due"), QStringLiteral("Due"), CellKind::Due, 160, true, 5, 3},
        {QStringLiteral("late"), QStringLiteral("Days late"), CellKind::Number, 90},
        {QStringLiteral("notes"), QStringLiteral("Notes"), CellKind::Number, 90, false},
    };
    return all;
  }

  std::optional<std::vector<ui::Row>> firstRows(const ui::Query& query, int limit) override {
    breakIfAsked();
    if (takeTime)
      return {};
    auto ids = order(query);
    if (ids.size() > size_t(limit))
      ids.resize(size_t(limit));
    return rowsByIds(ids);
  }

  std::vector<ui::Row> rowsByIds(std::span<const qint64> ids) override {
    breakIfAsked();
    const std::lock_guard lock(m_lock);
    ++pagesRead;
    std::vector<ui::Row> rows;
    for (qint64 id : ids) {
      const auto found = m_rows.find(id);
      rows.push_back(found == m_rows.end() ? ui::Row() : found->second);
    }
    return rows;
  }

  ui::Found allIds(const ui::Query& query, const std::atomic_bool&) override {
    breakIfAsked();
    ui::Found found{order(query), {}};
    const int column = columnOf(query.group);
    for (qint64 id : found.ids) {
      if (column < 0)
        break;
      const QString& value = m_rows.at(id).cells[size_t(column)];
      if (found.groups.empty() || found.groups.back().value != value)
        found.groups.push_back({value, 0});
      ++found.groups.back().rows;
    }
    return found;
  }

  qint64 count(const ui::Query& query) override { return qint64(order(query).size()); }

  bool canGroup() const override { return true; }

  std::atomic_bool broken = false;
  int pagesRead = 0;
  bool takeTime = false; ///< the first rows are not there at once

private:
  int columnOf(const QString& key) const {
    const auto& all = columns();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.key == key; });
    return found == all.end() ? -1 : int(found - all.begin());
  }
  void breakIfAsked() const {
    if (broken)
      throw std::runtime_error("disk I/O error");
  }

  bool fits(const ui::Row& row, const ui::Query& query) const {
    if (!query.text.isEmpty() && !row.cells[0].contains(query.text, Qt::CaseInsensitive))
      return false;
    if (const auto states = query.filters.value(QStringLiteral("status"));
        !states.isEmpty() && !states.contains(row.cells[3]))
      return false;
    const auto due = query.filters.value(QStringLiteral("due"));
    return due.isEmpty() || (due.contains(QStringLiteral("overdue")) && !row.cells[5].isEmpty()) ||
           (due.contains(QStringLiteral("none")) && row.cells[4].isEmpty());
  }

  std::vector<qint64> order(const ui::Query& query) {
    const std::lock_guard lock(m_lock);
    std::vector<const ui::Row*> rows;
    for (const auto& [id, row] : m_rows)
      if (fits(row, query))
        rows.push_back(&row);
    std::vector<ui::SortKey> keys = query.sort;
    if (!query.group.isEmpty())
      keys.insert(keys.begin(), {query.group, false});
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
      const auto column = size_t(columnOf(key->column));
      std::stable_sort(rows.begin(), rows.end(), [&](const ui::Row* a, const ui::Row* b) {
        return key->descending ? b->cells[column] < a->cells[column] : a->cells[column] < b->cells[column];
      });
    }
    std::vector<qint64> ids;
    for (const auto* row : rows)
      ids.push_back(row->id);
    return ids;
  }

  std::mutex m_lock;
  std::map<qint64, ui::Row> m_rows;
};
