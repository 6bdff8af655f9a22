// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/tableview.h"

#include "ui/list/celldelegate.h"
#include "ui/list/headerview.h"
#include "ui/list/listmodel.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace ui {

namespace {
constexpr size_t keptSelection = 20000; // more rows than this are "all", and all is chosen again quickly
}

TableView::TableView(ListModel* model, QWidget* parent)
    : QTableView(parent), m_model(model), m_headings(new HeaderView(this)), m_delegate(new CellDelegate(this)) {
  setHorizontalHeader(m_headings); // first: the header that comes with the table would read the model too
  setModel(model);
  setItemDelegate(m_delegate);
  setShowGrid(false);
  setWordWrap(false);
  setSelectionBehavior(SelectRows);
  setSelectionMode(ExtendedSelection);
  setEditTriggers(NoEditTriggers);
  setHorizontalScrollMode(ScrollPerPixel);
  setTabKeyNavigation(false);
  m_naming.setSingleShot(true);
  m_naming.setInterval(QApplication::keyboardInputInterval());
  setMouseTracking(true);
  setCornerButtonEnabled(false);
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  measure();
  resetColumns();
  followColumns();

  connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex& index) {
    if (!m_model->isHeading(index.row()))
      Q_EMIT opened(m_model->idAt(index.row()));
  });
  connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &TableView::remember);
  connect(model, &ListModel::completed, this, &TableView::restore);
  connect(model, &QAbstractItemModel::modelReset, this, [this] { Q_EMIT selectionCounted(0); });
  connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
    m_keptAll =
        m_keptAll && selectedRows() == m_model->rowCount() - m_model->headingsWithin(0, m_model->rowCount() - 1);
    Q_EMIT selectionCounted(selectedRows());
  });
  connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { viewport()->update(); });
}

// In this order: rows below a new minimum would be raised one by one, each after a walk over all those above it.
void TableView::measure() {
  verticalHeader()->setDefaultSectionSize(px(size::row));
  verticalHeader()->setMinimumSectionSize(px(size::row));
}

