// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/cellface.h"
#include "ui/list/rowprovider.h"

#include <QAbstractTableModel>
#include <QDate>
#include <QThreadPool>
#include <memory>
#include <unordered_map>

namespace ui {

/// A list of any length over a RowProvider: the first page at once, the ids of all rows from a worker, further pages
/// by id when they are looked at, the least used forgotten. Nothing is filtered or sorted here.
class ListModel : public QAbstractTableModel {
  Q_OBJECT
public:
  enum Role { IdRole = Qt::UserRole, RawRole, FaceRole, RowToneRole };
  static constexpr int pageRows = 128;

  ListModel(std::shared_ptr<RowProvider> provider, QDate today, QObject* parent = nullptr);
  ~ListModel() override;

  const std::vector<Column>& columns() const { return m_provider->columns(); }
  int columnOf(const QString& key) const;

  /// Shows the rows of another question, at once or, where they take time to find, when they are found; and works out
  /// how many rows each query of `counted` has. Throws what the provider throws.
  void ask(const Query& query, std::vector<Query> counted = {});
  /// Reads the rows again, keeping those shown until the new answer is there.
  void refresh();
  /// While it is held no row moves and none is read again (somebody types in a cell); what was missed comes then.
  void hold(bool held);

  const Query& query() const { return m_query; }
  /// All ids are known; before that the list ends with the first page.
  bool isComplete() const { return m_complete; }
  qint64 idAt(int row) const { return m_ids[size_t(row)]; }
  const std::vector<qint64>& ids() const { return m_ids; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
  /// The ids of all rows are there.
  void completed();
  /// The counts asked for, in their order.
  void counted(const std::vector<qint64>& counts);

private:
  struct Page {
    std::vector<Row> rows;
    mutable quint64 used = 0;
  };
  const Row* rowAt(int row) const;
  void work(bool withIds);
  void adopt(std::vector<qint64> ids);
  void keepFirst(std::vector<Row> rows);

  std::shared_ptr<RowProvider> m_provider;
  QDate m_today;
  Query m_query;
  std::vector<Query> m_counted;
  std::vector<qint64> m_ids;
  bool m_complete = true;
  bool m_held = false;
  bool m_missed = false; ///< a refresh, while it was held
  bool m_resetting = false;
  mutable std::unordered_map<int, Page> m_pages;
  mutable quint64 m_clock = 0;
  std::shared_ptr<std::atomic_bool> m_stop;
  QThreadPool m_pool; ///< one worker, so that answers come in the order of the questions
};

} // namespace ui
