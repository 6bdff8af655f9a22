// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/board.h"

#include "ui/list/boardcolumn.h"
#include "ui/list/listingpage.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScopedValueRollback>

namespace ui {

namespace {

constexpr int narrowest = 128;      // a column that is fitted into the room there is
constexpr int mostWords = 40;       // of more, those without a card are left out
constexpr size_t mostColumns = 100; // of more, nobody sees where a card is

} // namespace

Board::Board(ListingPage& page) : m_page(page), m_button(new QPushButton(tr("Board"))), m_row(new QHBoxLayout) {
  setObjectName(page.objectName() + QStringLiteral(".board"));
  setWidgetResizable(true);
  setFrameShape(NoFrame);
  setFocusPolicy(Qt::NoFocus);
  auto* inside = new QWidget;
  m_row->setContentsMargins(px(size::margin), px(size::gap), px(size::margin), 0);
  m_row->setSpacing(px(size::margin));
  m_row->addStretch(1);
  inside->setLayout(m_row);
  setWidget(inside);
  m_button->setObjectName(page.objectName() + QStringLiteral(".turn.board"));
  m_button->setCheckable(true);
  m_button->setProperty("quiet", true);
  setButtonIcon(m_button, QStringLiteral("layout-dashboard"));
  m_button->setToolTip(tr("Show the groups side by side, as cards (Ctrl+Shift+B); Ctrl+Left and Ctrl+Right move one"));
  m_button->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B));
  page.setSecondLook(this);
  m_reading.setSingleShot(true);
  m_reading.setInterval(0);
  connect(&m_reading, &QTimer::timeout, this, [this] {
    for (BoardColumn* column : m_columns)
      column->viewport()->update();
  });
  page.addLead(m_button);
  connect(m_button, &QPushButton::clicked, this, &Board::turn);
  connect(&page, &ListPage::viewChanged, this, &Board::follow);
  connect(page.model(), &ListModel::completed, this, &Board::lay);
  connect(page.model(), &QAbstractItemModel::dataChanged, this, [this] {
    for (BoardColumn* column : m_columns)
      column->viewport()->update();
  });
}

/// Cards stand in groups: a list that has none is grouped by what it waits on, else by the first words that it can
/// change.
void Board::turn(bool toBoard) {
  Query query = m_page.query();
  const auto& columns = m_page.model()->columns();
  for (size_t i = 0; toBoard && query.group.isEmpty() && i < columns.size(); ++i)
    if (columns[i].key == QLatin1String("Waiting on"))
      query.group = columns[i].key;
  for (size_t i = 0; toBoard && query.group.isEmpty() && i < columns.size(); ++i)
    if (!m_page.wordsOf(int(i)).isEmpty())
      query.group = columns[i].key;
  if (query.group.isEmpty() && toBoard && !columns.empty())
    query.group = columns.front().key;
  if (toBoard && m_page.query().group.isEmpty())
    m_groupedBy = query.group;
  if (!toBoard) {
    m_page.turnToSecondLook(false);
    if (std::exchange(m_groupedBy, QString()) == query.group)
      query.group.clear();
  }
  if (query != m_page.query())
    m_page.setQuery(query);
  if (toBoard)
    m_page.turnToSecondLook(true);
}

void Board::follow() {
  m_button->setChecked(m_page.isSecondLook());
  const bool wasShown = std::exchange(m_isShown, m_page.isSecondLook());
  if (!m_isShown)
    return;
  if (m_page.query().group.isEmpty()) { // without groups there is no board
    m_page.turnToSecondLook(false);
    return;
  }
  if (!wasShown) // else when the rows are there
    lay();
}

BoardColumn* Board::addColumn() {
  auto* box = new QVBoxLayout;
  box->setSpacing(px(size::gap));
  auto* heading = new QLabel(widget()); // it and the column are born where they stay
  setFace(heading, Face::Strong);
  auto* column = new BoardColumn(*this, m_page.model(), heading);
  box->addWidget(heading);
  if (m_makeUnder) {
    m_under.push_back(m_makeUnder());
    box->addWidget(m_under.back());
    column->setMinimumWidth(px(narrowest));
    column->setMaximumWidth(QWIDGETSIZE_MAX);
  }
  box->addWidget(column, 1);
  m_row->insertLayout(m_row->count() - 1, box, m_makeUnder ? 1 : 0);
  connect(column->selectionModel(), &QItemSelectionModel::currentChanged, this, [this, column] {
    if (const qint64 id = column->currentId())
      m_page.table()->select(id); // what is beside the list follows the table
  });
  connect(column, &QAbstractItemView::doubleClicked, this, [this, column] {
    if (const qint64 id = column->currentId())
      Q_EMIT m_page.openAsked(id);
  });
  m_columns.push_back(column);
  return column;
}