std::vector<int> TableView::selectedRowNumbers() const {
  std::vector<int> rows;
  for (const auto& range : selectionModel()->selection())
    for (int row = range.top(); row <= range.bottom(); ++row)
      if (!m_model->isHeading(row))
        rows.push_back(row);
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

int TableView::selectedRows() const {
  const QItemSelection selection = selectionModel()->selection();
  // All rows of a long list are one range: counted without listing them.
  return selection.size() != 1 ? int(selectedRowNumbers().size())
                               : selection.front().height() -
                                     m_model->headingsWithin(selection.front().top(), selection.front().bottom());
}

void TableView::selectAll() {
  QTableView::selectAll();
  m_keptAll = !m_model->isComplete(); // the rest as soon as it is known
}

std::vector<qint64> TableView::selectedIds() const {
  std::vector<qint64> ids;
  for (int row : selectedRowNumbers())
    ids.push_back(m_model->idAt(row));
  return ids;
}

qint64 TableView::currentId() const { return currentIndex().isValid() ? m_model->idAt(currentIndex().row()) : 0; }

bool TableView::select(qint64 id) {
  const auto& ids = m_model->ids();
  const auto found = std::find(ids.begin(), ids.end(), id);
  if (id <= 0 || found == ids.end())
    return false;
  const auto shown = shownColumns();
  setCurrentIndex(m_model->index(int(found - ids.begin()), shown.empty() ? 0 : shown.front()));
  return true;
}

void TableView::remember() {
  if (!m_kept.empty() || m_keptCurrent != 0)
    return; // still waiting for the ids of the question before
  m_keptCurrent = currentId();
  m_keptNext.clear();
  for (size_t row = size_t(std::max(0, currentIndex().row())); m_keptCurrent != 0 && row < m_model->ids().size(); ++row)
    if (m_keptNext.push_back(m_model->ids()[row]); m_keptNext.size() > keptSelection)
      break;
  m_keptColumn = currentIndex().column();
  m_keptScroll = verticalScrollBar()->value();
  m_keptAll = false; // all of another question are others
  if (selectedRows() <= int(keptSelection))
    m_kept = selectedIds();
}

void TableView::restore() {
  const std::unordered_set<qint64> wanted(m_kept.begin(), m_kept.end());
  QItemSelection rows;
  QModelIndex current;
  const auto shown = shownColumns();
  const int first = m_keptColumn >= 0 && !isColumnHidden(m_keptColumn) ? m_keptColumn
                    : shown.empty()                                    ? 0
                                                                       : shown.front();
  if (m_keptAll)
    QTableView::selectAll();
  if (!wanted.empty() || m_keptCurrent != 0)
    for (int row = 0; row < m_model->rowCount(); ++row) {
      const qint64 id = m_model->idAt(row);
      if (id > 0 && wanted.contains(id))
        rows.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
      if (id > 0 && id == m_keptCurrent)
        current = m_model->index(row, first);
    }
  if (m_keptCurrent != 0 && !current.isValid() && !m_model->isAnother()) {
    const bool wasAlone = m_kept == std::vector{m_keptCurrent};
    current = m_model->index(rowInItsPlace(), first);
    if (wasAlone && current.isValid())
      rows.select(current, current.siblingAtColumn(m_model->columnCount() - 1));
  }
  m_kept.clear();
  m_keptCurrent = 0;
  m_keptAll = false;
  if (!rows.isEmpty())
    selectionModel()->select(rows, QItemSelectionModel::Select);
  if (!current.isValid())
    return;
  selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
  verticalScrollBar()->setValue(m_keptScroll);
  scrollTo(current);
}

/// Where the row with the cursor is gone, the first of those below it that is still there, else the last one: whoever
/// goes down a list, dealing with one after the other, stays in it.
int TableView::rowInItsPlace() const {
  std::unordered_map<qint64, size_t> places; // few, where the rows may be a million
  for (size_t i = 0; i < m_keptNext.size(); ++i)
    if (m_keptNext[i] > 0)
      places.emplace(m_keptNext[i], i);
  const auto& ids = m_model->ids();
  size_t nearest = m_keptNext.size(), row = 0;
  for (size_t i = 0; i < ids.size(); ++i)
    if (const auto it = places.find(ids[i]); it != places.end() && it->second < nearest) {
      nearest = it->second;
      row = i;
    }
  return nearest < m_keptNext.size() ? int(row) : m_model->rowNear(int(ids.size()) - 1);
}

void TableView::hover(int row) {
  if (m_delegate->hoverRow() == row)
    return;
  m_delegate->setHoverRow(row);
  viewport()->update();
}

void TableView::mouseMoveEvent(QMouseEvent* event) {
  hover(rowAt(int(event->position().y())));
  QTableView::mouseMoveEvent(event);
}

void TableView::leaveEvent(QEvent* event) {
  hover(-1);
  QTableView::leaveEvent(event);
}

void TableView::focusInEvent(QFocusEvent* event) {
  QTableView::focusInEvent(event);
  viewport()->update();
}

void TableView::focusOutEvent(QFocusEvent* event) {
  QTableView::focusOutEvent(event);
  viewport()->update();
}

void TableView::changeEvent(QEvent* event) {
  QTableView::changeEvent(event);
  if (event->type() != QEvent::StyleChange && event->type() != QEvent::FontChange)
    return;
  measure();
  std::fill(m_needed.begin(), m_needed.end(), 0);
  fitColumns();
}

void TableView::contextMenuEvent(QContextMenuEvent* event) {
  QPoint place = event->globalPos();
  if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid())
    place = viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft());
  Q_EMIT menuAsked(place);
}

/// Whether a key begins to change the cell the cursor is in: F2, or what can be written. (Space is no beginning.)
bool TableView::edits(QKeyEvent* event) {
  if (!currentIndex().isValid() || m_model->isHeading(currentIndex().row()) ||
      !m_model->columns()[size_t(currentIndex().column())].edits)
    return false;
  if (event->key() == Qt::Key_F2)
    return event->modifiers() == Qt::NoModifier;
  return !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) && !event->text().isEmpty() &&
         event->text().front().isPrint() && !event->text().front().isSpace();
}

/// Whether it is the key of something that the list or its page does with a row, be it possible now or not.
bool TableView::isKeyOfAction(const QKeyEvent* event) const {
  if (event->modifiers() & ~Qt::KeypadModifier || event->text().isEmpty())
    return false;
  const QKeySequence keys(event->key());
  for (const QWidget* at = this; at && !at->isWindow(); at = at->parentWidget())
    for (const QAction* action : at->actions())
      if (action->shortcuts().contains(keys))
        return true;
  return false;
}

