// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listpage.h"

#include "ui/list/emptystate.h"
#include "ui/list/flowlayout.h"
#include "ui/list/headerview.h"
#include "ui/list/listmodel.h"
#include "ui/list/sidepane.h"
#include "ui/list/tableview.h"
#include "ui/shell/attempt.h"
#include "ui/shell/elidedlabel.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QStackedWidget>

namespace ui {
namespace {
constexpr qint64 mostRowsOfCard = 6;
}

ListPage::ListPage(PageSpec spec, std::shared_ptr<RowProvider> provider, QDate today, QWidget* parent)
    : Page(parent), m_spec(std::move(spec)), m_model(new ListModel(std::move(provider), today, this)),
      m_table(new TableView(m_model)), m_empty(new EmptyState), m_stack(new QStackedWidget) {
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
  layout->addWidget(makeTop());
  auto* line = new QFrame;
  line->setFixedHeight(1);
  line->setProperty("ground", QStringLiteral("line"));
  layout->addWidget(line);
  layout->addWidget(m_stack, 1);
  setTabOrder(m_columns, m_table);
  setFocusProxy(m_table);

  m_typing.setSingleShot(true);
  m_typing.setInterval(span::typing);
  connect(&m_typing, &QTimer::timeout, this, &ListPage::searched);
  connect(m_model, &ListModel::counted, this, &ListPage::counted);
  connect(m_model, &ListModel::completed, this, &ListPage::showState);
  connect(m_table, &TableView::opened, this, &ListPage::openAsked);
  connect(m_table, &TableView::menuAsked, this, &ListPage::showRowMenu);
  connect(m_table, &TableView::selectionCounted, this, [this](int rows) {
    m_selected = rows;
    Q_EMIT statusChanged();
    Q_EMIT viewChanged();
  });
  connect(m_table->headings(), &HeaderView::sortAsked, this, [this](const std::vector<SortKey>& sort) {
    m_query.sort = sort;
    ask();
  });
  m_table->headings()->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(m_table->headings(), &QWidget::customContextMenuRequested, this,
          [this](const QPoint& at) { chooseColumns(nullptr, m_table->headings()->viewport()->mapToGlobal(at)); });
  connect(m_empty, &EmptyState::stepped, this, [this] {
    if (m_query.isNarrowed())
      clearFilter();
    else
      Q_EMIT addAsked();
  });
}

QWidget* ListPage::makeTop() {
  auto* top = new QWidget;
  auto* title = new QLabel(m_spec.title);
  setFace(title, Face::Title);
  title->setObjectName(m_spec.key + QStringLiteral(".title"));
  m_countLine = new ElidedLabel;
  m_countLine->setObjectName(m_spec.key + QStringLiteral(".count"));
  m_countLine->setForegroundRole(QPalette::PlaceholderText);

  m_search = new QLineEdit;
  m_search->setObjectName(m_spec.key + QStringLiteral(".search"));
  m_search->setAccessibleName(tr("Search in %1").arg(m_spec.title));
  m_search->setPlaceholderText(tr("Search"));
  m_search->setToolTip(tr("Search in this list (Ctrl+F); Esc clears"));
  m_search->setClearButtonEnabled(false);
  m_search->addAction(icon(QStringLiteral("search"), Ink::Second), QLineEdit::LeadingPosition)->setText(tr("Search"));
  m_search->setMaximumWidth(px(size::search));
  connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
  connect(m_search, &QLineEdit::returnPressed, this, &ListPage::searched);

  m_leads = new QHBoxLayout;
  m_leads->setSpacing(px(size::gap));
  m_buttons = new QHBoxLayout;
  m_buttons->setSpacing(px(size::gap));
  m_columns = new QPushButton(tr("Columns"));
  setButtonIcon(m_columns, QStringLiteral("columns-3"));
  m_columns->setObjectName(m_spec.key + QStringLiteral(".columns"));
  m_columns->setProperty("quiet", true);
  connect(m_columns, &QPushButton::clicked, this, [this] { chooseColumns(m_columns, {}); });
  auto* titles = new QHBoxLayout;
  titles->setSpacing(px(size::gap) + 2);
  titles->addWidget(title);
  titles->addWidget(m_countLine);
  titles->addLayout(m_leads);
  titles->addStretch(1);
  titles->addWidget(m_search, 3);

  const bool isTab = m_spec.frame == PageSpec::Frame::Tab;
  auto* filters = new QHBoxLayout;
  filters->setSpacing(px(size::gap));
  if (isTab || !m_spec.chips.empty()) {
    auto* flow = new FlowLayout(px(size::gap));
    makeChips(flow);
    filters->addLayout(flow, 1);
  }
  if (isTab)
    filters->addWidget(m_columns, 0, Qt::AlignTop);
  else
    titles->addWidget(m_columns);
  titles->addLayout(m_buttons);
  if (!m_spec.add.isEmpty())
    titles->addWidget(makePrimary());
  if (m_spec.frame == PageSpec::Frame::Card)
    for (QWidget* notNeeded : {static_cast<QWidget*>(m_search), static_cast<QWidget*>(m_columns)})
      notNeeded->hide();
  if (!isTab)
    setFace(title, Face::Strong);

  auto* layout = new QVBoxLayout(top);
  const int above = isTab ? px(size::cell) : px(size::gap);
  layout->setContentsMargins(px(isTab ? size::margin : size::cell), above, px(isTab ? size::margin : size::gap),
                             isTab ? px(size::gap) + 2 : px(size::gap));
  layout->setSpacing(px(size::gap));
  layout->addLayout(titles);
  layout->addLayout(filters);
  return top;
}

QWidget* ListPage::makePrimary() {
  auto* primary = new QWidget;
  auto* layout = new QHBoxLayout(primary);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(1);
  auto* add = new QPushButton(m_spec.add);
  setButtonIcon(add, QStringLiteral("plus"), Ink::OnAccent);
  add->setObjectName(m_spec.key + QStringLiteral(".add"));
  if (m_spec.frame == PageSpec::Frame::Tab) {
    add->setProperty("primary", true);
    setFace(add, Face::Strong);
  } else { // a page has one primary action, and a card is not the page
    setButtonIcon(add, QStringLiteral("plus"));
  }
  add->setShortcut(QKeySequence(m_spec.addKeys));
  if (!m_spec.addKeys.isEmpty())
    add->setToolTip(QStringLiteral("%1 (%2)").arg(m_spec.add, m_spec.addKeys));
  connect(add, &QPushButton::clicked, this, &ListPage::addAsked);
  layout->addWidget(add);
  if (m_spec.more.isEmpty())
    return primary;
  auto* more = new QPushButton;
  setButtonIcon(more, QStringLiteral("chevron-down"), Ink::OnAccent);
  more->setObjectName(m_spec.key + QStringLiteral(".more"));
  more->setAccessibleName(m_spec.more);
  more->setToolTip(m_spec.more);
  more->setProperty("primary", true);
  more->setFixedWidth(px(size::control));
  add->setProperty("part", QStringLiteral("left"));
  more->setProperty("part", QStringLiteral("right"));
  m_primaryMenu = new QMenu(m_spec.more, more);
  connect(more, &QPushButton::clicked, this, [this, more] {
    const QPoint below = more->mapToGlobal(QPoint(more->width(), more->height() + px(size::step)));
    m_primaryMenu->popup(below - QPoint(m_primaryMenu->sizeHint().width(), 0));
  });
  layout->addWidget(more);
  return primary;
}

void ListPage::makeChips(QLayout* row) {
  for (const ChipSpec& spec : m_spec.chips) {
    auto* chip = new FilterChip(spec);
    connect(chip, &FilterChip::valuesChanged, this, [this, chip] { chipChanged(chip); });
    m_chips.push_back(chip);
    row->addWidget(chip);
  }
}

void ListPage::addButton(QWidget* button) { m_buttons->addWidget(button); }

void ListPage::addLead(QWidget* lead) { m_leads->addWidget(lead); }

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
  m_buttons->insertWidget(0, button);
}

