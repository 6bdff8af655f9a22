// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listmodel.h"

#include "core/calendar/typeddate.h"
#include "ui/shell/attempt.h"
#include "ui/shell/reader.h"

#include <algorithm>

namespace ui {

namespace {
constexpr size_t keptPieces = 256;
}

ListModel::ListModel(std::shared_ptr<RowProvider> provider, QDate today, QObject* parent)
    : QAbstractTableModel(parent), m_provider(std::move(provider)), m_today(today) {
  m_pool.setMaxThreadCount(1);
}

ListModel::~ListModel() {
  if (m_stop)
    *m_stop = true;
  endReading(m_pool);
}

int ListModel::columnOf(const QString& key) const {
  const auto& all = columns();
  const auto found = std::find_if(all.begin(), all.end(), [&key](const Column& column) { return column.key == key; });
  return found == all.end() ? -1 : int(found - all.begin());
}

void ListModel::ask(const Query& query, std::vector<Query> counted) {
  std::optional<std::vector<Row>> rows = m_provider->firstRows(query, pageRows);
  if (m_query.group != query.group)
    m_closed.clear();
  m_query = query;
  m_another = true;
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
    complete();
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
  m_groups.clear();
  m_complete = rows.size() < size_t(pageRows);
  m_found = qint64(rows.size());
  const int grouped = columnOf(m_query.group);
  std::vector<Row> shown;
  if (grouped < 0) {
    for (const Row& row : rows)
      m_ids.push_back(row.id);
    shown = std::move(rows);
  } else {
    m_all.clear();
    for (const Row& row : rows) {
      m_all.push_back(row.id);
      if (const QString& value = row.cells[size_t(grouped)]; m_groups.empty() || value != m_groups.back().value)
        m_groups.push_back({value, 0});
      ++m_groups.back().rows;
    }
    m_ids = laidOut();
    if (!m_complete)
      m_groups.back().rows = -1; // it goes on, nobody knows how far
    auto next = rows.begin();
    for (size_t i = 0; i < m_ids.size() && i < size_t(pageRows); ++i) {
      while (m_ids[i] > 0 && next->id != m_ids[i])
        ++next; // of a closed group
      shown.push_back(m_ids[i] > 0 ? std::move(*next++) : Row());
    }
  }
  for (size_t i = 0; i < shown.size(); ++i) {
    Page& piece = m_pages[int(i) / pieceRows];
    piece.rows.push_back(std::move(shown[i]));
    piece.used = ++m_clock;
  }
}

/// The rows as they stand in a grouped list: each heading, and under it what is not closed.
std::vector<qint64> ListModel::laidOut() const {
  std::vector<qint64> ids;
  ids.reserve(m_all.size() + m_groups.size());
  auto from = m_all.begin();
  for (size_t i = 0; i < m_groups.size(); ++i) {
    const auto to = m_groups[i].rows < 0 ? m_all.end() : from + m_groups[i].rows;
    ids.push_back(-qint64(i) - 1);
    if (isOpen(m_groups[i]))
      ids.insert(ids.end(), from, to);
    from = to;
  }
  return ids;
}

/// Lays the rows out again after groups were opened or closed.
void ListModel::layOut() {
  beginResetModel();
  m_resetting = true;
  m_pages.clear();
  m_ids = laidOut();
  m_resetting = false;
  endResetModel();
  Q_EMIT completed();
}

void ListModel::setOpen(int row, bool open) {
  if (!isHeading(row) || !m_complete || isOpen(groupAt(row)) == open)
    return; // (as long as not all are known, nobody knows what to leave out)
  const Group group = groupAt(row);
  const qint64 heading = m_ids[size_t(row)];
  if (open)
    m_closed.remove(group.value);
  else
    m_closed.insert(group.value);
  m_pages.clear();
  const auto at = m_ids.begin() + row + 1;
  if (open) {
    auto from = m_all.begin();
    for (qint64 i = 0; i < -heading - 1; ++i)
      from += m_groups[size_t(i)].rows;
    beginInsertRows({}, row + 1, row + int(group.rows));
    m_ids.insert(at, from, from + group.rows);
    endInsertRows();
  } else {
    beginRemoveRows({}, row + 1, row + int(group.rows));
    m_ids.erase(at, at + group.rows);
    endRemoveRows();
  }
  Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void ListModel::setAllOpen(bool open) {
  if (!m_complete || m_groups.empty() || (open && m_closed.isEmpty()))
    return;
  m_closed.clear();
  if (!open)
    for (const Group& group : m_groups)
      m_closed.insert(group.value);
  layOut();
}

int ListModel::rowNear(int row) const {
  for (int i = std::max(0, row); i < rowCount(); ++i)
    if (!isHeading(i))
      return i;
  for (int i = std::min(row, rowCount()) - 1; i >= 0; --i)
    if (!isHeading(i))
      return i;
  return -1;
}

int ListModel::headingsWithin(int first, int last) const {
  if (m_groups.empty())
    return 0;
  return int(std::count_if(m_ids.begin() + first, m_ids.begin() + last + 1, [](qint64 id) { return id < 0; }));
}

QString ListModel::nameOf(const Group& group) const {
  const int column = columnOf(m_query.group);
  if (column < 0)
    return group.value;
  const Column& of = columns()[size_t(column)];
  if (group.value.isEmpty())
    return tr("%1: none").arg(of.heading);
  const QDate date = QDate::fromString(group.value, Qt::ISODate);
  return date.isValid() ? shownDate(date, m_today) : group.value;
}

void ListModel::work(bool withIds) {
  if (m_stop) {
    *m_stop = true;
    stopReading(m_pool);
  }
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
    const ReadingFor pool(m_pool);
    try {
      if (withIds && !*stop) {
        auto found = std::make_shared<Found>(provider->allIds(query, *stop));
        back([this, found] { adopt(std::move(*found)); });
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

void ListModel::adopt(Found found) {
  if (m_held) { // asked for before somebody began to type
    m_missed = true;
    return;
  }
  m_found = qint64(found.ids.size());
  m_groups = std::move(found.groups);
  std::vector<qint64> ids = std::move(found.ids);
  if (!m_groups.empty()) {
    m_all = std::move(ids);
    ids = laidOut();
  }
  const bool longer = ids.size() >= m_ids.size() && std::equal(m_ids.begin(), m_ids.end(), ids.begin());
  if (longer && !m_complete) { // the rest of a list whose first page is there
    if (ids.size() > m_ids.size()) {
      const int known = int(m_ids.size());
      beginInsertRows({}, known, int(ids.size()) - 1);
      m_ids = std::move(ids);
      m_pages.erase(known / pieceRows); // it ended with the rows known so far
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
  complete();
}

void ListModel::complete() {
  Q_EMIT completed();
  m_another = false;
}

int ListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_ids.size()); }

int ListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(columns().size()); }

/// The rows that stand there; empty ones for headings.
std::vector<Row> ListModel::read(std::span<const qint64> shown) const {
  if (m_groups.empty())
    return m_provider->rowsByIds(shown);
  std::vector<qint64> ids;
  std::copy_if(shown.begin(), shown.end(), std::back_inserter(ids), [](qint64 id) { return id > 0; });
  std::vector<Row> found = m_provider->rowsByIds(ids), rows;
  auto next = found.begin();
  for (const qint64 id : shown)
    rows.push_back(id > 0 ? std::move(*next++) : Row());
  return rows;
}

const Row* ListModel::rowAt(int row) const {
  if (m_resetting || row < 0 || row >= rowCount())
    return nullptr;
  const int page = row / pieceRows;
  auto found = m_pages.find(page);
  if (found == m_pages.end()) {
    const size_t first = size_t(page) * pieceRows;
    const size_t many = std::min(size_t(pieceRows), m_ids.size() - first);
    std::vector<Row> rows;
    // A cell must not throw: what can not be read stays blank, and the message says why.
    if (!attempt(tr("Reading the list"), [&] { rows = read(std::span(m_ids).subspan(first, many)); }))
      rows.clear();
    rows.resize(many);
    if (m_pages.size() >= keptPieces)
      m_pages.erase(std::min_element(m_pages.begin(), m_pages.end(),
                                     [](const auto& a, const auto& b) { return a.second.used < b.second.used; }));
    found = m_pages.emplace(page, Page{std::move(rows), 0}).first;
  }
  found->second.used = ++m_clock;
  const size_t place = size_t(row % pieceRows);
  const auto& rows = found->second.rows;
  return place < rows.size() && rows[place].cells.size() == columns().size() ? &rows[place] : nullptr;
}

Qt::ItemFlags ListModel::flags(const QModelIndex& index) const {
  return isHeading(index.row()) ? Qt::ItemIsEnabled : QAbstractTableModel::flags(index);
}

QVariant ListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  if (role == IdRole)
    return idAt(index.row());
  if (isHeading(index.row())) {
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
      return {};
    const Group& group = groupAt(index.row());
    QString said = group.rows < 0 ? nameOf(group) : tr("%1, %L2").arg(nameOf(group)).arg(group.rows);
    if (!group.beside.isEmpty())
      said += QStringLiteral(", ") + group.beside;
    return said;
  }
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