/// Lays the groups out as columns: the words there are, also those without a card, then what else was found.
void Board::lay() {
  ListModel* model = m_page.model();
  if (!m_page.isSecondLook() || !model->isComplete() || m_isLaying || model->query().group.isEmpty())
    return;
  const QScopedValueRollback laying(m_isLaying, true); // opening groups, and the cursor, lay it out again
  model->setAllOpen(true);
  struct Place {
    QString value, name;
    int first = 0, rows = 0;
  };
  std::vector<Place> places;
  const int of = model->columnOf(model->query().group);
  const CardMove* move = m_page.cardMove(of);
  const QStringList words = move ? move->order(model->query()) : m_page.wordsOf(of);
  if (words.size() <= mostWords)
    for (const QString& word : words)
      places.push_back({word, word.isEmpty() ? word : model->nameOf({word, 0})});
  int leftOut = 0;
  for (int row = 0; row < model->rowCount();) {
    const Group& group = model->groupAt(row);
    auto at = std::find_if(places.begin(), places.end(), [&](const Place& one) { return one.value == group.value; });
    if (at == places.end() && places.size() < mostColumns)
      at = places.insert(places.end(), {group.value, model->nameOf(group)});
    if (at != places.end()) {
      at->first = row + 1;
      at->rows = int(group.rows);
    } else {
      ++leftOut;
    }
    row += int(group.rows) + 1;
  }
  if (move)
    std::stable_sort(places.begin(), places.end(), [&words](const Place& a, const Place& b) {
      const auto rank = [&words](const Place& one) { return size_t(words.indexOf(one.value)); }; // none comes last
      return rank(a) < rank(b);
    });
  if (leftOut > 0)
    Q_EMIT said(tr("%n groups have no column on this board: filter the list, and they have", nullptr, leftOut));
  const qint64 current = m_moved != 0 ? m_moved : m_page.table()->currentId();
  const bool hadFocus = std::any_of(m_columns.begin(), m_columns.end(), [](auto* each) { return each->hasFocus(); });
  m_row->setEnabled(false); // each column that comes or goes would lay all of them out again
  while (m_columns.size() < places.size())
    addColumn();
  for (size_t i = 0; i < m_columns.size(); ++i) {
    const bool isUsed = i < places.size();
    m_columns[i]->setVisible(isUsed);
    m_columns[i]->heading()->setVisible(isUsed);
    if (i < m_under.size())
      m_under[i]->setVisible(isUsed);
    const QSignalBlocker quiet(m_columns[i]->selectionModel());
    if (isUsed)
      m_columns[i]->show(places[i].value, places[i].name, places[i].first, places[i].rows);
  }
  m_row->setEnabled(true);
  m_row->activate();
  if (BoardColumn* column = cursorTo(current)) {
    if (hadFocus)
      column->setFocus();
    m_moved = 0;
  }
  setFocusProxy(m_columns.empty() ? nullptr : m_columns.front());
  if (m_showUnder)
    m_showUnder();
}

/// Puts its column's cursor on a card: that column, or null where the card stands in none.
BoardColumn* Board::cursorTo(qint64 id) {
  const auto& ids = m_page.model()->ids();
  const auto found = std::find(ids.begin(), ids.end(), id);
  if (id <= 0 || found == ids.end())
    return nullptr;
  for (BoardColumn* column : m_columns) {
    GroupRows* cards = column->cards();
    const int row = int(found - ids.begin()) - cards->first();
    if (column->isHidden() || row < 0 || row >= cards->rowCount())
      continue;
    column->setCurrentIndex(cards->index(row));
    return column;
  }
  return nullptr;
}

bool Board::choose(qint64 id) {
  BoardColumn* column = cursorTo(id);
  if (column)
    column->setFocus();
  return column;
}

void Board::setFitting(std::function<QWidget*()> make, std::function<void()> show) {
  m_makeUnder = std::move(make);
  m_showUnder = std::move(show);
  m_row->setStretch(m_row->count() - 1, 0);
  m_row->setSpacing(px(size::cell));
}

std::vector<std::pair<QString, QWidget*>> Board::fitted() const {
  std::vector<std::pair<QString, QWidget*>> all;
  for (size_t i = 0; i < m_under.size(); ++i)
    if (!m_columns[i]->isHidden())
      all.emplace_back(m_columns[i]->value(), m_under[i]);
  return all;
}

void Board::moveCard(qint64 id, const QString& value) {
  const int column = m_page.model()->columnOf(m_page.query().group);
  if (id == 0 || column < 0)
    return;
  const CardMove* move = m_page.cardMove(column);
  if (!move && !m_page.rows().field(column)) {
    Q_EMIT said(tr("Cards cannot be moved on this board: %1 follows from the record itself")
                    .arg(m_page.model()->columns()[size_t(column)].heading));
    return;
  }
  m_moved = id;
  if (const QString problem = move ? move->work(id, value) : m_page.changeCell(id, column, value); !problem.isEmpty()) {
    m_moved = 0;
    Q_EMIT said(problem);
  }
}

void Board::goTo(int place, int row) {
  BoardColumn* column = m_columns[size_t(place)];
  column->setFocus();
  if (const int rows = column->cards()->rowCount(); rows > 0)
    column->setCurrentIndex(column->cards()->index(std::clamp(row, 0, rows - 1)));
}

bool Board::mayRead() {
  if (m_reading.isActive())
    return false;
  m_reading.start();
  return true;
}

/// Arrows to the sides go to the next column, with Ctrl they take the card along; Enter opens it.
bool Board::pressed(BoardColumn* column, QKeyEvent* event) {
  const int by = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
  const int place = int(std::find(m_columns.begin(), m_columns.end(), column) - m_columns.begin());
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    if (const qint64 id = column->currentId())
      Q_EMIT m_page.openAsked(id);
    return true;
  }
  if (by == 0)
    return false;
  const auto isThere = [this](int at) {
    return at >= 0 && at < int(m_columns.size()) && !m_columns[size_t(at)]->isHidden();
  };
  const int to = place + by;
  if (!isThere(to))
    return true;
  if (!(event->modifiers() & Qt::ControlModifier)) {
    goTo(to, column->currentIndex().row());
    return true;
  }
  const CardMove* move = m_page.cardMove(m_page.model()->columnOf(m_page.query().group));
  int next = to; // else it is told of the one beside it why that takes none
  while (move && move->takes && isThere(next) && !move->takes(m_columns[size_t(next)]->value()))
    next += by;
  moveCard(column->currentId(), m_columns[size_t(isThere(next) ? next : to)]->value());
  return true;
}

} // namespace ui
