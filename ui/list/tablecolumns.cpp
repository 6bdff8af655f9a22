// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/celldelegate.h"
#include "ui/list/headerview.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/theme/theme.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopedValueRollback>
#include <algorithm>
#include <cmath>

namespace ui {

namespace {
constexpr int lookedAt = 60; ///< rows: more than most windows show

/// Gives each what it wants as far as it goes round: who wants little has it, the others have equal parts.
std::vector<int> shareOut(int spare, const std::vector<int>& wants) {
  std::vector<size_t> order(wants.size());
  for (size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return wants[a] < wants[b]; });
  std::vector<int> shares(wants.size());
  for (size_t done = 0; done < order.size(); ++done) {
    shares[order[done]] = std::min(wants[order[done]], spare / int(order.size() - done));
    spare -= shares[order[done]];
  }
  return shares;
}
/// What a column gets before others get more. A name is cut only where it is very long; dates and pills keep a width
/// that fits all of them, those too that are not in sight.
int firstShare(CellKind kind, int needed, int usual) {
  switch (kind) {
  case CellKind::Strong:
    return std::min(needed, usual * 3 / 2);
  case CellKind::Text:
  case CellKind::Second:
    return std::min(needed, usual);
  default:
    return usual;
  }
}
/// What is kept of widths is in pixels at normal zoom: it may be read at another.
int atNormalZoom(int width) {
  constexpr int large = 10000;
  return int(std::lround(double(width) * large / px(large)));
}
} // namespace

QString TableView::keyOf(int column) const { return m_model->columns()[size_t(column)].key; }

std::vector<int> TableView::shownColumns() const {
  std::vector<int> shown;
  for (int visual = 0; visual < m_headings->count(); ++visual)
    if (const int logical = m_headings->logicalIndex(visual); !m_headings->isSectionHidden(logical))
      shown.push_back(logical);
  return shown;
}

void TableView::setColumnShown(const QString& key, bool shown) {
  const int column = m_model->columnOf(key);
  if (column < 0 || (!shown && shownColumns() == std::vector<int>{column}))
    return; // a list without columns could not be found again
  setColumnHidden(column, !shown);
  fitColumns();
}

int TableView::usualWidth(int column) const { return px(m_model->columns()[size_t(column)].width); }

void TableView::resetColumns() {
  QScopedValueRollback fitting(m_isFitting, true);
  const int count = int(m_model->columns().size());
  m_isSized = false;
  m_needed.assign(size_t(count), 0);
  m_widths.resize(size_t(count));
  for (int i = 0; i < count; ++i) {
    m_headings->moveSection(m_headings->visualIndex(i), i);
    setColumnHidden(i, !m_model->columns()[size_t(i)].shown);
    setColumnWidth(i, m_widths[size_t(i)] = usualWidth(i));
  }
  m_isFitting = false;
  fitColumns();
}

QByteArray TableView::columnState() const {
  QJsonArray state;
  for (int visual = 0; visual < m_headings->count(); ++visual) {
    const int column = m_headings->logicalIndex(visual);
    const bool hidden = m_headings->isSectionHidden(column);
    QJsonObject each{{QStringLiteral("key"), keyOf(column)}, {QStringLiteral("shown"), !hidden}};
    if (!hidden)
      each.insert(QStringLiteral("width"),
                  m_isSized ? atNormalZoom(m_widths[size_t(column)]) : m_model->columns()[size_t(column)].width);
    state.append(each);
  }
  return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void TableView::setColumnState(const QByteArray& state) {
  QScopedValueRollback fitting(m_isFitting, true);
  m_isSized = false;
  int place = 0;
  for (const auto& value : QJsonDocument::fromJson(state).array()) {
    const QJsonObject each = value.toObject();
    const int column = m_model->columnOf(each.value(QStringLiteral("key")).toString());
    if (column < 0)
      continue;
    m_headings->moveSection(m_headings->visualIndex(column), place++);
    setColumnHidden(column, !each.value(QStringLiteral("shown")).toBool());
    if (const int width = each.value(QStringLiteral("width")).toInt(); width > 0) {
      m_isSized = m_isSized || width != m_model->columns()[size_t(column)].width;
      setColumnWidth(column, m_widths[size_t(column)] = px(width));
    }
  }
  if (shownColumns().empty())
    resetColumns();
  m_isFitting = false;
  fitColumns();
}

void TableView::followColumns() {
  connect(m_headings, &QHeaderView::sectionResized, this, [this](int column, int before, int now) {
    if (m_isFitting || before == 0 || now == 0)
      return; // not somebody's wish
    m_isSized = true;
    m_widths[size_t(column)] = now;
    fitColumns();
  });
  connect(m_headings, &QHeaderView::sectionMoved, this, &TableView::fitColumns);
  connect(m_model, &QAbstractItemModel::modelReset, this, &TableView::fitColumns);
  connect(m_model, &ListModel::completed, this, &TableView::fitColumns);
}

/// The columns share the room there is; what nobody needs goes to the last one. Once somebody made a column wider or
/// narrower all stay as they are but for the last.
void TableView::fitColumns() {
  const std::vector<int> shown = shownColumns();
  if (m_isFitting || shown.empty() || !isVisible())
    return;
  const QScopedValueRollback fitting(m_isFitting, true);
  if (!m_isSized)
    shareRoom(shown);
  int left = viewport()->width();
  for (const int column : shown) {
    const int width = m_widths[size_t(column)];
    setColumnWidth(column, column == shown.back() ? std::max(width, left) : width);
    left -= width;
  }
}

/// Every column gets what its heading and its cells in sight need, as far as it goes round, then its usual width.
void TableView::shareRoom(const std::vector<int>& shown) {
  const int first = std::max(0, rowAt(0));
  const int lowest = rowAt(viewport()->height() - 1);
  const int last = std::min(first + lookedAt, lowest < 0 ? m_model->rowCount() - 1 : lowest);
  int room = viewport()->width();
  for (const int column : shown) {
    int& needed =
        m_needed[size_t(column)]; // it only grows: columns that came and went with each filter would be unrest
    needed = std::max(needed, m_headings->neededWidth(column));
    for (int row = first; row <= last; ++row)
      if (!m_model->isHeading(row))
        needed = std::max(needed, m_delegate->sizeHint({}, m_model->index(row, column)).width());
    const CellKind kind = m_model->columns()[size_t(column)].kind;
    room -= m_widths[size_t(column)] = firstShare(kind, needed, usualWidth(column));
  }
  for (const int column : shown) // sooner a name that is cut than a column out of sight, where that is all it takes
    if (const int extra = m_widths[size_t(column)] - usualWidth(column); room < 0 && extra >= -room) {
      m_widths[size_t(column)] += room;
      room = 0;
    }
  const auto widen = [&](const auto& wanted) {
    std::vector<int> wants;
    for (const int column : shown)
      wants.push_back(std::max(0, wanted(column) - m_widths[size_t(column)]));
    const std::vector<int> shares = shareOut(std::max(0, room), wants);
    for (size_t i = 0; i < shown.size(); ++i) {
      m_widths[size_t(shown[i])] += shares[i];
      room -= shares[i];
    }
  };
  widen([this](int column) { return m_needed[size_t(column)]; });
  widen([this](int column) { return usualWidth(column); });
}

void TableView::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  fitColumns();
}

void TableView::showEvent(QShowEvent* event) {
  QTableView::showEvent(event);
  fitColumns();
}

} // namespace ui