/// On the heading of a group Enter opens and closes it, the arrows to the sides too.
bool TableView::turnsGroup(QKeyEvent* event) {
  const int row = currentIndex().row();
  if (!m_model->isHeading(row) || event->modifiers() & ~Qt::KeypadModifier)
    return false;
  const bool isOpen = m_model->isOpen(m_model->groupAt(row));
  switch (event->key()) {
  case Qt::Key_Return:
  case Qt::Key_Enter:
    m_model->setOpen(row, !isOpen);
    return true;
  case Qt::Key_Left:
  case Qt::Key_Minus:
    m_model->setOpen(row, false);
    return true;
  case Qt::Key_Right:
  case Qt::Key_Plus:
    m_model->setOpen(row, true);
    return true;
  default:
    return false;
  }
}

void TableView::mousePressEvent(QMouseEvent* event) {
  const int row = rowAt(int(event->position().y()));
  if (event->button() != Qt::LeftButton || !m_model->isHeading(row)) {
    QTableView::mousePressEvent(event);
    return;
  }
  setFocus(Qt::MouseFocusReason);
  selectionModel()->setCurrentIndex(m_model->index(row, columnAt(0)), QItemSelectionModel::NoUpdate);
  m_model->setOpen(row, !m_model->isOpen(m_model->groupAt(row)));
}

void TableView::drawHeading(QPainter& painter, int row) {
  const Tokens& t = tokens();
  const Group& group = m_model->groupAt(row);
  const QRect place(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
  painter.fillRect(place, t.raised);
  painter.fillRect(QRect(0, place.bottom(), place.width(), 1), t.line);
  if (currentIndex().row() == row && hasFocus())
    painter.fillRect(QRect(0, place.y(), px(3), place.height() - 1), t.accent);
  const int side = px(size::cell) + 2;
  int x = px(size::gap);
  const auto arrow = m_model->isOpen(group) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right");
  painter.drawPixmap(x, place.y() + (place.height() - side) / 2,
                     iconPixmap(arrow, t.second, side, devicePixelRatioF()));
  x += side + px(size::gap);
  const QRect words = place.adjusted(x, 0, -px(size::cell), -1);
  painter.setPen(t.text);
  painter.setFont(fontOf(Face::Strong));
  const QString name = painter.fontMetrics().elidedText(m_model->nameOf(group), Qt::ElideRight, words.width());
  painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, name);
  const int wide = painter.fontMetrics().horizontalAdvance(name);
  painter.setPen(t.second);
  painter.setFont(fontOf(Face::Body));
  QString beside = group.rows < 0 ? tr("…") : locale().toString(group.rows);
  if (!group.beside.isEmpty())
    beside += QStringLiteral(" · ") + group.beside;
  const QRect rest = words.adjusted(wide + px(size::gap) + px(size::step), 0, 0, 0);
  painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                   painter.fontMetrics().elidedText(beside, Qt::ElideRight, rest.width()));
}

void TableView::paintEvent(QPaintEvent* event) {
  QTableView::paintEvent(event);
  QPainter painter(viewport());
  const int first = rowAt(0);
  const int lowest = rowAt(viewport()->height() - 1);
  const int last = lowest < 0 ? m_model->rowCount() - 1 : lowest;
  if (first >= 0)
    drawHeld(painter, first, last);
  for (int row = first; row >= 0 && row <= last; ++row)
    if (m_model->isHeading(row))
      drawHeading(painter, row);
}

/// Whether somebody is in the middle of typing a name to go to: its letters are no commands then.
bool TableView::isOfName(const QKeyEvent* event) const {
  return m_naming.isActive() && !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) &&
         !event->text().isEmpty() && event->text().front().isPrint();
}

bool TableView::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride && isOfName(static_cast<QKeyEvent*>(event))) {
    event->accept();
    return true;
  }
  return QTableView::event(event);
}

void TableView::keyPressEvent(QKeyEvent* event) {
  if (isOfName(event)) {
    m_naming.start();
    QTableView::keyPressEvent(event);
    return;
  }
  if (turnsGroup(event))
    return;
  if (event->matches(QKeySequence::Copy)) {
    copy(Headings::No);
  } else if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
    copy(Headings::Yes);
  } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
             event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
    Q_EMIT opened(currentId());
  } else if (event->matches(QKeySequence::Paste)) {
    Q_EMIT pasteAsked();
  } else if (isKeyOfAction(event)) {
    event->accept(); // of a move that this row does not take: it is not the first letter of a name then
  } else if (edits(event)) {
    Q_EMIT editAsked(currentIndex(), event->key() == Qt::Key_F2 ? QString() : event->text());
  } else {
    if (!event->text().isEmpty() && event->text().front().isLetterOrNumber())
      m_naming.start();
    QTableView::keyPressEvent(event);
  }
}

} // namespace ui
