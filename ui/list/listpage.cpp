// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listpage.h"

#include "ui/list/emptystate.h"
#include "ui/list/headerview.h"
#include "ui/list/listmodel.h"
#include "ui/list/sidepane.h"
#include "ui/list/tableview.h"
#include "ui/shell/attempt.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/frontstack.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QTimer>

namespace ui {
namespace {
constexpr qint64 mostRowsOfCard = 6;
}

ListPage::ListPage(PageSpec spec, std::shared_ptr<RowProvider> provider, QDate today, QWidget* parent)
    : Page(parent), m_spec(std::move(spec)), m_model(new ListModel(provider, today, this)),
      m_top(new ListTop(m_spec, provider->canGroup(), this)), m_stack(new FrontStack(this)),
      m_table(new TableView(m_model, m_stack)), m_empty(new EmptyState(m_stack)) {
  setObjectName(m_spec.key);
  m_table->setObjectName(m_spec.key + QStringLiteral(".table"));
  m_table->setAccessibleName(m_spec.title);
  m_stack->addWidget(m_table);
  m_stack->addWidget(m_empty);
  m_empty->setSmall(m_spec.frame == PageSpec::Frame::Card);
  m_empty->show(m_spec.icon, m_spec.emptyTitle, m_spec.emptyText, m_spec.add, true);
  const bool onCard = m_spec.frame != PageSpec::Frame::Tab;
  setProperty("card", onCard);
  setAttribute(Qt::WA_StyledBackground, onCard);
  auto* layout = new QVBoxLayout(this);
  const int edge = onCard ? 1 : 0;
  layout->setContentsMargins(edge, edge, edge, onCard ? px(size::corner) : 0);
  layout->setSpacing(0);
  layout->addWidget(m_top);
  auto* line = new QFrame;
  line->setFixedHeight(1);
  line->setProperty("ground", QStringLiteral("line"));
  layout->addWidget(line);
  layout->addWidget(m_stack, 1);
  setTabOrder(m_top->columns(), m_table);
  setFocusProxy(m_table);
  m_typing.setSingleShot(true);
  m_typing.setInterval(span::typing);
  connectAll();
}

void ListPage::connectAll() {
  connect(&m_typing, &QTimer::timeout, this, &ListPage::searched);
  connect(m_top->search(), &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
  connect(m_top->search(), &QLineEdit::returnPressed, this, &ListPage::searched);
  connect(m_top->columns(), &QPushButton::clicked, this, [this] { chooseColumns(m_top->columns(), {}); });
  if (m_top->group())
    connect(m_top->group(), &QPushButton::clicked, this, &ListPage::chooseGroup);
  connect(m_top, &ListTop::chipChanged, this, &ListPage::chipChanged);
  connect(m_top, &ListTop::addAsked, this, &ListPage::addAsked);
  connect(m_model, &ListModel::counted, this, &ListPage::counted);
  connect(m_model, &ListModel::completed, this, &ListPage::showState);
  connect(m_table, &TableView::opened, this, &ListPage::openAsked);
  connect(m_table, &TableView::menuAsked, this, &ListPage::showRowMenu);
  connect(m_table, &TableView::selectionCounted, this, [this](int rows) {
    m_selected = rows;
    Q_EMIT statusChanged();
    Q_EMIT viewChanged();
  });
  HeaderView* headings = m_table->headings();
  connect(headings, &HeaderView::sortAsked, this, [this](const std::vector<SortKey>& sort) {
    m_query.sort = sort;
    ask();
  });
  headings->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(headings, &QWidget::customContextMenuRequested, this,
          [this, headings](const QPoint& at) { chooseColumns(nullptr, headings->viewport()->mapToGlobal(at)); });
  connect(m_empty, &EmptyState::stepped, this, [this] {
    if (m_query.isNarrowed())
      clearFilter();
    else
      Q_EMIT addAsked();
  });
}

void ListPage::addButton(QWidget* button) { m_top->buttons()->addWidget(button); }

void ListPage::addLead(QWidget* lead) { m_top->leads()->addWidget(lead); }

void ListPage::setSide(QWidget* side) {
  auto* pane = new SidePane(m_spec.key, m_stack, side);
  static_cast<QVBoxLayout*>(layout())->addWidget(pane, 1);
  auto* toggle = new QAction(icon(QStringLiteral("panel-right"), Ink::Second), tr("Show what is selected"), this);
  toggle->setShortcut(Qt::Key_Space);
  toggle->setShortcutContext(Qt::WidgetShortcut); // a button that has the cursor is pressed by it
  m_table->addAction(toggle);
  connect(toggle, &QAction::triggered, pane, &SidePane::toggle);
  auto* button = new QPushButton;
  setButtonIcon(button, QStringLiteral("panel-right"));
  button->setObjectName(m_spec.key + QStringLiteral(".side"));
  button->setAccessibleName(tr("Show or hide what is selected"));
  button->setToolTip(tr("Show or hide what is selected (Space)"));
  button->setFixedWidth(px(size::control) + px(size::step));
  connect(button, &QPushButton::clicked, pane, &SidePane::toggle);
  m_top->buttons()->insertWidget(0, button);
  // While rows are read anew there is none for a moment, and what is beside them stays.
  auto* following = new QTimer(pane);
  following->setSingleShot(true);
  following->setInterval(0);
  connect(following, &QTimer::timeout, pane, [this, pane] {
    if (m_table->currentId() != 0)
      pane->setFilled(true);
    else if (m_model->isComplete())
      pane->setFilled(false);
  });
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, following, qOverload<>(&QTimer::start));
  connect(m_model, &ListModel::completed, following, qOverload<>(&QTimer::start));
}

void ListPage::setNotice(QWidget* notice) {
  auto* column = static_cast<QVBoxLayout*>(layout());
  column->insertWidget(column->count() - 1, notice);
}

void ListPage::setSecondLook(QWidget* look) { m_stack->addWidget(look); }

void ListPage::turnToSecondLook(bool second) {
  m_isSecond = second && m_stack->count() > 2;
  showState();
  focusProxy()->setFocus();
  Q_EMIT viewChanged();
}

void ListPage::setQuery(const Query& query) {
  m_query = query;
  const QSignalBlocker quiet(m_top->search());
  m_top->search()->setText(query.text);
  ask();
}

void ListPage::showEvent(QShowEvent* event) {
  if (!m_asked)
    ask();
  Page::showEvent(event);
}

void ListPage::ask() {
  m_asked = true;
  m_typing.stop();
  m_top->showFilters(m_query.filters);
  m_top->showGroup(m_query.group);
  m_table->headings()->setSort(m_query.sort);
  if (!attempt(tr("Reading the list"), [this] { m_model->ask(m_query, countedQueries()); }))
    m_asked = false; // the model does not know of it: the next occasion asks again
  showState();
  Q_EMIT viewChanged();
}

void ListPage::searched() {
  if (m_query.text == m_top->search()->text().trimmed())
    return;
  m_query.text = m_top->search()->text().trimmed();
  ask();
}

void ListPage::chipChanged(FilterChip* chip) {
  if (chip->values().isEmpty())
    m_query.filters.remove(chip->spec().key);
  else
    m_query.filters[chip->spec().key] = chip->values(); // switches of one key take turns
  ask();
}

/// First all rows of the scope, then each switch with the other filters as they are.
std::vector<Query> ListPage::countedQueries() const {
  Query all;
  all.teams = m_query.teams;
  std::vector<Query> queries{all};
  for (const FilterChip* chip : m_top->chips())
    if (!chip->isDropDown()) {
      Query query = m_query;
      query.filters[chip->spec().key] = {chip->spec().value};
      queries.push_back(query);
    }
  return queries;
}

void ListPage::counted(const std::vector<qint64>& counts) {
  m_all = counts.front();
  size_t next = 1;
  for (FilterChip* chip : m_top->chips())
    if (!chip->isDropDown() && next < counts.size())
      chip->setCount(counts[next++]);
  showState();
}

void ListPage::showState() {
  const qint64 shown = m_model->found();
  const bool complete = m_model->isComplete();
  if (shown == 0 && m_all > 0 && m_query.isNarrowed())
    m_empty->show(QStringLiteral("funnel"), tr("%L1 hidden by the filter").arg(m_all),
                  tr("Nothing in this list fits the search and the chips above."), tr("Clear filter"), false);
  else if (shown == 0 && m_all == 0)
    m_empty->show(m_spec.icon, m_spec.emptyTitle, m_spec.emptyText, m_spec.add, true);
  m_stack->setCurrentIndex(shown == 0 && m_all >= 0 ? 1 : m_isSecond ? 2 : 0);
  if (m_spec.frame == PageSpec::Frame::Card) {
    const int rows = int(qBound<qint64>(2, shown, mostRowsOfCard));
    m_stack->setFixedHeight(px(size::heading) + rows * px(size::row));
  }
  setFocusProxy(m_stack->currentWidget());
  if (m_spec.countLine && m_all >= 0 && complete)
    m_top->countLine()->setText(m_spec.countLine(shown, m_all));
  else if (complete)
    m_top->countLine()->setText(QLocale().toString(shown));
  Q_EMIT statusChanged();
}

QString ListPage::statusText() const {
  const QLocale locale;
  const QString shown = locale.toString(m_model->found()) + (m_model->isComplete() ? QString() : tr("…"));
  QString text = m_all < 0 ? shown : tr("%1 of %2").arg(shown, locale.toString(m_all));
  if (m_selected > 0)
    text += tr(" · %L1 selected").arg(m_selected);
  return text;
}

qint64 ListPage::hiddenRows() const {
  return m_query.isNarrowed() && m_model->isComplete() ? qMax<qint64>(0, m_all - m_model->found()) : 0;
}

void ListPage::clearFilter() {
  Query query = m_query;
  query.text.clear();
  query.filters.clear();
  setQuery(query);
  m_table->setFocus();
}

void ListPage::find() {
  m_top->search()->setFocus(Qt::ShortcutFocusReason);
  m_top->search()->selectAll();
}

void ListPage::refresh() {
  if (m_asked)
    m_model->refresh();
  else if (isVisible())
    ask();
}

void ListPage::beginDay(QDate today) {
  m_model->setToday(today);
  refresh(); // its filters speak of today and of this week, too
}

void ListPage::setTeams(const QStringList& teams) {
  m_query.teams = teams;
  m_all = -1;
  if (m_asked)
    ask();
}

void ListPage::chooseColumns(QWidget* anchor, const QPoint& at) {
  std::vector<Choice> choices;
  QStringList shown;
  const auto& columns = m_model->columns();
  for (const Column& column : columns)
    choices.push_back({column.key, column.heading, {}});
  for (int column : m_table->shownColumns())
    shown << columns[size_t(column)].key;
  auto* popup = new ChoicePopup(tr("Columns"), std::move(choices), shown, this);
  connect(popup, &ChoicePopup::chosen, this, [this](const QStringList& keys) {
    for (const Column& column : m_model->columns())
      m_table->setColumnShown(column.key, keys.contains(column.key));
    Q_EMIT viewChanged();
  });
  if (anchor)
    popup->openBelow(anchor);
  else
    popup->openAt(at);
}

void ListPage::addGroupEntries(QMenu& menu) {
  for (const bool open : {false, true})
    menu.addAction(open ? tr("&Open all groups") : tr("&Close all groups"), m_model,
                   [this, open] { m_model->setAllOpen(open); });
}

void ListPage::groupBy(const QString& key) {
  m_query.group = key;
  ask();
}

void ListPage::chooseGroup() {
  if (!m_top->group())
    return;
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setObjectName(m_spec.key + QStringLiteral(".groups"));
  const auto add = [&](const QString& text, const QString& key) {
    QAction* entry = menu->addAction(text, this, [this, key] { groupBy(key); });
    entry->setCheckable(true);
    entry->setChecked(m_query.group == key);
    if (m_query.group == key)
      menu->setActiveAction(entry);
  };
  add(tr("No headings"), {});
  menu->addSeparator();
  for (const Column& column : m_model->columns())
    if (column.kind != CellKind::Number)
      add(column.heading, column.key);
  if (!m_query.group.isEmpty()) {
    menu->addSeparator();
    addGroupEntries(*menu);
  }
  menu->popup(m_top->group()->mapToGlobal(QPoint(0, m_top->group()->height() + px(size::step))));
}

void ListPage::showRowMenu(const QPoint& at) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  if (m_model->isHeading(m_table->currentIndex().row())) {
    addGroupEntries(*menu);
    menu->addSeparator();
  } else if (m_table->currentIndex().isValid()) {
    QAction* open = menu->addAction(tr("Open"), this, [this] { Q_EMIT openAsked(m_table->currentId()); });
    open->setShortcut(Qt::Key_Return);
    for (const auto& fill : m_rowMenus)
      fill(*menu);
    Q_EMIT rowMenuOpening(*menu);
    menu->addSeparator();
    QAction* copy = menu->addAction(tr("Copy"), this, [this] { m_table->copy(Headings::No); });
    copy->setShortcut(QKeySequence::Copy);
    QAction* more = menu->addAction(tr("Copy with headings"), this, [this] { m_table->copy(Headings::Yes); });
    more->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    const Column& column = m_model->columns()[size_t(m_table->currentIndex().column())];
    menu->addSeparator();
    if (m_top->group())
      menu->addAction(tr("Group by %1").arg(column.heading), this, [this, key = column.key] { groupBy(key); });
    for (const bool down : {false, true})
      menu->addAction((down ? tr("Sort by %1, last first") : tr("Sort by %1")).arg(column.heading), this,
                      [this, key = column.key, down] {
                        m_query.sort = {{key, down}};
                        ask();
                      });
  }
  menu->addAction(tr("Choose columns…"), this, [this] { chooseColumns(m_top->columns(), {}); });
  menu->popup(at);
}

void ListPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && m_top->search()->hasFocus()) {
    if (m_top->search()->text().isEmpty())
      m_table->setFocus();
    m_top->search()->clear();
    searched();
  } else if (event->key() == Qt::Key_Down && m_top->search()->hasFocus()) {
    searched();
    m_table->setFocus();
    if (const int first = m_model->rowNear(0); !m_table->currentIndex().isValid() && first >= 0)
      m_table->select(m_model->idAt(first));
  } else {
    if (event->key() == Qt::Key_Escape)
      Q_EMIT closeAsked(); // of a list that was laid over another page
    Page::keyPressEvent(event);
  }
}

} // namespace ui