void ListPage::setNotice(QWidget* notice) {
  auto* column = static_cast<QVBoxLayout*>(layout());
  column->insertWidget(column->count() - 1, notice);
}

void ListPage::setQuery(const Query& query) {
  m_query = query;
  const QSignalBlocker quiet(m_search);
  m_search->setText(query.text);
  ask();
}

void ListPage::showEvent(QShowEvent* event) {
  if (!m_asked)
    ask();
  Page::showEvent(event);
}

/// Whether a switch says all that a key is filtered by, so that its drop-down need not say it again.
bool ListPage::isSwitchedOn(const QString& key) const {
  const QStringList values = m_query.filters.value(key);
  return std::any_of(m_chips.begin(), m_chips.end(), [&](const FilterChip* chip) {
    return !chip->isDropDown() && chip->spec().key == key && values == QStringList{chip->spec().value};
  });
}

void ListPage::ask() {
  m_asked = true;
  m_typing.stop();
  for (FilterChip* chip : m_chips) {
    const QStringList values = m_query.filters.value(chip->spec().key);
    const bool mine = chip->isDropDown() ? !isSwitchedOn(chip->spec().key) : values.contains(chip->spec().value);
    chip->setValues(mine ? values : QStringList());
  }
  m_table->headings()->setSort(m_query.sort);
  attempt(tr("Reading the list"), [this] { m_model->ask(m_query, countedQueries()); });
  showState();
  Q_EMIT viewChanged();
}

