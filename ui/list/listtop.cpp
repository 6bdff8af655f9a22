// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listtop.h"

#include "ui/list/flowlayout.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/foldingrow.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>

namespace ui {

ListTop::ListTop(const PageSpec& spec, bool canGroup, QWidget* parent)
    : QWidget(parent), m_spec(spec), m_countLine(new ElidedLabel), m_search(new QLineEdit),
      m_columns(quietButton(tr("Columns"), QStringLiteral("columns-3"), QStringLiteral("columns"))),
      m_leads(new QHBoxLayout), m_buttons(new QHBoxLayout) {
  const bool isTab = m_spec.frame == PageSpec::Frame::Tab;
  const bool isCard = m_spec.frame == PageSpec::Frame::Card;
  auto* title = new QLabel(m_spec.title);
  setFace(title, isTab ? Face::Title : Face::Strong);
  title->setObjectName(m_spec.key + QStringLiteral(".title"));
  m_countLine->setObjectName(m_spec.key + QStringLiteral(".count"));
  m_countLine->setForegroundRole(QPalette::PlaceholderText);
  m_columns->setAccessibleName(tr("Columns"));
  m_columns->setToolTip(tr("Choose columns"));
  makeSearch(m_spec.title);
  m_leads->setSpacing(px(size::gap));
  m_buttons->setSpacing(px(size::gap));
  if (canGroup && !isCard) {
    m_group = quietButton(tr("Group"), QStringLiteral("rows-3"), QStringLiteral("group"));
    m_group->setToolTip(tr("Put headings over the rows (Ctrl+G)"));
    showGroup({});
  }

  auto* titles = new FoldingRow(px(size::gap + 2));
  titles->left()->addWidget(title);
  titles->left()->addWidget(m_countLine);
  titles->left()->addLayout(m_leads);
  titles->left()->addStretch(1);
  titles->right()->addWidget(m_search, 3);
  auto* filters = new QHBoxLayout;
  filters->setSpacing(px(size::gap));
  if (isTab || !m_spec.chips.empty())
    filters->addLayout(makeChips(), 1);
  const bool isBelow = isTab && !m_spec.chips.empty(); // beside the chips of a tab, or the title of a card
  for (QPushButton* each : {m_group, m_columns})
    if (each)
      (isBelow ? filters : titles->right())->addWidget(each, 0, isBelow ? Qt::AlignTop : Qt::Alignment());
  titles->right()->addLayout(m_buttons);
  if (!m_spec.add.isEmpty())
    titles->right()->addWidget(makePrimary());

  auto* layout = new QVBoxLayout(this);
  const int above = isTab ? px(size::cell) : px(size::gap);
  layout->setContentsMargins(px(isTab ? size::margin : size::cell), above, px(isTab ? size::margin : size::gap),
                             isTab ? px(size::gap + 2) : px(size::gap));
  layout->setSpacing(px(size::gap));
  layout->addLayout(titles);
  layout->addLayout(filters);
  // Not before they are inside: shown without a parent they would be windows of their own for a moment.
  m_search->setHidden(isCard);
  m_columns->setHidden(isCard);
}

QPushButton* ListTop::quietButton(const QString& text, const QString& icon, const QString& name) {
  auto* button = new QPushButton(text, this);
  setButtonIcon(button, icon);
  button->setObjectName(m_spec.key + QLatin1Char('.') + name);
  button->setProperty("quiet", true);
  return button;
}

void ListTop::makeSearch(const QString& title) {
  m_search->setObjectName(m_spec.key + QStringLiteral(".search"));
  m_search->setAccessibleName(tr("Search in %1").arg(title));
  m_search->setPlaceholderText(tr("Search"));
  m_search->setToolTip(tr("Search in this list (Ctrl+F); Esc clears"));
  m_search->setClearButtonEnabled(false);
  m_search->addAction(icon(QStringLiteral("search"), Ink::Second), QLineEdit::LeadingPosition)->setText(tr("Search"));
  m_search->setMaximumWidth(px(size::search));
}

QLayout* ListTop::makeChips() {
  auto* row = new FlowLayout(px(size::gap));
  for (const ChipSpec& spec : m_spec.chips) {
    auto* chip = new FilterChip(spec);
    connect(chip, &FilterChip::valuesChanged, this, [this, chip] { Q_EMIT chipChanged(chip); });
    m_chips.push_back(chip);
    row->addWidget(chip);
  }
  return row;
}

QWidget* ListTop::makePrimary() {
  auto* primary = new QWidget;
  auto* layout = new QHBoxLayout(primary);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(1);
  auto* add = new QPushButton(m_spec.add);
  add->setObjectName(m_spec.key + QStringLiteral(".add"));
  // A page has one primary action, and a card is not the page.
  const bool isTab = m_spec.frame == PageSpec::Frame::Tab;
  setButtonIcon(add, QStringLiteral("plus"), isTab ? Ink::OnAccent : Ink::Text);
  if (isTab) {
    add->setProperty("primary", true);
    setFace(add, Face::Strong);
  }
  add->setShortcut(QKeySequence(m_spec.addKeys));
  if (!m_spec.addKeys.isEmpty())
    add->setToolTip(QStringLiteral("%1 (%2)").arg(m_spec.add, m_spec.addKeys));
  connect(add, &QPushButton::clicked, this, &ListTop::addAsked);
  layout->addWidget(add);
  if (m_spec.more.isEmpty())
    return primary;
  add->setProperty("part", QStringLiteral("left"));
  layout->addWidget(makeMore());
  return primary;
}

QPushButton* ListTop::makeMore() {
  auto* more = new QPushButton;
  setButtonIcon(more, QStringLiteral("chevron-down"), Ink::OnAccent);
  more->setObjectName(m_spec.key + QStringLiteral(".more"));
  more->setAccessibleName(m_spec.more);
  more->setToolTip(m_spec.more);
  more->setProperty("primary", true);
  more->setProperty("part", QStringLiteral("right"));
  more->setFixedWidth(px(size::control));
  m_primaryMenu = new QMenu(m_spec.more, more);
  connect(more, &QPushButton::clicked, this, [this, more] {
    const QPoint below = more->mapToGlobal(QPoint(more->width(), more->height() + px(size::step)));
    m_primaryMenu->popup(below - QPoint(m_primaryMenu->sizeHint().width(), 0));
  });
  return more;
}

/// Whether a switch says all that a key is filtered by, so that its drop-down need not say it again.
bool ListTop::isSwitchedOn(const QString& key, const QStringList& values) const {
  return std::any_of(m_chips.begin(), m_chips.end(), [&](const FilterChip* chip) {
    return !chip->isDropDown() && chip->spec().key == key && values == QStringList{chip->spec().value};
  });
}

void ListTop::showFilters(const QMap<QString, QStringList>& filters) {
  for (FilterChip* chip : m_chips) {
    const QStringList values = filters.value(chip->spec().key);
    const bool mine =
        chip->isDropDown() ? !isSwitchedOn(chip->spec().key, values) : values.contains(chip->spec().value);
    chip->setValues(mine ? values : QStringList());
  }
}

void ListTop::showGroup(const QString& heading) {
  if (!m_group)
    return;
  m_grouped = heading;
  sayButtons(!m_columns->text().isEmpty());
  m_group->setAccessibleName(heading.isEmpty() ? tr("Group the rows") : tr("Grouped by %1").arg(heading));
}

void ListTop::sayButtons(bool inWords) {
  m_columns->setText(inWords ? columnsWord() : QString());
  if (m_group)
    m_group->setText(inWords ? groupWords() : QString());
}

QSize ListTop::minimumSizeHint() const {
  QSize least = QWidget::minimumSizeHint();
  if (m_spec.frame == PageSpec::Frame::Section && !m_columns->text().isEmpty())
    least.rwidth() -= roomOfWords();
  return least;
}

/// What the words take that sayButtons() says.
int ListTop::roomOfWords() const {
  constexpr int rounding = 2;
  int room = m_columns->fontMetrics().horizontalAdvance(columnsWord()) + rounding;
  if (m_group)
    room += m_group->fontMetrics().horizontalAdvance(groupWords()) + rounding;
  return room;
}

QString ListTop::columnsWord() { return tr("Columns"); }

QString ListTop::groupWords() const { return m_grouped.isEmpty() ? tr("Group") : tr("Group: %1").arg(m_grouped); }

/// A section has many buttons and less room than a tab: before one cannot read what is searched for, the buttons that
/// every list has go without their words.
bool ListTop::event(QEvent* event) {
  const bool isDone = QWidget::event(event);
  const bool isNew = event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest;
  if (!isNew || m_spec.frame != PageSpec::Frame::Section)
    return isDone;
  const int wanted = sizeHint().width();
  if (!m_columns->text().isEmpty() && wanted > width())
    sayButtons(false);
  else if (m_columns->text().isEmpty() && wanted + roomOfWords() <= width())
    sayButtons(true);
  return isDone;
}

} // namespace ui
