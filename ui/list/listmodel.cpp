// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listmodel.h"

#include "ui/shell/attempt.h"

#include <algorithm>

namespace ui {

namespace {
constexpr size_t keptPages = 64;
}

ListModel::ListModel(std::shared_ptr<RowProvider> provider, QDate today, QObject* parent)
    : QAbstractTableModel(parent), m_provider(std::move(provider)), m_today(today) {
  m_pool.setMaxThreadCount(1);
}

ListModel::~ListModel() {
  if (m_stop)
    *m_stop = true;
  m_pool.waitForDone();
}

int ListModel::columnOf(const QString& key) const {
  const auto& all = columns();
  const auto found = std::find_if(all.begin(), all.end(), [&key](const Column& column) { return column.key == key; });
  return found == all.end() ? -1 : int(found - all.begin());
}

void ListModel::ask(const Query& query, std::vector<Query> counted) {
  std::optional<std::vector<Row>> rows = m_provider->firstRows(query, pageRows);
  m_query = query;
  m_counted = std::move(counted);
  m_complete = false;
  if (rows) {
    beginResetModel();
    m_resetting = true; // whoever asks for cells between the two calls gets none
    keepFirst(std::move(*rows));
    m_resetting = false;
    endResetModel();
  }
  if (m_complete)
    Q_EMIT completed();
  work(!m_complete);
}

void ListModel::refresh() {
  if (m_held)
    m_missed = true;
  else
    work(true);
}

void ListModel::hold(bool held) {
  m_held = held;
  if (!held && std::exchange(m_missed, false))
    work(true);
}

void ListModel::keepFirst(std::vector<Row> rows) {
  m_pages.clear();
  m_ids.clear();
  for (const Row& row : rows)
    m_ids.push_back(row.id);
  m_complete = rows.size() < size_t(pageRows);
  m_pages[0] = {std::move(rows), ++m_clock};
}

void ListModel::work(bool withIds) {
  if (m_stop)
    *m_stop = true;
  m_stop = std::make_shared<std::atomic_bool>(false);
  const auto back = [this, stop = m_stop](auto then) {
    QMetaObject::invokeMethod(
        this,
        [stop, then] {
          if (!*stop)
            attempt(tr("Reading the list"), then);
        },
        Qt::QueuedConnection);
  };
  m_pool.start([this, back, withIds, stop = m_stop, provider = m_provider, query = m_query, asked = m_counted] {
    try {
      if (withIds && !*stop) {
        auto ids = std::make_shared<std::vector<qint64>>(provider->allIds(query, *stop));
        back([this, ids] { adopt(std::move(*ids)); });
      }
      std::vector<qint64> counts;
      for (const Query& each : asked) {
        if (*stop)
          return;
        counts.push_back(provider->count(each));
      }
      back([this, counts] { Q_EMIT counted(counts); });
    } catch (...) { // carried to the window's thread, where attempt() shows it
      back([error = std::current_exception()] { std::rethrow_exception(error); });
    }
  });
}

void ListModel::adopt(std::vector<qint64> ids) {
  if (m_held) { // asked for before somebody began to type
    m_missed = true;
    return;
  }
  const bool longer = ids.size() >= m_ids.size() && std::equal(m_ids.begin(), m_ids.end(), ids.begin());
  if (longer && !m_complete) { // the rest of a list whose first page is there
    if (ids.size() > m_ids.size()) {
      beginInsertRows({}, int(m_ids.size()), int(ids.size()) - 1);
      m_ids = std::move(ids);
      endInsertRows();
    }
    m_complete = true;
  } else if (longer && ids.size() == m_ids.size()) { // the same rows, read again
    m_pages.clear();
    if (!m_ids.empty())
      Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
  } else {
    beginResetModel();
    m_resetting = true;
    m_pages.clear();
    m_ids = std::move(ids);
    m_complete = true;
    m_resetting = false;
    endResetModel();
  }
  Q_EMIT completed();
}

int ListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_ids.size()); }

int ListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(columns().size()); }

const Row* ListModel::rowAt(int row) const {
  if (m_resetting || row < 0 || row >= rowCount())
    return nullptr;
  const int page = row / pageRows;
  auto found = m_pages.find(page);
  if (found == m_pages.end()) {
    const size_t first = size_t(page) * pageRows;
    const size_t many = std::min(size_t(pageRows), m_ids.size() - first);
    std::vector<Row> rows;
    // A cell must not throw: what can not be read stays blank, and the message says why.
    if (!attempt(tr("Reading the list"), [&] { rows = m_provider->rowsByIds(std::span(m_ids).subspan(first, many)); }))
      rows.clear();
    rows.resize(many);
    if (m_pages.size() >= keptPages)
      m_pages.erase(std::min_element(m_pages.begin(), m_pages.end(),
                                     [](const auto& a, const auto& b) { return a.second.used < b.second.used; }));
    found = m_pages.emplace(page, Page{std::move(rows), 0}).first;
  }
  found->second.used = ++m_clock;
  const size_t place = size_t(row % pageRows);
  const auto& rows = found->second.rows;
  return place < rows.size() && rows[place].cells.size() == columns().size() ? &rows[place] : nullptr;
}

QVariant ListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  if (role == IdRole)
    return m_ids[size_t(index.row())];
  if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != RawRole && role != FaceRole &&
      role != RowToneRole)
    return {};
  const Row* row = rowAt(index.row());
  if (!row)
    return {};
  if (role == RawRole)
    return row->cells[size_t(index.column())];
  if (role == RowToneRole) {
    for (size_t i = 0; i < columns().size(); ++i)
      if (columns()[i].tints && statusLook(row->cells[i]).tone == Tone::Late)
        return int(Tone::Late);
    return {};
  }
  const CellFace face = cellFace(columns(), *row, index.column(), m_today);
  if (role == FaceRole)
    return QVariant::fromValue(face);
  if (role == Qt::AccessibleTextRole)
    return face.spoken.isEmpty() ? face.text : face.spoken;
  return face.text;
}

QVariant ListModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
    return {};
  if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
    return columns()[size_t(section)].heading;
  return {};
}

} // namespace ui