void ListPage::searched() {
  if (m_query.text == m_search->text().trimmed())
    return;
  m_query.text = m_search->text().trimmed();
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
  for (const FilterChip* chip : m_chips)
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
  for (FilterChip* chip : m_chips)
    if (!chip->isDropDown() && next < counts.size())
      chip->setCount(counts[next++]);
  showState();
}

void ListPage::showState() {
  const qint64 shown = m_model->rowCount();
  const bool complete = m_model->isComplete();
  if (shown == 0 && m_all > 0 && m_query.isNarrowed())
    m_empty->show(QStringLiteral("funnel"), tr("%L1 hidden by the filter").arg(m_all),
                  tr("Nothing in this list fits the search and the chips above."), tr("Clear filter"), false);
  else if (shown == 0 && m_all == 0)
    m_empty->show(m_spec.icon, m_spec.emptyTitle, m_spec.emptyText, m_spec.add, true);
  m_stack->setCurrentIndex(shown == 0 && m_all >= 0 ? 1 : 0);
  if (m_spec.frame == PageSpec::Frame::Card) {
    const int rows = int(qBound<qint64>(2, shown, mostRowsOfCard));
    m_stack->setFixedHeight(px(size::heading) + rows * px(size::row));
  }
  setFocusProxy(m_stack->currentWidget());
  if (m_spec.countLine && m_all >= 0 && complete)
    m_countLine->setText(m_spec.countLine(shown, m_all));
  else if (complete)
    m_countLine->setText(QLocale().toString(shown));
  Q_EMIT statusChanged();
}

QString ListPage::statusText() const {
  const QLocale locale;
  const QString shown = locale.toString(m_model->rowCount()) + (m_model->isComplete() ? QString() : tr("…"));
  QString text = m_all < 0 ? shown : tr("%1 of %2").arg(shown, locale.toString(m_all));
  if (m_selected > 0)
    text += tr(" · %L1 selected").arg(m_selected);
  return text;
}

qint64 ListPage::hiddenRows() const {
  return m_query.isNarrowed() && m_model->isComplete() ? qMax<qint64>(0, m_all - m_model->rowCount()) : 0;
}

void ListPage::clearFilter() {
  Query query = m_query;
  query.text.clear();
  query.filters.clear();
  setQuery(query);
  m_table->setFocus();
}

void ListPage::find() {
  m_search->setFocus(Qt::ShortcutFocusReason);
  m_search->selectAll();
}

void ListPage::refresh() {
  if (m_asked)
    m_model->refresh();
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

void ListPage::showRowMenu(const QPoint& at) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  if (m_table->currentIndex().isValid()) {
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
    for (const bool down : {false, true})
      menu->addAction((down ? tr("Sort by %1, last first") : tr("Sort by %1")).arg(column.heading), this,
                      [this, key = column.key, down] {
                        m_query.sort = {{key, down}};
                        ask();
                      });
  }
  menu->addAction(tr("Choose columns…"), this, [this] { chooseColumns(m_columns, {}); });
  menu->popup(at);
}

void ListPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && m_search->hasFocus()) {
    if (m_search->text().isEmpty())
      m_table->setFocus();
    m_search->clear();
    searched();
  } else if (event->key() == Qt::Key_Down && m_search->hasFocus()) {
    searched();
    m_table->setFocus();
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
      m_table->select(m_model->idAt(0));
  } else {
    if (event->key() == Qt::Key_Escape)
      Q_EMIT closeAsked(); // of a list that was laid over another page
    Page::keyPressEvent(event);
  }
}

} // namespace ui
