// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listdeck.h"

#include "ui/shell/frontstack.h"
#include "ui/theme/theme.h"

#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui {

ListDeck::ListDeck(const QString& key, const QString& title, std::vector<Card> cards, QWidget* parent)
    : Page(parent), m_stack(new FrontStack) {
  setObjectName(key);
  setWindowTitle(title);
  for (size_t i = 0; i < cards.size(); ++i) {
    ListingPage* list = cards[i].list;
    m_lists.push_back(list);
    m_stack->addWidget(list);
    connect(list, &Page::statusChanged, this, &Page::statusChanged);
    list->addLead(makeSwitch(cards, i)); // each list has it in its own line: it says always where one is
  }
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_stack);
  setFocusProxy(m_lists.front());
  const std::pair<int, int> turns[]{{Qt::Key_PageDown, 1}, {Qt::Key_PageUp, -1}};
  for (const auto& [pressed, by] : turns) {
    auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(pressed)), this, nullptr, nullptr,
                                   Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, [this, by = by] { turnBy(by); });
  }
}

QWidget* ListDeck::makeSwitch(const std::vector<Card>& cards, size_t shown) {
  auto* turn = new QWidget;
  auto* row = new QHBoxLayout(turn);
  row->setContentsMargins(px(size::gap), 0, 0, 0);
  row->setSpacing(0);
  for (size_t to = 0; to < cards.size(); ++to) {
    const QString& word = cards[to].word;
    auto* button = new QPushButton(word);
    button->setObjectName(QStringLiteral("%1.turn.%2").arg(cards[shown].list->objectName()).arg(to));
    button->setAccessibleName(to == shown ? tr("%1, shown").arg(word) : tr("Show %1").arg(word.toLower()));
    button->setCheckable(true);
    button->setChecked(to == shown);
    button->setProperty("segment", to == 0                  ? QStringLiteral("left")
                                   : to + 1 == cards.size() ? QStringLiteral("right")
                                                            : QStringLiteral("middle"));
    connect(button, &QPushButton::clicked, this, [this, button, to, shown] {
      button->setChecked(to == shown);
      turnTo(int(to));
    });
    row->addWidget(button);
  }
  return turn;
}

ListingPage* ListDeck::shown() const { return m_lists[size_t(m_stack->currentIndex())]; }

void ListDeck::turnTo(int place) {
  m_stack->setCurrentIndex(place);
  setFocusProxy(shown());
  shown()->setFocus();
  Q_EMIT statusChanged();
}

void ListDeck::turnTo(ListingPage* list) {
  if (const int place = m_stack->indexOf(list); place >= 0)
    turnTo(place);
}

void ListDeck::turnBy(int lists) {
  const int to = m_stack->currentIndex() + lists;
  if (to >= 0 && to < m_stack->count())
    turnTo(to);
}

QString ListDeck::statusText() const { return shown()->statusText(); }
qint64 ListDeck::hiddenRows() const { return shown()->hiddenRows(); }
void ListDeck::clearFilter() { shown()->clearFilter(); }
void ListDeck::find() { shown()->find(); }
void ListDeck::refresh() { shown()->refresh(); }
Page* ListDeck::front() { return shown(); }

void ListDeck::setTeams(const QStringList& teams) {
  for (ListingPage* list : m_lists)
    list->setTeams(teams);
}

} // namespace ui
