// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/cellface.h"
#include "ui/list/rowprovider.h"

#include <QAbstractTableModel>
#include <QDate>
#include <QSet>
#include <QThreadPool>
#include <memory>
#include <unordered_map>

namespace ui {

/// A list of any length over a RowProvider: the first page at once, the ids of all rows from a worker, further pages
/// by id when they are looked at, the least used forgotten. Nothing is filtered or sorted here. Where the list is
/// grouped, a row with a heading stands over each group, and the rows of a closed group are left out.
class ListModel : public QAbstractTableModel {
  Q_OBJECT
public:
  enum Role { IdRole = Qt::UserRole, RawRole, FaceRole, RowToneRole };
  static constexpr int pageRows = 64;  ///< found at once, when a list opens
  static constexpr int pieceRows = 32; ///< read at once, when one of them is painted

  ListModel(std::shared_ptr<RowProvider> provider, QDate today, QObject* parent = nullptr);
  ~ListModel() override;

  const std::vector<Column>& columns() const { return m_provider->columns(); }
  int columnOf(const QString& key) const;

  /// Shows the rows of another question, at once or, where they take time to find, when they are found; and works out
  /// how many rows each query of `counted` has. Throws what the provider throws.
  void ask(const Query& query, std::vector<Query> counted = {});
  /// Reads the rows again, keeping those shown until the new answer is there.
  void refresh();
  /// Another day has begun: cells that tell how late it is are other ones.
  void setToday(QDate today) { m_today = today; }
  /// While it is held no row moves and none is read again (somebody types in a cell); what was missed comes then.
  void hold(bool held);

  const Query& query() const { return m_query; }
  /// The rows that come answer another question than those before; else the same one is read again.
  bool isAnother() const { return m_another; }
  /// All ids are known; before that the list ends with the first page.
  bool isComplete() const { return m_complete; }
  /// The row's id; 0 for a heading.
  qint64 idAt(int row) const { return std::max<qint64>(0, m_ids[size_t(row)]); }
  /// What stands in each row; less than 0 for a heading.
  const std::vector<qint64>& ids() const { return m_ids; }
  /// How many rows were found, also in groups that are closed; headings are none.
  qint64 found() const { return m_found; }
  /// The row itself, else the next one that is no heading, else the one before; -1 when there is none.
  int rowNear(int row) const;

  /// Whether a row can be shown at once, or is read first when it is looked at.
  bool isAtHand(int row) const { return row >= rowCount() || m_pages.count(row / pieceRows) > 0; }
  bool isHeading(int row) const { return row >= 0 && row < rowCount() && m_ids[size_t(row)] < 0; }
  int headingsWithin(int first, int last) const;
  const Group& groupAt(int row) const { return m_groups[size_t(-m_ids[size_t(row)] - 1)]; }
  bool isOpen(const Group& group) const { return !m_closed.contains(group.value); }
  /// "Aetna", "No date".
  QString nameOf(const Group& group) const;
  /// Opens or closes the group of this heading.
  void setOpen(int row, bool open);
  void setAllOpen(bool open);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
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
  std::vector<Row> read(std::span<const qint64> shown) const;
  const Row* rowAt(int row) const;
  void work(bool withIds);
  void adopt(Found found);
  void complete();
  void keepFirst(std::vector<Row> rows);
  std::vector<qint64> laidOut() const;
  void layOut();

  std::shared_ptr<RowProvider> m_provider;
  QDate m_today;
  Query m_query;
  std::vector<Query> m_counted;
  std::vector<qint64> m_ids; ///< of what stands in the list; the heading of group n is -n - 1
  std::vector<qint64> m_all; ///< of a grouped list: all ids, without headings
  std::vector<Group> m_groups;
  QSet<QString> m_closed; ///< values of groups
  qint64 m_found = 0;
  bool m_complete = true;
  bool m_another = false; ///< until all that answers it is there
  bool m_held = false;
  bool m_missed = false; ///< a refresh, while it was held
  bool m_resetting = false;
  mutable std::unordered_map<int, Page> m_pages;
  mutable quint64 m_clock = 0;
  std::shared_ptr<std::atomic_bool> m_stop;
  QThreadPool m_pool; ///< one worker, so that answers come in the order of the questions
};

} // namespace ui
